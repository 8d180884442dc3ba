"""Speed and memory, measured in one run: `make bench`.

Machines differ; ratios hold. So every figure stands beside another one of the same run: a first
build beside a second, a large site beside a small one, our work beside Hugo's own.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from oic_kit.services.gazetteer import search
from oic_kit.services.generate import generate
from oic_kit.services.programs import hugo_path
from oic_kit.services.site import build, page_faults, refresh
from tests import bench_work, gamut
from tests.places import profile

POSTS, EVENTS, PARTNERS = 1000, 500, 200
_FIRST_DAY = date(2024, 1, 1)


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fill(folder: Path, times: int = 1) -> None:
    """Add many posts, events and partners in two languages, without pictures."""
    content = folder / "site" / "content"
    for number in range(POSTS * times):
        day = _FIRST_DAY + timedelta(days=number % 900)
        _page(
            content / "posts" / f"bench-{number}",
            title=f"Post {number}",
            more=f"date: {day}\nauthors: [formats-lead]\ncategory: news\ntopics: [participation]\n",
        )
    for number in range(EVENTS * times):
        start = datetime(2026, 1, 1, 18) + timedelta(days=number % 900)  # noqa: DTZ001 - local time
        _page(
            content / "events" / f"bench-{number}",
            title=f"Event {number}",
            more=f'start: "{start:%Y-%m-%dT%H:%M}"\nend: "{start + timedelta(hours=2):%Y-%m-%dT%H:%M}"\n'
            "status: scheduled\nmode: onsite\nvenue: Hall\nkind: meetup\ncost: free\n"
            "accessibility: [unknown]\nregistration: open-door\ntopics: [climate]\n",
        )
    for number in range(PARTNERS * times):
        _page(
            content / "partners" / f"bench-{number}",
            title=f"Partner {number}",
            more="group: business\noffers: [rooms]\nseeks: [data]\n",
        )
    config = folder / "site" / "hugo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text + "\nparams: {cards: none}\n", encoding="utf-8")


def _page(bundle: Path, *, title: str, more: str) -> None:
    bundle.mkdir(parents=True)
    for code in ("de", "en"):
        text = (
            f'---\ntitle: "{title} ({code})"\n'
            'description: "A page that only exists to make the site large enough to measure."\n'
            f"{more}---\n\n" + "Some words to read. " * 60 + "\n"
        )
        (bundle / f"index.{code}.md").write_text(text, encoding="utf-8")


def hugo(folder: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of Hugo alone on a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    took = seconds(
        lambda: subprocess.run(
            [hugo_path(), "--source", "site", "--destination", "../build/bench", "--quiet"],
            cwd=folder,
            check=True,
        )
    )
    return took, max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def say(what: str, value: float, unit: str = "s", beside: str = "") -> None:
    """Print one figure."""
    print(f"{what:<58}{value:>9.2f} {unit:<4} {beside}")  # noqa: T201 - a report


def sample_site(root: Path) -> None:
    """Generation and build of one place, first and again."""
    place, folder = profile("muenster"), root / "place"
    first = seconds(lambda: generate(place, into=folder))
    again = seconds(lambda: generate(place, into=root / "again"))
    say("make the folder of Münster, with imports", first)
    say("  once more in the same process", again, beside=f"{again / first:.2f} of the first")
    cold = seconds(lambda: build(folder))
    warm = seconds(lambda: build(folder))
    say("build its site, cold, with a social card for every page", cold)
    say("  again", warm, beside=f"{warm / cold:.2f} of cold")
    alone, _memory = hugo(folder)
    say("  Hugo alone", alone, beside=f"{alone / warm:.2f} of our build again")
    say("  look at all pages before Hugo does", seconds(lambda: page_faults(folder, place)))
    say("  bring derived files up to date", seconds(lambda: refresh(folder)))


def place_names() -> None:
    """The gazetteer: its index once, then a look-up, beside the start of Python."""
    search("Münster")
    looked_up = seconds(lambda: search("Neustadt, Sachsen"))
    start = seconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    say("look up a place", looked_up, beside=f"{looked_up / start:.2f} of starting Python")


def large_sites(root: Path) -> None:
    """How building grows with the content."""
    took = {}
    for times in (1, 5):
        folder = root / f"large-{times}"
        generate(profile("muenster"), into=folder)
        fill(folder, times)
        cold, memory = hugo(folder)
        warm, _memory = hugo(folder)
        took[times] = cold
        what = (
            f"{POSTS * times:,} posts, {EVENTS * times:,} events, {PARTNERS * times:,} partners × 2"
        )
        say(what, cold, beside="limit 20" if times == 1 else "")
        say("  again", warm, beside="limit 8" if times == 1 else "")
        say("  peak memory", memory, "MB", beside="limit 1,024" if times == 1 else "")
        shutil.rmtree(folder)
    say("five times the content costs", took[5] / took[1], "×", beside="limit 6")


def main() -> int:
    """Measure everything; the palette's promises are swept as well."""
    with tempfile.TemporaryDirectory(prefix="oic-bench-") as scratch:
        sample_site(Path(scratch))
        place_names()
        bench_work.officer(Path(scratch), say, seconds)
        bench_work.network(Path(scratch), say, seconds)
        bench_work.checks(Path(scratch), say, seconds)
        bench_work.moving_in(Path(scratch), say, seconds)
        large_sites(Path(scratch))
    return gamut.main()


if __name__ == "__main__":
    sys.exit(main())
