"""New pages: complete, in every language, all of it or nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from oic_kit.errors import FolderError, OicError, PageError
from oic_kit.model.place import Place
from oic_kit.services.add import Added, add
from oic_kit.services.add_values import told_by
from oic_kit.services.content import check_content
from oic_kit.services.format_records import formats
from oic_kit.services.series import add_series
from tests.services.checks.scenes import asked, folder_with, record

TODAY = datetime.date(2027, 4, 1)
FORMATS = {"modules.formats": True, "site.languages": ["de", "en"]}
HOUR = "site/content/formats/open-innovation-hour/index.de.md"
FORMAT = """\
---
title: "Open Innovation Hour"
description: "Eine Stunde online mit einer offenen Frage."
promise: "Eine Stunde, eine Frage, ein Kontakt."
rhythm: monthly
duration_min: 60
mode: online
---
"""
PARTY = (
    "title=Sommerfest",
    "description=Ein Nachmittag für alle: Musik, Werkstatt, lange Tische.",
    "start=2027-06-18 15:00",
    "mode=onsite",
    "venue=Kulturzentrum",
    "kind=festival",
)
FIRST = {
    "event": PARTY,
    "post": (
        "title=Was wir lernten",
        "description=Was wir am ersten offenen Abend des Jahres gelernt haben.",
        "category=news",
        "authors=office-lead",
    ),
    "project": (
        "title=Schattenkarte",
        "description=Eine Karte, die zeigt, wo es im Sommer kühl bleibt.",
        "question=Wo ist im Sommer Schatten?",
    ),
    "person": (
        "title=Leitung",
        "role=Hält die Fäden zusammen",
        "description=Bringt Menschen zusammen, die sich noch nicht kennen.",
    ),
    "partner": (
        "title=Stadtbücherei",
        "group=culture",
        "description=Stellt Räume, Bücher und offene Ohren zur Verfügung.",
    ),
    "method": (
        "title=Acht Skizzen",
        "goal=Acht Skizzen in acht Minuten",
        "description=Wer acht Skizzen macht, kommt über die erste Idee hinaus.",
        "phases=ideate",
        "duration_min=20",
        "steps=Falten 4; Zeichnen 16",
    ),
    "format": (
        "title=Frühstück",
        "promise=Ein Frühstück, drei Fragen, viele Antworten.",
        "description=Einmal im Monat frühstücken Menschen, die etwas vorhaben.",
        "rhythm=monthly",
        "duration_min=90",
        "mode=onsite",
    ),
    "challenge": (
        "title=Kühle Plätze",
        "description=Gesucht sind Ideen, mit denen Plätze im Sommer kühl bleiben.",
        "question=Wie bleibt der Platz im Sommer kühl?",
        "impact_sought=Mehr Menschen bleiben auch an heißen Tagen.",
        "opens=2027-04-15",
        "closes=2027-06-01",
        "offer=Ein Platz zum Ausprobieren.",
        "criteria=Es lässt sich erproben.; Es kostet wenig.",
    ),
}
KINDS = {
    **{it: f"{it}s" for it in ("event", "post", "project", "partner", "method", "format")},
    "person": "people",
    "challenge": "challenges",
}


@pytest.fixture
def place() -> Place:
    """A place in two languages with every part of the site that pages can be added to."""
    return record(
        {**FORMATS, "modules.projects": True, "modules.methods": True, "modules.challenges": True}
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Its folder."""
    return folder_with(tmp_path, {HOUR: FORMAT}, changes=FORMATS)


def added(folder: Path, place: Place, single: str, *settings: str) -> Added:
    """Add a page as the command line would."""
    kind = KINDS[single]
    told = told_by(settings, kind, place.site.languages)
    return add(folder, place, kind, told, today=TODAY)


@pytest.mark.parametrize("single", FIRST)
def test_a_page_of_every_kind_holds_at_once(single: str, folder: Path, place: Place) -> None:
    """
    An editor who says what is needed has a page that can be built, in both languages.
    """
    before = check_content(folder / "site", place)

    made = added(folder, place, single, *FIRST[single])

    assert 2 == len(made.files)
    assert made.files[1:] == made.waiting
    assert before == check_content(folder / "site", place)


def test_an_event_gets_what_follows_from_its_format(folder: Path, place: Place) -> None:
    """
    An editor names the format and gets its next date, its length and its way online.
    """
    made = added(
        folder,
        place,
        "event",
        "title=Noch eine Stunde",
        "description=Eine Stunde online mit einer offenen Frage.",
        "format=open-innovation-hour",
    )

    text = (folder / made.files[0]).read_text(encoding="utf-8")
    assert 'start: "2027-05-13T12:30"\nend: "2027-05-13T13:30"\nmode: "online"' in text
    assert "open-innovation-hour" in text
    assert "The link arrives by e-mail" in (folder / made.files[1]).read_text(encoding="utf-8")


