"""The program of the web editor comes pinned and checked, or not at all."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path

import pytest

from oic_kit.errors import ProgramError
from oic_kit.model.content_kinds import KINDS
from oic_kit.services import editor_program
from oic_kit.services.editor import editor_files
from oic_kit.services.editor_alone import alone
from oic_kit.services.editor_config import editor_config
from oic_kit.services.editor_help import editor_help
from tests.places import profile

FONTS = "".join(
    f"url(https://cdn.jsdelivr.net/fontsource/fonts/{name}@1/x.woff2)"
    for name in ("source-sans-3", "noto-mono", "material-symbols-outlined")
)
SCRIPT = f"{FONTS};import(`../locales/de.json`);import(`../locales/fr.json`)"
HELD = {
    "npm/index.js": SCRIPT.encode(),
    "npm/assets/source-sans-3-a.woff2": b"1",
    "npm/assets/noto-mono-b.woff2": b"2",
    "npm/assets/material-symbols-outlined-c.woff2": b"3",
    "locales/de.json": b'{"save": "Speichern"}',
    "locales/fr.json": b'{"save": "Enregistrer"}',
}


def test_off_means_no_file_at_all() -> None:
    """
    A visitor of a site without the editor finds no trace of it.
    """
    assert {} == editor_files(profile("muenster"))


def test_fonts_and_translations_come_from_the_site_itself() -> None:
    """
    An editor's browser is never sent to a host that nobody chose.
    """
    made = alone(HELD)

    script = made["index.js"].decode()
    assert "jsdelivr" not in script
    assert "url(editor/assets/noto-mono-b.woff2)" in script
    assert "import(`./locales/de.js`);import(`./locales/fr.js`)" in script
    assert b'export default {"save": "Speichern"}' == made["locales/de.js"]
    assert b"en-GB" in made["locales/fr.js"]


def test_a_program_built_differently_is_refused() -> None:
    """
    A maintainer who pins a new release learns when it would load things from elsewhere.
    """
    with pytest.raises(ProgramError, match="not built as expected"):
        alone({"npm/index.js": b"nothing"})


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has never seen the program."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_without_npm_the_officer_reads_what_to_do(
    nowhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An officer who switched the editor on gets one sentence and three ways out.
    """
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ProgramError, match="npm is not installed") as caught:
        editor_program.editor_program()

    assert "modules.editor" in caught.value.remedy


def test_an_archive_that_is_not_the_pinned_one_is_not_used(
    nowhere: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    A registry that hands out something else cannot put a script into the site.
    """
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("package/npm/index.js"))
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    (tmp_path / "evil.tgz").write_bytes(made.getvalue())
    npm.write_text(f'#!/bin/sh\nfor last; do :; done\ncp "{tmp_path}/evil.tgz" "$last/"\n')
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/bin:/usr/bin")

    with pytest.raises(ProgramError, match="something else"):
        editor_program.editor_program()

    assert not list((tmp_path / "cache").rglob("*.tgz"))


def test_a_folder_that_has_the_program_needs_no_network(
    nowhere: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    A publishing job builds the site from what the place keeps in its own folder.
    """
    made = alone(HELD)
    for path, content in made.items():
        (tmp_path / "kept" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kept" / path).write_bytes(content)
    pinned = {**editor_program.pinned(), "files": editor_program.digest(made)}
    monkeypatch.setattr(editor_program, "pinned", lambda: pinned)
    monkeypatch.setenv("PATH", "")

    assert made == editor_program.editor_program(tmp_path / "kept")


def test_every_kind_of_page_is_a_collection_and_explained() -> None:
    """
    An editor finds all kinds of pages in the editor and in its help, in each language.
    """
    place = profile("muenster")
    config, explained = editor_config(place), editor_help(place)

    assert list(KINDS) == [collection["name"] for collection in config["collections"]]
    assert ["de", "en"] == list(explained)
    for code in explained:
        assert list(KINDS) == [kind["kind"] for kind in explained[code]]
        rows = [row for kind in explained[code] for row in (*kind["first"], *kind["more"])]
        assert all(row["label"] and (row["text"] or row["options"]) for row in rows)
    assert json.loads(json.dumps(config)) == config


def test_a_part_that_is_off_is_no_collection() -> None:
    """
    An editor cannot write pages that the site would not show.
    """
    place = profile("muenster")
    quiet = place.model_copy(
        update={"modules": place.modules.model_copy(update={"challenges": False})}
    )

    names = [collection["name"] for collection in editor_config(quiet)["collections"]]

    assert "challenges" not in names
    assert "events" in names


def test_the_kit_keeps_nothing_of_the_program() -> None:
    """
    A developer who clones the kit gets our files only; the program stays where it is published.
    """
    root = Path(editor_program.__file__).parents[3]
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False
    ).stdout

    assert "sveltia" not in listed.lower()
