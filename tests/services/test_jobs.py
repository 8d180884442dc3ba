"""The jobs of every forge as a place receives them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from oic_kit.model.place import Place
from oic_kit.model.publishing import jobs_of
from oic_kit.services.completion import complete_place
from oic_kit.services.generate import generate
from oic_kit.services.place_file import dump_place, with_settings
from oic_kit.services.record_text import read_record
from oic_kit.services.update import carry_out, prepare
from tests.places import TODAY, path_of

FORGES = ("github", "gitlab", "forgejo", "server")
PINNED = re.compile(r"^[\w./:-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def place_on(forge: str) -> Place:
    """A district that is published in one of the ways."""
    values = with_settings(read_record(path_of("sennestadt")), [f"hosting.forge={forge}"])
    return complete_place(values, today=TODAY, named=forge)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of the district for every forge."""
    root = tmp_path_factory.mktemp("forges")
    return {forge: generate(place_on(forge), into=root / forge).folder for forge in FORGES}


def workflows(folders: dict[str, Path]) -> list[Path]:
    """The workflows for GitHub and Forgejo."""
    found = [*folders["github"].glob(".github/workflows/*.yml")]
    return sorted([*found, *folders["forgejo"].glob(".forgejo/workflows/*.yml")])


def test_every_forge_gets_its_jobs_and_no_other(folders):
    """
    An officer finds what belongs to their forge, and nothing that puzzles them.
    """
    for forge, folder in folders.items():
        others = {path for it in FORGES for path in jobs_of(place_on(it).hosting.forge)}
        mine = set(jobs_of(place_on(forge).hosting.forge))
        assert mine == {path for path in others if (folder / path).exists()}, forge


def test_zizmor_has_nothing_to_say(folders):
    """
    A forge runs jobs that the strictest checker of workflows finds no fault with.
    """
    zizmor = Path(sys.executable).with_name("zizmor")
    said = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona", "auditor", *workflows(folders)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert 6 == len(workflows(folders))
    assert 0 == said.returncode, said.stdout + said.stderr


def test_workflows_ask_for_no_more_than_they_need(folders):
    """
    A stranger who sends a pull request gets no secret and no right to write.
    """
    for path in workflows(folders):
        text = path.read_text(encoding="utf-8")
        made = yaml.safe_load(text)
        triggers = made[True]  # YAML 1.1 reads the word “on” so

        assert {} == made["permissions"], path.name
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
        assert "${{ github.event" not in text
        if "pull_request" in triggers:
            (job,) = made["jobs"].values()
            assert ("secrets." not in text, {"contents": "read"}) == (True, job["permissions"])


def test_every_action_is_pinned_by_its_whole_hash(folders):
    """
    Nobody who takes over an action changes what a place's jobs run.
    """
    used = [
        line.partition("uses: ")[2]
        for path in workflows(folders)
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses: " in line
    ]

    assert len(used) > 8
    assert [] == [it for it in used if not PINNED.match(it)]