def test_a_day_that_is_not_free_is_told_with_a_better_one(folder: Path, place: Place) -> None:
    """
    An editor hears of Corpus Christi before the invitations are printed.
    """
    on_holiday = [it.replace("2027-06-18", "2027-05-27") for it in PARTY]

    (note,) = added(folder, place, "event", *on_holiday).notes

    assert "Corpus Christi" in note
    assert "27 May 2027" in note
    assert "1 June 2027" in note


def test_a_translation_that_is_given_does_not_wait(folder: Path, place: Place) -> None:
    """
    An editor who writes both languages at once publishes both at once.
    """
    made = added(
        folder,
        place,
        "event",
        *PARTY,
        "title.en=Summer party",
        "description.en=An afternoon for everybody: music, workshop, long tables.",
    )

    assert () == made.waiting
    assert 'venue: "Kulturzentrum"' in (folder / made.files[1]).read_text(encoding="utf-8")


def test_a_translation_that_is_missing_is_a_draft_that_the_check_knows(
    folder: Path, place: Place
) -> None:
    """
    Nobody reads German on an English page, and nobody forgets to translate it.
    """
    made = added(folder, place, "event", *PARTY)

    assert 'translation: "missing"\ndraft: true' in (folder / made.files[1]).read_text("utf-8")
    assert made.files[1] in [it.file for it in asked("language", folder)]


def test_all_faults_are_told_at_once_and_nothing_is_written(folder: Path, place: Place) -> None:
    """
    An editor mends everything in one go; a half page never lies around.
    """
    with pytest.raises(PageError) as refused:
        added(
            folder,
            place,
            "event",
            *("title=X", "colour=red", "start=morgen", "mode=outside", "hosts=nobody"),
            *("topics=zebras", "id=Ä b"),
        )

    said = str(refused.value)
    for key in ("title", "colour", "start", "mode", "hosts", "topics", "description", "kind", "id"):
        assert f"\n  {key}" in said
    assert ["opening"] == [it.name for it in (folder / "site/content/events").iterdir()]


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (("title",), "--set"),
        (("=x",), "--set"),
        (("title.fr=Fête",), "title.fr"),
        (("title.en=X", *PARTY), "title.en"),
        (("capacity=many", *PARTY), "capacity"),
        (("aliases=[{", *PARTY), "aliases"),
        (("text=![](x.jpg)", *PARTY), "text"),
        (("description=" + "\u202e" * 50, *PARTY[:1], *PARTY[2:]), "description"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_key(
    settings: tuple[str, ...], key: str, folder: Path, place: Place
) -> None:
    """
    Whatever somebody types, they read which value it is about.
    """
    with pytest.raises(PageError) as refused:
        added(folder, place, "event", *settings)

    assert f"\n  {key}" in str(refused.value)


def test_nothing_is_ever_overwritten(folder: Path, place: Place) -> None:
    """
    An editor who takes a name that exists is told a free one; the old page stays.
    """
    first = (folder / added(folder, place, "event", *PARTY).files[0]).read_bytes()

    with pytest.raises(FolderError) as refused:
        added(folder, place, "event", *PARTY)

    assert "--set id=sommerfest-2027-2" in refused.value.remedy
    assert first == (folder / "site/content/events/sommerfest-2027/index.de.md").read_bytes()


def test_a_link_to_elsewhere_is_not_followed(folder: Path, place: Place, tmp_path: Path) -> None:
    """
    A folder that somebody replaced by a link never leads writing out of the site.
    """
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "site/content/events/opening/index.de.md").unlink()
    (folder / "site/content/events/opening").rmdir()
    (folder / "site/content/events").rmdir()
    (folder / "site/content/events").symlink_to(outside)

    with pytest.raises(FolderError):
        added(folder, place, "event", *PARTY)

    assert [] == list(outside.iterdir())


def test_a_year_of_events_is_written_as_drafts_in_every_language(
    folder: Path, place: Place
) -> None:
    """
    An officer sees the whole year of the hour, moved around holidays, and publishes date by date.
    """
    made = add_series(folder, place, "open-innovation-hour", first=TODAY)

    names = sorted(it.name for it in (folder / "site/content/events").glob("open-*"))
    assert len(made.dates) == len(names) == 11
    assert "open-innovation-hour-2027-05-13" in names
    assert "2027-08" not in " ".join(names)
    for name in names:
        for code in ("de", "en"):
            page = (folder / f"site/content/events/{name}/index.{code}.md").read_text("utf-8")
            assert "draft: true" in page
            assert "translation" not in page
    assert [] == [it for it in check_content(folder / "site", place) if "open-" in it.file]


