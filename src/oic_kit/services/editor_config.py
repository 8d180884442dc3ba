"""The configuration of the web editor, made from the schemas of the pages and the record."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from oic_kit.model.content_fields import ContentField, asked_of, fields_of
from oic_kit.model.content_kinds import KINDS
from oic_kit.model.editor_backend import backend, waits_for_review
from oic_kit.model.editor_field import Around, forms
from oic_kit.model.place import Place
from oic_kit.say import _, speaking
from oic_kit.services.kit_yaml import kit_yaml
from oic_kit.services.language_data import languages
from oic_kit.services.template import template_root

CONTENT = "site/content"
_ICONS = {
    "events": "event", "posts": "article", "projects": "lightbulb", "formats": "groups",
    "methods": "construction", "people": "person", "partners": "handshake",
    "challenges": "help",
}  # fmt: skip
# Fields whose words stand in the theme under another name.
_WORDS = {
    "accessibility": "access",
    "phases": "method_phase",
    "place_mode": "method_place",
    "offers": "resource",
    "seeks": "resource",
    "who_can_apply": "audience",
}


def editor_config(place: Place) -> dict[str, Any]:
    """What the editor has to know: where the pages lie, and a form for every kind of page.

    Labels and hints speak the main language of the place.
    """
    with speaking(place.main_language):
        around = _around(place)
        return {
            "backend": backend(place),
            "publish_mode": "editorial_workflow" if waits_for_review(place) else "simple",
            "show_preview_links": waits_for_review(place),
            "site_url": place.site.url,
            "app_title": place.site.title,
            "logo": {"src": f"{urlsplit(place.site.url).path}favicon.svg"},
            "media_folder": "site/assets",
            "public_folder": "/",
            "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
            "output": {
                "omit_empty_optional_fields": True,
                "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "double"},
            },
            "i18n": {
                "structure": "multiple_files",
                "locales": list(place.site.languages),
                "default_locale": place.main_language,
                "initial_locales": "default",
            },
            "collections": [_collection(kind, around) for kind in KINDS if kind in around.kinds],
        }


def _around(place: Place) -> Around:
    """What the forms need to know of the place."""
    main = place.main_language
    return Around(
        say=_,
        word=lambda field, value: option_word(main, field, value),
        kinds=frozenset(kind for kind in KINDS if getattr(place.modules, kind)),
        topics=tuple((topic.id, topic.title.get(main) or topic.id) for topic in place.topics),
        languages=tuple(languages()),
        main=main,
    )


def _collection(kind: str, around: Around) -> dict[str, Any]:
    several, one = kind_names(kind)
    slug = "{{title}}-{{start | date('YYYY')}}" if kind == "events" else "{{title}}"
    return {
        "name": kind,
        "label": several,
        "label_singular": one,
        "icon": _ICONS[kind],
        "folder": f"{CONTENT}/{kind}",
        "path": "{{slug}}/index",
        "slug": slug,
        # Pictures lie beside the page that shows them.
        "media_folder": "",
        "public_folder": "",
        "extension": "md",
        "format": "yaml-frontmatter",
        "i18n": True,
        "sortable_fields": ["title", *(["start"] if kind == "events" else [])],
        "editor": {"preview": False},
        "fields": [*forms(in_order(kind), around), _body()],
    }


def in_order(kind: str) -> tuple[ContentField, ...]:
    """The fields of a kind: first those that a new page is asked for, then the others."""
    asked = asked_of(kind)
    return (*asked, *(field for field in fields_of(kind) if field not in asked))


def _body() -> dict[str, Any]:
    return {
        "name": "body",
        "label": _("Text"),
        "widget": "markdown",
        "required": False,
        "i18n": True,
        # Shortcodes and tables stay what they are only in the plain view.
        "modes": ["raw", "rich_text"],
        "editor_components": ["image"],
    }


def kind_names(kind: str) -> tuple[str, str]:
    """What people call many and one of a kind of page."""
    names = {
        "events": (_("Events"), _("Event")),
        "posts": (_("Posts"), _("Post")),
        "projects": (_("Projects"), _("Project")),
        "formats": (_("Formats"), _("Format of events")),
        "methods": (_("Methods"), _("Method")),
        "people": (_("People"), _("Person")),
        "partners": (_("Partners"), _("Partner")),
        "challenges": (_("Challenges"), _("Challenge")),
    }
    return names[kind]


def option_word(code: str, field: str, value: str) -> str:
    """What the pages themselves call an option, in one language; else the option as it is."""
    words = _theme_words(code)
    for key in (f"{_WORDS.get(field, field)}_{value}", f"{field}_{value}", f"tag-{value}"):
        said = words.get(key)
        if isinstance(said, str) and "{{" not in said:
            return said
    return value


@cache
def _theme_words(code: str) -> dict[str, Any]:
    """The words of the theme in one language."""
    found: dict[str, Any] = {}
    for path in sorted((template_root() / "site/themes/oic/i18n").rglob(f"{code}.yaml")):
        found |= kit_yaml(path.read_text(encoding="utf-8")) or {}
    return found
