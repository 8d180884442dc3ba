"""Read YAML that came with the kit: checked by its tests, so only speed counts here."""

from __future__ import annotations

from typing import Any

import yaml

# Eight times as fast where PyYAML was built with its C library, as its wheels are.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def kit_yaml(text: str) -> Any:
    """Read a file of the kit as plain values.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader in both cases
