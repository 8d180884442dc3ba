"""Texts of the template filled in by Copier, on sheets and by two processes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oic_kit.errors import OicError
from oic_kit.services import meanwhile, render
from oic_kit.services.render import render_template
from oic_kit.services.template import contents_of, template_root

VALUES = {"name": "Münster", "year": 2027, "site_title": "{{ 7*7 }} {% raw %}"}


def template(root: Path, **texts: str) -> Path:
    """A template of a few files; `__` in a name stands for a slash, `_` for a dot."""
    root.mkdir()
    settings = (template_root() / "copier.yml").read_text(encoding="utf-8")
    (root / "copier.yml").write_text(settings, encoding="utf-8")
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def rendered(root: Path, into: Path) -> dict[str, str]:
    """What becomes of a template."""
    into.mkdir()
    render_template(VALUES, into, root=root)
    return {path: text.decode() for path, text in contents_of(into).items()}


def test_values_are_filled_in_and_never_read_as_a_template(tmp_path):
    """
    A place whose title looks like code gets exactly this title; what has no value is left alone.
    """
    root = template(
        tmp_path / "t",
        a__b_md_jinja="# {{ name }}\n\n{{ site_title }}\n",
        c_html="{{ .Title }}",
        d_txt_jinja="",
        e_txt_jinja="no new line at the end",
    )

    assert {
        "a/b.md": "# Münster\n\n{{ 7*7 }} {% raw %}\n",
        "c.html": "{{ .Title }}",
        "d.txt": "",
        "e.txt": "no new line at the end",
    } == rendered(root, tmp_path / "made")


def test_a_path_may_hold_a_value_but_never_lead_away(tmp_path):
    """
    A report is named after its year; a template that would write elsewhere is refused.
    """
    root = template(tmp_path / "t")
    (root / "{{ year }}.yaml.jinja").write_text("x\n", encoding="utf-8")
    assert {"2027.yaml": "x\n"} == rendered(root, tmp_path / "made")

    (root / "{{ '..' }}").mkdir()
    (root / "{{ '..' }}" / "out.md.jinja").write_text("x\n", encoding="utf-8")
    with pytest.raises(OicError, match="outside"):
        rendered(root, tmp_path / "again")
    assert not (tmp_path / "out.md").exists()


def test_a_template_without_values_needs_no_copier(tmp_path, monkeypatch):
    """
    A maintainer who saves a layout does not wait for a renderer.
    """
    monkeypatch.setattr(render, "_fill", lambda *_words: pytest.fail("nothing to fill in"))

    assert {"a.html": "x"} == rendered(template(tmp_path / "t", a_html="x"), tmp_path / "made")


def test_one_process_makes_what_two_make(tmp_path, monkeypatch):
    """
    Where a process cannot be doubled, or its double dies, the folder is the same.
    """
    root = template(
        tmp_path / "t", **{f"{it}_md_jinja": f"{it} {{{{ name }}}}\n" for it in "abcde"}
    )
    two = rendered(root, tmp_path / "two")
    parent, fill = os.getpid(), render._run_copier

    def dies(*words: object) -> None:
        if os.getpid() != parent:
            os._exit(9)
        fill(*words)

    monkeypatch.setattr(render, "_run_copier", dies)
    alone = rendered(root, tmp_path / "alone")
    monkeypatch.setattr(meanwhile.sys, "platform", "darwin")
    one = rendered(root, tmp_path / "one")

    assert 5 == len(two)
    assert two == alone == one


def test_a_value_that_nobody_gave_stops_the_rendering(tmp_path):
    """
    A developer who mistypes a value hears of it, whichever process rendered the text.
    """
    for name in ("a_md_jinja", "b_md_jinja"):
        others = {"a_md_jinja": "x", "b_md_jinja": "x", name: "{{ nmae }}"}
        with pytest.raises(Exception, match="nmae"):
            rendered(template(tmp_path / f"t-{name}", **others), tmp_path / f"made-{name}")
