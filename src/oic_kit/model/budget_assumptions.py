"""The sheet of a budget that holds every assumption by name, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from oic_kit.model.assumptions import Basis
from oic_kit.model.figure import Figure, Origin
from oic_kit.model.money import Ask
from oic_kit.model.place import Kind
from oic_kit.model.plan_labels import label
from oic_kit.model.playbook_plan import Plan
from oic_kit.model.workbook import Cell, Form, Look, Row, given, reckoned, text

_RATES = (
    "post-cost", "workplace", "rent", "programme", "communication-base", "communication-head",
    "communication-most", "fund-head", "fund-least", "fund-most", "access-share", "access-least",
    "evaluation-share", "reserve-share", "equipment", "equipment-most", "website", "brand",
    "start-posts", "start-cash", "first-year-staff", "pay-rise",
)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """What the budget rests on: the plan, the question that it answers, and words."""

    plan: Plan
    ask: Ask
    words: Mapping[str, str]
    language: str

    @property
    def basis(self) -> Basis:
        """The assumptions in force."""
        return self.ask.basis


def assumption_rows(ground: Ground) -> Iterator[tuple[str, Row]]:
    """Named rows: what the place answered, every rate, then what follows from them.

    Args:
        ground: plan, assumptions and words.
    """
    figures, extras = ground.basis.figures, ground.ask.extras
    yield _row(ground, ground.plan.size.population)
    for name in (*_size_inputs(ground), *_RATES):
        yield _row(ground, figures[name])
    yield _row(ground, Figure("access-points", extras.access_points, "percent"))
    yield _row(ground, Figure("programme-chosen", Decimal(0), "EUR/a"), extras.programme)
    staff = ground.plan.size.staff
    answered = staff.value if ground.ask.wishes.staff is not None else None
    origin = Origin.OURS if answered is None else Origin.ANSWER
    yield _row(ground, Figure("staff-given", Decimal(0), "posts", origin), answered)
    yield from _followers(ground)


def _followers(ground: Ground) -> Iterator[tuple[str, Row]]:
    """Posts, space and programme as formulas."""
    size, chosen = ground.plan.size, ground.ask.extras.programme
    programme = size.staff.value * ground.basis["programme"] if chosen is None else chosen
    spent = 'IF(programme_chosen="",staff*programme,programme_chosen)'
    for name, formula, value, unit in (
        ("staff", _staff_formula(ground), size.staff.value, "posts"),
        ("space", _space_formula(ground), size.space.value, "m2"),
        ("programme-sum", spent, programme, "EUR/a"),
    ):
        cell = reckoned(formula, value, Form.NUMBER, Look.TOTAL)
        means = text(ground.words[f"means_{name}"])
        yield name, (text(name), cell, _unit(ground, unit), text(ground.words["computed"]), means)


def _size_inputs(ground: Ground) -> list[str]:
    kind, tier = ground.plan.kind, ground.plan.size.tier
    found = ["growth", f"kind-{kind}", f"tier-{tier}", "staff-least", "staff-most", "staff-step"]
    found += ["space-small", "space-base", "space-per-post"]
    found += ["space-district-most"] if kind is Kind.DISTRICT else []
    room = ground.ask.wishes.room
    found += [f"space-{room}"] if room in ("shared", "mobile") else []
    pooled = ground.plan.pooled
    return found + (["share-equal"] if pooled and not pooled.assumed else [])


def _staff_formula(ground: Ground) -> str:
    kind, tier = f"kind_{ground.plan.kind}", f"tier_{ground.plan.size.tier}"
    posts = f"MIN(growth*SQRT(population/1000)*{kind}*{tier},staff_most)"
    rounded = f"ROUND({posts}/staff_step,0)*staff_step"
    return f'IF(staff_given="",MAX(staff_least,{rounded}),staff_given)'


def _space_formula(ground: Ground) -> str:
    space = "space_base+space_per_post*staff"
    if ground.plan.kind is Kind.DISTRICT:
        space = f"MIN({space},space_district_most)"
    room = ground.ask.wishes.room
    if room in ("shared", "mobile"):
        space = f"MAX(({space})*space_{room}/100,space_small)"
    return f"IF(staff<=1,space_small,ROUND({space},0))"


def _row(ground: Ground, figure: Figure, *values: Decimal | None) -> tuple[str, Row]:
    """One assumption; another value may replace its number, and none leaves the cell empty."""
    number = values[0] if values else figure.value
    stated = {it.id: it.text[ground.language] for it in ground.plan.assumptions}
    meaning = stated.get(figure.id) or ground.words[f"means_{figure.id}"]
    form = Form.WHOLE if figure.unit == "people" else Form.NUMBER
    return figure.id, (
        text(figure.id),
        given(number, form),
        _unit(ground, figure.unit),
        text(ground.words[f"origin_{figure.origin}"]),
        text(meaning),
    )


def _unit(ground: Ground, unit: str) -> Cell:
    return text(label(ground.plan, "units", unit, ground.language))
