"""Whatever a place did and whatever the kit brings: no byte of the place's own is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oic_kit.model.ownership import Owner, owner_of
from oic_kit.model.update_plan import is_drawn
from oic_kit.services.new_state import REPLACED
from oic_kit.services.update_report import REPORT
from tests.services.synthetic_kits import Kit, answers, everything, write

SLOW = [HealthCheck.too_slow]
SHARED = [f"playbook/chapters/{it}.md" for it in ("de/1", "de/2", "en/1", "en/2")]
SHARED += ["README.md", "site/hugo.yaml", "playbook/figures/a.png"]
KITS = [
    "site/themes/oic/a.html",
    "site/themes/oic/b.css",
    "site/themes/oic/f.woff2",
    ".github/w.yml",
]
SEEDS = ["site/content/x/index.de.md", "site/content/y/index.de.md", "site/data/z.yaml"]
OWN = ["notes.txt", "playbook/own.md", "site/content/own/index.de.md", ".github/own.yml"]
MOVED = ["playbook/moved.md", "LIESMICH.md", "playbook/de/neu.md", "site/content/y/neu.md"]
RENAMED = ["playbook/chapters/de/9.md", "playbook/chapters/en/9.md", "playbook/guide.md"]
ODD = ["Straße", "Grüße\r", "<<<<<<< ours", "=======", "\t", "--- ", ""]
MARK = "by us"
LENGTH = 12
T = TypeVar("T")

words = st.sampled_from(["kit", "both", *ODD])
numbers = st.integers(0, LENGTH - 1)


def text(changed: Mapping[int, str], mark: str) -> str:
    """A text that resembles all others, with a few lines of its own; `mark` stands in those."""
    lines = (f"{mark}{changed[n]}" if n in changed else f"Line {n}." for n in range(LENGTH))
    return "".join(f"{line}\n" for line in lines)


def texts(mark: str) -> st.SearchStrategy[bytes]:
    """Contents of files, mostly texts that can be merged, some in odd encodings, some no texts."""
    written = st.dictionaries(numbers, words, max_size=5).map(lambda it: text(it, mark))
    odd = st.one_of(
        written.map(lambda it: it.replace("\n", "\r\n").encode()),
        written.map(lambda it: it.encode("utf-16")),
        written.map(lambda it: it.encode("latin-1", "replace")),
        st.binary(max_size=40).map(lambda it: mark.encode() + b"\0" + it),
    )
    return often(written.map(str.encode), odd, times=3)


def often(usual: st.SearchStrategy[T], other: st.SearchStrategy[T], *, times: int):
    """The usual so many times as often as the other: left alone, every choice is equally likely."""
    return st.integers(0, times).flatmap(lambda it: usual if it else other)


kit_paths = st.sampled_from([*SHARED, *KITS, *SEEDS])
kit_files = st.dictionaries(kit_paths, texts(""), min_size=9, max_size=14)
kit_changes = st.dictionaries(kit_paths, texts(""), min_size=4, max_size=10)
kit_drops = st.sets(kit_paths, max_size=3)
kit_moves = st.dictionaries(st.sampled_from(SHARED), st.sampled_from(RENAMED), max_size=1)
line = st.tuples(st.just("line"), st.sampled_from(SHARED), st.tuples(numbers, words))
deed = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from([*SHARED, *KITS, *SEEDS]), texts(MARK)),
    st.tuples(st.just("line"), st.sampled_from(KITS + SEEDS), st.tuples(numbers, words)),
    st.tuples(st.just("add"), st.sampled_from(OWN * 3 + SHARED + SEEDS), texts(MARK)),
    st.tuples(st.just("delete"), st.sampled_from([*SHARED, *KITS, *SEEDS]), st.none()),
    st.tuples(st.just("rename"), st.sampled_from([*SHARED, *SEEDS]), st.sampled_from(MOVED)),
)
deeds = st.lists(often(line, deed, times=1), min_size=3, max_size=8)
colours = st.sampled_from(["#00b2bb", "#123456", "#aa3300"])


def later_version(before, changes, drops, by_kit):
    """The files of the next version: some changed, some dropped, some renamed with a line more."""
    kept = {it: before[it] for it in before if it not in drops and it not in by_kit}
    renamed = {to: before[it] + b"new line\n" for it, to in by_kit.items() if it in before}
    return {**kept, **changes, **renamed}


def follows(place):
    """Files that depend on the answers, one of them only there for some."""
    colour = place.brand.colour
    made = {"playbook/colour.md": f"{'# Colour' * 9}\nThe colour is {colour}.\n".encode()}
    if colour == "#123456":
        made["site/content/blue/index.de.md"] = b"blue"
    return made


@st.composite
def three_versions(draw):
    """A kit and two later versions of it, each grown out of the one before."""
    files = [draw(kit_files)]
    for _ in range(2):
        files.append(later_version(files[-1], draw(kit_changes), draw(kit_drops), draw(kit_moves)))
    return [
        Kit(each, version=f"0.{number}.0", follows=follows)
        for number, each in enumerate(files, start=1)
    ]


def do(folder: Path, deed: tuple[str, str, object]) -> None:
    """What somebody in the place does with a file, if it is there."""
    what, path, how = deed
    target = folder / path
    if what == ("edit" if target.is_file() else "add"):
        assert isinstance(how, bytes)
        write(folder, {path: how})
    elif what == "line" and target.is_file():
        assert isinstance(how, tuple)
        lines = target.read_bytes().splitlines(keepends=True)
        lines[how[0] : how[0] + 1] = [f"{MARK} {how[1]}\n".encode()]
        target.write_bytes(b"".join(lines))
    elif what == "delete" and target.is_file():
        target.unlink()
    elif what == "rename" and target.is_file() and not (folder / str(how)).exists():
        (folder / str(how)).parent.mkdir(parents=True, exist_ok=True)
        target.rename(folder / str(how))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(kits=three_versions(), done=deeds, later=deeds, colour=colours)
def test_no_byte_of_the_place_is_lost_and_twice_is_once(kits, done, later, colour):
    """
    Edits, deletions, renames and additions by the place, three versions of the kit, which renames
    as well, and other answers.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = kits[0].generate(Path(scratch, "folder"))
        for kit, deeds_then in ((kits[1], done), (kits[2], later)):
            handed = everything(folder)
            for deed in deeds_then:
                do(folder, deed)
            write(folder, {"place.yaml": answers(brand__colour=colour)})
            before = everything(folder)
            kit.update(folder)
            after = everything(folder)
            _nothing_is_lost(handed, before, after)
            kit.update(folder)
            assert after == everything(folder)
        assert ["folder"] == [path.name for path in Path(scratch).iterdir()]