def test_a_second_run_leaves_every_page_alone(folder: Path, place: Place) -> None:
    """
    An officer runs it again next spring; what was edited stays.
    """
    add_series(folder, place, "open-innovation-hour", first=TODAY, months=3)
    mine = folder / "site/content/events/open-innovation-hour-2027-05-13/index.de.md"
    mine.write_text("mine", encoding="utf-8")

    again = add_series(folder, place, "open-innovation-hour", first=TODAY, months=12)

    assert "mine" == mine.read_text(encoding="utf-8")
    assert 3 == again.skipped


def test_the_calendar_of_a_series_names_events_as_the_site_does(folder: Path, place: Place) -> None:
    """
    Whoever imports the series and later subscribes to the site sees no date twice.
    """
    made = add_series(folder, place, "open-innovation-hour", first=TODAY, months=2)

    text = (folder / made.calendar).read_bytes().decode()
    assert "UID:open-innovation-hour-2027-05-13@oic-muenster.de\r\n" in text
    assert "DTSTART:20270513T103000Z\r\nDTEND:20270513T113000Z\r\n" in text


@pytest.mark.parametrize("name", formats("en"))
def test_every_format_has_dates_that_hold(name: str, folder: Path, place: Place) -> None:
    """
    An officer gets the dates of any format: by its rhythm, or one by one where it has none.
    """
    page = folder / f"site/content/formats/{name}/index.de.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(FORMAT, encoding="utf-8")

    if formats("en")[name].rhythm.rule:
        assert add_series(folder, place, name, first=TODAY).dates
    else:
        added(folder, place, "event", f"format={name}", "start=2027-06-01")

    written = sorted((folder / "site/content/events").glob(f"{name}-20??-??-??/index.??.md"))
    assert written
    assert not any('translation: "missing"' in it.read_text("utf-8") for it in written)
    assert [] == [it for it in check_content(folder / "site", place) if f"/{name}-2" in it.file]


def test_an_episode_is_published_and_a_call_opens(folder: Path, place: Place) -> None:
    """
    A visitor need not register for a new episode, and reads where it appears.
    """
    page = folder / "site/content/formats/podcast/index.de.md"
    page.parent.mkdir()
    page.write_text(FORMAT, encoding="utf-8")

    add_series(folder, place, "podcast", first=TODAY)

    (first, *_rest) = sorted((folder / "site/content/events").glob("podcast-*/index.en.md"))
    text = first.read_text(encoding="utf-8")
    assert 'kind: "release"' in text
    assert 'registration: "none"' in text
    assert "Published on this website" in text
    assert "launch" == formats("en")["challenge-call"].site.event


def test_a_date_that_has_a_page_is_no_second_date(folder: Path, place: Place) -> None:
    """
    A visitor finds an hour once in the calendar, although it has a page with a title of its own.
    """
    added(
        folder,
        place,
        "event",
        *("title=Die Stunde im Mai", "description=Eine Stunde online mit einer offenen Frage."),
        *("format=open-innovation-hour", "start=2027-05-13 12:30"),
    )

    made = add_series(folder, place, "open-innovation-hour", first=TODAY, months=3)

    assert 1 == made.skipped
    assert not (folder / "site/content/events/open-innovation-hour-2027-05-13").exists()
    assert "20270513" not in (folder / made.calendar).read_text(encoding="utf-8")


def test_a_site_without_events_is_given_none(folder: Path, place: Place) -> None:
    """
    An officer who switched events off reads so, instead of writing pages that nobody sees.
    """
    off = place.model_copy(update={"modules": place.modules.model_copy(update={"events": False})})

    with pytest.raises(OicError) as refused:
        add_series(folder, off, "open-innovation-hour", first=TODAY)

    assert "modules.events" in refused.value.what


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("decision-sprint", "no dates"),
        ("hour", "no format"),
        ("hackathon", "no page about the format"),
    ],
)
def test_a_format_without_dates_says_what_to_do_instead(
    name: str, words: str, folder: Path, place: Place
) -> None:
    """
    An officer is not left with an empty list when a format happens on request.
    """
    with pytest.raises(OicError) as refused:
        add_series(folder, place, name, first=TODAY)

    assert words in refused.value.what
    assert refused.value.remedy
