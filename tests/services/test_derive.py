"""What is computed from `place.yaml`, and how it comes into the folder of a place."""

from __future__ import annotations

import json
import re

import pytest
import tinycss2
import yaml

from oic_kit.errors import FolderError, OicError
from oic_kit.model.place import Place
from oic_kit.model.promises import SHAPES
from oic_kit.services.derive import derive, write_derived
from oic_kit.services.texts import texts_of
from oic_kit.services.zone_files import posix_rule

CONTRACT = {
    "assets/tokens.css", "assets/wordmark.svg", "assets/card.png",
    "static/wordmark.svg", "static/wordmark-on-dark.svg", "static/favicon.svg",
    "static/favicon-32.png", "static/apple-touch-icon.png", "static/icon-512.png",
    "static/site.webmanifest", "static/_headers",
    "data/palette.json", "data/card.json", "data/timezone.json", "data/policy.json",
    "data/third_parties.json", "data/words.json", "data/law.json", "data/kit.json",
    "i18n/de.yaml", "i18n/en.yaml",
    "place.schema.json",
}  # fmt: skip


def place(name: str = "Münster", *, about=None, **blocks) -> Place:
    site = {"title": f"Open Innovation City {name}", "url": "https://example.org/"}
    return Place.model_validate_json(
        json.dumps(
            {
                "place": {"name": name, "population": 300_000, **(about or {})},
                "site": {**site, **blocks.pop("site", {})},
                **blocks,
            }
        )
    )


def data(made: dict[str, bytes], name: str):
    return json.loads(made[f"data/{name}.json"])


def test_every_file_that_others_build_on_is_there():
    """
    A template maintainer finds every derived file under its agreed name.
    """
    assert CONTRACT == set(derive(place()))


@pytest.mark.parametrize("name", ["Münster", 'Ä "B" {{ .Site }} <i>', "القاهرة", "X" * 80])
def test_the_same_place_gives_the_same_bytes(name):
    """
    An editor who builds twice sees no change in the repository.
    """
    assert derive(place(name)) == derive(place(name))


def test_tokens_and_data_hold_the_same_colours():
    """
    A designer reads one colour for a role, in CSS and in data, in light and dark.
    """
    made = derive(place())
    light, dark = data(made, "palette")["light"], data(made, "palette")["dark"]
    css = made["assets/tokens.css"].decode()
    before, after = css.split("@media screen and (prefers-color-scheme: dark)")

    assert light == dict(re.findall(r"--colour-([\w-]+): (#[0-9a-f]{6});", before))
    assert dark == dict(re.findall(r"--colour-([\w-]+): (#[0-9a-f]{6});", after))
    assert "color-scheme: light dark;" in before
    assert not [rule for rule in tinycss2.parse_stylesheet(css) if rule.type == "error"]


def test_roles_have_the_agreed_names():
    """
    A theme that uses an agreed role gets a colour.
    """
    states = ("success", "warning", "danger", "info")
    agreed = {
        "bg", "surface", "surface-2", "text", "muted", "line", "line-strong", "link", "link-hover",
        "brand", "on-brand", "brand-strong", "on-brand-strong", "brand-tint", "on-brand-tint",
        "accent", "on-accent", "mark", "mark-accent", "band", "on-band", "band-link",
        "focus-inner", "focus-outer",
        *states, *(f"{state}-tint" for state in states), *(f"on-{state}-tint" for state in states),
        *SHAPES, *(f"on-{shape}" for shape in SHAPES),
    }  # fmt: skip

    assert agreed <= set(data(derive(place()), "palette")["dark"])


def test_the_time_zone_travels_as_lines_for_calendars():
    """
    A subscriber's calendar is told the rules of the place; where none can be told, it gets UTC.
    """
    berlin = data(derive(place()), "timezone")
    cairo = data(derive(place(about={"timezone": "Africa/Cairo"})), "timezone")

    assert ("Europe/Berlin", "BEGIN:VTIMEZONE") == (berlin["zone"], berlin["vtimezone"][0])
    assert {"zone": "Africa/Cairo", "vtimezone": None} == cairo


