"""The package as it is installed: it works in an empty folder, with the network off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

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
