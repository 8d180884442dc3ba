"""The self-assessment, typed through a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from oic_kit.services.place_file import dump_place
from tests.cli.terminal import CTRL_B, CTRL_C, ENTER, UP, Terminal
from tests.places import profile
from tests.playbook_plans import STATEMENTS

WORDS = {
    "en": {"first": "G1  A political body", "last": "A5  Results are published",
           "sure": "Write these answers to place.yaml?", "done": "Let the playbook follow",
           "level": "Build", "begin": "begin here"},
    "de": {"first": "G1  Ein politisches Gremium", "last": "A5  Ergebnisse werden so",
           "sure": "place.yaml schreiben?", "done": "oic-kit update", "level": "Aufbau",
           "begin": "hier anfangen"},
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder as far as this command looks at it."""
    place = tmp_path / "oic"
    (place / "site").mkdir(parents=True)
    (place / "place.yaml").write_text(dump_place(profile("muenster")), encoding="utf-8")
    yield place


def started(folder: Path, language: str, *more: str) -> Terminal:
    """The course for a folder, in one language, with a state of its own."""
    state = str(folder.parent / "state")
    return Terminal(folder, "assess", "--lang", language, *more, XDG_STATE_HOME=state)


def answers_in(folder: Path) -> dict[str, int | None]:
    """What stands in the record."""
    record = yaml.safe_load((folder / "place.yaml").read_text(encoding="utf-8"))
    found: dict[str, int | None] = record["playbook"]["assessment"]
    return found


@pytest.mark.parametrize("language", ["en", "de"])
def test_25_answers_end_in_a_result_and_in_the_record(folder, language):
    """An officer answers line by line, sees the result, and finds the answers in place.yaml."""
    words = WORDS[language]
    reader = started(folder, language, "--plain")
    for number, statement in enumerate(STATEMENTS):
        # The fifth dimension is the weakest, one statement is not known.
        given = "-" if statement == "g3" else "0" if number >= 20 else "3"
        reader.sees(f"{statement.upper()}  ").enters(given)
    reader.sees(words["begin"]).sees(words["sure"]).enters()

    assert 0 == reader.sees(words["done"]).ends(), reader.screen
    expected = {name: 0 if name.startswith("a") else 3 for name in STATEMENTS} | {"g3": None}
    assert expected == answers_in(folder)
    assert words["level"] in reader.screen


def test_menus_offer_the_same_scale(folder):
    """An officer answers with arrow keys and goes back once to correct an answer."""
    reader = started(folder, "en")
    reader.sees("G1  ").types(UP + ENTER)
    reader.sees("G2  ").types(CTRL_B)
    reader.sees("G1  ").types(UP * 3 + ENTER)
    for statement in STATEMENTS[1:]:
        reader.sees(f"{statement.upper()}  ").types(UP + ENTER)
    reader.sees(WORDS["en"]["sure"]).types(ENTER)

    assert 0 == reader.sees(WORDS["en"]["done"]).ends(), reader.screen
    assert {"g1": 1, "g2": 4, "a5": 4} == {
        key: answers_in(folder)[key] for key in ("g1", "g2", "a5")
    }


@pytest.mark.parametrize("language", ["en", "de"])
def test_ctrl_c_leaves_the_record_as_it_was_and_the_next_run_goes_on(folder, language):
    """An officer who is called away loses no answer, and nothing is half written."""
    before = (folder / "place.yaml").read_bytes()
    words = WORDS[language]
    reader = started(folder, language, "--plain")
    reader.sees(words["first"]).enters("2").sees("G2  ").enters("4").sees("G3  ").types(CTRL_C)

    assert 1 == reader.ends(), reader.screen
    assert before == (folder / "place.yaml").read_bytes()

    again = started(folder, language, "--plain")
    again.enters().sees("G3  ").enters("<").sees("G2  ").sees("[4]").types(CTRL_C)
    assert 1 == again.ends(), again.screen


def test_saying_no_at_the_end_writes_nothing(folder):
    """An officer who only wanted to see the result keeps the record as it is."""
    before = (folder / "place.yaml").read_bytes()
    reader = started(folder, "en", "--plain")
    for statement in STATEMENTS:
        reader.sees(f"{statement.upper()}  ").enters("2")
    reader.sees(WORDS["en"]["sure"]).enters("n")

    assert 1 == reader.ends(), reader.screen
    assert before == (folder / "place.yaml").read_bytes()


def test_earlier_answers_are_proposed(folder):
    """A second self-assessment starts from the first one: Enter keeps an answer."""
    record = folder / "place.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("assessment: {}", "assessment: {g1: 1, g2: null}"), encoding="utf-8"
    )
    reader = started(folder, "en", "--plain")

    reader.sees("G1  ").sees("[1]").enters().sees("G2  ").sees("[-]").types(CTRL_C)
    assert 1 == reader.ends(), reader.screen


def test_a_wrong_figure_is_asked_again_and_a_question_mark_explains(folder):
    """An officer who types 5 learns the scale, and who types ? learns what is meant."""
    reader = started(folder, "en", "--plain")
    reader.sees("G1  ").enters("5").sees("from 0 to 4")
    reader.sees("G1  ").enters("?").sees("how far this is true today")
    reader.sees("G1  ").types(CTRL_C)

    assert 1 == reader.ends()


def test_without_a_terminal_the_way_round_is_named(folder):
    """A script that calls the command learns where the answers can be written."""
    reader = Terminal(folder, "assess", TERM="dumb")
    reader.sees("There is no terminal here that can ask questions.").sees("playbook.assessment")

    assert 1 == reader.ends()
