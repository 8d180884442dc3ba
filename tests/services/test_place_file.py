"""`place.yaml` read and written: every fault at once, nothing legal lost."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from oic_kit.errors import PlaceFileError
from oic_kit.model.place import Place
from oic_kit.services.place_file import dump_place, place_from, read_place, schema, with_settings
from oic_kit.services.record_text import parse_record
from tests.places import profile

RIGHT = {
    "place": {"name": "Altdorf", "population": 12000},
    "site": {"title": "Open Innovation City Altdorf", "url": "https://oic-altdorf.de/"},
}
INVISIBLE = "remove the invisible or direction-changing characters"
CONTROL = "remove the control characters (tabs, escape codes, NUL)"
PUBLIC = "write a public address; this one only works on your own machine"
COLOUR = "write a colour as # and six hexadecimal digits, e.g. #00b2bb"
EMAIL = "write one e-mail address, e.g. innovation@stadt-muenster.de"
PHONE = "write it with the country code, e.g. +49 251 4920"
SLUG = "use 1 to 60 small letters a–z, digits and hyphens, e.g. open-office"
RESERVED = "choose another name; this one is reserved on web servers or by Windows"
QUOTES = 'write it as text in quotes, e.g. "01067"'

FAULTS = [
    # key, value, cure – numbers are those of the corpus of hostile inputs
    ("place.name", "A" * 10_000, "shorten it to at most 80 letters"),  # 19
    ("place.name", "", "write a name with at least one letter or digit"),  # 20
    ("place.name", "\u00a0\u2003", "write a name with at least one letter or digit"),  # 20
    ("place.name", "🏙️", "write a name with at least one letter or digit"),  # 16
    ("place.name", "---", "write a name with at least one letter or digit"),  # 43
    ("place.name", "Ber\u202enil", INVISIBLE),  # 32
    ("place.name", "Ber\u2066lin\u2069", INVISIBLE),  # 33
    ("place.name", "Ber\u0000lin", CONTROL),  # 34
    ("place.name", "Ber\u001b[31mlin", CONTROL),  # 35
    ("place.name", "\ufeffBerlin\u200b", INVISIBLE),  # 37
    (
        "place.name",
        "Z" + "\u0337" * 9 + "algo",
        "remove the piled-up accents; at most four on one letter",
    ),
    ("place.name", "Berlin\nVersion: 2", "write it on one line"),  # 40
    ("place.name", 123, QUOTES),  # 9
    ("place.name", True, QUOTES),  # 8
    ("place.name", ["Berlin"], QUOTES),
    ("place.kind", "town", "choose one of: city, district, region"),
    ("place.population", "many", "write a whole number without dots, e.g. 308258"),
    ("place.population", 0, "write a whole number without dots, e.g. 308258"),
    ("place.population", -5, "write a whole number without dots, e.g. 308258"),
    ("place.country", "Germany", "write a country code, e.g. DE"),
    ("place.state", "Nordrhein", "write the code of the state, e.g. NW for North Rhine-Westphalia"),
    ("place.coordinates", [91, 7], "write [latitude, longitude], e.g. [51.96, 7.63]"),
    ("place.timezone", 2, QUOTES),
    ("site.url", "http://x.de", "begin with https://, e.g. https://oic-muenster.de/"),  # 64
    ("site.url", "javascript:alert(1)", "begin with https://, e.g. https://oic-muenster.de/"),  # 66
    ("site.url", "//evil.example", "begin with https://, e.g. https://oic-muenster.de/"),  # 66
    ("site.url", "https://user:pw@x.de", "remove the user name or password from the address"),  # 66
    (
        "site.url",
        "https://x.de\\@evil.example",
        "remove blanks and backslashes from the address",
    ),  # 68
    ("site.url", "https://127.0.0.1", PUBLIC),  # 69
    ("site.url", "https://localhost", PUBLIC),  # 69
    ("site.url", "https://[::1]", PUBLIC),  # 69
    (
        "site.url",
        "https://x.de/?a",
        "remove everything from ? or # on; the address of a site has none",
    ),
    (
        "site.url",
        "https://x.de/#b",
        "remove everything from ? or # on; the address of a site has none",
    ),
    ("site.languages", ["de", "de"], "name every language once"),  # 97
    ("site.languages", ["DE"], "write a language code, e.g. de or en"),  # 97
    ("site.languages", ["../en"], "write a language code, e.g. de or en"),  # 97
    ("site.languages", [], "write a list, the main one first: [de, en]"),  # 97
    ("site.address", "ihr", "choose one of: du, sie, neutral"),
    ("site.gender", "inner_i", "choose one of: neutral, pair, star, colon"),
    ("brand.colour", "red;}body{display:none", COLOUR),  # 92
    ("brand.colour", "url(https://evil.example)", COLOUR),  # 92
    ("brand.colour", "#12345", COLOUR),  # 92
    ("brand.colour", "#fff", COLOUR),  # 92
    ("brand.colour", "currentColor", COLOUR),  # 92
    ("contact.email", "a@b.de?bcc=x@evil.example&subject=y", EMAIL),  # 70
    ("contact.email", '"a b"@x.de', EMAIL),  # 71
    ("contact.email", "a@b", EMAIL),  # 71
    ("contact.email", "a@b..de", EMAIL),  # 71
    ("contact.email", "a@b.de\nBcc: x", "write it on one line"),  # 71
    ("contact.phone", "0521/51-0 (Zentrale)", PHONE),  # 74
    ("contact.phone", "tel:+49;ext=1<script>", PHONE),  # 75
    ("operator.address.street", "Postfach 10 01 11", None),  # 76
    ("operator.type", "kingdom", None),
    ("operator.legal_name", {"value": "x", "state": "sure"}, None),
    ("operator.vat_id", {"state": "not_applicable"}, "give a reason why this fact does not apply"),
    (
        "operator.unit",
        "ghp_" + "1a" * 18,
        "this looks like a password or an access key; never write one here",
    ),
    ("hosting.provider.log_days", -1, "write the days that server logs are kept, 0 to 90"),  # 108
    ("hosting.provider.log_days", 9999, "write the days that server logs are kept, 0 to 90"),  # 108
    (
        "hosting.provider.log_days",
        "seven",
        "write the days that server logs are kept, 0 to 90",
    ),  # 108
    ("formats", ["../../etc/passwd"], SLUG),  # 54
    ("formats", ["..%2f"], SLUG),  # 55
    ("formats", ["/abs"], SLUG),  # 56
    ("formats", ["NUL"], SLUG),  # 57
    ("formats", ["con"], RESERVED),  # 57
    ("formats", ["index"], RESERVED),  # 58
    ("formats", ["--help"], SLUG),  # 59
    ("formats", ["a" * 300], SLUG),  # 60
    ("formats", ["a b"], SLUG),  # 62
    ("integrations.tickets", {"kind": "link"}, None),
    ("integrations.social", [{"label": "M", "url": "javascript:x"}], None),  # 96
    ("playbook.kickoff", "2026-02-30", "write a date as year-month-day, e.g. 2027-03-01"),  # 88
    ("playbook.kickoff", "0001-01-01", "write a date as year-month-day, e.g. 2027-03-01"),  # 88
    ("playbook.school_breaks", [{"first": "2027-08-01", "last": "2027-07-01"}], None),
]


def set_in(values: dict, key: str, value: object) -> dict:
    """A copy of a record with one value put in its place."""
    copy = json.loads(json.dumps(values))
    *path, last = key.split(".")
    here = copy
    for step in path:
        here = here.setdefault(step, {})
    here[last] = value
    return copy


@pytest.mark.parametrize(("key", "value", "cure"), FAULTS, ids=lambda part: str(part)[:30])
def test_a_value_that_cannot_stay_is_named_with_its_cure(key, value, cure):
    """An editor who writes something impossible reads which key it is and what to write instead."""
    with pytest.raises(PlaceFileError) as refusal:
        place_from(set_in(RIGHT, key, value), named="place.yaml")

    (fault,) = refusal.value.faults
    assert fault.key.startswith(key), fault
    assert len(fault.cure) > 8
    if cure is not None:
        assert cure == fault.cure


def test_every_fault_is_reported_at_once_and_in_order():
    """An editor mends a whole file in one go instead of running the command ten times."""
    values = {
        "plcae": 1,
        "place": {"kind": "town", "members": [{"nam": "x"}]},
        "site": {"url": "http://x.de", "titel": "x"},
    }

    with pytest.raises(PlaceFileError) as refusal:
        place_from(values, named="place.yaml")

    assert [
        "place.kind",
        "place.members.0.nam",
        "place.members.0.name",
        "place.members.0.population",
        "place.name",
        "place.population",
        "plcae",
        "site.titel",
        "site.title",
        "site.url",
    ] == [fault.key for fault in refusal.value.faults]
    assert "place.yaml has 10 faults:" in refusal.value.what


def test_a_misspelt_key_gets_a_suggestion():
    """An editor who writes `contcat` is asked whether `contact` is meant."""
    with pytest.raises(PlaceFileError) as refusal:
        place_from({**RIGHT, "contcat": {}}, named="x")

    assert "did you mean “contact”?" == refusal.value.faults[0].cure


def test_a_secret_is_refused_without_being_repeated():
    """A key pasted by mistake does not end up in a log as well."""
    with pytest.raises(PlaceFileError) as refusal:
        place_from(set_in(RIGHT, "operator.unit", "password = hunter2"), named="x")

    assert "hunter2" not in refusal.value.what


HARMLESS = [
    'Weil am "Rhein"', "L'Aquila", "'s-Hertogenbosch", "Frankfurt (Oder)", "St. Gallen: Stadt & Region",
    "No", "Y", "Å", "null", "true", "0123", "12:30", "2026-01-01", "1e3", ".inf", "0x1A",
    "Weißwasser/O.L. · Běła Woda", "القاهرة", "北京市", "<script>alert(1)</script>",
    "</title><svg onload=alert(1)>", "{{ site.Params }}", "{{< youtube abc >}}", "{{% nope %}}",
    "{{7*7}}{% raw %}${7*7}#{7*7}<%= 7*7 %>", "{{ ''.__class__.__mro__ }}", "%s%n%x {0} {name!r}",
    "$(touch /tmp/p)", "`id`", "; rm -rf /", "- Berlin", "# Berlin", "> Berlin", "| Berlin", "? Berlin",
    "! Berlin", "* Berlin", "& Berlin", "@Berlin", "%Berlin", 'Berlin: "a"  # x',
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
]  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_an_awkward_name_survives_being_written_and_read(name):
    """A place with quotes, colons or template signs in its name finds it unchanged in its file."""
    place = place_from(set_in(RIGHT, "place.name", name), named="x")

    written = dump_place(place)

    assert name == place_from(parse_record(written, named="x"), named="x").name
    assert name == yaml.safe_load(written)["place"]["name"]


@settings(deadline=None)  # the first record is slow: its data files are read
@given(
    st.text(alphabet=st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60)
)
def test_whatever_the_model_takes_comes_back_from_the_file(text):
    """A developer may rely on it: accepted means unchanged after writing and reading."""
    try:
        place = place_from(set_in(RIGHT, "operator.unit", text), named="x")
    except PlaceFileError:
        return

    assert place == place_from(parse_record(dump_place(place), named="x"), named="x")


def test_composed_and_decomposed_letters_are_the_same_name():
    """`Köln` typed on a Mac and on Windows is one place."""
    one, two = (
        place_from(set_in(RIGHT, "place.name", name), named="x") for name in ("Köln", "Ko\u0308ln")
    )

    assert one == two


def test_a_host_with_umlauts_is_kept_as_servers_know_it():
    """An address with an umlaut works in every browser and calendar."""
    place = place_from(set_in(RIGHT, "site.url", "https://münchen.example/path"), named="x")

    assert "https://xn--mnchen-3ya.example/path/" == place.site.url


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("a: &x 1\nb: *x", "anchors and aliases are not read"),
        ("place: {name: A}\nplace: {name: B}", "the key “place” is given twice"),
        ("!!python/object/apply:os.system ['id']", "could not determine a constructor"),
        ("- a\n- b", "write keys and values"),
        ("place: [", "expected the node content"),
        ("", "write keys and values"),
    ],
)
def test_a_trap_in_yaml_is_one_sentence(text, cure):
    """A file that is no plain YAML is refused in words and never executed."""
    with pytest.raises(PlaceFileError, match=cure):
        parse_record(text, named="place.yaml")


def test_a_file_in_another_encoding_is_explained(tmp_path):
    """An editor on Windows learns that the file was not saved as UTF-8."""
    file = tmp_path / "place.yaml"
    file.write_bytes("place: {name: Köln}".encode("latin-1"))

    with pytest.raises(PlaceFileError, match="UTF-8"):
        read_place(file)


@pytest.mark.parametrize("path", ["/dev/zero", "/no/such/file.yaml", "/"])
def test_what_is_no_file_is_refused_at_once(path):
    """Reading from a device, a folder or nowhere neither hangs nor shows a traceback."""
    from pathlib import Path

    with pytest.raises(PlaceFileError):
        read_place(Path(path))


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path):
    """A file saved by a Windows editor is read like any other."""
    file = tmp_path / "place.yaml"
    text = dump_place(profile("muenster")).replace("\n", "\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert profile("muenster") == read_place(file)


def test_single_settings_win_over_the_file():
    """A consultant changes one answer on the command line without editing the profile."""
    values = with_settings(
        RIGHT, ["site.address=sie", "place.population=99", "brand.colour=#112233"]
    )

    place = place_from(values, named="x")
    assert ("sie", 99, "#112233") == (
        place.site.address,
        place.place.population,
        place.brand.colour,
    )


def test_a_setting_without_a_value_is_refused():
    """A typing error after `--set` is named instead of being ignored."""
    with pytest.raises(PlaceFileError, match="write key=value"):
        with_settings(RIGHT, ["site.address"])


def test_the_schema_accepts_what_the_model_writes(place: Place):
    """An editor's auto-completion does not mark a generated file as wrong."""
    validator = Draft202012Validator(schema())

    assert [] == [
        error.message for error in validator.iter_errors(yaml.safe_load(dump_place(place)))
    ]


def test_the_schema_refuses_an_unknown_key():
    """An editor with auto-completion sees a misspelt key while typing."""
    validator = Draft202012Validator(schema())

    assert not validator.is_valid({**RIGHT, "contcat": {}})
