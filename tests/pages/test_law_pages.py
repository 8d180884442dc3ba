"""The legal pages under the law of several countries, as Hugo builds them from `law.json`."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from oic_kit.model.place import Place
from oic_kit.services.derive import write_derived
from oic_kit.services.generate import generate
from oic_kit.services.jurisdictions import law_of
from oic_kit.services.place_file import dump_place
from oic_kit.services.site import run_hugo
from tests.law_places import NOWHERE, SERVICE, answered, bare
from tests.sites import BuiltSite, Page, lines_of
from tests.wording import DU, SIE

KEPT = ("imprint", "privacy", "accessibility", "licences", "contact")
LEGAL = KEPT[:4]
TONGUES = ("de", "en")
OF_ALL = ("easy_language", "sign_language")
CASES = [
    ("DE", "NW", "municipality"),
    ("DE", "BW", "company"),
    ("AT", "1", "municipality"),
    ("CH", "ZH", "municipality"),
    ("CH", "BE", "company"),
    ("FR", "", "municipality"),
    ("GB", "SCT", "municipality"),
    ("US", "NY", "municipality"),
    (NOWHERE, "", "association"),
]
FILM = {**SERVICE, "kind": "embed", "url": "https://video.example/1"}
BLOCKS = {
    "integrations": {"tickets": SERVICE, "newsletter": SERVICE, "video": FILM},
    "hosting": {"provider": {"country": "IN"}},
}


@dataclass(frozen=True)
class Legal:
    """The legal pages of one place, with nothing else around them."""

    site: BuiltSite
    place: Place

    def page(self, name: str, tongue: str) -> Page:
        """One of the pages in one language."""
        return self.site.page_of(name, tongue)

    def lines(self, name: str, tongue: str) -> list[str]:
        """What stands on a page, a line for every block."""
        return lines_of(self.page(name, tongue).tree.xpath("//main")[0])

    def missing(self) -> set[str]:
        """Every key that the pages call missing."""
        path = "//main//strong[@class='missing']/code/text()"
        pages = (self.page(name, tongue) for name in LEGAL for tongue in TONGUES)
        return {str(key) for page in pages for key in page.tree.xpath(path)}

    def marks(self) -> set[str]:
        """Every fact of the law that a page asks to confirm."""
        path = "//main//span[contains(@class, 'tag')]/code/text()"
        pages = (self.page(name, tongue) for name in LEGAL for tongue in TONGUES)
        return {str(key) for page in pages for key in page.tree.xpath(path)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated folder with the legal pages only: each build takes a moment."""
    folder = tmp_path_factory.mktemp("law") / "oic"
    generate(bare("DE", "NW"), into=folder)
    for entry in (folder / "site" / "content").iterdir():
        if entry.is_dir() and entry.name not in KEPT:
            shutil.rmtree(entry)
    with (folder / "site" / "hugo.yaml").open("a", encoding="utf-8") as file:
        file.write("\nparams:\n  cards: none\n")
    return folder


def built(place: Place, folder: Path) -> Legal:
    """The pages of a place; the folder stays the same, only the record changes."""
    (folder / "place.yaml").write_text(dump_place(place), encoding="utf-8")
    write_derived(place, folder)
    site = BuiltSite(place, folder)
    shutil.rmtree(site.root, ignore_errors=True)
    run_hugo(folder, site.root)
    return Legal(site, place)


@pytest.fixture(scope="module", params=CASES, ids="-".join)
def whole(request: pytest.FixtureRequest, folder: Path) -> Iterator[Legal]:
    """The legal pages of places that answered and confirmed everything."""
    yield built(answered(*request.param, **BLOCKS), folder)


def test_whole_pages_have_no_blank(whole: Legal):
    """
    A visitor of a site that may go live finds no blank, no mark and no empty row on its legal pages.
    """
    assert set() == whole.missing()
    assert set() == whole.marks()
    for name in LEGAL:
        for tongue in TONGUES:
            tree = whole.page(name, tongue).tree
            empty = [
                cell
                for cell in tree.xpath("//main//dd | //main//dt | //main//li")
                if not cell.text_content().strip()
            ]
            assert [] == empty, (name, tongue)


def test_pages_name_what_the_law_of_the_place_names(whole: Legal):
    """
    A visitor reads the authority, the body and the laws of this very country, by their own names.
    """
    law = law_of(whole.place)
    privacy = " ".join(whole.lines("privacy", "de"))
    statement = " ".join(whole.lines("accessibility", "en"))

    if law.privacy.authority is not None and law.privacy.authority.text:
        assert law.privacy.authority.text in privacy
    if law.accessibility.body is not None and law.accessibility.body.name.text:
        assert law.accessibility.body.name.text in statement
    for name in (*law.accessibility.laws, *law.accessibility.standards, *law.imprint.bases):
        text = " ".join(whole.lines("imprint", "en")) + statement
        assert not name.text or name.text in text


