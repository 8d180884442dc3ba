"""What many tests share: sample places, and their sites, made and built once a test run."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from oic_kit.model.place import Place
from tests.places import PROFILES, profile
from tests.sites import BuiltSite


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep caches and drafts of the tests away from the developer's own."""
    shared = _shared(tmp_path_factory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        patch.setenv("XDG_STATE_HOME", str(shared / "state"))
        patch.delenv("LC_ALL", raising=False)
        patch.setenv("LANG", "en_GB.UTF-8")
        yield


@pytest.fixture(params=PROFILES)
def place(request: pytest.FixtureRequest) -> Place:
    """Every sample place in turn."""
    return profile(request.param)


@pytest.fixture(scope="session", params=PROFILES)
def built_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> BuiltSite:
    """The built site of every sample place in turn."""
    return site_of(request.param, tmp_path_factory)


def site_of(name: str, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Make and build the site of a sample place, once for all processes of a test run."""
    shared = _shared(tmp_path_factory)
    with _alone(shared / f"{name}.lock"):
        return BuiltSite.made(name, shared / "sites" / name)


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run see (pytest-xdist gives each its own below it)."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
