"""The playbook on the site: a section of its own where the place publishes it, else nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from oic_kit.errors import ProgramError
from oic_kit.model.place import Place
from oic_kit.services.generate import generate
from oic_kit.services.playbook import print_playbook
from oic_kit.services.site import build
from tests.places import profile
from tests.sites import BuiltSite, Page

CHAPTERS = 28


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of Münster with its playbook published, and one language of it printed."""
    place = published(profile("muenster"))
    folder = tmp_path_factory.mktemp("public") / "muenster"
    generate(place, into=folder)
    print_playbook(folder, languages=["de"], formats=["pdf", "docx"])
    build_undrawn(folder)
    return BuiltSite(place, folder)


def build_undrawn(folder: Path) -> None:
    """Build a site without the pictures that show it elsewhere: nothing here looks at them."""
    with (folder / "site" / "hugo.yaml").open("a", encoding="utf-8") as file:
        file.write("\nparams:\n  cards: none\n")
    build(folder)


def published(place: Place) -> Place:
    """A place that publishes its playbook."""
    modules = place.modules.model_copy(update={"playbook": "public"})
    return place.model_copy(update={"modules": modules})


def chapters(site: BuiltSite, root: str = "playbook") -> list[Page]:
    """The pages of all chapters in one language."""
    return [
        page
        for page in site.pages()
        if page.path.startswith(f"{root}/") and page.path[9:10].isdigit()
    ]


def test_every_chapter_is_a_page(site):
    """A visitor reads the whole book on the site, chapter by chapter."""
    assert CHAPTERS == len(chapters(site))


def test_the_list_shows_the_parts_with_their_chapters(site):
    """A visitor sees at a glance how the book is built."""
    page = site.page("playbook/index.html")
    parts = page.tree.xpath("//section[@class='book__part'][ol]")

    assert ["Einstieg", "Warum und wo wir stehen", "Entscheiden", "Aufbauen", "Betreiben",
            "Belegen und wachsen", "Anhang"] == [part.findtext("h2") for part in parts]  # fmt: skip
    assert CHAPTERS == len(page.tree.xpath("//section[@class='book__part']/ol/li"))


def test_a_chapter_is_told_in_boxes(site):
    """Every chapter has the same six boxes, as in print."""
    for page in chapters(site):
        headings = page.tree.xpath("//section[@class='book__box']/h2")
        assert ["In einer Minute", "Das ist zu tun", "Die Zahlen", "Vorlagen", "Stolpersteine",
                "Quellen und Annahmen"] == [it.text_content() for it in headings]  # fmt: skip
        assert 1 == len(page.tree.xpath("//h1"))


def test_chapters_lead_on_and_back(site):
    """A visitor reads on without going back to the list."""
    page = site.page("playbook/10-roadmap/index.html")

    assert ["/playbook/09-partnerships/"] == page.tree.xpath("//a[@rel='prev']/@href")
    assert ["/playbook/11-first-100-days/"] == page.tree.xpath("//a[@rel='next']/@href")
    assert [] == site.page("playbook/00-how-to-use/index.html").tree.xpath("//a[@rel='prev']")


def test_figures_are_shown_with_text_and_number(site):
    """A visitor sees a drawing, or hears what it shows; its number is that of the printed book."""
    page = site.page("playbook/10-roadmap/index.html")
    image, caption = page.tree.xpath("//figure/img")[0], page.tree.xpath("//figcaption")[0]

    assert len(image.get("alt")) > 20
    assert (site.root / image.get("src").lstrip("/")).is_file()
    assert caption.text_content().startswith("Abbildung 10.1")


def test_what_was_printed_can_be_taken_along(site):
    """A visitor downloads the book in the language of the page; nothing is offered that is not there."""
    german = site.page("playbook/index.html")
    files = [link for link in german.links if "/files/" in link]

    kinds = sorted(Path(link).name for link in files)
    assert ["muenster-brief-de.docx", "muenster-brief-de.pdf", "muenster-monday-sheet-de.docx",
            "muenster-monday-sheet-de.pdf", "muenster-playbook-de.docx",
            "muenster-playbook-de.pdf", "muenster-roadmap-de.ics"] == kinds  # fmt: skip
    assert all((site.root / link.lstrip("/")).is_file() for link in files)
    english = site.page("en/playbook/index.html")
    assert [] == [link for link in english.links if "/files/" in link]


def test_the_footer_leads_to_it(site):
    """A visitor finds the playbook from every page."""
    assert "/playbook/" in site.page("index.html").links


def test_internal_means_not_one_byte(built_site):
    """A place that keeps its playbook internal publishes nothing of it, in no file."""
    assert "internal" == built_site.place.modules.playbook
    source = built_site.folder / "playbook" / "chapters"
    lines = {
        line
        for path in source.rglob("*.md")
        # Formats and methods stand on pages of the site as well, told by the same records.
        if not path.name.startswith(("17-", "18-"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 60 and not line.startswith(("|", "-", " "))
    }
    assert len(lines) > 100
    assert [] == list(built_site.root.rglob("*playbook*"))
    for page in built_site.pages():
        assert "/playbook/" not in page.links, page.path
    pages = "\n".join(page.text for page in built_site.pages())
    assert [] == [line for line in lines if line in pages]


def test_a_playbook_that_became_internal_stops_the_build(tmp_path):
    """Between a changed answer and the update, the site is not built rather than publishing it."""
    folder = tmp_path / "muenster"
    generate(published(profile("muenster")), into=folder)
    record = folder / "place.yaml"
    text = record.read_text(encoding="utf-8")
    assert "playbook: public" in text
    record.write_text(text.replace("playbook: public", "playbook: internal"), encoding="utf-8")

    with pytest.raises(ProgramError, match="The playbook is internal"):
        build_undrawn(folder)
    assert not (folder / "build" / "site").exists()
