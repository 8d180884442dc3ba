"""An old site may come from anybody: one clear message, or harmless text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oic_kit.errors import FolderError, OicError, PlaceFileError
from oic_kit.model.jekyll_outcome import Takeover
from oic_kit.services.generate import generate
from oic_kit.services.jekyll import import_jekyll
from oic_kit.services.site import page_faults, refresh
from tests.hostile import FORMULAS, TEXTS
from tests.jekyll import picture, write
from tests.places import TODAY, profile

CONFIG = "lang: de\ncollections:\n  posts: {output: true}\n"
POST = "---\ntitle: {title}\ndate: 2026-01-01\nauthor: Redaktion\n---\n{body}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated folder that nobody writes into."""
    into = tmp_path_factory.mktemp("hostile") / "new"
    generate(profile("muenster"), into=into)
    return into


def looked(root: Path, folder: Path) -> Takeover:
    """What would come over."""
    return import_jekyll(root, folder, today=TODAY, write=False)


def test_a_folder_that_is_no_jekyll_site_is_refused_in_one_sentence(
    tmp_path: Path, folder: Path
) -> None:
    """
    An officer who names the wrong folder reads which one is meant.
    """
    with pytest.raises(FolderError, match=r"_config\.yml"):
        looked(tmp_path, folder)
    with pytest.raises(FolderError, match="not a folder"):
        looked(tmp_path / "nowhere", folder)


@pytest.mark.parametrize(
    "config",
    ["a: [", "a: &x [*x, *x]\n", "a: 1\na: 2\n", "\t- x\n", "x" * 1_000_001],
    ids=["broken", "bomb", "twice", "tab", "huge"],
)
def test_a_configuration_that_cannot_be_read_ends_the_import(
    config: str, tmp_path: Path, folder: Path
) -> None:
    """
    An officer reads what is wrong with the file; nothing is half imported.
    """
    write(tmp_path, "_config.yml", config)

    with pytest.raises(PlaceFileError):
        looked(tmp_path, folder)


def test_a_language_that_the_new_site_does_not_speak_is_named(tmp_path: Path, folder: Path) -> None:
    """
    An officer learns which language to add before pages land where nobody sees them.
    """
    write(tmp_path, "_config.yml", "lang: nl\n")

    with pytest.raises(FolderError, match="nl"):
        looked(tmp_path, folder)


def test_links_devices_and_huge_files_stay_outside(tmp_path: Path, folder: Path) -> None:
    """
    Nothing outside of the old site is read, whatever a link in it says.
    """
    root, secret = tmp_path / "old", tmp_path / "secret.md"
    secret.write_text(POST.format(title="Geheim", body="x"), encoding="utf-8")
    write(root, "_config.yml", CONFIG)
    write(root, "_posts/2026-01-01-huge.md", "x" * 1_000_001)
    (root / "_posts/2026-01-01-link.md").symlink_to(secret)
    (root / "assets").symlink_to(tmp_path)

    taken = looked(root, folder)

    assert [] == [entry for entry in taken.entries if entry.outcome != "left"]
    assert {"_posts/2026-01-01-link.md", "_posts/2026-01-01-huge.md", "assets"} == {
        entry.source for entry in taken.entries
    }


@pytest.mark.parametrize(
    "head",
    ["title: [", "title: a\ntitle: b", "a: &x [1]\nb: *x", "- 1", "title: \x00"],
)
def test_a_page_with_a_broken_head_stays_behind_with_its_line(
    head: str, tmp_path: Path, folder: Path
) -> None:
    """
    An editor reads which page could not come over and why; all others do.
    """
    write(tmp_path, "_config.yml", CONFIG)
    write(tmp_path, "_posts/2026-01-01-broken.md", f"---\n{head}\n---\n")
    write(tmp_path, "_posts/2026-01-01-good.md", POST.format(title="Gut so", body="Text."))

    outcome = {entry.source: entry for entry in looked(tmp_path, folder).entries}

    assert "left" == outcome["_posts/2026-01-01-broken.md"].outcome
    assert outcome["_posts/2026-01-01-broken.md"].notes
    assert "left" != outcome["_posts/2026-01-01-good.md"].outcome