def test_only_the_gdpr_is_cited_where_it_holds(whole: Legal):
    """
    A visitor outside of Europe reads no article of a law that does not hold there.
    """
    cited = "Datenschutz-Grundverordnung" in " ".join(whole.lines("privacy", "de"))

    assert (law_of(whole.place).privacy.regime == "gdpr") == cited


def test_legal_pages_address_nobody(whole: Legal):
    """
    A visitor of legal pages is neither on first-name terms with the law nor ordered about.
    """
    for name in LEGAL:
        said = whole.lines(name, "de")
        assert [] == [line for line in said if DU.search(line) or SIE.search(line)]


def test_switzerland_writes_no_sharp_s(whole: Legal):
    """
    A visitor in Switzerland reads legal pages in Swiss spelling; others read theirs.
    """
    said = " ".join(line for name in LEGAL for line in whole.lines(name, "de"))

    assert (whole.place.place.country == "CH") == ("ß" not in said)


def test_the_statement_is_there_for_programs_too(whole: Legal):
    """
    A supervisor's program reads the same statement that people read.
    """
    for tongue in TONGUES:
        page = whole.page("accessibility", tongue)
        path = f"accessibility/statement.{tongue}.json"
        assert any(link.endswith(path) for link in page.links)
        data = json.loads((whole.site.root / path).read_text(encoding="utf-8"))
        assert "partial" == data["status"]
        assert whole.place.operator.legal_name.value == data["operator"]


def test_services_are_described_as_the_site_uses_them(whole: Legal):
    """
    A visitor reads who gets data, for how long and why, for each service that the site uses.
    """
    said = " ".join(whole.lines("privacy", "en"))

    for words in (
        "tickets.example",
        "video.example",
        "42 days",
        "unsubscribe",
        "nothing is loaded before",
        "India",
    ):
        assert words in said
    assert "maps" not in said.casefold()


@pytest.mark.parametrize(
    ("state", "open_ones"),
    [
        ("NW", {"privacy.authority", "accessibility.reply"}),
        ("TH", {"privacy.clause", "privacy.authority", *(f"accessibility.{it}" for it in OF_ALL)}),
    ],
)
def test_bare_pages_say_aloud_what_is_missing_and_what_to_confirm(
    folder: Path, state: str, open_ones: set[str]
):
    """
    An officer who looks over fresh legal pages sees each blank with its key and each open fact.
    """
    legal = built(bare("DE", state), folder)
    law = law_of(legal.place)

    assert legal.missing() == set(law.missing_fields(legal.place))
    assert open_ones == legal.marks()
    assert legal.marks() == {fact.key for fact in law.unverified}


def test_a_country_without_a_template_asks_for_a_review(folder: Path):
    """
    An officer in a country whose law the kit does not know is told so on every legal page.
    """
    legal = built(bare(NOWHERE), folder)

    assert "legal.reviewed" in legal.missing()
    for name in LEGAL[:3]:
        assert any("Not yet reviewed" in line for line in legal.lines(name, "en")), name


def test_barriers_sellers_and_partners_are_named(folder: Path):
    """
    A visitor reads each known barrier with its reason, how disputes are settled, who decides along.
    """
    barrier = {
        "what": {"de": "Ein Film hat keine Untertitel.", "en": "A film has no captions."},
        "category": "burden",
        "criterion": "WCAG 1.2.2",
        "reason": {"de": "Das Material ist alt.", "en": "The material is old."},
        "fix_by": "2027-12-01",
    }
    legal = built(
        answered(
            "DE",
            "HE",
            "company",
            legal={
                "accessibility": {
                    "issues": [barrier],
                    "burden_assessment": "Vermerk vom 11. Januar 2027",
                },
                "consumer": {"contracts": True, "dispute_resolution": "not-ready"},
                "privacy": {"joint_with": "Lerchenau Marketing GmbH"},
                "ai": {"use": "reviewed"},
            },
        ),
        folder,
    )
    statement = " ".join(legal.lines("accessibility", "en"))

    for words in (
        "Disproportionate burden",
        "A film has no captions.",
        "WCAG 1.2.2",
        "1 December 2027",
    ):
        assert words in statement
    assert "neither prepared nor obliged" in " ".join(legal.lines("imprint", "en"))
    assert re.search(r"§ 36 VSBG", " ".join(legal.lines("imprint", "de")))
    assert "Lerchenau Marketing GmbH" in " ".join(legal.lines("privacy", "de"))
    assert any("a person checks every piece" in line for line in legal.lines("licences", "en"))
    assert set() == legal.missing()
