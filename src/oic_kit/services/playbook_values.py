"""What the chapters of the playbook may use beside the place and its grammar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from oic_kit.model.as_data import Data, as_data
from oic_kit.model.place import Place
from oic_kit.model.playbook_plan import Plan
from oic_kit.services.format_records import formats
from oic_kit.services.jurisdictions import law_of
from oic_kit.services.kickoff import kickoff_of
from oic_kit.services.language_data import languages
from oic_kit.services.letter_values import letter_values
from oic_kit.services.method_records import methods
from oic_kit.services.plan import plan
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_words import Words, playbook_words
from oic_kit.services.show import Show

_MARKS = ("fact", "answer", "ours")


def plan_of(place: Place) -> Plan:
    """The plan as it stands on the first day of the work.

    Not as of today: the same answers give the same playbook, whenever it is made.

    Raises:
        PlaceFileError: the record names no first day.
    """
    return plan(place, today=kickoff_of(place))


def playbook_values(place: Place, figures: Figures) -> dict[str, Any]:
    """Everything that a chapter may use on top of `seed_values`.

    Args:
        place: the record.
        figures: the diagrams of its plan, which is also what the chapters print.

    Returns:
        `plan`: the plan as plain data · `show`: by language, writes days, numbers and money ·
        `formats`, `other_formats`: by language, the records of the chosen formats and of the rest ·
        `methods`: by language, all records · `letter`: by language, the sender of letters (see
        `letter_values`) · `clause`: the clause of national or state law that allows the processing
        of data, with `sure`, or nothing · `figure(name, language, alt=, caption=)`: the line that
        shows a diagram · `table(name, language)`: the table of the same data.
    """
    spoken = place.site.languages
    data = figures.plan.to_data()
    return {
        "plan": data,
        "show": {code: show_for(code, data, playbook_words(code)) for code in spoken},
        "formats": {code: _formats(place, code, chosen=True) for code in spoken},
        "other_formats": {code: _formats(place, code, chosen=False) for code in spoken},
        "methods": {code: _plain(methods(code).values()) for code in spoken},
        "letter": {code: letter_values(place, code) for code in spoken},
        "clause": as_data(law_of(place).privacy.clause),
        "figure": figures.line,
        "table": figures.table,
    }


def show_for(language: str, data: Mapping[str, Any], words: Words) -> Show:
    """What writes the numbers of a plan in one language.

    Args:
        language: code of the language.
        data: the plan as plain data.
        words: the words of the playbook in this language.
    """
    units = {key: tuple(said[language]) for key, said in data["labels"]["counted"].items()}
    marks = {mark: words[f"playbook_mark_{mark}"] for mark in _MARKS}
    return Show(languages()[language].locale, units, marks)


def _formats(place: Place, language: str, *, chosen: bool) -> list[Data]:
    known = formats(language)
    if chosen:
        return _plain(known[name] for name in place.formats if name in known)
    return _plain(record for name, record in known.items() if name not in place.formats)


def _plain(records: Iterable[object]) -> list[Data]:
    return [as_data(record) for record in records]
