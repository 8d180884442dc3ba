"""A new folder: the same bytes every time, absent or complete, and never over somebody's work."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oic_kit.errors import FolderError
from oic_kit.model.ownership import Owner, owner_of
from oic_kit.services import fill
from oic_kit.services import generate as whole_run
from oic_kit.services.generate import generate
from oic_kit.services.place_file import read_place
from tests.places import path_of, profile

NAME = "sennestadt"
# Everything that a generation calls, found in its modules: a new step is tested by itself.
MODULES = {"fill": fill, "generate": whole_run}
STEPS = sorted(
    f"{owner}.{name}"
    for owner, module in MODULES.items()
    for name, it in vars(module).items()
    if callable(it)
    and str(getattr(it, "__module__", "")).startswith("oic_kit.services")
    and name not in ("generate", "staged", "Made", "FirstYear")
    # The step itself, and one that only a first year of events needs.
    and f"{owner}.{name}" not in ("fill.fill", "generate.files_below")
)
TROUBLES: tuple[type[BaseException], ...] = (OSError, KeyboardInterrupt, RuntimeError)
RUN = """
import os, signal, sys
from pathlib import Path
from oic_kit.services import fill, generate
from tests.places import profile
step, when, target = sys.argv[1:]
if step:
    owner, _, name = step.partition(".")
    module = {"fill": fill, "generate": generate}[owner]
    real = getattr(module, name)
    def killed(*values, **named):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        found = real(*values, **named)
        os.kill(os.getpid(), signal.SIGKILL)
        return found
    setattr(module, name, killed)
print("begins", flush=True)
generate.generate(profile("sennestadt"), into=Path(target))
"""


def tree(folder: Path) -> dict[str, str]:
    """Every path below a folder, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): "folder"
        if path.is_dir()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
    }


def started(step: str, when: str, target: Path, **environment: str) -> subprocess.Popen[str]:
    """A generation in a process of its own, which may kill itself at a step."""
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", RUN, step, when, str(target)],
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a complete folder holds."""
    folder = tmp_path_factory.mktemp("whole") / "oic"
    generate(profile(NAME), into=folder)
    return tree(folder)


def test_two_runs_give_the_same_bytes(whole: dict[str, str], tmp_path: Path):
    """
    A maintainer may compare two folders byte by byte: clock, language, folder and chance play no part.
    """
    folder = tmp_path / "an other place" / "oïc"
    with started("", "", folder, TZ="Pacific/Kiritimati", LANG="C", PYTHONHASHSEED="7") as run:
        _said, complaints = run.communicate()

    assert (0, "") == (run.returncode, complaints)
    assert whole == tree(folder)


def test_a_folder_holds_the_record_and_an_owner_for_every_path(
    whole: dict[str, str], tmp_path: Path
):
    """
    An officer finds the own answers in place.yaml, and every path has somebody who may change it.
    """
    made = generate(profile(NAME), into=tmp_path / "oic")
    files = [path for path, content in whole.items() if content != "folder"]

    assert profile(NAME) == read_place(made.folder / "place.yaml")
    assert len(files) == made.files
    assert [] == [path for path in files if owner_of(path) is Owner.NOBODY]
    assert {"README.md", "requirements.txt", "site/hugo.yaml", ".gitignore"} <= set(files)


def test_paths_suit_every_system(whole: dict[str, str]):
    """
    A colleague on Windows or a Mac can copy the folder: no sign and no pair of names is in the way.
    """
    assert [] == [path for path in whole if set('<>:"|?*\\') & set(path) or len(path) > 150]
    assert [] == [path for path in whole if path.endswith((" ", ".")) or not path.isascii()]
    assert len(whole) == len({path.casefold() for path in whole})


@pytest.mark.parametrize("content", ["mine.txt", ".hidden", "folder/deep.txt"])
def test_a_folder_that_holds_something_is_refused_untouched(tmp_path: Path, content: str):
    """
    Nobody's work is overwritten, whatever lies in the folder.
    """
    target = tmp_path / "oic"
    (target / content).parent.mkdir(parents=True)
    (target / content).write_text("precious", encoding="utf-8")
    before = tree(tmp_path)

    with pytest.raises(FolderError):
        generate(profile(NAME), into=target)

    assert before == tree(tmp_path)


def failing(real: Callable[..., Any], trouble: BaseException, *, after: bool) -> Callable[..., Any]:
    """A step that fails, before or after its work."""

    def fails(*values: Any, **named: Any) -> Any:
        if after:
            real(*values, **named)
        raise trouble

    return fails


def test_there_are_steps_to_interrupt():
    """
    A developer may rely on it: the list of steps is not empty, and holds the great ones.
    """
    great = {"render_template", "write_derived", "write_record_pages"}
    assert {"generate.fill", *(f"fill.{step}" for step in great)} <= set(STEPS)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_failing_step_leaves_the_folder_absent_or_complete(
    monkeypatch: pytest.MonkeyPatch, whole: dict[str, str], tmp_path: Path, step: str, after: bool
):
    """
    A full disk, a Ctrl-C or a bug at any step leaves nothing half done behind.
    """
    trouble = TROUBLES[STEPS.index(step) % len(TROUBLES)]
    owner, _, name = step.partition(".")
    module = MODULES[owner]
    monkeypatch.setattr(module, name, failing(getattr(module, name), trouble("now"), after=after))
    target = tmp_path / "oic"

    with pytest.raises(trouble):
        generate(profile(NAME), into=target)

    assert {} == tree(tmp_path) or whole == tree(target)
    assert {"oic"} >= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_a_step_leaves_the_folder_absent_or_complete(
    whole: dict[str, str], tmp_path: Path, step: str
):
    """
    After a power cut the folder is absent or complete, never half, and a new run succeeds.
    """
    target = tmp_path / "oic"
    when = ("before", "after")[STEPS.index(step) % 2]
    with started(step, when, target) as run:
        run.communicate()

    assert -signal.SIGKILL == run.returncode
    assert not target.exists() or whole == tree(target)


@pytest.mark.parametrize("number", range(6))
def test_a_kill_at_any_moment_leaves_the_folder_absent_or_complete(
    whole: dict[str, str], tmp_path: Path, number: int
):
    """
    Whenever the machine stops, an officer finds the folder absent or complete, and can go on.
    """
    target = tmp_path / "oic"
    delay = random.Random(number).uniform(0.02, 3.0)  # noqa: S311 - any moment will do
    with started("", "", target) as run:
        assert run.stdout is not None
        assert "begins\n" == run.stdout.readline()
        time.sleep(delay)
        run.kill()

    if target.exists():
        assert whole == tree(target)
    else:
        generate(profile(NAME), into=target)
        assert whole == tree(target)
        assert ["oic"] == [path.name for path in tmp_path.iterdir()]


def test_the_sample_profiles_say_what_they_are():
    """
    A developer reads in the first line of every sample place which real place it is.
    """
    assert path_of(NAME).read_text(encoding="utf-8").startswith("# ")
