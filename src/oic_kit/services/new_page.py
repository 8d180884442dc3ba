"""New pages: in every language of the site, all of them or none, and never over another one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from oic_kit.errors import FolderError
from oic_kit.model.content import Translation
from oic_kit.say import _
from oic_kit.services.page_text import page_text
from oic_kit.services.pages import Page

_STUB = {"translation": Translation.MISSING.value, "draft": True}


def stub(original: Page) -> str:
    """The same page for another language: a draft with the words of the original, to translate.

    Facts are the same in every language, so they are right at once. As a draft it is not
    published; until somebody translates it, lists show the original and say its language.
    """
    values = {key: value for key, value in original.head.values.items() if key not in _STUB}
    return page_text(values | _STUB, original.body)


def as_stub(values: Mapping[str, Any], body: str) -> str:
    """The same for a page that is not written yet."""
    kept = {key: value for key, value in values.items() if key not in _STUB}
    return page_text(kept | _STUB, body)


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write new files; when one cannot be written, none stays.

    Args:
        folder: the folder of the place.
        pages: text by path below it.

    Raises:
        FolderError: a file exists already, or the disk refuses.
    """
    refuse_existing(folder, pages)
    made: list[Path] = []
    try:
        for path, text in pages.items():
            made += _write(folder / path, text.encode())
    except OSError as error:
        _take_back(made)
        raise FolderError(
            _("{folder} cannot be written: {why}.").format(folder=folder, why=error.strerror),
            remedy=_("Free some space or mend the rights of the folder, then run this again."),
        ) from error
    except BaseException:
        _take_back(made)
        raise


def refuse_existing(folder: Path, paths: Iterable[str]) -> None:
    """Make sure that nothing would be overwritten and that no link leads elsewhere.

    Raises:
        FolderError: naming the first path that is taken.
    """
    for path in paths:
        target = folder / path
        if target.exists() or target.is_symlink():
            raise FolderError(
                _("{path} exists already.").format(path=path),
                remedy=_("Choose another name; nothing was changed."),
            )
        for parent in target.relative_to(folder).parents:
            if (folder / parent).is_symlink():
                raise FolderError(
                    _("{path} is a link to another place.").format(path=parent),
                    remedy=_("Put the folder itself there and run this again."),
                )


def _write(path: Path, content: bytes) -> list[Path]:
    """Write a file in one step and say what was made, folders first."""
    made = [parent for parent in reversed(path.parents) if not parent.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.oic-part")
    try:
        part.write_bytes(content)
        part.rename(path)
    except BaseException:
        part.unlink(missing_ok=True)
        _take_back(made)
        raise
    return [*made, path]


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON would say them: tuples become lists."""
    found: dict[str, Any] = json.loads(json.dumps(dict(values), default=str))
    return found
