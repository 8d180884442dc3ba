"""The command `oic-kit`: speak the reader's language, then gather the commands."""

from __future__ import annotations

import os

from oic_kit.say import language_of, speak


def main() -> None:
    """Run the command line. Help texts are translated when their modules are imported."""
    speak(language_of(os.environ))
    from oic_kit.cli.commands import commands

    commands()