BODIES = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[klick](javascript:alert(1))",
    "[klick](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](/../../../../etc/passwd)",
    "[x](/../../etc/passwd)",
    '{{< youtube id >}} {{% readFile "/etc/passwd" %}}',
    '{% include gallery.html folder="/../../etc/" %}',
    '{% include quote.html text="{{< x >}}" author="\\" >}}" %}',
    '{% include cta-button.html text="{{< x" url="javascript:alert(1)" %}',
    "{{ site.config | dump }} {% assign x = y %} {% raw %}{{< x >}}{% endraw %}",
    '<iframe src="https://boese.example"></iframe><object data=x></object>',
    "a\u202eb \x07 c\u200bd",
    "# Eins\n\n## Zwei\n\n---\n\n{:toc}",
    "<div><p>" * 500,
    "[" * 500 + "](" * 500,
    "\ue0000\ue001 \ue00099\ue001",
    "{{" * 300 + "%}" * 300,
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_hostile_text_becomes_harmless(body: str, tmp_path: Path, folder: Path) -> None:
    """
    A visitor of the new site runs nothing that somebody hid in a text of the old one.
    """
    write(tmp_path, "_config.yml", CONFIG)
    write(tmp_path, "_posts/2026-01-01-text.md", POST.format(title="Ein Text", body=body))

    taken = looked(tmp_path, folder)

    entry = next(one for one in taken.entries if one.kind == "post")
    assert "left" != entry.outcome or entry.notes


def test_all_hostile_texts_together_give_pages_that_hold(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """
    An editor finds no page among them that the new site would stumble over.
    """
    into = tmp_path_factory.mktemp("whole") / "new"
    generate(profile("sennestadt"), into=into)
    write(tmp_path, "_config.yml", CONFIG)
    for number, body in enumerate(BODIES):
        path = f"_posts/2026-01-01-text-{number}.md"
        write(tmp_path, path, POST.format(title=f"Text {number}", body=body))
    for number, text in enumerate(TEXTS):
        post = POST.format(title=json.dumps(text, ensure_ascii=False), body="Ein Satz.")
        write(tmp_path, f"_posts/2026-02-01-titel-{number}.md", post)
    write(tmp_path, "_data/team.yml", "- {name: '<b>Rolle</b> {{ x }}', role: '', email: nope}\n")
    write(tmp_path, "_data/events.yml", "- 7\n- {title: x, date: 2026-13-45}\n- {title: [a]}\n")

    taken = import_jekyll(tmp_path, into, today=TODAY)

    assert [] == page_faults(into, refresh(into))
    written = [
        path.read_text("utf-8")
        for path in (into / "site/content/posts").rglob("text-*/index.de.md")
    ]
    assert len(written) >= len(BODIES) - 2
    assert not [text for text in written if "javascript:" in text or "onerror" in text]
    titles = {entry.title for entry in taken.entries if entry.kind == "post"}
    assert {"0123", "12:30", "true", ".inf", *FORMULAS} <= titles


def test_old_windows_letters_are_understood(tmp_path: Path, folder: Path) -> None:
    """
    A visitor reads umlauts although the old file was not saved as UTF-8.
    """
    write(tmp_path, "_config.yml", CONFIG)
    text = POST.format(title="Grüße", body="Straße").encode("cp1252")
    write(tmp_path, "_posts/2026-01-01-alt.md", text)

    entry = next(one for one in looked(tmp_path, folder).entries if one.kind == "post")

    assert "Grüße" == entry.title
    assert "changed" == entry.outcome


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"no picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        ("a.svg", b"<html></html>"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_what_is_no_picture_is_left_and_named(
    name: str, content: bytes, tmp_path: Path, folder: Path
) -> None:
    """
    A visitor gets no broken and no active picture; the post arrives without it.
    """
    write(tmp_path, "_config.yml", CONFIG)
    write(tmp_path, f"img/{name}", content)
    write(tmp_path, "_posts/2026-01-01-bild.md", POST.format(title="Bild", body=f"![A]({name})"))
    write(
        tmp_path,
        "_posts/2026-01-01-bild.md",
        POST.format(title="Ein Bild", body=f"![Ein Haus](/img/{name})"),
    )

    entry = next(one for one in looked(tmp_path, folder).entries if one.kind == "post")

    assert any(name in note for note in entry.notes)


def test_an_import_that_cannot_write_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    """
    An officer whose disk is full half-way still has the site of before.
    """
    write(tmp_path, "_config.yml", CONFIG)
    picture(tmp_path / "img/a.jpg", (40, 40))
    write(
        tmp_path,
        "_posts/2026-01-01-bild.md",
        POST.format(title="Ein Bild", body="![Ein Haus](/img/a.jpg)"),
    )
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("oic_kit.services.swap._write", full)
    with pytest.raises(OicError, match="No space"):
        import_jekyll(tmp_path, folder, today=TODAY)

    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
