"""What the commands of an officer cost beside a plain build: print, update, check, many places."""

from __future__ import annotations

import datetime
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from oic_kit.services.check import check
from oic_kit.services.generate import generate
from oic_kit.services.jekyll import import_jekyll
from oic_kit.services.kit_bundle import print_kit
from oic_kit.services.papers import PARTS
from oic_kit.services.playbook import ALL_FORMATS, print_playbook
from oic_kit.services.site import build
from tests.jekyll import old_site
from tests.places import profile

_TODAY = datetime.date(2027, 1, 15)
_FEW, _MANY = 10, 40
_PAGES, _TIMES = 5_000, 20
_HEAD = "place.name,place.country,place.state,place.population"

Say = Callable[..., None]
Seconds = Callable[[Callable[[], object]], float]


def oic_kit(*words: str, cache: Path) -> None:
    """Run a command as somebody types it, with a cache of its own."""
    subprocess.run(
        [sys.executable, "-c", "from oic_kit.cli.main import main; main()", *words],
        env=os.environ | {"XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def officer(root: Path, say: Say, seconds: Seconds) -> None:
    """Print, update and check one place."""
    folder = root / "officer"
    generate(profile("muenster"), into=folder)
    built = seconds(lambda: build(folder))
    printed = seconds(lambda: print_playbook(folder, formats=ALL_FORMATS, parts=PARTS))
    say("print the whole playbook of Münster, letters included", printed)
    say("  only the book as PDF", seconds(lambda: print_playbook(folder, formats=["pdf"])))
    say("  one format to hand on", seconds(lambda: print_kit(folder, "hackathon", today=_TODAY)))
    looked = seconds(lambda: check(folder, today=_TODAY))
    say("check it", looked, beside=f"{looked / built:.2f} of building it; limit 5")
    cache = root / "cache"
    for state in ("cold", "again"):
        took = seconds(lambda: oic_kit("update", str(folder), cache=cache))
        say(f"update it without an edit, {state}", took, beside="limit 3")
    shutil.rmtree(folder)


def network(root: Path, say: Say, seconds: Seconds) -> None:
    """Make and build places from a list; what one place costs must not grow with their number."""
    few, many = (_each(number, root, seconds) for number in (_FEW, _MANY))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say(f"make and build one of {_MANY} places from a list", many)
    say("  beside one of a quarter as many", many / few, "×", beside="linear is 1")
    say("  peak memory of a process", peak, "MB")


def _each(number: int, root: Path, seconds: Seconds) -> float:
    """Seconds for one place of a list of so many."""
    rows = [f"Bench {at},DE,NW,50000" for at in range(number)]
    listed, goal = root / f"places-{number}.csv", root / f"network-{number}"
    listed.write_text("\n".join([_HEAD, *rows, ""]), encoding="utf-8")
    words = ("new", "--from", str(listed), "--into", str(goal), "--build")
    took = seconds(lambda: oic_kit(*words, cache=root / "cache"))
    shutil.rmtree(goal)
    return took / number


def checks(root: Path, say: Say, seconds: Seconds) -> None:
    """Check a site of thousands of pages: copies of one post, as many as a decade brings."""
    folder = root / "checked"
    generate(profile("sennestadt"), into=folder)
    posts = folder / "site" / "content" / "posts"
    sample = next(path for path in sorted(posts.iterdir()) if path.is_dir())
    for number in range(_PAGES):
        shutil.copytree(sample, posts / f"copy-{number}")
    took = seconds(lambda: check(folder, today=_TODAY))
    say(f"check {_PAGES} pages", took, beside="limit 60")
    shutil.rmtree(folder)


def moving_in(root: Path, say: Say, seconds: Seconds) -> None:
    """Take a Jekyll site over and build it; `OIC_BENCH_JEKYLL` names a real one.

    Where Jekyll is at hand, its own build of a real site is timed in the same run.
    """
    given = os.environ.get("OIC_BENCH_JEKYLL", "")
    source = Path(given) if given else _old_site(root / "old")
    folder = root / "moved"
    generate(profile("muenster"), into=folder)
    kept = len(list((folder / "site" / "content" / "posts").iterdir()))
    took = seconds(lambda: import_jekyll(source, folder, today=_TODAY))
    posts = len(list((folder / "site" / "content" / "posts").iterdir())) - kept
    say(f"import a Jekyll site with {posts} posts", took)
    say("  build what came over", seconds(lambda: build(folder)))
    jekyll = shutil.which("jekyll")
    if given and jekyll:  # the site of the tests holds what no Jekyll would build
        own = [jekyll, "build", "--source", given, "--destination", str(root / "jekyll")]
        took = seconds(lambda: subprocess.run(own, capture_output=True, check=True))
        say("  Jekyll's own build of it", took)
    shutil.rmtree(folder)


def _old_site(root: Path) -> Path:
    """The small site of the tests, with its posts many times over."""
    old_site(root)
    for post in sorted((root / "_beitraege").glob("*.md")):
        for number in range(_TIMES):
            shutil.copyfile(post, post.with_stem(f"{post.stem}-{number}"))
    return root
