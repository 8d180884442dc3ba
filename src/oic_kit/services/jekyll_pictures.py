"""Take pictures and files over from an old site: looked through, made smaller, under safe names."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from oic_kit.model.slug import slug
from oic_kit.say import _
from oic_kit.services.jekyll_source import Source

LONGEST_SIDE = 2560
"""Pixels. Pages never show more than 1,600; the rest is a reserve for cutting."""
_LARGEST = 60_000_000
_MOST_PIXELS = 120_000_000
_KINDS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp"}
_STILL = {"GIF", "BMP", "TIFF"}
_ACTIVE = re.compile(rb"<script|<foreignobject|\son\w+\s*=|javascript:|<!entity", re.IGNORECASE)
_FILES = frozenset(
    [
        ".pdf",
        ".docx",
        ".doc",
        ".xlsx",
        ".pptx",
        ".odt",
        ".ods",
        ".odp",
        ".csv",
        ".txt",
        ".zip",
        ".ics",
        ".mp3",
        ".ogg",
        ".epub",
    ]
)
_SAFE_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


@dataclass(frozen=True)
class Picture:
    """A picture as the new site gets it."""

    content: bytes = field(repr=False)
    ending: str
    note: str = ""


@dataclass
class Files:
    """The pictures and files of an old site that pages of the new one use.

    Args:
        source: the old site.
        folder: the generated folder; what lies there already is not replaced.
        uses: which pages use a picture, by its path in the old site.
        taken: what is to be written, by path in the generated folder.
        notes: what is different about a picture, by its path in the old site.
    """

    source: Source
    folder: Path
    uses: dict[str, set[str]] = field(default_factory=dict)
    taken: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, Picture | str] = field(default_factory=dict)
    _owners: dict[str, str] = field(default_factory=dict)

    def restart(self) -> None:
        """Forget who takes what, but not which pictures several pages use."""
        self.taken, self._owners = {}, {}

    def picture(self, path: str, page: str) -> tuple[str, str]:
        """Take a picture for a page: beside it, or to all the others when several pages show it.

        Args:
            path: its address in the old site.
            page: the folder of the new page, such as `posts/summer`.

        Returns:
            The name that the page writes, and why it cannot be taken; one of both is empty.
        """
        found = self.source.find(path)
        if not found:
            return "", _("The picture {path} is missing in the old site.").format(path=path)
        made = self._seen.get(found)
        if made is None:
            made = self._seen[found] = self._read(found)
        if isinstance(made, str):
            return "", made
        self.uses.setdefault(found, set()).add(page)
        shared = len(self.uses[found]) > 1
        folder = "site/assets/pictures" if shared else f"site/content/{page}"
        stem = slug(PurePosixPath(found).stem, fallback="picture")
        name = self._free(folder, stem, made, found)
        self.taken[f"{folder}/{name}"] = made.content
        if made.note:
            self.notes[found] = made.note
        return (f"pictures/{name}" if shared else name), ""

    def _free(self, folder: str, stem: str, made: Picture, found: str) -> str:
        """A name that no other picture has: two folders of the old site may use the same one."""
        number, name = 1, f"{stem}{made.ending}"
        while (
            self._owners.setdefault(f"{folder}/{name}", found) != found
            or holds(self.folder / folder / name, made.content) is False
        ):
            number += 1
            name = f"{stem}-{number}{made.ending}"
        return name

    def _read(self, path: str) -> Picture | str:
        if self.source.files[path] > _LARGEST:
            return _("The picture {path} is too large to be read.").format(path=path)
        content = (self.source.root / path).read_bytes()
        if path.lower().endswith(".svg"):
            return _drawing(content, path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return _photo(content)
        except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
            return _("{path} is no picture that can be shown.").format(path=path)

    def file(self, path: str) -> tuple[str, str]:
        """Take a file to download; it keeps its old address, so that links from elsewhere hold.

        Returns:
            The address that a page writes, and why it cannot be taken; one of both is empty.
        """
        found = self.source.find(path)
        if not found:
            return "", _("The file {path} is missing in the old site.").format(path=path)
        ending = PurePosixPath(found).suffix.lower()
        if ending not in _FILES:
            return "", _("{path} is no kind of file that a page may offer.").format(path=path)
        if self.source.files[found] > _LARGEST:
            return "", _("The file {path} is too large.").format(path=path)
        shown = found
        if not _SAFE_PATH.fullmatch(found):
            parts = [
                slug(part, fallback="file") for part in PurePosixPath(found).with_suffix("").parts
            ]
            shown = "/".join(parts) + ending
        self.taken[f"site/static/{shown}"] = (self.source.root / found).read_bytes()
        return f"/{shown}", ""


def _drawing(content: bytes, path: str) -> Picture | str:
    if b"<svg" not in content[:4000].lower() or _ACTIVE.search(content):
        return _("{path} is a drawing with scripts or other active parts.").format(path=path)
    if len(content) > 300_000:
        return _("The drawing {path} is larger than 300 kB.").format(path=path)
    return Picture(content, ".svg")


def _photo(content: bytes) -> Picture | str:
    """Look a photo through; a large one becomes smaller, and what cameras write into it goes."""
    with Image.open(io.BytesIO(content)) as image:
        kind = image.format or ""
        if image.width * image.height > _MOST_PIXELS:
            return _("A picture has more pixels than can be shown.")
        large = max(image.size) > LONGEST_SIDE
        if kind == "JPEG" and large:
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        told = bool(image.getexif())
        if kind in _KINDS and not large and not told:
            return Picture(content, _KINDS[kind])
        if kind not in (*_KINDS, *_STILL):
            raise ValueError(kind)
        turned = ImageOps.exif_transpose(image)
        turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        note = _made_of(kind, large=large)
        return Picture(_written(turned, kind), _KINDS.get(kind, ".png"), note)


def _made_of(kind: str, *, large: bool) -> str:
    if kind in _STILL:
        return _("It is a still picture now; moving ones distract from reading.")
    if large:
        return _("It was made smaller, and the data of the camera were removed.")
    return _("The data of the camera, such as its place, were removed.")


def _written(image: Image.Image, kind: str) -> bytes:
    made = io.BytesIO()
    if kind in ("JPEG", "MPO"):
        image.convert("RGB").save(made, "JPEG", quality=88, optimize=True, progressive=True)
    elif kind == "WEBP":
        image.save(made, "WEBP", quality=88)
    else:
        clean = image if image.mode in ("RGB", "RGBA", "L", "LA") else image.convert("RGBA")
        clean.info = {}
        clean.save(made, "PNG", optimize=True)
    return made.getvalue()


def holds(path: Path, content: bytes) -> bool | None:
    """Whether a file holds exactly this; nothing when there is no file."""
    if path.is_symlink() or path.exists():
        return path.is_file() and not path.is_symlink() and path.read_bytes() == content
    return None
