"""How far is a folder on its way to the web? What can be seen here, and what only the forge knows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pygit2
import pytest
from click.testing import CliRunner
from pygit2.enums import ConfigLevel

from oic_kit.cli.publish import publish
from oic_kit.errors import FolderError
from oic_kit.model.operator import Forge
from oic_kit.model.publish_steps import STEPS, Facts, SaidPublishing, What
from oic_kit.say import speaking
from oic_kit.services.place_file import dump_place, read_place
from oic_kit.services.publish_check import publishing_of
from oic_kit.services.publish_facts import facts_about, web_page
from oic_kit.services.publish_words import command_for, how_to, title_of
from tests.services.test_jobs import place_on
from tests.services.test_update_git import HOSTILE, committed

DAY = datetime.date(2027, 1, 15)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for GitHub with the few files that a look at it needs."""
    made = tmp_path / "oic-größe"
    for path in (".github/workflows/publish.yml", "hosting/build.sh", "hosting/update.sh",
                 "hosting/propose.py", "site/content/_index.de.md"):  # fmt: skip
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_text("x\n", encoding="utf-8")
    (made / "place.yaml").write_text(dump_place(place_on("github")), encoding="utf-8")
    return made


@pytest.fixture
def hostile_git(tmp_path: Path) -> Iterator[None]:
    """Git settings of a reader that hide files and change how they are listed."""
    (tmp_path / ".gitconfig").write_text(HOSTILE.format(attributes="/nowhere"), encoding="utf-8")
    paths = pygit2.settings.search_path
    before = paths[ConfigLevel.GLOBAL]
    paths[ConfigLevel.GLOBAL] = str(tmp_path)
    yield
    paths[ConfigLevel.GLOBAL] = before


def states(folder: Path) -> dict[str, str]:
    """What is known about each step."""
    facts = facts_about(folder, read_place(folder / "place.yaml"), wanting=0)
    return {what.value: state.value for what, state in facts.steps()}


def test_a_new_folder_lacks_everything_after_its_files(folder):
    """
    An officer who just made a folder reads first that it has to be kept in git.
    """
    said = publishing_of(folder, today=DAY)
    missing = [step.id for step in said.steps if step.state == "missing"]

    assert not said.ready
    assert ["git", "committed", "remote", "pushed", "address", "ready"] == missing
    assert "git init" in next(step.command for step in said.steps if step.id == "git")
    assert [*range(1, len(said.steps) + 1)] == [step.number for step in said.steps]


@pytest.mark.usefixtures("hostile_git")
def test_each_step_that_was_taken_is_seen(folder):
    """
    Step by step the list gets shorter, whatever the reader's git is set to.
    """
    repository = pygit2.init_repository(folder, initial_head="main")
    assert ("done", "missing") == (states(folder)["branch"], states(folder)["committed"])

    committed(folder)
    assert ("done", "missing") == (states(folder)["committed"], states(folder)["remote"])

    repository.remotes.create("origin", "git@github.com:stadt/oic.git")
    seen = states(folder)
    assert ("done", "missing") == (seen["remote"], seen["pushed"])

    tip = repository.head.target
    repository.references.create("refs/remotes/origin/main", tip)
    assert "done" == states(folder)["pushed"]

    (folder / "größe.md").write_text("neu", encoding="utf-8")
    assert "missing" == states(folder)["committed"]


def test_a_folder_inside_a_repository_is_noticed(folder, tmp_path):
    """
    A forge looks for jobs at the top only: somebody who keeps several places in one repository
    learns why nothing is published.
    """
    repository = committed(tmp_path)
    repository.set_head("refs/heads/other")

    assert ("missing", "missing") == (states(folder)["top"], states(folder)["branch"])


def test_a_broken_checkout_is_explained_with_the_right_way_out(folder):
    """
    The sentence does not name an option of another command.
    """
    committed(folder)
    (folder / ".git/config").write_text("[core\n", encoding="utf-8")

    with pytest.raises(FolderError) as caught:
        publishing_of(folder, today=DAY)

    assert "--allow-dirty" not in caught.value.remedy


@pytest.mark.parametrize(
    ("remote", "page"),
    [
        ("git@github.com:stadt/oic.git", "https://github.com/stadt/oic"),
        (
            "https://oauth2:s3cret@gitlab.opencode.de/a/b/oic.git",
            "https://gitlab.opencode.de/a/b/oic",
        ),
        ("ssh://git@codeberg.org:22/stadt/oic", "https://codeberg.org/stadt/oic"),
        ("https://github.com/stadt/oic/", "https://github.com/stadt/oic"),
        ("/srv/git/oic.git", ""),
        ("C:\\oic", ""),
        ("", ""),
    ],
)
def test_the_page_of_a_repository_is_found_and_no_secret_with_it(remote, page):
    """
    A link leads to the right page of the forge; a token in the address is never printed.
    """
    assert page == web_page(remote)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("forge", Forge)
def test_every_step_is_said_in_words(forge, language):
    """
    Nobody reads a gap or an English sentence in the German list.
    """
    for wanting in (0, 1, 7):
        facts = Facts(forge, wanting=wanting)
        with speaking(language):
            german = {what: (title_of(what), how_to(what, facts)) for what in STEPS[forge]}
        english = {what: (title_of(what), how_to(what, facts)) for what in STEPS[forge]}
        for what in STEPS[forge]:
            assert all(german[what]), what
            assert (language == "en") == (german[what] == english[what]), what


def test_every_step_belongs_to_a_forge():
    """
    A developer who adds a step gives it a place.
    """
    assert set(What) == {what for steps in STEPS.values() for what in steps}
    assert "" == command_for(What.PAGES)


def test_the_reference_names_every_step():
    """
    A developer finds in the documentation each name that the answer may hold.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "publish-json.md"
    text = page.read_text(encoding="utf-8")

    assert [] == [what.value for what in What if f"`{what.value}`" not in text]


def test_the_list_is_numbered_and_programs_get_an_object(folder, monkeypatch):
    """
    An officer reads lines with signs, a script one object; both learn by the code that something lacks.
    """
    monkeypatch.chdir(folder)
    shown = CliRunner().invoke(publish, ["--check"])
    made = CliRunner().invoke(publish, ["--check", "--json", "."])

    assert (1, 1) == (shown.exit_code, made.exit_code)
    assert re.search(r"^ 1\. ✓ ", shown.output, re.MULTILINE)
    assert re.search(r"^ 3\. ✗ ", shown.output, re.MULTILINE)
    assert re.search(r"^ ?\d+\. \? ", shown.output, re.MULTILINE)
    said = SaidPublishing.model_validate_json(made.output)
    assert ("github", False) == (said.forge, said.ready)


def test_who_chose_no_forge_is_told_to(folder):
    """
    The first step is the only one until it is taken.
    """
    record = dump_place(place_on("none"))
    (folder / "place.yaml").write_text(record, encoding="utf-8")

    assert {"forge": "missing"} == states(folder)
