"""What the tool says, in the reader's language: standard gettext catalogues under `locales/`.

Layers below the terminal mark their sentences with `_` where they *make* a message; the model,
which knows no language, leaves plain English originals that its callers translate.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

_current: ContextVar[str] = ContextVar("language", default="en")


def spoken_languages() -> tuple[str, ...]:
    """The languages that the tool itself speaks: English and every catalogue."""
    found = (entry.name for entry in files("oic_kit").joinpath("locales").iterdir())
    return tuple(sorted({"en", *(name[:-3] for name in found if name.endswith(".po"))}))


def language_of(environment: Mapping[str, str]) -> str:
    """Choose a language as the operating system asks for it, else English.

    Args:
        environment: variables such as `LC_ALL`, `LC_MESSAGES`, `LANG`, in this order.
    """
    for key in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        if given := environment.get(key):
            code = given.split(":")[0].split(".")[0].split("_")[0].casefold()
            return code if code in spoken_languages() else "en"
    return "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside the block in one language."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def speak(language: str) -> None:
    """Say everything from here on in one language."""
    _current.set(language)


def language() -> str:
    """The language that is spoken now."""
    return _current.get()


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Read a catalogue; it is compiled in memory, so that no stale copy can exist."""
    source = files("oic_kit").joinpath(f"locales/{code}.po")
    if not source.is_file():
        return gettext.NullTranslations()
    # Babel is only imported for readers of a catalogue: English needs none.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes()), locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """Translate one sentence; an empty one stays empty."""
    return _catalogue(_current.get()).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that counts; the caller fills in `{count}`."""
    return _catalogue(_current.get()).ngettext(one, many, count)


def spoken_number(value: float) -> str:
    """A number with at most one decimal, as the reader's language writes it: 5,4 or 5.4."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.#", locale=_current.get())
