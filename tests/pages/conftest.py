"""All sample sites at once, for tests that walk from site to site with one browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.conftest import site_of
from tests.places import PROFILES
from tests.sites import BuiltSite


@pytest.fixture(scope="session")
def built_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuiltSite]:
    """The built site of every sample place, by its name."""
    return {name: site_of(name, tmp_path_factory) for name in PROFILES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a file."""
    with chromium() as found:
        yield found
