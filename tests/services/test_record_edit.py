"""Single keys change in a record; comments, order and quotes of the place stay."""

from __future__ import annotations

import pytest
import yaml

from oic_kit.services.record_edit import add, drop, put, rename

TEXT = """\
# Our record, edited by hand.
oic: 1  # format
site:
  # the address
  url: 'https://oic.example/'   # ours
  languages:
    - de
    - en

  # about people
  address: sie
contact: {email: "a@example.org", phone: "1"}
"""


def test_a_value_changes_and_its_comment_stays():
    """
    Only the letters of the value are other ones.
    """
    changed = put(TEXT, "site.url", "https://new.example/")

    assert TEXT.replace("'https://oic.example/'", '"https://new.example/"') == changed


def test_a_list_over_several_lines_becomes_another_value():
    """
    The blank line and the comment below it stay where they are.
    """
    changed = put(TEXT, "site.languages", ["en"])

    assert ["en"] == yaml.safe_load(changed)["site"]["languages"]
    assert '["en"]\n\n  # about people\n' in changed


def test_a_key_gets_another_name():
    """
    Its value, its quotes and its comment stay.
    """
    assert TEXT.replace("address:", "form:") == rename(TEXT, "site.address", "form")


@pytest.mark.parametrize("key", ["site.url", "site.languages", "site.address", "contact", "oic"])
def test_a_key_goes_with_its_lines_and_nothing_else(key):
    """
    All other keys still say the same.
    """
    expected = yaml.safe_load(TEXT)
    block, _dot, name = key.rpartition(".")
    del (expected[block] if block else expected)[name]

    assert expected == yaml.safe_load(drop(TEXT, key))


@pytest.mark.parametrize("key", ["contact.email", "contact.phone"])
def test_a_key_within_a_line_goes_with_its_comma(key):
    """
    The first and the last of two entries on one line.
    """
    (kept,) = {"email", "phone"} - {key.partition(".")[2]}

    assert {kept} == yaml.safe_load(drop(TEXT, key))["contact"].keys()


@pytest.mark.parametrize("key", ["site.home", "contact.form", "network"])
def test_a_key_is_added_to_its_block(key):
    """
    In a block of lines, in one line, and at the end of the record.
    """
    found = yaml.safe_load(add(TEXT, key, {"a": "ß"}))
    for step in key.split("."):
        found = found[step]

    assert {"a": "ß"} == found


def test_a_missing_key_is_named():
    """
    A step of a migration that expects a key says which one.
    """
    with pytest.raises(KeyError, match=r"site\.nothing"):
        put(TEXT, "site.nothing", 1)
