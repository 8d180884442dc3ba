"""`oic-kit new --from LIST --into DIR`: a network of places in one command."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oic_kit.cli.progress import stopping, with_bar
from oic_kit.errors import InterruptedByReaderError, OicError
from oic_kit.say import _, language, ngettext

if TYPE_CHECKING:
    from oic_kit.services.new_many import Outcome, Wish
    from oic_kit.services.place_list import BadRow


def new_from(
    listed: Path, into: Path, settings: tuple[str, ...], *, events: tuple[str, ...], with_site: bool
) -> None:
    """Make a folder for every row of a list; exit code 1 if one of them could not be made."""
    from oic_kit.services.new_many import Wish
    from oic_kit.services.place_list import read_list

    today = datetime.datetime.now().astimezone().date()
    rows, bad = read_list(listed, settings=settings, today=today)
    _say_bad(bad)
    if not rows and not bad:
        raise OicError(
            _("{path} names no place.").format(path=listed), remedy=_("Write one place a row.")
        )
    wishes = [
        Wish(row.name, into / row.folder, row.values, today, with_site, language(), events)
        for row in rows
    ]
    outcomes = _make(wishes)
    click.echo(_total(outcomes, bad))
    if bad or any(it.failure for it in outcomes):
        click.get_current_context().exit(1)


def _say_bad(bad: Sequence[BadRow]) -> None:
    if not bad:
        return
    count = len(bad)
    click.secho(
        ngettext("One row makes no place:", "{count} rows make no place:", count).format(
            count=count
        ),
        fg="red",
        err=True,
    )
    for row in bad:
        where = _("row {number}").format(number=row.number) + (f" ({row.name})" if row.name else "")
        click.echo(f"  {where}: {row.why}", err=True)


def _make(wishes: Sequence[Wish]) -> list[Outcome]:
    from oic_kit.services.many import each
    from oic_kit.services.new_many import broken, make

    outcomes: list[Outcome] = []
    total = len(wishes)
    results = each(make, wishes, failed=broken, stopping=stopping)
    try:
        outcomes.extend(with_bar(results, total, lambda done, it: _line(it, done, total)))
    except KeyboardInterrupt:
        raise InterruptedByReaderError(
            _("Stopped before all {all} places were made.").format(all=total),
            remedy=_("Run the same command again: what is done stays done."),
        ) from None
    return outcomes


def _line(it: Outcome, done: int, total: int) -> str:
    place = f"{done:>{len(str(total))}}/{total}  {it.name}"
    if it.failure:
        what, remedy = it.failure
        return f"{place}: {' '.join(what.split())} → {remedy}"
    made = _("was there already") if it.was_there else _("made")
    pages = (
        ngettext("one page", "{count} pages", it.pages).format(count=it.pages) if it.pages else ""
    )
    return f"{place}: {', '.join(filter(None, (made, pages)))} – {it.folder}"


def _total(outcomes: Sequence[Outcome], bad: Sequence[BadRow]) -> str:
    there = sum(it.was_there for it in outcomes)
    failed = sum(bool(it.failure) for it in outcomes)
    count = len(outcomes) + len(bad)
    return ngettext(
        "{all} place: {made} made, {there} there already, {failed} failed",
        "{all} places: {made} made, {there} there already, {failed} failed",
        count,
    ).format(
        all=count,
        made=len(outcomes) - there - failed,
        there=there,
        failed=failed + len(bad),
    )