def test_a_zone_that_does_not_exist_is_named_with_the_nearest_one():
    """
    An editor who mistypes the time zone reads which one was probably meant.
    """
    with pytest.raises(OicError) as caught:
        derive(place(about={"timezone": "Europe/Berln"}))

    assert "Europe/Berln" in caught.value.what
    assert "Europe/Berlin" in caught.value.remedy
    assert "CET-1CEST,M3.5.0,M10.5.0/3" == posix_rule("Europe/Berlin")


def test_policy_header_and_privacy_notice_say_the_same():
    """
    What the page may load, what the server says and what the privacy notice names agree.
    """
    video = {"kind": "embed", "url": "https://tube.example.org/c/oic"}
    made = derive(place(integrations={"video": video}))
    policy = data(made, "policy")

    assert ["https://tube.example.org"] == policy["csp"]["frame-src"]
    assert (
        f"  Content-Security-Policy: {policy['header']}"
        in made["static/_headers"].decode().splitlines()
    )
    assert [{"service": "video", "host": "tube.example.org", "mode": "embed"}] == data(
        made, "third_parties"
    )


def test_texts_and_grammar_are_written_for_hugo():
    """
    The theme finds the texts as YAML and the grammar as data, umlauts readable.
    """
    made = derive(place())
    words = data(made, "words")

    assert texts_of(place())["de"] == yaml.safe_load(made["i18n/de.yaml"])
    assert ("in Münster", "in Münster") == (words["de"]["where"], words["en"]["where"])
    assert "in Münster".encode() in made["data/words.json"]


def test_no_answer_becomes_part_of_a_template():
    """
    A name that looks like a template command is only ever data; Hugo never runs it.
    """
    made = derive(place('{{ os.Getenv "HOME" }}'))

    assert not [path for path in made if path.startswith("i18n/") and b"os.Getenv" in made[path]]
    assert b"os.Getenv" not in made["assets/tokens.css"] + made["assets/wordmark.svg"]


def test_writing_twice_changes_nothing(tmp_path):
    """
    An editor who builds without a change finds every file untouched, its date included.
    """
    first = write_derived(place(), tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    assert CONTRACT == set(first)
    assert () == write_derived(place(), tmp_path)
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}


def test_only_what_changed_is_written_and_leftovers_go(tmp_path):
    """
    An editor who drops a language sees its texts vanish and nothing else disturbed.
    """
    write_derived(place(), tmp_path)
    changed = write_derived(place(site={"languages": ["de"]}), tmp_path)

    assert ("data/words.json", "i18n/en.yaml") == changed
    assert not (tmp_path / ".oic/derived/i18n/en.yaml").exists()


def test_only_the_derived_folder_is_touched(tmp_path):
    """
    What a place keeps beside the derived files is never touched.
    """
    (tmp_path / ".oic/base").mkdir(parents=True)
    (tmp_path / ".oic/base/place.yaml").write_text("kept", encoding="utf-8")
    (tmp_path / "place.yaml").write_text("kept", encoding="utf-8")
    write_derived(place(), tmp_path)

    assert ["base", "derived"] == sorted(path.name for path in (tmp_path / ".oic").iterdir())
    assert "kept" == (tmp_path / ".oic/base/place.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", [".oic", ".oic/derived", ".oic/derived/data"])
def test_nothing_is_written_through_a_link(tmp_path, link):
    """
    A link in the folder never leads our writing to another place.
    """
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    (folder / link).parent.mkdir(parents=True)
    (folder / link).symlink_to(outside, target_is_directory=True)

    with pytest.raises(FolderError, match="link"):
        write_derived(place(), folder)
    assert [] == list(outside.iterdir())
