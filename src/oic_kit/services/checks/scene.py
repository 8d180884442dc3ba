"""The folder that is checked: everything the questions look at, read when first asked for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from oic_kit.errors import Fault, PlaceFileError
from oic_kit.model.law import Law
from oic_kit.model.law_findings import LawFinding, law_findings
from oic_kit.model.place import Place
from oic_kit.services.checks.built_pages import Built, built_in
from oic_kit.services.checks.sources import Source, sources_in
from oic_kit.services.content import check_content
from oic_kit.services.front_matter import Head
from oic_kit.services.jurisdictions import law_of
from oic_kit.services.pages import Content, Page, PageFault, read_content
from oic_kit.services.place_file import place_from
from oic_kit.services.record_text import parse_record, read_text

RECORD = "place.yaml"


@dataclass(frozen=True)
class Scene:
    """A generated folder.

    Args:
        folder: the one that holds `place.yaml`.
        today: what counts as today.
    """

    folder: Path
    today: datetime.date

    @property
    def site(self) -> Path:
        """The folder of the website."""
        return self.folder / "site"

    @property
    def holds(self) -> bool:
        """Whether the record can be read."""
        return isinstance(self._record, Place)

    @property
    def place(self) -> Place:
        """The record; ask `holds` before."""
        if not isinstance(self._record, Place):
            raise self._record
        return self._record

    @property
    def record_faults(self) -> tuple[Fault, ...]:
        """What is to mend in the record before anything can be read from it."""
        return () if isinstance(self._record, Place) else self._record.faults

    @cached_property
    def _record(self) -> Place | PlaceFileError:
        try:
            return place_from(self._head.values, named=RECORD)
        except PlaceFileError as error:
            return error

    @cached_property
    def _head(self) -> Head:
        text = read_text(self.folder / RECORD)
        return Head(text, parse_record(text, named=RECORD))

    def record_line(self, key: str) -> int:
        """The line of `place.yaml` on which a dotted key stands, or the one above it."""
        try:
            return self._head.line_of(key.split(".")) if key else 1
        except PlaceFileError:
            return 1

    @cached_property
    def law(self) -> Law:
        """What the law says to the place."""
        return law_of(self.place)

    @cached_property
    def law_findings(self) -> tuple[LawFinding, ...]:
        """Everything that is open between the place and its legal pages."""
        return law_findings(self.place, self.law, self.today)

    @cached_property
    def content(self) -> Content:
        """The pages of the site."""
        return read_content(self.site)

    @cached_property
    def page_faults(self) -> tuple[PageFault, ...]:
        """What is to mend in the pages before they can be built."""
        return tuple(check_content(self.site, self.place, content=self.content))

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages that hold, by their path below the folder of the place."""
        return {f"site/{page.file}": page for page in self.content.pages}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The texts that people of the place write."""
        return tuple(sources_in(self.folder))

    @cached_property
    def built(self) -> Built | None:
        """The built pages; nothing when there are none or when they are older than their texts."""
        return built_in(self.folder)
