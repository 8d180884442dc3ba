"""Write the reference pages of the command line and of `place.yaml`, from their own words.

python scripts/reference.py          writes them
python scripts/reference.py --check  says which are no longer current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from oic_kit.cli.commands import commands
from oic_kit.services.place_file import schema

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
PLACE = ROOT / "docs" / "reference" / "place-yaml.md"
_WIDTH = 100
_KINDS = {
    "": "anything",
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
}
_WRITTEN = "This page is written by `scripts/reference.py`."


def pages() -> dict[Path, str]:
    """Everything that this script writes, by path."""
    return {COMMANDS: "\n".join(_commands()), PLACE: "\n".join(_place())}


def _commands() -> Iterator[str]:
    yield from ("# Commands", "", "What `--help` says, for every command. Exit codes: 0 done,")
    yield "1 something is to mend, 2 the command was typed wrongly, 3 a fault of ours."
    yield "A command that works on a generated folder finds it upwards from where you are."
    yield _WRITTEN
    yield from _helps(commands, None, "oic-kit")


def _helps(command: click.Command, above: click.Context | None, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above, terminal_width=_WIDTH)
    mark = "#" * min(2 + len(context.command_path.split()) - 1, 4)
    yield from ("", f"{mark} {context.command_path}", "", "```text")
    yield command.get_help(context)
    yield "```"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from _helps(found, context, child)
    if above is None:
        yield ""


def _place() -> Iterator[str]:
    whole = schema()
    yield from ("# place.yaml", "", "The one record of a place: every key, what it holds and what")
    yield "stands there when it is left out. `oic-kit schema` prints the same as JSON Schema."
    yield _WRITTEN
    yield from _block("The whole file", whole, whole)
    for name in whole["$defs"]:
        if block := _keys(name, whole):
            yield from _block(name, block, whole)
    yield ""


def _block(name: str, block: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    yield from ("", f"## {name}", "")
    if block.get("description"):
        yield from (block["description"].split("\n\n")[0].replace("\n", " "), "")
    yield from ("| Key | Holds | Left out | What to write |", "| --- | --- | --- | --- |")
    needed = block.get("required", [])
    for key, field in block["properties"].items():
        left_out = "**needed**" if key in needed else _default(field)
        words = str(field.get("description", "")).replace("\n", " ").replace("|", "\\|")
        yield f"| `{key}` | {_shape(field, whole)} | {left_out} | {words} |"


def _default(field: dict[str, Any]) -> str:
    given = field.get("default")
    return f"`{given}`" if isinstance(given, bool | int | float) or given else ""


def _shape(field: dict[str, Any], whole: dict[str, Any]) -> str:
    """Say in a few words what a key holds; another block as a link."""
    if "$ref" in field:
        return _named(field["$ref"].rsplit("/", 1)[1], whole)
    for several in ("anyOf", "allOf", "oneOf"):
        if several in field:
            shapes = dict.fromkeys(_shape(it, whole) for it in field[several])
            return " or ".join(it for it in shapes if it != "nothing")
    if "enum" in field or "const" in field:
        return ", ".join(f"`{it}`" for it in field.get("enum", [field.get("const")]))
    kind = field.get("type", "")
    if kind == "array":
        item = field.get("items") or field.get("prefixItems", [{}])[0]
        return f"list: {_shape(item, whole)}"
    if kind == "object":
        (value,) = field.get("patternProperties", {"": {}}).values()
        return f"by name: {_shape(value, whole)}"
    kinds = [kind] if isinstance(kind, str) else kind
    return " or ".join(_KINDS[it] for it in kinds)


def _named(name: str, whole: dict[str, Any]) -> str:
    return (
        f"[{name}](#{name.lower()})" if _keys(name, whole) else _shape(whole["$defs"][name], whole)
    )


def _keys(name: str, whole: dict[str, Any]) -> dict[str, Any]:
    """A block with its keys, also where a short form may be written instead; else nothing."""
    block = whole["$defs"][name]
    forms = [block, *block.get("anyOf", ())]
    return next((form | {"description": block.get("description", "")}
                 for form in forms if "properties" in form), {})  # fmt: skip


def main() -> int:
    """Write every page, or only compare."""
    stale = 0
    for path, text in pages().items():
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} is not current: run scripts/reference.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
