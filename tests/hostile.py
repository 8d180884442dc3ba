"""Texts that look like markup, templates, formulas, paths or commands, and a folder full of them."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from oic_kit.model.content_fields import SINGULAR, Shape, fields_of
from oic_kit.model.place import Place
from oic_kit.services.add import add
from oic_kit.services.add_values import told_by
from oic_kit.services.completion import complete_place
from tests.places import TODAY
from tests.services.content_sites import PERSON
from tests.services.test_add import FIRST
from tests.services.test_place_file import HARMLESS

# Texts from the corpus of hostile inputs that a record accepts, and some more of their kind.
CORPUS = (
    *HARMLESS,
    "</script><script>alert(1)//",  # 23
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakita",  # 17
    "Ko\u0308ln",  # 31: one letter and one mark, written as one letter
    "B\u0435rlin",  # 36: a Cyrillic letter
    "Dr. h. c. O'Brien-Öztürk von und zu Ñuñez, LL.M.",  # 80
    'Café "Ü" <1. OG>',  # 91
    "© <a href=javascript:alert(1)>",  # 95
    '=HYPERLINK("http://evil.example")',  # 100
    '"><img src=x onerror=alert(1)>',
    "*star* _line_ `code` [x](javascript:alert(1)) ![t](https://evil.example/p.gif)",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "../../etc/passwd",
)
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "=1+1|x", "a|b")  # 100
SIGNS = (
    "A;B,C\\D",
    "Fest" + "🏳️‍🌈" * 12,
    "Bürger*innen und Nachbar*innen",
    "x\\r\\nEND:VEVENT",
)  # 83–85, 99
TEXTS = (*CORPUS, *FORMULAS, *SIGNS)
# What stands below the head of a page, and the words of it that a visitor reads.
BODIES = (
    ("Davor\n\n---\n\nDanach", "Danach"),  # 44
    ('## H {onclick="x" style="position:fixed"}', "H"),  # 45
    (
        "{{ site.Params }} und {% nope %} und {{7*7}}",
        "{{ site.Params }} und {% nope %} und {{7*7}}",
    ),
    ("a@b.example https://x.example www.x.example", "https://x.example"),  # 53
    ("Bürger*innen und Nachbar*innen", "Bürger*innen und Nachbar*innen"),  # 99
    ('| a | b |\n|---|---|\n| =HYPERLINK("x") | +1 |\n| a\\|b | @SUM |', '=HYPERLINK("x")'),  # 100
)
REFUSED = (
    ("[klick](javascript:alert(1))", "javascript:alert(1)"),  # 46
    ("[klick](JaVa&#9;Script:alert(1))", "JaVa&#9;Script:alert(1)"),  # 47
    ("[klick](data:text/html;base64,PHNjcmlwdD4=)", "data:text/html;base64,PHNjcmlwdD4="),  # 47
    ("[klick](< vbscript:x>)", "vbscript:x>"),  # 47
    ("![Bild](https://evil.example/p.gif)", "https://evil.example/p.gif"),  # 48
    ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),  # 49
    ("<iframe src=//evil.example></iframe>", "<iframe src=//evil.example>"),  # 50
    ("<!-- weg --> <b>fett", "<b>"),  # 51
    ("a " * 150_000, "Come along. a a"),  # 52
    (">" * 5_000, ">" * 31),  # 52
    ("[" * 5_000, "[" * 31),  # 52
    ("{{< youtube abc >}}", "{{< youtube abc >}}"),  # 25
    ("{{% nope %}}", "{{% nope %}}"),  # 26
    ("nil\u202eBer", "U+202E"),  # 32
    ("Ber\x00lin", "U+0000"),  # 34
    ("Ber\x1b[31mlin", "U+001B"),  # 35
)
"""What stands below the head of a page and is refused, and how it is named."""
_BY_SINGULAR = tuple(SINGULAR)
_KEPT = frozenset({"timezone", "uid", "image", "image_alt", "image_credit", "aliases", "owner"})


def hostile_place() -> Place:
    """A place whose lists hold every text, and every other field one of them."""
    return complete_place(
        {
            "place": {"name": CORPUS[20], "population": 9000, "country": "DE", "state": "BW"},
            "site": {"title": CORPUS[24], "url": "https://oic.example/", "languages": ["de"]},
            "brand": {"tagline": {"de": CORPUS[-3]}},
            "operator": {
                "type": "municipality",
                "legal_name": CORPUS[0],
                "represented_by": {"name": CORPUS[-8], "role": CORPUS[19]},
            },
            "contact": {"email": "oic@oic.example"},
            "office": {"space": "own", "street": CORPUS[-7], "name": CORPUS[26]},
            "topics": [
                {"id": f"t{number}", "title": {"de": text}} for number, text in enumerate(TEXTS[:9])
            ],
            "actors": [
                {"name": text, "group": "business", "influence": 1, "interest": 3} for text in TEXTS
            ],
            "playbook": {
                "kickoff": "2027-03-01",
                "challenges": [*TEXTS],
                "existing": [*TEXTS],
                "sponsor": FORMULAS[0],
                "partner_place": CORPUS[-4],
            },
        },
        today=TODAY,
        named="hostile",
    )


def titled(text: str, number: int) -> str:
    """A text as the title of a page: some are shorter than titles may be."""
    return f"{text} {number}"


def fill_with_pages(folder: Path, place: Place) -> Mapping[str, tuple[str, str]]:
    """Clear the pages of the kit away, then add an event and one more page for every text.

    Returns:
        For every folder below `content/` its title and the words of its body.
    """
    for kind in SINGULAR.values():  # what the kit wrote is looked at elsewhere
        for item in (folder / "site/content" / kind).iterdir():
            if item.is_dir():
                shutil.rmtree(item)
    author = folder / "site/content/people/office-lead/index.de.md"
    author.parent.mkdir(parents=True, exist_ok=True)
    author.write_text(PERSON, encoding="utf-8")
    made = {}
    for number, text in enumerate(TEXTS):
        for single in {"event", _BY_SINGULAR[number % len(_BY_SINGULAR)]}:
            kind, (body, words) = SINGULAR[single], BODIES[number % len(BODIES)]
            name = f"h{number}"
            given = {**dict(_said(single, text, number)), "text": body, "id": name}
            told = told_by([f"{key}={value}" for key, value in given.items()], kind, ("de",))
            add(folder, place, kind, told, today=datetime.date(2027, 4, 1))
            made[f"{kind}/{name}"] = (titled(text, number), words)
    return made


def _said(single: str, text: str, number: int) -> Iterator[tuple[str, str]]:
    """What is needed for a page of this kind, with the text in every field that takes words."""
    first = dict(setting.split("=", 1) for setting in FIRST[single])
    yield from first.items()
    for field in fields_of(SINGULAR[single]):
        plain = field.shape in (Shape.LINE, Shape.TEXT) and not field.many and not field.options
        if plain and field.name not in _KEPT and not field.cure.startswith("write day"):
            end = "?" if field.name == "question" else ""
            yield field.name, f"{text[:36]} – und noch mehr davon{end}"
    yield "title", titled(text, number)
    yield "description", f"{text} – und noch einige Worte, damit es genug sind."
