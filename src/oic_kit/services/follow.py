"""Carry changes of the template into a generated folder while somebody works on the template.

Only what was saved is rendered, so that a browser shows it within a second or two.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from oic_kit.model.place import Place
from oic_kit.services import texts
from oic_kit.services.derive import write_derived
from oic_kit.services.playbook_figures import Figures
from oic_kit.services.playbook_values import plan_of, playbook_values
from oic_kit.services.render import render_template
from oic_kit.services.scratch import scratch
from oic_kit.services.seed_values import seed_values
from oic_kit.services.switches import seeds_for
from oic_kit.services.template import files_below

_SUFFIX = ".jinja"
_WORDS = ("site/themes/oic/wording/", "site/themes/oic/i18n/")


@dataclass
class Follower:
    """A folder that follows a template.

    Args:
        root: the template.
        folder: made from it, for this place.
        place: whose folder it is.
    """

    root: Path
    folder: Path
    place: Place
    _seen: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._seen = self._stamps()

    @cached_property
    def _values(self) -> dict[str, Any]:
        figures = Figures(self.place, plan_of(self.place))
        return {**seed_values(self.place), **playbook_values(self.place, figures)}

    def _stamps(self) -> dict[str, int]:
        """When each file of the template was saved."""
        found = {}
        for path in files_below(self.root):
            try:
                found[path.relative_to(self.root).as_posix()] = path.stat().st_mtime_ns
            except FileNotFoundError:  # an editor replaces a file in two steps
                continue
        return found

    def follow(self) -> tuple[str, ...]:
        """Carry over what was saved, made or deleted since the last time; say which paths."""
        now = self._stamps()
        gone = self._seen.keys() - now.keys()
        saved = {path for path, stamp in now.items() if self._seen.get(path) != stamp}
        self._seen = now
        if saved or gone:
            self._carry(saved, gone, now)
        return tuple(sorted(saved | gone))

    def _carry(self, saved: set[str], gone: set[str], now: Mapping[str, int]) -> None:
        texts_of_all = [path for path in now if path.endswith(_SUFFIX)]
        # The sheet of all texts only changes how everything is rendered.
        if "copier.yml" in saved:
            saved = saved.union(texts_of_all)
        wanted = seeds_for(self.place)
        names = {path.removesuffix(_SUFFIX) for path in saved}
        with scratch() as desk:
            made = desk / "made"
            made.mkdir()
            render_template(
                self._values, made, wanted=lambda it: it in names and wanted(it), root=self.root
            )
            for file in files_below(made):
                self._put(file, file.relative_to(made).as_posix())
        for path in gone:
            (self.folder / path.removesuffix(_SUFFIX)).unlink(missing_ok=True)
        self._follow_words(saved | gone)

    def _put(self, file: Path, name: str) -> None:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)

    def _follow_words(self, changed: Iterable[str]) -> None:
        """Wording reaches Hugo by way of what is derived."""
        if any(path.startswith(_WORDS) for path in changed):
            for value in vars(texts).values():
                getattr(value, "cache_clear", lambda: None)()
            write_derived(self.place, self.folder)
