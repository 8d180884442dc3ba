"""A sheet of paper to draw on: shapes and text go down in order, and out comes SVG.

Text is real text. Its width is written beside it, so that it keeps to its room whatever font the
reader's machine has. Nothing refers to the outside, and there is no style and no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from oic_kit.model.diagrams.diagram import Pen
from oic_kit.model.diagrams.paints import Paint, Pattern, edge, pattern_element
from oic_kit.model.diagrams.typesetting import PITCH, Style, width, wrap

WIDTH = 496.0
LEFT, RIGHT = 8.0, 488.0
_FONTS = "'Open Sans', system-ui, sans-serif"
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}

Side = Literal["left", "middle", "right"]


class Sheet:
    """A drawing that is being made.

    Args:
        name: of the diagram; every id in the drawing begins with it.
        pen: language, colours and letters.
    """

    def __init__(self, name: str, pen: Pen) -> None:
        self.name = name
        self.pen = pen
        self._drawn: list[str] = []
        self._patterns: dict[Paint, str] = {}

    def text(self, x: float, y: float, said: str, style: Style, side: Side = "left") -> None:
        """One line of text; `y` is its base line, `x` its left end, middle or right end."""
        if not said.strip():
            return
        wide = width(said, style, self.pen.measure)
        held = f' textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"' if _set(said) else ""
        self._drawn.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(style.size)}"'
            f' font-weight="{style.weight}" text-anchor="{_ANCHORS[side]}"'
            f'{held} fill="{self.pen.roles[style.role]}">{escape(said)}</text>'
        )

    def lines(
        self, x: float, y: float, said: Iterable[str], style: Style, side: Side = "left"
    ) -> float:
        """Lines one below the other, from the first base line; gives the base line after them."""
        for line in said:
            self.text(x, y, line, style, side)
            y += style.size * PITCH
        return y

    def paragraph(self, x: float, y: float, said: str, style: Style, room: float) -> float:
        """A text that breaks where its room ends; gives the base line after it."""
        return self.lines(x, y, wrap(said, style, room, self.pen.measure), style)

    def wide(self, said: str, style: Style) -> float:
        """How wide a line of text runs."""
        return width(said, style, self.pen.measure)

    def bar(
        self, x: float, y: float, wide: float, high: float, paint: Paint, *, edged: bool = True
    ) -> None:
        """A rectangle; see `shape`."""
        size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}"'
        self._drawn.append(f"<rect {size}{self._filled(paint, edged=edged)}/>")

    def disc(self, x: float, y: float, radius: float, paint: Paint) -> None:
        """A circle around its middle."""
        self._drawn.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{self._filled(paint)}/>'
        )

    def ring(self, x: float, y: float, radius: float, role: str, thick: float = 2) -> None:
        """The outline of a circle on the page."""
        line = f'fill="{self.pen.roles["bg"]}" stroke="{self.pen.roles[role]}"'
        self._drawn.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" {line} stroke-width="{thick:g}"/>'
        )

    def half(self, x: float, y: float, radius: float, paint: Paint) -> None:
        """The left half of a circle, its flat side right; `x` and `y` are the middle of it all."""
        top, right = _n(y - radius), _n(x + radius / 2)
        path = f"M{right} {top}a{_n(radius)} {_n(radius)} 0 0 0 0 {_n(2 * radius)}z"
        self.shape(path, paint)

    def shape(self, path: str, paint: Paint, *, edged: bool = True) -> None:
        """Any closed area; one that carries text of its own needs no edge to be seen."""
        self._drawn.append(f'<path d="{path}"{self._filled(paint, edged=edged)}/>')

    def frame(self, path: str, role: str, *, thick: float = 1.5, dashes: str = "") -> None:
        """The outline of any area, or a line; dashes say that something is not there yet."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._drawn.append(
            f'<path d="{path}" fill="none" stroke="{self.pen.roles[role]}"'
            f' stroke-width="{thick:g}"{dashed}/>'
        )

    def rule(self, y: float, *, role: str = "text", thick: float = 2, left: float = LEFT) -> None:
        """A line across the sheet."""
        self.frame(f"M{_n(left)} {_n(y)}H{_n(RIGHT)}", role, thick=thick)

    def svg(self, title: str, told: str, height: float) -> str:
        """The whole document.

        Args:
            title: what it is, in a few words.
            told: what can be seen in it, in sentences.
            height: of the drawing, in its own units.
        """
        box = f"0 0 {_n(WIDTH)} {_n(height)}"
        ids = f"{self.name}-title {self.name}-desc"
        patterns = "".join(
            pattern_element(name, paint, self.pen.roles) for paint, name in self._patterns.items()
        )
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img"'
                f' lang={quoteattr(self.pen.language)} aria-labelledby="{ids}"'
                f' font-family="{_FONTS}">',
                f'<title id="{self.name}-title">{escape(title)}</title>',
                f'<desc id="{self.name}-desc">{escape(told)}</desc>',
                *([f"<defs>{patterns}</defs>"] if patterns else []),
                f'<rect width="{_n(WIDTH)}" height="{_n(height)}" fill="{self.pen.roles["bg"]}"/>',
                *self._drawn,
                "</svg>\n",
            ]
        )

    def _filled(self, paint: Paint, *, edged: bool = True) -> str:
        fill = self.pen.roles[paint.ground]
        if paint.pattern is not Pattern.SOLID:
            known = f"{self.name}-{paint.pattern}-{paint.ground}"
            fill = f"url(#{self._patterns.setdefault(paint, known)})"
        line = edge(paint, self.pen.roles) if edged else ""
        stroke = f' stroke="{self.pen.roles[line]}"' if line else ""
        return f' fill="{fill}"{stroke}'


def _set(said: str) -> bool:
    """Whether all signs have widths that are known: Latin, Greek, Cyrillic and punctuation."""
    return all(ord(sign) < 0x530 or 0x1E00 <= ord(sign) < 0x2300 for sign in said)


def polygon(points: Sequence[tuple[float, float]]) -> str:
    """The path of an area with straight sides."""
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + "z"


def _n(value: float) -> str:
    """At most two decimals and no useless zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
