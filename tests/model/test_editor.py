"""Where the web editor reads and writes, what its page may load, and how fields become forms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from oic_kit.model.content_fields import ContentField, Shape, fields_of
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.editor_backend import backend, backend_hosts, waits_for_review
from oic_kit.model.editor_field import Around, form_of, forms
from oic_kit.model.place import Place
from oic_kit.model.policy import as_header, content_policy, editor_policy, header_rules

HUB = {"forge": "github", "repository": "https://github.com/stadt/oic.git"}
LAB = {"forge": "gitlab", "repository": "https://lab.example.org/gruppe/unter/oic"}
BERG = {"forge": "forgejo", "repository": "https://forge.example.org/stadt/oic/"}
AROUND = Around(
    say=lambda text: text,
    word=lambda _field, value: value,
    kinds=frozenset(KINDS),
    topics=(("digital", "Digitales"),),
    languages=("de", "en"),
    main="de",
)


def place(hosting: dict[str, Any], *, on: bool = True, **access: object) -> Place:
    return Place.model_validate_json(
        json.dumps(
            {
                "place": {"name": "Münster", "population": 300_000},
                "site": {"title": "Open Innovation City Münster", "url": "https://example.org/"},
                "modules": {"editor": on},
                "integrations": {"editor": access},
                "hosting": hosting,
            }
        )
    )


@pytest.mark.parametrize(
    ("hosting", "access", "expected"),
    [
        (HUB, {}, {"name": "github", "repo": "stadt/oic", "auth_methods": ["token"]}),
        (HUB, {"sign_in": "https://login.example.org/"}, {"base_url": "https://login.example.org"}),
        (
            LAB,
            {"app_id": "abc", "branch": "redaktion"},
            {
                "name": "gitlab",
                "repo": "gruppe/unter/oic",
                "branch": "redaktion",
                "api_root": "https://lab.example.org/api/v4",
                "auth_type": "pkce",
                "app_id": "abc",
            },
        ),
        (BERG, {}, {"name": "gitea", "repo": "stadt/oic", "base_url": "https://forge.example.org"}),
    ],
)
def test_the_editor_writes_where_the_pages_lie(
    hosting: dict[str, Any], access: dict[str, Any], expected: dict[str, Any]
) -> None:
    """
    An editor signs in at the forge that holds the pages, and changes land on its branch.
    """
    assert expected.items() <= backend(place(hosting, **access)).items()


def test_changes_wait_for_review_only_where_the_forge_can_do_it() -> None:
    """
    A lead who asked for four eyes gets them on GitHub and GitLab.
    """
    assert [True, True, False, False] == [
        waits_for_review(place(hosting, review=True)) for hosting in (HUB, LAB, BERG, {})
    ]


def test_the_page_of_the_editor_talks_to_its_forge_and_to_nobody_else() -> None:
    """
    An editor's browser asks no host but the site and the forge; without a forge, only the site.
    """
    assert () == backend_hosts(place({}))
    assert ("https://lab.example.org",) == backend_hosts(place(LAB))
    policy = editor_policy(place(LAB))
    assert ("'self'", "'wasm-unsafe-eval'") == policy["script-src"]
    assert "https://lab.example.org" in policy["connect-src"]
    assert "'unsafe-eval'" not in as_header(policy)


def test_no_other_page_is_looser_because_of_the_editor() -> None:
    """
    A visitor's pages keep their policy inside; the server no longer forbids what the editor needs.
    """
    off, on = place(LAB, on=False), place(LAB)
    headers = [dict(header_rules(one)[0].headers) for one in (off, on)]

    assert content_policy(off) == content_policy(on)
    assert as_header(content_policy(off)) == headers[0]["Content-Security-Policy"]
    assert "frame-ancestors 'none'" == headers[1]["Content-Security-Policy"]
    assert ["same-origin", "same-origin-allow-popups"] == [
        one["Cross-Origin-Opener-Policy"] for one in headers
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_form_that_names_it(kind: str) -> None:
    """
    An editor can fill in each field that the site knows.
    """
    made = forms(fields_of(kind), AROUND)

    assert [field.name for field in fields_of(kind)] == [form["name"] for form in made]
    assert all(form["widget"] and form["label"] for form in made)
    assert all(form["i18n"] in (True, "duplicate") for form in made)


def test_a_field_that_names_what_is_off_has_no_form() -> None:
    """
    An editor is not asked for partners that the site does not show.
    """
    hosts = next(field for field in fields_of("events") if field.name == "hosts")
    topics = ContentField("topics", "Topics", "", Shape.ITEM, many=True, folders=("topics",))
    bare = Around(AROUND.say, AROUND.word, frozenset({"events"}), (), ("de",), "de")

    assert "relation" == (form_of(hosts, AROUND) or {})["widget"]
    assert form_of(hosts, bare) is None
    assert form_of(topics, bare) is None
    assert [{"value": "digital", "label": "Digitales"}] == (form_of(topics, AROUND) or {})[
        "options"
    ]
