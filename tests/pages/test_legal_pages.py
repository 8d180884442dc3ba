"""What the law asks for: facts from the record, and what is missing is said aloud."""

from __future__ import annotations

import functools
import re

import yaml

from tests.sites import BuiltSite, Page, lines_of

# What every imprint needs, wherever the place lies: who answers, and where a letter reaches them.
ALWAYS = {f"operator.address.{part}" for part in ("street", "postal_code", "city")}
# Germany: representative (§ 18(1) MStV), person responsible for editorial content (§ 18(2) MStV).
IN_GERMANY = {
    "operator.represented_by.name",
    "operator.represented_by.role",
    "operator.responsible.name",
    "operator.responsible.address",
}
NOT_YET = {"de": "noch nicht bestätigt", "en": "not yet confirmed"}
SAMPLE = {"de": "Beispiel", "en": "Sample"}
# Laws that were renamed or repealed, and a body that only serves the federation.
OUTDATED = re.compile(
    r"§ ?5 TMG|Telemediengesetz|TTDSG|§ ?55 RStV|Rundfunkstaatsvertrag|ec\.europa\.eu/consumers/odr"
    r"|Privacy Shield|BayEGovV|schlichtungsstelle-bgg",
    re.IGNORECASE,
)
# What a template, a draft or a broken program leaves behind.
REMNANTS = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+|lorem ipsum|changeme|Platzhalter|Max Mustermann|Jane Doe|John Doe)\b"
    r"|\bMuster(?:stadt|hausen|mann|frau|straße)\b|\{\{|\}\}|\{%|%\}|<no value>|%!\w?\(|ZgotmplZ"
    r"|\[i18n\]|@example\b|\bexample\.(?:org|com|net)\b|map\[|&(?:amp|lt|gt|quot|#\d+);",
    re.IGNORECASE,
)


def value_at(site: BuiltSite, key: str) -> object:
    """What the record holds under a dotted key."""
    here = yaml.safe_load((site.folder / "place.yaml").read_text(encoding="utf-8"))
    for step in key.split("."):
        here = here[step]
    return here


def missing_on(page: Page) -> set[str]:
    """The keys that a page calls missing."""
    return {str(key) for key in page.tree.xpath("//main//strong[@class='missing']/code/text()")}


def test_the_imprint_states_what_the_record_knows(built_site: BuiltSite):
    """
    A visitor who wants to write a letter or go to court reads who answers for the site.
    """
    place = built_site.place
    for tongue in place.site.languages:
        page = built_site.page_of("imprint", tongue)
        said = lines_of(page.tree.xpath("//main")[0])

        assert place.operator.legal_name.value in " ".join(said)
        assert str(place.contact.email) in said
        assert any(NOT_YET[tongue] in line for line in said)


def test_what_the_imprint_lacks_is_said_aloud(built_site: BuiltSite):
    """
    An officer who looks over the imprint before going live cannot overlook what is missing.
    """
    place = built_site.place
    wanted = ALWAYS | (IN_GERMANY if place.place.country == "DE" else set())
    for tongue in place.site.languages:
        missing = missing_on(built_site.page_of("imprint", tongue))

        assert set() == wanted - missing
        assert "legal.imprint_changed" in missing


def test_only_what_is_missing_is_called_missing(built_site: BuiltSite):
    """
    An officer finds every key that a page asks for in place.yaml, and finds it empty there.
    """
    asked = {key for page in built_site.every_page for key in missing_on(page)}

    assert asked
    for key in asked:
        held = value_at(built_site, key)
        assert (held["value"] if isinstance(held, dict) else held) in ("", None, {}, []), key


def test_the_statement_names_its_result_only_when_somebody_tested(built_site: BuiltSite):
    """
    A visitor never reads that a site is accessible before anybody has looked.
    """
    for tongue in built_site.place.site.languages:
        missing = missing_on(built_site.page_of("accessibility", tongue))

        assert {
            "legal.accessibility.status",
            "legal.accessibility.method",
            "legal.accessibility.assessed_on",
        } <= missing


def test_the_privacy_notice_says_what_does_not_happen(built_site: BuiltSite):
    """
    A visitor of a site without services of others reads of none, and how long the logs are kept.
    """
    for tongue in built_site.place.site.languages:
        page = built_site.page_of("privacy", tongue)
        outside = [link for link in page.tree.xpath("//main//a/@href") if link.startswith("http")]
        days = built_site.place.hosting.provider.log_days

        assert re.search(rf"\b{days} (?:Tag|day)", " ".join(page.sentences))
        assert "hosting.provider.name" in missing_on(page)
        assert [] == [link for link in outside if "pretix" in link or "youtube" in link]


def test_no_page_cites_a_law_that_is_gone(built_site: BuiltSite):
    """
    A lawyer finds no outdated paragraph and no link to a body that does not serve the place.
    """
    assert [] == [
        (page.path, found)
        for page in built_site.every_page
        for found in OUTDATED.findall(page.html)
    ]


def test_no_page_shows_what_only_the_makers_should_see(built_site: BuiltSite):
    """
    A visitor never meets a leftover of a template, a placeholder or a program's error.
    """
    own = own_values(built_site)
    wrong = []
    for page in built_site.every_page:
        for line in page.sentences:
            if not any(line in value for value in own):  # a drawing may break a name into lines
                rest = functools.reduce(lambda text, value: text.replace(value, ""), own, line)
                wrong += [(page.path, line[:120]) for _hit in REMNANTS.findall(rest)]

    assert [] == wrong


def own_values(site: BuiltSite) -> list[str]:
    """Every text of the record, the longest first: a place may be called `{{ 7*7 }}`."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str) and len(value) > 2:
            found.add(value)
        for inner in value.values() if isinstance(value, dict) else ():
            gather(inner)
        for inner in value if isinstance(value, (list, tuple)) else ():
            gather(inner)

    gather(site.place.model_dump(mode="json"))
    return sorted(found, key=len, reverse=True)


def test_samples_are_marked_as_samples(built_site: BuiltSite):
    """
    A visitor never takes an invented event, post or project for a real one.
    """
    content = built_site.folder / "site" / "content"
    marked = 0
    for source in sorted(content.glob("*/*/index.*.md")):
        if "\nsample: true\n" not in source.read_text(encoding="utf-8"):
            continue
        tongue, name = source.name.split(".")[1], source.parent.name
        pages = [
            page
            for page in built_site.every_page
            if page.tongue == tongue and page.address.endswith(f"/{name}/")
        ]
        for page in pages:
            signs = page.tree.xpath("//main//*[contains(@class, 'tag--sample')]")
            assert SAMPLE[tongue] in [sign.text_content().strip() for sign in signs], page.path
            marked += 1
    assert marked > 20
