"""The interview, typed through a real pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.terminal import CTRL_B, CTRL_C, DOWN, ENTER, UP, Terminal

WORDS = {
    "en": {
        "name": "What is the place called?",
        "which": "Which of these is it?",
        "kind": "What kind of place is it?",
        "where": "How do you say where something happens?",
        "people": "How many people live there?",
        "body": "Which body is responsible",
        "mail": "Which e-mail address",
        "languages": "Which languages does the site speak?",
        "address": "How do German texts address",
        "gender": "How do German texts name people?",
        "colour": "Which colour is yours?",
        "start": "When does the work start?",
        "url": "Under which address",
        "forge": "Where will the folder live?",
        "events": "Which formats get the dates of their first year",
        "review": "Please look over your answers",
        "sure": "now?",
        "made": "Look at the site:",
    },
    "de": {
        "name": "Wie heißt der Ort?",
        "which": "Welcher davon ist es?",
        "kind": "Was für ein Ort ist es?",
        "where": "Wie heißt es, wenn dort etwas geschieht?",
        "people": "Wie viele Menschen leben dort?",
        "body": "Welche Stelle ist für die Website",
        "mail": "Welche E-Mail-Adresse",
        "languages": "Welche Sprachen spricht die Website?",
        "address": "Wie sprechen deutsche Texte",
        "gender": "Wie benennen deutsche Texte Menschen?",
        "colour": "Welche Farbe",
        "start": "Wann beginnt die Arbeit?",
        "url": "Unter welcher Adresse",
        "forge": "Wo wird der Ordner liegen?",
        "events": "Welche Formate bekommen jetzt die Termine",
        "review": "Bitte die Antworten durchsehen",
        "sure": "jetzt anlegen?",
        "made": "Website ansehen:",
    },
}
ORDER = ("name", "which", "kind", "where", "people", "body", "mail", "languages", "address",
         "gender", "colour", "start", "url", "forge", "events")  # fmt: skip


def started(folder: Path, language: str = "en", *more: str) -> Terminal:
    """The interview for a new folder, in one language, with a state of its own."""
    return Terminal(
        folder, "new", "oic", "--lang", language, *more, XDG_STATE_HOME=str(folder / "state")
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_pressing_enter_throughout_makes_a_folder(tmp_path, language):
    """An officer who accepts every proposal gets a complete folder, with its first dates."""
    words = WORDS[language]
    reader = started(tmp_path, language)

    for question in ORDER:
        reader.sees(words[question]).enters()
    reader.sees(words["review"]).enters().sees(words["sure"]).enters()

    assert 0 == reader.sees(words["made"]).ends(), reader.screen
    place = yaml.safe_load((tmp_path / "oic" / "place.yaml").read_text(encoding="utf-8"))
    assert ("Münster", "DE", "NW") == (
        place["place"]["name"],
        place["place"]["country"],
        place["place"]["state"],
    )
    held = {it.name[:-11] for it in (tmp_path / "oic/site/content/events").glob("*-20??-??-??")}
    assert {"open-innovation-hour", "podcast", "barcamp"} <= held
    assert "open-office" not in held


def test_answers_can_be_corrected_going_back_and_in_the_review(tmp_path):
    """An officer changes the kind, goes back to the name, and corrects the colour at the end."""
    words = WORDS["en"]
    reader = started(tmp_path)
    reader.sees(words["name"]).clears().enters("Bielefeld")
    reader.sees(words["which"]).types(CTRL_B)
    reader.sees(words["name"]).clears().enters("Sennestadt")
    reader.sees(words["kind"]).types(DOWN + ENTER)
    reader.sees("im Stadtbezirk Sennestadt")
    reader.sees("Which city does the district belong to?").enters("Bielefeld")
    reader.sees(words["where"]).enters()
    reader.sees("In which country").enters()
    reader.sees("In which state").enters("NW")
    reader.sees(words["people"]).clears().enters("many")
    reader.sees("write a whole number").clears().enters("21600")
    reader.sees(words["body"]).sees("Stadt Bielefeld").enters()
    reader.sees(words["mail"]).enters("not an address")
    reader.sees("write one e-mail address").clears().enters("oic@sennestadt.example")
    for question in ("languages", "address", "gender", "colour", "start", "url", "forge"):
        reader.sees(words[question]).enters()
    # The weekly open office stands first and unmarked; the market below it is marked.
    reader.sees(words["events"]).sees("Open office").types(DOWN + " ").enters()
    reader.sees("2 of 4")
    # From the first line of the review to the colour: up from the top runs round to the end.
    reader.sees(words["review"]).types(UP * 6 + ENTER)
    reader.sees(words["colour"]).clears().enters("#8c1d40")
    reader.sees("White on #8c1d40")
    reader.sees(words["review"]).enters().sees(words["sure"]).enters()

    assert 0 == reader.sees(words["made"]).ends(), reader.screen
    place = yaml.safe_load((tmp_path / "oic" / "place.yaml").read_text(encoding="utf-8"))
    assert {
        "name": "Sennestadt",
        "kind": "district",
        "parent": "Bielefeld",
        "population": 21600,
        "colour": "#8c1d40",
        "email": "oic@sennestadt.example",
    } == {
        **{key: place["place"][key] for key in ("name", "kind", "parent", "population")},
        "colour": place["brand"]["colour"],
        "email": place["contact"]["email"],
    }
    held = {it.name[:-11] for it in (tmp_path / "oic/site/content/events").glob("*-20??-??-??")}
    assert {"meetup-series", "innovation-circle"} == held


@pytest.mark.parametrize("language", ["en", "de"])
def test_ctrl_c_leaves_no_folder_and_the_next_run_goes_on(tmp_path, language):
    """An officer who is called away finds the answers again, and no half-made folder."""
    words = WORDS[language]
    reader = started(tmp_path, language)
    reader.sees(words["name"]).clears().enters("Tampere")
    reader.sees(words["which"]).enters()
    reader.sees(words["kind"]).types(CTRL_C)

    assert 1 == reader.ends(), reader.screen
    assert not (tmp_path / "oic").exists()

    again = started(tmp_path, language)
    again.enters().sees(words["kind"]).enters()
    again.sees("in Tampere")
    again.sees(words["where"]).types(CTRL_C)
    assert 1 == again.ends(), again.screen


def test_a_question_mark_explains(tmp_path):
    """An officer who does not know what a question is about types a question mark."""
    reader = started(tmp_path)
    reader.sees(WORDS["en"]["name"]).clears().enters("?")
    reader.sees("It stands in every title and sentence.")
    reader.sees(WORDS["en"]["name"]).types(CTRL_C)

    assert 1 == reader.ends()


def test_plain_lines_work_without_menus(tmp_path):
    """A reader with a screen reader answers line by line and goes back with `<`."""
    reader = started(tmp_path, "en", "--plain")
    reader.sees("What is the place called? [Münster]").enters("Gent")
    reader.sees("1  Gent").sees("Which of these is it? [1]").enters()
    reader.sees("What kind of place is it? [1]").enters("<")
    reader.sees("Which of these is it? [1]").enters()
    reader.sees("What kind of place is it? [1]").enters("7")
    reader.sees("Type one of the numbers.").enters("3")
    reader.sees("How do you say where something happens?").types(CTRL_C)

    assert 1 == reader.ends(), reader.screen
    assert not (tmp_path / "oic").exists()


def test_a_dumb_terminal_is_told_what_to_do(tmp_path):
    """Where no menu can be drawn, the reader learns about `--profile` and `--plain`."""
    reader = Terminal(tmp_path, "new", "oic", TERM="dumb")
    reader.sees("There is no terminal here that can ask questions.").sees("--profile")

    assert 1 == reader.ends()
