"""What a check says about the sites of the sample places, as they were made and built."""

from __future__ import annotations

from oic_kit.services.check import findings_in
from tests.places import TODAY
from tests.services.checks.scenes import scene_in
from tests.sites import BuiltSite

EXPECTED = {"fact", "law", "sample"}
"""What every place has to settle itself: facts for its legal pages, points of law, the samples."""


def test_a_fresh_site_has_nothing_to_mend_but_what_only_the_place_can_know(
    built_site: BuiltSite,
) -> None:
    """
    An officer who has just made a site is sent after real things only, in every kind of place.
    """
    scene = scene_in(built_site.folder, today=TODAY)

    found = findings_in(scene, go_live=True)

    assert scene.built
    assert [] == [(it.check, it.file, it.line, it.what) for it in found if it.check not in EXPECTED]
    assert {"fact", "sample"} <= {it.check for it in found}
