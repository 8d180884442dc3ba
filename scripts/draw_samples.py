"""Draw the pictures of the sample posts: flat shapes in ink on paper, so that they suit any brand.

Run it from the root of the repository; it writes the PNG files beside the posts that show them.
The letters of the brand are the vocabulary: a circle, a bar and a half-circle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw

POSTS = Path(__file__).parents[1] / "template" / "site" / "content" / "posts"
WIDTH, HEIGHT = 1600, 900
# Drawn larger and scaled down: Pillow does not smooth edges by itself.
FINE = 3

INK = "#14181d"
STONE = "#7f858c"
SAND = "#cfc9bd"
PAPER = "#f1ede4"
WHITE = "#ffffff"

Point = tuple[float, float]


class Sheet:
    """A sheet to draw on, measured in pixels of the finished picture."""

    def __init__(self, colour: str) -> None:
        self._image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), colour)
        self._draw = ImageDraw.Draw(self._image)

    def circle(self, centre: Point, radius: float, colour: str) -> None:
        """A full circle: the O."""
        self._draw.ellipse(self._box(centre, radius), fill=colour)

    def half(self, centre: Point, radius: float, colour: str, *, start: float) -> None:
        """Half a circle from an angle in degrees on, clockwise from the right: the C."""
        self._draw.pieslice(self._box(centre, radius), start, start + 180, fill=colour)

    def bar(self, corner: Point, size: Point, colour: str) -> None:
        """An upright or lying bar: the I."""
        x, y = corner
        box = (x, y, x + size[0], y + size[1])
        self._draw.rectangle([value * FINE for value in box], fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """A shape with straight edges."""
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=colour)

    def line(self, start: Point, end: Point, colour: str, *, width: float) -> None:
        """A straight line."""
        points = [value * FINE for value in (*start, *end)]
        self._draw.line(points, fill=colour, width=round(width * FINE))

    def save(self, path: Path) -> None:
        """Scale the sheet down and write it with few colours, which keeps the file small."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        path.parent.mkdir(parents=True, exist_ok=True)
        small.quantize(48, dither=Image.Dither.NONE).save(path, optimize=True)

    def _box(self, centre: Point, radius: float) -> list[float]:
        x, y = centre
        return [value * FINE for value in (x - radius, y - radius, x + radius, y + radius)]


def around(centre: Point, radius: float, count: int, *, turn: float) -> Iterator[Point]:
    """Points at equal distances on a circle."""
    for number in range(count):
        angle = math.radians(turn + 360 * number / count)
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def round_tables() -> Sheet:
    """Three tables from above; between them run the connections."""
    sheet = Sheet(PAPER)
    tables: list[tuple[Point, float, int, float]] = [
        ((430, 500), 190, 8, 10),
        ((1010, 300), 130, 6, 0),
        ((1320, 680), 100, 5, 20),
    ]
    for (start, *_rest), (end, *_more) in ((tables[0], tables[1]), (tables[1], tables[2])):
        sheet.line(start, end, STONE, width=10)
    sheet.line(tables[0][0], tables[2][0], STONE, width=10)
    for number, (centre, radius, seats, turn) in enumerate(tables):
        seat = radius * 0.3
        for place, point in enumerate(around(centre, radius + seat * 1.7, seats, turn=turn)):
            sheet.circle(point, seat, INK if place % 3 != number else STONE)
        sheet.circle(centre, radius, WHITE)
        sheet.half(centre, radius, SAND, start=100 + 70 * number)
    return sheet


def card_wall() -> Sheet:
    """A wall of cards in rows; dots say what people voted for, one card hangs askew."""
    sheet = Sheet(SAND)
    votes = {(0, 1): 2, (1, 3): 4, (2, 0): 1, (2, 4): 3, (0, 5): 1, (3, 2): 2}
    for row in range(4):
        for column in range(7):
            corner = (90 + column * 208.0, 70 + row * 198.0)
            if (row, column) == (1, 5):
                x, y = corner
                sheet.shape(
                    [(x + 18, y - 16), (x + 184, y + 22), (x + 154, y + 168), (x - 12, y + 130)],
                    WHITE,
                )
                sheet.half((x + 86, y + 76), 44, INK, start=103)
                continue
            sheet.bar(corner, (170, 150), WHITE if (row + column) % 4 else PAPER)
            sheet.bar(
                (corner[0] + 22, corner[1] + 28), (112 - 13 * ((row * 3 + column) % 4), 11), STONE
            )
            sheet.bar((corner[0] + 22, corner[1] + 54), (86, 11), SAND)
            for vote in range(votes.get((row, column), 0)):
                sheet.circle((corner[0] + 38 + vote * 34, corner[1] + 112), 14, INK)
    return sheet


def open_door() -> Sheet:
    """An open door with a ramp; circles of different sizes are on their way in."""
    sheet = Sheet(PAPER)
    floor = 720.0
    sheet.bar((0, floor), (WIDTH, HEIGHT - floor), SAND)
    sheet.bar((980, 130), (330, floor - 130 - 70), INK)
    sheet.shape([(980, 130), (980, 650), (810, 720), (810, 60)], WHITE)
    sheet.circle((842, 400), 13, INK)
    sheet.half((1145, 650), 120, PAPER, start=180)
    sheet.shape([(420, floor), (980, 650), (1310, 650), (1310, floor)], STONE)
    for x, radius in ((90, 46), (215, 30), (330, 62)):
        sheet.circle((x, floor - radius), radius, INK if radius != 30 else STONE)
    rise = (floor - 650) / (980 - 420)
    for x, radius in ((520, 40), (655, 56)):
        sheet.circle((x, floor - (x - 420) * rise - radius - 2), radius, INK)
    return sheet


PICTURES: dict[str, Callable[[], Sheet]] = {
    "what-is-an-oic/round-tables.png": round_tables,
    "lookback-first-ideas-evening/card-wall.png": card_wall,
    "inviting-everybody/open-door.png": open_door,
}

if __name__ == "__main__":
    for name, draw in PICTURES.items():
        draw().save(POSTS / name)
