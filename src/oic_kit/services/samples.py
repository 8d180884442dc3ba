"""Delete the sample pages that nobody has edited; `update` then leaves them away for good."""

from __future__ import annotations

import shutil
from pathlib import Path

from oic_kit.errors import FolderError
from oic_kit.say import _
from oic_kit.services.handed_out import print_of, read_handed_out
from oic_kit.services.pages import read_content


def drop_samples(folder: Path) -> tuple[str, ...]:
    """Delete every sample whose files are all as the kit wrote them.

    Args:
        folder: a generated folder.

    Returns:
        The folders that were deleted, relative to the folder of the place, sorted.

    Raises:
        FolderError: nobody can tell what was edited, or a folder cannot be deleted.
    """
    handed = read_handed_out(folder)
    if handed is None:
        raise FolderError(
            _("Nobody can tell which samples were edited: .oic/files.json is missing or damaged."),
            remedy=_("Bring it back with: oic-kit update"),
        )
    dropped = []
    try:
        for path in sample_folders(folder):
            if _is_untouched(folder, path, handed):
                shutil.rmtree(folder / path)
                dropped.append(path)
    except OSError as error:
        raise FolderError(
            _("{folder} cannot be written: {why}.").format(folder=folder, why=error.strerror),
            remedy=_("Free some space or mend the rights of the folder, then run this again."),
        ) from error
    return tuple(dropped)


def sample_folders(folder: Path) -> tuple[str, ...]:
    """The folders of items that say of themselves that they are samples, sorted."""
    pages = read_content(folder / "site").pages
    found = {f"site/{it.file.rpartition('/')[0]}" for it in pages if it.meta.sample and it.id}
    return tuple(sorted(found))


def _is_untouched(folder: Path, path: str, handed: dict[str, str]) -> bool:
    """Whether a folder holds nothing but what the kit wrote."""
    files = [it for it in (folder / path).rglob("*") if it.is_file() or it.is_symlink()]
    return all(
        not it.is_symlink()
        and handed.get(it.relative_to(folder).as_posix()) == print_of(it.read_bytes())
        for it in files
    )
