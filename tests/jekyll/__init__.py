"""An old site made with Jekyll, small and written for the tests, with everything that real ones have."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

SITE = Path(__file__).parent / "site"


def old_site(into: Path) -> Path:
    """A copy of the old site, with its pictures."""
    shutil.copytree(SITE, into)
    picture(into / "assets/images/team/leitung.png", (80, 80))
    picture(into / "assets/images/werkstatt/Gruppe_1.jpg", (640, 360))
    picture(into / "assets/images/werkstatt/Gruppe_2.jpg", (3000, 200))
    picture(into / "assets/images/werkstatt/Bewegt.gif", (60, 40))
    picture(into / "assets/images/rest/Niemand zeigt es.png", (20, 20))
    return into


def picture(path: Path, size: tuple[int, int]) -> None:
    """Draw a picture that says nothing; photos carry a place, as those of phones do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, "#00b2bb")
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 1.0, 1.0)}
    image.save(path, **({"exif": exif} if path.suffix == ".jpg" else {}))


def write(root: Path, path: str, content: str | bytes) -> None:
    """Put a file into an old site."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
