"""Say what an update from an earlier version of the kit would do to each sample place.

    python scripts/compare.py v0.1.0            a tag, a branch or a commit
    python scripts/compare.py v0.1.0 --diff     with the lines that change

The folders are made by the earlier version, with its own code, template and sample places; then this
version says what it would change. At the end stand passages that changed in one language only.
Nothing in the repository is touched.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from oic_kit.cli.update_lines import plan_lines
from oic_kit.services.in_step import changed_in_one
from oic_kit.services.many import each
from oic_kit.services.scratch import scratch
from oic_kit.services.template import contents_of
from oic_kit.services.update import prepare
from oic_kit.services.update_answer import Order, answer_for

ROOT = Path(__file__).parents[1]
_RUN = "from oic_kit.cli.main import main; main()"
_TEXTS = (".md", ".jinja", ".yaml")
Job = tuple[Path, Path, bool]


def unpack(base: str, into: Path) -> None:
    """Lay an earlier state of the repository into a folder."""
    archive = subprocess.run(
        ["git", "-C", str(ROOT), "archive", "--format=tar", f"{base}^{{commit}}"],  # noqa: S607
        capture_output=True,
        check=False,
    )
    if archive.returncode:
        known = archive.stderr.decode(errors="replace").strip()
        sys.exit(f"git knows no version “{base}”: {known}\n→ Name a tag or a commit: BASE=v0.1.0")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        tar.extractall(into, filter="data")


def compare(job: Job) -> list[str]:
    """Make one sample place with the earlier version, and plan its update with this one."""
    base, profile, with_difference = job
    with scratch() as desk:
        folder = desk / profile.stem
        made = subprocess.run(
            [sys.executable, "-c", _RUN, "new", str(folder), "--profile", str(profile)],
            env={**os.environ, "PYTHONPATH": str(base / "src"), "XDG_CACHE_HOME": str(desk)},
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            return [f"{profile.stem}: the earlier version cannot make it: {made.stderr.strip()}"]
        order = Order(folder, write=False, with_difference=with_difference)
        return list(plan_lines(answer_for(prepare(folder), order)))


def failed(job: Job, error: Exception) -> list[str]:
    """What is said when a comparison breaks."""
    return [f"{job[1].stem}: {error!r}"]


def one_sided(base: Path) -> Iterator[str]:
    """Passages that changed in one language only since the earlier version."""
    before, after = (_texts(root / "template") for root in (base, ROOT))
    found = changed_in_one(before, after)
    yield f"\nPassages that changed in one language only: {len(found)}"
    yield from (
        f"  {it.path}:{it.line}  {it.title or '(top)'}  –  not in {it.other}" for it in found
    )


def _texts(root: Path) -> dict[str, str]:
    kept = {path: text for path, text in contents_of(root).items() if path.endswith(_TEXTS)}
    return {path: text.decode() for path, text in kept.items()}


def main() -> None:
    """Compare every sample place."""
    asked = argparse.ArgumentParser(description="What would an update from BASE do?")
    asked.add_argument("base", metavar="BASE")
    asked.add_argument("--diff", action="store_true")
    given = asked.parse_args()
    with scratch() as base:
        unpack(given.base, base)
        profiles = sorted((base / "tests" / "profiles").glob("*.yaml"))
        for lines in each(compare, [(base, it, given.diff) for it in profiles], failed=failed):
            print("\n".join(lines), end="\n\n", flush=True)
        for line in one_sided(base):
            print(line)


if __name__ == "__main__":
    main()
