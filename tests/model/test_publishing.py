"""Which files a place needs on its forge, when its jobs run, and where its pages live."""

from __future__ import annotations

import pytest

from oic_kit.model.operator import Forge
from oic_kit.model.publishing import address_of, is_needed, is_placeholder, jobs_of, timetable
from tests.places import profile

JOBS = {
    ".github/workflows/publish.yml": {Forge.GITHUB},
    ".gitlab-ci.yml": {Forge.GITLAB},
    ".forgejo/workflows/publish.yml": {Forge.FORGEJO},
    "hosting/build.sh": {Forge.GITHUB, Forge.GITLAB, Forge.FORGEJO, Forge.SERVER},
    "hosting/propose.py": {Forge.GITHUB, Forge.GITLAB, Forge.FORGEJO},
    "hosting/upload.sh": {Forge.SERVER},
    "README.md": set(Forge),
}


@pytest.mark.parametrize("path", JOBS)
def test_a_place_gets_the_jobs_of_its_own_forge_only(path):
    """
    An officer on Codeberg finds no folder of GitHub, and whoever publishes nowhere finds none.
    """
    assert JOBS[path] == {forge for forge in Forge if is_needed(path, forge)}


@pytest.mark.parametrize("forge", Forge)
def test_what_is_looked_for_is_what_is_handed_out(forge):
    """
    A developer who adds a file for a forge need not remember a second list.
    """
    assert all(is_needed(path, forge) or is_needed(f"{path}/", forge) for path in jobs_of(forge))


@pytest.mark.parametrize(
    ("offsets", "hour"), [((1, 2), 23), ((0, 1), 0), ((-5, -4), 5), ((5, 5), 19), ((13, 12), 12)]
)
def test_pages_are_renewed_in_the_first_hours_of_the_day(offsets, hour):
    """
    A visitor at breakfast sees yesterday's event in the archive, in winter and in summer.
    """
    minute, actual, *rest = timetable("Münster", offsets).daily.split()

    assert hour == int(actual)
    assert 0 <= int(minute) < 60
    assert ["*", "*", "*"] == rest


def test_many_places_do_not_run_at_the_same_minute():
    """
    A forge with a thousand places gets their jobs spread over the hour, each always at its own time.
    """
    minutes = [timetable(f"Ort {number}", (1, 2)).daily.split()[0] for number in range(600)]

    assert 60 == len(set(minutes))
    assert max(minutes.count(minute) for minute in minutes) < 30
    assert timetable("Gent", (1, 2)) == timetable("Gent", (1, 2))


def test_kits_are_updated_on_mondays_before_the_office_opens():
    """
    An editor finds the proposal on Monday morning.
    """
    hours = {timetable(f"Ort {number}", (1, 2)).weekly.split()[1] for number in range(200)}

    assert {"2", "3", "4"} == hours
    assert timetable("Gent", (1, 2)).weekly.endswith(" * * 1")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://oic-gent.example/", True),
        ("https://oic.example:8080/path/", True),
        ("https://oic-gent.be/", False),
        ("https://example.org/oic.example/", False),
    ],
)
def test_an_address_that_the_kit_made_up_is_known_as_such(url, expected):
    """
    A site without a name of its own lives where the forge shows it, not at an invented address.
    """
    assert expected == is_placeholder(url)


def test_the_address_somebody_asks_for_wins():
    """
    A preview lives at its own address; a real name in `place.yaml` beats the one of the forge.
    """
    place = profile("gent")
    real = place.model_copy(update={"site": place.site.model_copy(update={"url": "https://a.be/"})})

    assert "https://x/" == address_of(place, address="https://x/", forge_address="https://forge/")
    assert "https://forge/" == address_of(place, forge_address="https://forge/")
    assert "" == address_of(real, forge_address="https://forge/")
