"""The command `oic-kit`: speak the reader's language, then gather the commands."""

from __future__ import annotations

import gc
import os

from oic_kit.say import language_of, speak

# A command lives for seconds, and what it makes is in use to the end: to search all of it for
# garbage after every few hundred new objects, as Python does, costs a tenth of the time.
_NEW_OBJECTS = 100_000


def main() -> None:
    """Run the command line. Help texts are translated when their modules are imported."""
    gc.set_threshold(_NEW_OBJECTS)
    speak(language_of(os.environ))
    from oic_kit.cli.commands import commands

    commands()
