"""All sample sites at once, for tests that walk from site to site with one browser."""

from __future__ import annotations

import pytest

from tests.conftest import site_of
from tests.places import PROFILES
from tests.sites import BuiltSite


@pytest.fixture(scope="session")
def built_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuiltSite]:
    """The built site of every sample place, by its name."""
    return {name: site_of(name, tmp_path_factory) for name in PROFILES}
