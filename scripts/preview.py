"""Show a sample place in the browser while the template is edited: a saved file shows by itself.

    python scripts/preview.py sennestadt --port 1313

Changes below `template/` follow within two seconds; for changes of the Python code, start anew.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.places import PROFILES, profile  # noqa: E402

from oic_kit.errors import OicError  # noqa: E402 - the tests' sample places lie beside this folder
from oic_kit.services.follow import Follower  # noqa: E402
from oic_kit.services.generate import generate  # noqa: E402
from oic_kit.services.serve import claim_port, show_live  # noqa: E402

_LOOK_EVERY = 0.3  # seconds


def main() -> None:
    """Make the folder, serve it, and let it follow the template until Ctrl-C."""
    asked = argparse.ArgumentParser(description="Preview of the template with a sample place.")
    asked.add_argument("profile", choices=PROFILES)
    asked.add_argument("--port", type=int, default=1313)
    given = asked.parse_args()
    folder = ROOT / "build" / "preview" / given.profile
    try:
        claim_port(given.port)
        shutil.rmtree(folder, ignore_errors=True)
        place = profile(given.profile)
        generate(place, into=folder)
        _watch(Follower(ROOT / "template", folder, place))
        show_live(folder, port=given.port, ready=_ready, tell=print)
    except OicError as error:
        sys.exit(f"{error.what}\n→ {error.remedy}")


def _ready(address: str) -> None:
    print(f"Open {address} and edit template/. Ctrl-C ends it.", flush=True)


def _watch(follower: Follower) -> None:
    def follow() -> None:
        while True:
            time.sleep(_LOOK_EVERY)
            started = time.monotonic()
            try:
                changed = follower.follow()
            except Exception as error:  # the maintainer mends it and saves again
                print(f"Not carried over: {error}", flush=True)
                continue
            if changed:
                took = time.monotonic() - started
                print(f"{', '.join(changed)} carried over in {took:.1f} s", flush=True)

    threading.Thread(target=follow, daemon=True).start()


if __name__ == "__main__":
    main()