def test_images_are_pinned_by_their_digest(folders):
    """
    The same holds for the images in which jobs run.
    """
    texts = [path.read_text(encoding="utf-8") for path in workflows(folders)]
    texts.append((folders["gitlab"] / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    images = [found for text in texts for found in re.findall(r"image: (\S+)", text)]

    assert 4 == len(images)
    assert [] == [image for image in images if not re.search(r"@sha256:[0-9a-f]{64}$", image)]


def test_the_job_that_may_write_runs_nothing_of_the_kit(folders):
    """
    A kit that somebody tampered with cannot push: it runs where only reading is allowed.
    """
    text = (folders["github"] / ".github/workflows/update.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    write = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    steps = " ".join(step.get("run", "") for step in jobs["propose"]["steps"])

    assert ["propose"] == write
    assert "hosting/update.sh" not in steps
    assert steps.index("cp hosting/propose.py") < steps.index("git apply")


def test_gitlab_publishes_previews_and_updates(folders):
    """
    An editor on openCode gets the site, a preview for each merge request, and updates.
    """
    made = yaml.safe_load((folders["gitlab"] / ".gitlab-ci.yml").read_text(encoding="utf-8"))

    assert {"pages", "preview", "update"} <= set(made)
    assert ["public"] == made["pages"]["artifacts"]["paths"]
    assert "$PREVIEW_ADDRESS" == made["preview"]["environment"]["url"]
    assert "env -u OIC_TOKEN sh hosting/update.sh" in made["update"]["script"]
    rules = str(made["preview"]["rules"]) + str(made["update"]["rules"])
    assert "merge_request_event" in rules
    assert "schedule" in rules


def test_links_of_a_preview_on_gitlab_name_files(folders, tmp_path):
    """
    What shows the files of a job knows no folders; the preview can be clicked through all the same.
    """
    made = yaml.safe_load((folders["gitlab"] / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (line,) = (line for line in made["preview"]["script"] if line.startswith("find public"))
    base = "https://stadt.pages.example.org/-/oic/-/jobs/7/artifacts/public"
    page = tmp_path / "public" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<a href="/-/oic/-/jobs/7/artifacts/public/"></a>'
        '<a href="/-/oic/-/jobs/7/artifacts/public/termine/#heute"></a>'
        f'<a href="{base}/en/?a=1"></a><a href="/-/oic/-/jobs/7/artifacts/public/a.css"></a>'
        '<a href="https://elsewhere.example.org/termine/"></a>',
        encoding="utf-8",
    )
    subprocess.run(
        ["sh", "-euc", f'path="/-/oic/-/jobs/7/artifacts/public" address="{base}"\n{line}'],
        cwd=tmp_path,
        check=True,
    )

    assert [
        "/-/oic/-/jobs/7/artifacts/public/index.html",
        "/-/oic/-/jobs/7/artifacts/public/termine/index.html#heute",
        f"{base}/en/index.html?a=1",
        "/-/oic/-/jobs/7/artifacts/public/a.css",
        "https://elsewhere.example.org/termine/",
    ] == re.findall('href="([^"]*)"', page.read_text(encoding="utf-8"))


def test_scripts_are_scripts(folders):
    """
    Any shell reads them; nothing but a shell is needed to start.
    """
    scripts = [*folders["github"].glob("hosting/*.sh"), *folders["server"].glob("hosting/*.sh")]

    assert 5 == len(scripts)
    for script in scripts:
        subprocess.run(["sh", "-n", script], check=True)
    source = (folders["gitlab"] / "hosting/propose.py").read_text(encoding="utf-8")
    compile(source, "propose.py", "exec")


def test_a_web_server_of_their_own_gets_its_settings(folders):
    """
    A town hall with an Apache needs nothing but the pages; others find their settings in one place.
    """
    derived = folders["server"] / ".oic" / "derived"

    assert "ErrorDocument" in (derived / "static/.htaccess").read_text(encoding="utf-8")
    assert {"nginx.conf", "Caddyfile"} == {path.name for path in (derived / "server").iterdir()}
    assert not (folders["github"] / ".oic/derived/server").exists()
    assert not (folders["github"] / ".oic/derived/static/.htaccess").exists()


def test_who_moves_to_another_forge_gets_its_jobs_and_keeps_what_was_edited(folders):
    """
    An officer changes one line of `place.yaml`: the new jobs come, the old ones go, and a workflow
    that somebody had edited or added stays.
    """
    folder = folders["github"]
    edited, own = folder / ".github/workflows/check.yml", folder / ".github/workflows/own.yml"
    for path in (edited, own):
        path.write_text("name: Ours\n", encoding="utf-8")
    (folder / "place.yaml").write_text(dump_place(place_on("gitlab")), encoding="utf-8")

    prepared = prepare(folder)
    carry_out(prepared)

    assert (folder / ".gitlab-ci.yml").is_file()
    assert {edited, own} == set(folder.glob(".github/workflows/*"))
    assert "check.yml" in (folder / "update-report.md").read_text(encoding="utf-8")
