"""Small sites for tests of the pages: a few files, each with exactly one thing to mend."""

from __future__ import annotations

from pathlib import Path

from oic_kit.model.place import Place
from oic_kit.services.content import PageFault, check_content
from tests.places import profile

EVENT = """\
---
title: "An open evening"
description: "An evening for everybody who has a question."
start: "2027-01-14T18:00"
end: "2027-01-14T20:00"
mode: onsite
venue: "Arts centre"
kind: meetup
hosts: [arts-centre]
---

Come along.
"""
PERSON = """\
---
title: "Head of the office"
description: "Holds the threads together and connects people."
role: "Lead"
---
"""
PARTNER = """\
---
title: "Arts centre"
description: "Provides a stage, a workshop and good questions."
group: culture
---
"""
POST = """\
---
title: "What we learnt"
description: "What we learnt on the first open evening of the year."
date: 2027-01-16
authors: [office-lead]
category: lookback
lookback_of: opening
topics: [digital]
---

It was good.
"""
SOUND = {
    "content/events/opening/index.de.md": EVENT,
    "content/people/office-lead/index.de.md": PERSON,
    "content/partners/arts-centre/index.de.md": PARTNER,
    "content/posts/look-back/index.de.md": POST,
}


def muenster() -> Place:
    """A place with all the parts of a site that the files above use."""
    return profile("muenster")


def write_site(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder, and the shortcodes of a theme."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    shortcodes = folder / "themes" / "oic" / "layouts" / "_shortcodes"
    shortcodes.mkdir(parents=True, exist_ok=True)
    for name in ("notice", "youtube"):
        (shortcodes / f"{name}.html").write_text("", encoding="utf-8")
    return folder


def faults_after(folder: Path, files: dict[str, str | bytes]) -> list[PageFault]:
    """What is to mend when files are added to the sound site, or replace one of it."""
    return check_content(write_site(folder, {**SOUND, **files}), muenster())
