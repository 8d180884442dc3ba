"""Walk through the colours that a screen can show and look for a palette that breaks a promise.

The tests walk a coarse lattice; `python -m tests.gamut` walks a fine one on all processors.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from oic_kit.model.palette import palette
from oic_kit.model.promises import broken

FINE = 35
"""Levels of each channel: 42,875 colours."""

Pair = tuple[str, str | None]


def lattice(points: int) -> list[str]:
    """Colours at even distances in red, green and blue, corners included."""
    levels = [round(255 * step / (points - 1)) for step in range(points)]
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(levels, repeat=3)]


def edges() -> list[str]:
    """Every grey, and every colour on the six most colourful edges of the gamut."""
    around = (
        "{x}0000",
        "00{x}00",
        "0000{x}",
        "ff{x}00",
        "{x}ff00",
        "00ff{x}",
        "00{x}ff",
        "{x}00ff",
        "ff00{x}",
    )
    return [
        "#" + form.format(x=f"{level:02x}")
        for form in ("{x}{x}{x}", *around)
        for level in range(0, 256, 3)
    ]


def with_partners(colours: list[str]) -> Iterator[Pair]:
    """Pair every colour with one from far away, so that each is brand once and accent once."""
    far = len(colours) * 5 // 13
    for place, colour in enumerate(colours):
        yield colour, colours[(place + far) % len(colours)]


def faults(pairs: Iterable[Pair]) -> list[str]:
    """What breaks, as sentences; empty when every promise is kept."""
    found = []
    for brand, accent in pairs:
        made = palette(brand, accent)
        for mode, roles in (("light", made.light), ("dark", made.dark)):
            found += [f"{brand} with {accent}, {mode}: {fault}" for fault in broken(roles)]
    return found


def main() -> int:
    """Walk the fine lattice twice: each colour alone, and with a partner."""
    started, colours = time.monotonic(), lattice(FINE) + edges()
    pairs = [*((colour, None) for colour in colours), *with_partners(colours)]
    chunks = [pairs[start : start + 2000] for start in range(0, len(pairs), 2000)]
    with ProcessPoolExecutor() as workers:
        found = [fault for part in workers.map(faults, chunks) for fault in part]
    seconds = time.monotonic() - started
    print(f"{len(pairs)} palettes in light and dark: {len(found)} broken promises, {seconds:.0f} s")  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
