"""Two versions of a small kit, with one file or more of each owner."""

from __future__ import annotations

from tests.services.synthetic_kits import Kit

LAYOUT = "site/themes/oic/layouts/home.html"
FONT = "site/themes/oic/assets/fonts/sans.woff2"
WORKFLOW = ".github/workflows/publish.yml"
PAGE = "site/content/about/index.de.md"
OLD = Kit(
    {
        LAYOUT: b"<main>old</main>\n",
        FONT: b"wOF2\0old",
        WORKFLOW: b"on: push\n",
        PAGE: b"---\ntitle: Wir\n---\nMuster\n",
        "README.md": b"# Guide\n",
    }
)
NEW = Kit(
    {
        **OLD.files,
        LAYOUT: b"<main>new</main>\n",
        FONT: b"wOF2\0new",
        WORKFLOW: b"on: [push]\n",
        PAGE: b"---\ntitle: Wir\n---\nBesseres Muster\n",
        "site/content/press/index.de.md": b"---\ntitle: Presse\n---\n",
    },
    version="0.2.0",
)
