"""Make the folders of many places: each in a process of its own, and none drags down another."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oic_kit.errors import OicError
from oic_kit.model.place import Place
from oic_kit.say import _, speaking
from oic_kit.services.completion import complete_place
from oic_kit.services.first_year import FirstYear, chosen_years, first_years
from oic_kit.services.generate import generate
from oic_kit.services.site import build


@dataclass(frozen=True)
class Wish:
    """A place to make, as another process can be told.

    Args:
        name: of the place.
        folder: where to.
        values: what is known of its record.
        today: the day from which default dates are counted.
        with_site: whether its website is built as well.
        language: in which errors are said.
        events: formats whose first year is written as drafts.
    """

    name: str
    folder: Path
    values: Mapping[str, Any]
    today: datetime.date
    with_site: bool = False
    language: str = "en"
    events: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a place.

    Args:
        files: how many were made; 0 when the folder was there already.
        pages: how many pages its website has, if it was built.
        failure: what went wrong and what to do; empty if nothing did.
    """

    name: str
    folder: Path
    files: int = 0
    pages: int = 0
    failure: tuple[str, str] | tuple[()] = field(default=())

    @property
    def was_there(self) -> bool:
        """Whether an earlier run had made it."""
        return not self.files and not self.failure


def make(wish: Wish) -> Outcome:
    """Make one place, unless an earlier run made it; an error becomes part of the answer."""
    with speaking(wish.language):
        try:
            return _make(wish)
        except OicError as error:
            return Outcome(wish.name, wish.folder, failure=(error.what, error.remedy))


def _make(wish: Wish) -> Outcome:
    files = pages = 0
    if not (wish.folder / "place.yaml").is_file():
        place = complete_place(wish.values, today=wish.today, named=wish.name)
        files = generate(place, into=wish.folder, events=_years(wish, place)).files
    if wish.with_site and not (wish.folder / "build" / "site").is_dir():
        pages = build(wish.folder).pages
    return Outcome(wish.name, wish.folder, files=files, pages=pages)


def _years(wish: Wish, place: Place) -> tuple[FirstYear, ...]:
    if not wish.events:
        return ()
    return chosen_years(first_years(place, today=wish.today, language=wish.language), wish.events)


def broken(wish: Wish, error: Exception) -> Outcome:
    """The answer for a place whose making ended in a way that nobody foresaw."""
    what = _("oic-kit made a mistake: {error}").format(error=repr(error))
    remedy = _("Please report it; the next command puts right what is half done.")
    return Outcome(wish.name, wish.folder, failure=(what, remedy))
