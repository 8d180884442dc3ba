"""A folder as a whole: what keeps it from going live, what mends itself, what belongs to the kit."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from oic_kit.model.finding import Report, Severity
from oic_kit.services.check import check, findings_in, schema
from oic_kit.services.derive import write_derived
from oic_kit.services.samples import drop_samples
from oic_kit.services.site import texts_due
from tests.places import TODAY
from tests.services.checks.scenes import CONTENT, SETTLED, asked, folder_with, record, scene_in
from tests.services.content_sites import EVENT

OPENING = "site/content/events/opening/index.de.md"
LAW = [
    {"fact": key, "confirmed_by": "Legal office", "confirmed_on": "2026-12-01"}
    for key in ("privacy.clause", "privacy.authority", "privacy.rights", "accessibility.reply")
]


def ready(folder: Path) -> Path:
    """A folder in which everything is settled, up to the points of law."""
    changes = {**SETTLED, "legal.confirmed": LAW}
    folder_with(folder, changes=changes)
    write_derived(record(changes), folder)
    return folder


def test_a_site_whose_facts_are_settled_may_go_live(tmp_path: Path) -> None:
    """
    An officer who has answered everything is not held up by anything else.
    """
    report = check(ready(tmp_path), today=TODAY, go_live=True)

    assert [] == [it.what for it in report.findings if it.severity is Severity.ERROR]
    assert report.ready


def test_what_blocks_is_an_error_only_when_going_live_is_asked(tmp_path: Path) -> None:
    """
    An editor may work for weeks with open questions; publishing is where they stop.
    """
    folder = folder_with(tmp_path)
    soft, hard = (check(folder, today=TODAY, go_live=live) for live in (False, True))

    assert (0, False) == (soft.counts.error, soft.ready)
    assert hard.counts.error == sum(it.blocks for it in hard.findings) > 0
    assert [it.id for it in soft.findings if it.blocks] != []
    assert sorted(it.id for it in soft.findings) == sorted(it.id for it in hard.findings)


def test_a_finding_keeps_its_name_while_lines_move(tmp_path: Path) -> None:
    """
    A maintainer can note a finding and find it again after somebody wrote a line above it.
    """
    page = CONTENT["site/content/imprint/index.de.md"]
    one = folder_with(tmp_path / "a", {"site/content/imprint/index.de.md": f"{page}\nTODO\n"})
    two = folder_with(
        tmp_path / "b", {"site/content/imprint/index.de.md": f"{page}\n\nx\n\nTODO\n"}
    )

    (first,), (second,) = (
        [it for it in findings_in(scene_in(it)) if it.check == "placeholder"] for it in (one, two)
    )
    assert (first.id, first.line + 3) == (second.id, second.line)


def test_derived_files_mend_themselves(tmp_path: Path) -> None:
    """
    An officer lets the check compute what plain Hugo would find outdated.
    """
    folder = folder_with(tmp_path)
    before = [it.file for it in findings_in(scene_in(folder)) if it.check == "derived"]

    report = check(folder, today=TODAY, fix=True)

    assert ".oic/derived/data/words.json" in before
    assert sorted(before) == sorted(report.fixed)
    assert [] == [it for it in report.findings if it.check == "derived"]


def test_a_missing_translation_becomes_a_draft_that_waits(tmp_path: Path) -> None:
    """
    An editor finds the page of the other language prepared: facts right, words to translate.
    """
    folder = folder_with(tmp_path, changes={"site.languages": ["de", "en"]})

    report = check(folder, today=TODAY, fix=True)

    english = (folder / "site/content/events/opening/index.en.md").read_text(encoding="utf-8")
    assert 'start: "2027-01-14T18:00"' in english
    assert 'translation: "missing"\ndraft: true\n---' in english
    assert "site/content/events/opening/index.en.md" in report.fixed
    waits = [it for it in report.findings if it.file.endswith("opening/index.en.md")]
    assert ["language"] == [it.check for it in waits]


def test_an_older_kit_and_a_changed_record_are_told(tmp_path: Path) -> None:
    """
    An officer hears that an update is due, and that it keeps every edit.
    """
    folder = folder_with(tmp_path)
    (folder / ".oic/kit.json").write_text(json.dumps({"kit": "0.0.1", "format": 1}))
    (folder / ".oic/base/place.yaml").write_text("oic: 1\n")

    found = [it for it in findings_in(scene_in(folder)) if it.check == "kit-version"]

    assert texts_due(folder)
    assert ["oic-kit update"] * 2 == [it.command for it in found]
    assert {Severity.HINT} == {it.severity for it in found}


def test_pages_older_than_their_texts_are_not_looked_at(tmp_path: Path) -> None:
    """
    An editor is not sent after a fault that is mended already.
    """
    folder = folder_with(tmp_path, built={"index.html": '<script src="https://a.example/x.js">'})
    os.utime(folder / "build/site/index.html", (0, 0))

    report = check(folder, today=TODAY)

    assert not report.built
    assert ["build"] == [it.check for it in report.findings if it.file.startswith("build")]


def test_only_samples_that_nobody_edited_are_dropped(tmp_path: Path) -> None:
    """
    An officer clears the samples away in one go and loses nothing of her own.
    """
    folder = folder_with(tmp_path)
    sample = EVENT.replace("hosts:", "sample: true\nhosts:")
    own = folder / "site/content/events/own/index.de.md"
    own.parent.mkdir()
    own.write_text(sample, encoding="utf-8")
    (folder / OPENING).write_text(sample, encoding="utf-8")
    prints = json.loads((folder / ".oic/files.json").read_text())
    from oic_kit.services.handed_out import print_of

    prints[OPENING] = print_of(sample.encode())
    (folder / ".oic/files.json").write_text(json.dumps(prints))

    assert ("site/content/events/opening",) == drop_samples(folder)
    assert own.is_file()
    assert not (folder / OPENING).exists()


def test_a_broken_record_is_the_only_thing_told_about_the_place(tmp_path: Path) -> None:
    """
    An officer mends place.yaml first; nothing is guessed from half of it.
    """
    folder = folder_with(tmp_path, {"place.yaml": "oic: 1\nplace: {name: X\n"})

    report = check(folder, today=TODAY)

    assert "" == report.place
    assert {"record"} == {it.check for it in report.findings}
    assert not report.ready


def test_the_answer_for_programs_keeps_its_schema(tmp_path: Path) -> None:
    """
    A program can hold every answer against the schema that the kit prints.
    """
    report = check(folder_with(tmp_path), today=TODAY)
    said = json.loads(report.model_dump_json())

    assert report == Report.model_validate_json(report.model_dump_json())
    assert set(schema()["required"]) <= set(said)
    assert set(said["findings"][0]) == set(schema()["$defs"]["Finding"]["properties"])


@pytest.mark.parametrize("text", ["", "\x00", "{{<", "---\n: :\n---\n", "a" * 200_000])
def test_a_hostile_page_never_stops_the_check(tmp_path: Path, text: str) -> None:
    """
    Whatever lies in the folder, an officer gets findings and no traceback.
    """
    folder = folder_with(tmp_path, {OPENING: text}, built={"index.html": text})

    report = check(folder, today=TODAY)

    assert OPENING in {it.file for it in report.findings if it.check == "page"}


def test_papers_that_were_printed_are_read_as_well(tmp_path: Path) -> None:
    """
    An officer hears of a stopgap and of a draft in a letter, and of papers older than the facts.
    """
    changes = {"operator.legal_name": "Haus & Hof GmbH"}
    folder = folder_with(tmp_path, changes=changes)
    for name, part, text in (
        ("motion.docx", "word/document.xml", "<w:t>Haus &amp; Hof</w:t><w:t> GmbH</w:t>"),
        ("share.ods", "content.xml", "<text:p>TODO</text:p>"),
        ("broken.odt", "", ""),
    ):
        path = folder / "build/playbook/templates/de" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w") as package:
            package.writestr(part or "mimetype", text)

    fresh = {(it.file, it.severity) for it in asked("printed", folder)}
    os.utime(folder / "place.yaml", (2**31, 2**31))
    (old,) = asked("printed", folder)

    assert {
        ("build/playbook/templates/de/motion.docx", Severity.HINT),
        ("build/playbook/templates/de/share.ods", Severity.WARNING),
    } == fresh
    assert ("oic-kit playbook", "build/playbook") == (old.command, old.file)


def test_stars_that_would_get_lost_are_kept_by_the_fix(tmp_path: Path) -> None:
    """
    An officer who asks for it has each such star shown, and nothing else of the page changed.
    """
    text = "\nBürger*innen, *rot* und\njede*r Nachbar*in; `a*in`.\n\nEin*e allein.\n"
    folder = folder_with(tmp_path, {OPENING: EVENT + text})

    fixed = check(folder, today=TODAY, fix=True).fixed

    kept = "\nBürger\\*innen, *rot* und\njede\\*r Nachbar\\*in; `a*in`.\n\nEin\\*e allein.\n"
    assert (folder / OPENING).read_text(encoding="utf-8") == EVENT + kept
    assert OPENING in fixed


def test_a_text_that_repeats_its_description_keeps_its_head(tmp_path: Path) -> None:
    """
    An officer whose text says the same as the description loses neither of them by the fix.
    """
    said = "Kommen können Bürger*innen und Nachbar*innen"
    head = "".join(
        f"description: {said}\n" if line.startswith("description:") else line
        for line in EVENT.splitlines(keepends=True)
    )
    head = head[: head.rindex("---\n")] + "---\n"
    folder = folder_with(tmp_path, {OPENING: f"{head}{said}\n"})

    check(folder, today=TODAY, fix=True)

    kept = said.replace("*", "\\*")
    assert f"{head}{kept}\n" == (folder / OPENING).read_text(encoding="utf-8")
