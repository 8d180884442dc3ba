"""Whatever a place did and whatever the kit brings: no byte of the place's own is lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oic_kit.model.ownership import Owner, owner_of
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
ODD = ["Straße", "Grüße\r", "<<<<<<< ours", "=======", "\t", "--- ", "a\0b", ""]
MARK = "by us"

words = st.sampled_from(["kit", "both", *ODD])
lines = st.lists(words, min_size=8, max_size=14)


def texts(mark: str) -> st.SearchStrategy[bytes]:
    """Contents of files, in good and in odd encodings; `mark` stands in each of their lines."""
    written = lines.map(lambda it: "".join(f"{n}: {mark}{word}\n" for n, word in enumerate(it)))
    return st.one_of(
        written.map(str.encode),
        written.map(lambda it: it.replace("\n", "\r\n").encode()),
        written.map(lambda it: it.encode("utf-16")),
        written.map(lambda it: it.encode("latin-1", "replace")),
        st.binary(max_size=40).map(lambda it: mark.encode() + it),
    )


kit_files = st.dictionaries(st.sampled_from([*SHARED, *KITS, *SEEDS]), texts(""), max_size=10)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from([*SHARED, *KITS, *SEEDS]), texts(MARK)),
        st.tuples(st.just("line"), st.sampled_from([*SHARED, *KITS, *SEEDS]), words),
        st.tuples(st.just("add"), st.sampled_from(OWN), texts(MARK)),
        st.tuples(st.just("delete"), st.sampled_from([*SHARED, *KITS, *SEEDS]), st.none()),
        st.tuples(st.just("rename"), st.sampled_from([*SHARED, *SEEDS]), st.sampled_from(MOVED)),
    ),
    max_size=6,
)
colours = st.sampled_from(["#00b2bb", "#123456", "#aa3300"])


def follows(place):
    """Files that depend on the answers, one of them only there for some."""
    colour = place.brand.colour
    made = {"playbook/colour.md": f"{'# Colour' * 9}\nThe colour is {colour}.\n".encode()}
    if colour == "#123456":
        made["site/content/blue/index.de.md"] = b"blue"
    return made


def do(folder: Path, deed: tuple[str, str, object]) -> None:
    """What somebody in the place does with a file, if it is there."""
    what, path, how = deed
    target = folder / path
    if what == "add" or (what == "edit" and target.is_file()):
        assert isinstance(how, bytes)
        write(folder, {path: how})
    elif what == "line" and target.is_file():
        target.write_bytes(target.read_bytes() + f"{MARK} {how}\n".encode())
    elif what == "delete" and target.is_file():
        target.unlink()
    elif what == "rename" and target.is_file() and not (folder / str(how)).exists():
        (folder / str(how)).parent.mkdir(parents=True, exist_ok=True)
        target.rename(folder / str(how))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(old=kit_files, new=kit_files, third=kit_files, done=deeds, later=deeds, colour=colours)
def test_no_byte_of_the_place_is_lost_and_twice_is_once(old, new, third, done, later, colour):
    """
    Edits, deletions, renames and additions by the place, three versions of the kit, other answers.
    """
    kits = [
        Kit(files, version=f"0.{number}.0", follows=follows)
        for number, files in enumerate((old, new, third), start=1)
    ]
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
    everywhere = b"\n".join(after.values())
    for path, content in before.items():
        if owner_of(path) is Owner.PLACE:
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
