"""The parts that all diagrams are made of: type, paints, the axis of time, the funnel's sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oic_kit.model.colour import contrast
from oic_kit.model.diagrams.diagram import Counted, Pen, some
from oic_kit.model.diagrams.paints import SERIES, Paint, Pattern, edge
from oic_kit.model.diagrams.sample_actors import SampleTable
from oic_kit.model.diagrams.sheet import Sheet
from oic_kit.model.diagrams.time_axis import TimeAxis
from oic_kit.model.diagrams.typesetting import (
    PLAIN,
    STRONG,
    Style,
    balanced,
    fitting,
    width,
    wrap,
)
from oic_kit.model.funnel_table import FunnelTable, Yield, stages
from oic_kit.model.palette import palette
from oic_kit.model.promises import PROMISES
from tests.diagrams_seen import apart, seen
from tests.playbook_plans import a_plan


def measure(text: str, weight: int) -> float:
    """Letters that are all equally wide, bold ones a little wider."""
    return len(text) * (0.6 if weight > 400 else 0.5)


class Write:
    """Writes everything the plain way."""

    def short(self, day: date) -> str:
        return day.isoformat()

    long = weekday = short

    def month(self, day: date) -> str:
        return f"{day:%b}"

    def number(self, value: Decimal) -> str:
        return f"{value.normalize():f}"

    money = percent = number


def a_pen(brand: str = "#00b2bb") -> Pen:
    """A pen in the colours of a brand."""
    return Pen("en", palette(brand).light, measure, Write())


@given(
    text=st.text(st.sampled_from("abc äöüß Schiff-fahrt,.x" + "e\u0301👩\u200d🚀"), max_size=80),
    room=st.floats(min_value=30, max_value=300),
)
def test_every_line_fits_and_no_letter_is_lost(text: str, room: float) -> None:
    """
    Names of any length are read whole: only hyphens are added where a word is cut.
    """
    lines = wrap(text, PLAIN, room, measure)

    # A sign of several parts, such as an emoji, is never cut; it alone may be wider.
    assert all(width(line, PLAIN, measure) <= max(room, 39) for line in lines)
    assert "".join(text.split()).replace("-", "") == "".join(lines).replace(" ", "").replace(
        "-", ""
    )


def test_a_long_word_is_cut_between_syllables() -> None:
    """
    A German compound that is wider than its field is cut where one would cut it by hand.
    """
    narrow = wrap("Technologieförderung Münster", PLAIN, 120, measure)
    label = wrap("Zivilgesellschaft", STRONG, 125, measure)

    assert ("Technologieförde-", "rung Münster") == narrow
    assert ("Zivilgesell-", "schaft") == label
    assert ("Ostwestfalen-", "Lippe") == wrap("Ostwestfalen-Lippe", STRONG, 125, measure)


def test_short_labels_break_into_even_lines() -> None:
    """
    A label of two lines has no single word left over below a full line.
    """
    text = "The team grows more (factor 0.40)"

    assert ("The team grows more (factor", "0.40)") == wrap(text, PLAIN, 180, measure)
    assert ("The team grows", "more (factor 0.40)") == balanced(text, PLAIN, 180, measure)


def test_a_large_number_shrinks_until_it_fits() -> None:
    """
    A place with a thousand ideas a year still reads its number in one piece.
    """
    giant = Style(58)

    assert giant == fitting("12", giant, 100, measure)
    assert 100 == pytest.approx(width("1,234", fitting("1,234", giant, 100, measure), measure))


def test_some_names_and_how_many_more() -> None:
    """
    Where room is short, the first names stand and the rest is counted.
    """
    more = Counted(one="and one more", other="and {count} more")

    assert ["a", "b"] == some(["a", "b"], 2, more)
    assert ["a", "and one more"] == some(["a", "b"], 1, more)
    assert ["a", "and 3 more"] == some(["a", "b", "c", "d"], 1, more)


def test_a_number_of_things_is_said_in_its_own_form() -> None:
    """
    One prototype, two prototypes, no prototypes.
    """
    forms = Counted(none="no ideas", one="one idea", other="{number} ideas")

    assert ["no ideas", "one idea", "{number} ideas"] == [forms.of(n) for n in (0, 1, Decimal(2))]
    assert "days" == Counted(one="day", other="days").of(0)


def test_every_pattern_takes_a_pair_that_the_palette_keeps_apart() -> None:
    """
    Lines and dots of a pattern are seen on their ground, in every palette there can be.
    """
    promised = {(promise.ink, promise.paper) for promise in PROMISES if promise.ratio >= 3}

    for paint in SERIES:
        assert paint.pattern is Pattern.SOLID or (paint.ink, paint.ground) in promised, paint
    assert len(SERIES) == len({paint.pattern for paint in SERIES})


@pytest.mark.parametrize(
    "brand", ["#00b2bb", "#8c1d40", "#0b5d3b", "#ffffff", "#000000", "#ffe600"]
)
def test_areas_stand_out_from_the_page(brand: str) -> None:
    """
    A pale brand gets an edge, so that its bars do not vanish into the paper.
    """
    roles = palette(brand).light

    for number in range(1, 7):
        paint = Paint(f"shape-{number}")
        line = edge(paint, roles) or paint.ground
        assert 3 <= contrast(roles[line], roles["bg"]), paint


@pytest.mark.parametrize("brand", ["#00b2bb", "#8c1d40", "#ffffff", "#000000"])
def test_the_series_can_be_told_apart_in_grey(brand: str) -> None:
    """
    Five bars side by side stay five bars on a black-and-white printer.
    """
    sheet = Sheet("test", a_pen(brand))
    for number, paint in enumerate(SERIES):
        sheet.bar(10 + 30 * number, 10, 29, 20, paint)
    areas = seen(sheet.svg("Test", "A test.", 40)).areas

    assert 5 == len(areas)
    assert all(apart(one, two) for one in areas for two in areas if one is not two)


def test_two_plain_bars_of_equal_grey_are_noticed() -> None:
    """
    The test of greys itself would notice two colours that a printer makes one.
    """
    pen = a_pen()
    sheet = Sheet(
        "test", replace(pen, roles={**pen.roles, "brand": "#c04040", "accent": "#3f7f40"})
    )
    sheet.bar(10, 10, 20, 20, Paint("brand"))
    sheet.bar(31, 10, 20, 20, Paint("accent"))
    one, other = seen(sheet.svg("Test", "A test.", 40)).areas

    assert not apart(one, other)


def test_text_is_escaped_and_keeps_to_its_width() -> None:
    """
    A name full of signs is text; its width is written down for readers with other fonts.
    """
    sheet = Sheet("test", a_pen())
    sheet.text(8, 20, 'Ö & <b> "x"', PLAIN)
    sheet.text(8, 40, "東京 🚀", PLAIN)
    drawing = sheet.svg("A < B", 'Say "no" & go.', 50)
    plain, foreign = seen(drawing).root.iter("{http://www.w3.org/2000/svg}text")

    assert 'Ö & <b> "x"' == plain.text
    assert f"{width(plain.text, PLAIN, measure):g}" == plain.attrib["textLength"]
    # Widths of other scripts are only guessed: stretching them to a guess would tear them apart.
    assert "textLength" not in foreign.attrib


@given(
    first=st.dates(date(2024, 1, 1), date(2034, 1, 1)),
    days=st.integers(0, 4000),
    some_days=st.lists(st.integers(-100, 4200), min_size=2, max_size=8),
)
def test_later_days_lie_further_right(first: date, days: int, some_days: list[int]) -> None:
    """
    Whatever a plan's length, its days keep their order and stay on the paper.
    """
    axis = TimeAxis(first, first + timedelta(days), 100, 480)
    found = [axis.x(first + timedelta(day)) for day in sorted(some_days)]

    assert found == sorted(found)
    assert all(100 <= x <= 480 for x in found)


@pytest.mark.parametrize("years", [1, 2, 4, 7])
def test_the_axis_names_every_year_and_as_many_months_as_fit(years: int) -> None:
    """
    A short plan shows quarters, a long one years; no label runs into the next.
    """
    sheet = Sheet("test", a_pen())
    TimeAxis(date(2027, 3, 1), date(2027 + years, 6, 1), 104, 482).draw(sheet, 28, 100)
    look = seen(sheet.svg("Test", "A test.", 110))
    boxes = sorted((said.box for said in look.texts), key=lambda box: box.left)

    # The last year may have no room for its name before the end of the paper.
    assert {str(year) for year in range(2027, 2027 + years)} <= set(look.words.split())
    assert all(one.right < two.left for one, two in pairwise(boxes))


@given(
    counts=st.lists(st.integers(0, 200), min_size=1, max_size=18),
    share=st.integers(0, 100),
)
def test_the_funnel_never_widens(counts: list[int], share: int) -> None:
    """
    Nobody reads that more is tried out than came in.
    """
    running = a_plan().formats.running
    chosen = [replace(unit, count=Decimal(n)) for unit, n in zip(running, counts, strict=False)]
    table = FunnelTable(
        adopted="adopted",
        yields=tuple(
            Yield(unit=unit.unit, ideas=Decimal(n % 3), tries=Decimal(n % 4), prototypes=Decimal(2))
            for n, unit in enumerate(chosen)
        ),
    )
    found = [stage.count for stage in stages(chosen, table, Decimal(share) / 100)]

    assert 4 == len(found)
    assert found == sorted(found, reverse=True)


def test_the_funnel_adds_up_what_each_format_yields() -> None:
    """
    Eleven hours with one idea each and a call with thirty make forty-one ideas.
    """
    units = {unit.unit: unit for unit in a_plan().formats.running}
    running = (units["hour"], units["challenge-call"])
    table = FunnelTable(
        adopted="adopted",
        yields=(
            Yield(unit="hour", ideas=Decimal(1)),
            Yield(
                unit="challenge-call", ideas=Decimal(30), tries=Decimal(10), prototypes=Decimal(3)
            ),
        ),
    )
    ideas, tries, prototypes, handovers = stages(running, table, Decimal("0.4"))

    assert (41, 10, 3, 1) == (ideas.count, tries.count, prototypes.count, handovers.count)
    assert ["challenge-call", "hour"] == [unit.unit for unit in ideas.units]


def test_samples_name_every_group_for_every_kind() -> None:
    """
    A template that forgot arts and culture in a region would teach the wrong thing.
    """
    row = {"id": "one", "group": "business", "influence": 1, "interest": 1}

    with pytest.raises(ValueError, match="give a sample of"):
        SampleTable.model_validate({"samples": (row,)}, strict=False)
