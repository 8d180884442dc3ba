"""An update that was killed half-way: whatever is typed next finishes it first."""

from __future__ import annotations

import inspect
import sys

import pytest

from oic_kit.cli.commands import commands

# They make a folder of their own, or need none.
_WITHOUT = frozenset({"new", "demo", "places", "schema"})
_NAMES = sorted(commands.commands)


@pytest.mark.parametrize("name", _NAMES)
def test_every_command_that_works_on_a_folder_finishes_a_killed_update_first(name):
    """
    An editor whose machine died during an update sees a whole folder again with the next command,
    whichever it is: the place where folders are found is the place where they are healed.
    """
    callback = commands.commands[name].callback
    assert callback is not None
    source = inspect.getsource(sys.modules[callback.__module__])

    assert (name not in _WITHOUT) == ("find_folder(" in source)