def _nothing_is_lost(handed, before, after):
    """Own files are untouched; of edited ones every line of the place, or the whole file, is there."""
    everywhere = b"\n".join(held for path, held in after.items() if path != REPORT)
    for path, content in before.items():
        theirs = owner_of(path) is Owner.PLACE or path in OWN or path.startswith(REPLACED)
        drawn = is_drawn(path) and owner_of(path) is Owner.KIT and handed.get(path) != content
        if theirs or drawn:
            assert content == after[path], path
        elif handed.get(path) != content and content not in after.values():
            assert MARK.encode("utf-16-le") not in content, path
            for line in content.splitlines():
                assert MARK.encode() not in line or line in everywhere, (path, line)
    for path in handed:
        known = owner_of(path) is Owner.PLACE or f".oic/base/{path}" in handed
        assert not known or path in before or path not in after, path


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(old=kit_files, new=kit_files, colour=colours)
def test_an_unedited_folder_equals_a_fresh_one(old, new, colour):
    """
    Over any change of the kit and of the answers; pages, which belong to the place, are left out.
    """
    record = answers(brand__colour=colour)
    kit = Kit(new, version="0.2.0", follows=follows)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Kit(old, follows=follows).generate(Path(scratch, "folder"))
        write(folder, {"place.yaml": record})
        kit.update(folder)
        fresh = everything(kit.generate(Path(scratch, "fresh"), record))

        assert _without_pages(fresh) == _without_pages(everything(folder))


def _without_pages(files):
    return {
        path: content
        for path, content in files.items()
        if owner_of(path) is not Owner.PLACE and path != ".oic/files.json"
    }
