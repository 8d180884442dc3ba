"""Say what to mend in the pages of a site, before Hugo stumbles over it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from oic_kit.errors import PlaceFileError
from oic_kit.model.content_report import Report
from oic_kit.model.place import Place
from oic_kit.services.content_fit import misfits
from oic_kit.services.faults import faults_of
from oic_kit.services.front_matter import Head
from oic_kit.services.page_body import findings_in, shortcodes_of
from oic_kit.services.pages import Content, PageFault, read_content
from oic_kit.services.record_text import read_record

__all__ = ["PageFault", "check_content", "read_content"]


def check_content(site: Path, place: Place, *, content: Content | None = None) -> list[PageFault]:
    """Say everything that is to mend in the pages of a site, sorted by file and line.

    Args:
        site: the folder that holds `content/`, the theme, the data and the pictures.
        place: the record, whose topics, languages and modules the pages must fit.
        content: the pages, if somebody has read them already.
    """
    content = content or read_content(site)
    shortcodes = shortcodes_of(site)
    faults = set(content.faults)
    for page in content.pages:
        for line, given, cure in findings_in(page.body, shortcodes=shortcodes):
            faults.add(PageFault(page.file, page.body_line + line, "", given, cure))
    faults.update(misfits(content, site, place))
    faults.update(_report_faults(site))
    return sorted(faults)


def _report_faults(site: Path) -> Iterator[PageFault]:
    for path in sorted((site / "data" / "report").glob("*.y*ml")):
        file = path.relative_to(site).as_posix()
        try:
            values = read_record(path)
            Report.model_validate_json(json.dumps(values))
        except PlaceFileError as error:
            line = error.faults[0].key.rpartition(":")[2]
            cure = error.faults[0].cure
            yield PageFault(file, int(line) if line.isdigit() else 1, "", "", cure)
        except ValidationError as error:
            head = Head(path.read_text("utf-8-sig"), values)
            for fault in faults_of(error, given=values, model=Report):
                line_at = head.line_of(fault.key.split("."))
                yield PageFault(file, line_at, fault.key, fault.given, fault.cure)
