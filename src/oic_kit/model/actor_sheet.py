"""The spreadsheet `stakeholders`: who matters, how, and who is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oic_kit.model.site_blocks import Group
from oic_kit.model.workbook import (
    Choice,
    Form,
    Look,
    Row,
    Sheet,
    Workbook,
    blank,
    columns,
    given,
    reckoned,
    text,
)

EMPTY_ROWS = 40
"""Lines that wait for further actors."""
_INTERVIEWS = 3


@dataclass(frozen=True)
class ListedActor:
    """An actor on the list.

    Args:
        influence: 0 (little) to 3 (much); nothing while nobody has said.
        interest: likewise.
    """

    name: str
    group: Group
    influence: int | None
    interest: int | None


@dataclass(frozen=True)
class ActorWords:
    """What the diagrams of the playbook call the groups, and what they advise.

    Args:
        groups: names by group.
        advice: what to do by levels of influence and interest, such as `3-1`.
    """

    groups: Mapping[Group, str]
    advice: Mapping[str, str]


def actor_workbook(
    actors: Sequence[ListedActor], said: ActorWords, words: Mapping[str, str]
) -> Workbook:
    """Make the spreadsheet.

    Args:
        actors: those of the place, or usual ones to begin with.
        said: words of the diagrams.
        words: words of the spreadsheets.
    """
    last = len(actors) + EMPTY_ROWS + 1
    rows = [_row(number, actor, said) for number, actor in enumerate(actors, start=2)]
    rows += [_row(number, None, said) for number in range(len(actors) + 2, last + 1)]
    groups = Choice(source=f"{words['overview']}!$A$2:$A${len(Group) + 1}")
    levels = Choice(("0", "1", "2", "3"))
    head = columns(
        (words["actor"], 30), (words["group"], 22, groups), (words["influence"], 10, levels),
        (words["interest"], 10, levels), (words["advice"], 18), (words["gives"], 22),
        (words["gets"], 22), (words["contact"], 22), (words["interviewed"], 13),
        (words["next_step"], 22),
    )  # fmt: skip
    listed = Sheet(words["actors"], head, tuple(rows))
    return Workbook(words["stakeholders"], (listed, _overview(actors, said, words, last)))


def _row(number: int, actor: ListedActor | None, said: ActorWords) -> Row:
    both = f"C{number},D{number}"
    key = f'MAX(1,C{number})&"-"&MAX(1,D{number})'
    chosen = '""'
    for levels, advice in said.advice.items():
        chosen = f'IF({key}="{levels}","{advice}",{chosen})'
    advised = reckoned(f'IF(COUNT({both})<2,"",{chosen})', _advice(actor, said), Form.TEXT)
    after = (blank(), blank(), blank(), blank(Form.DATE), blank())
    if actor is None:
        return (blank(), blank(), blank(Form.WHOLE), blank(Form.WHOLE), advised, *after)
    return (
        given(actor.name, Form.TEXT),
        given(said.groups[actor.group], Form.TEXT),
        given(actor.influence, Form.WHOLE),
        given(actor.interest, Form.WHOLE),
        advised,
        *after,
    )


def _advice(actor: ListedActor | None, said: ActorWords) -> str:
    if actor is None or actor.influence is None or actor.interest is None:
        return ""
    return said.advice[f"{max(1, actor.influence)}-{max(1, actor.interest)}"]


def _overview(
    actors: Sequence[ListedActor], said: ActorWords, words: Mapping[str, str], last: int
) -> Sheet:
    """How many of each group are listed and interviewed, and how many interviews are missing."""
    counts = Counter(actor.group for actor in actors)
    groups, held = f"{words['actors']}!$B$2:$B${last}", f"{words['actors']}!$I$2:$I${last}"
    rows: list[Row] = []
    for number, group in enumerate(Group, start=2):
        rows.append(
            (
                text(said.groups[group]),
                reckoned(f"COUNTIF({groups},A{number})", counts[group], Form.WHOLE),
                reckoned(f'COUNTIFS({groups},A{number},{held},">0")', 0, Form.WHOLE),
                reckoned(f"MAX(0,{_INTERVIEWS}-C{number})", _INTERVIEWS, Form.WHOLE),
            )
        )
    end = len(rows) + 1
    whole = (len(actors), 0, _INTERVIEWS * len(rows))
    sums = [
        reckoned(f"SUM({at}2:{at}{end})", value, Form.WHOLE, Look.TOTAL)
        for at, value in zip("BCD", whole, strict=True)
    ]
    rows.append((text(words["total"], Look.TOTAL), *sums))
    head = columns(
        (words["group"], 30), (words["listed"], 14), (words["held"], 16), (words["still"], 18)
    )
    return Sheet(words["overview"], head, tuple(rows))
