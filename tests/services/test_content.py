"""What an editor is told to mend in the pages, before Hugo stumbles over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from oic_kit.services.content import check_content, read_content
from tests.services.content_sites import (
    EVENT,
    PARTNER,
    PERSON,
    POST,
    SOUND,
    faults_after,
    muenster,
    write_site,
)

PICTURE = 'image: "a.jpg"\nimage_alt: "A hall"\nkind:'
OPENING = "content/events/opening/index.de.md"
LOOKBACK = "content/posts/look-back/index.de.md"


def test_a_sound_site_has_nothing_to_mend(tmp_path: Path) -> None:
    """
    An editor whose pages are right is told nothing.
    """
    assert [] == faults_after(tmp_path, {})


def test_pages_are_read_with_what_they_say(tmp_path: Path) -> None:
    """
    A developer gets every page with its kind, its folder, its language and its text.
    """
    content = read_content(write_site(tmp_path, dict(SOUND)))

    events = [page for page in content.pages if page.kind == "events"]
    assert [("opening", "de", "\nCome along.\n", 11)] == [
        (page.id, page.language, page.body, page.body_line) for page in events
    ]
    assert frozenset({"arts-centre"}) == content.ids("partners")


@pytest.mark.parametrize(
    ("file", "text", "line", "key", "given", "cure"),
    [
        # Keys and values
        (OPENING, EVENT.replace("venue:", "venu:"), 7, "venu", "Arts centre", "“venue”"),
        (OPENING, EVENT.replace("kind: meetup", "kind: party"), 8, "kind", "party", "workshop"),
        (OPENING, EVENT.replace('"2027-01-14T18:00"', "2027-01-14 18:00:00"), 4, "start", "", '"'),
        (OPENING, EVENT.replace("venue: ", "price: 12\nvenue: "), 7, "price", "12", "quotes"),
        (OPENING, EVENT.replace("mode: onsite\n", ""), 1, "mode", "", "hybrid"),
        (OPENING, EVENT.replace("[arts-centre]", "arts-centre"), 9, "hosts", "", "list"),
        (OPENING, EVENT.replace("Arts", "Arts\\u202e"), 7, "venue", "", "invisible"),
        # Names of other items
        (LOOKBACK, POST.replace("[office-lead]", "[office-led]"), 5, "authors", "", "office-lead"),
        (LOOKBACK, POST.replace(": opening", ": oppening"), 7, "lookback_of", "", "opening"),
        (LOOKBACK, POST.replace("digital", "digitl"), 8, "topics", "digitl", "“digital”"),
        (LOOKBACK, POST.replace("digital", "zebras"), 8, "topics", "zebras", "place.yaml"),
        (OPENING, EVENT.replace("arts-centre", "library"), 9, "hosts", "library", "partners"),
        (OPENING, EVENT.replace("hosts", "series"), 9, "series", "arts-centre", "formats"),
        (OPENING, EVENT.replace("hosts: [arts-centre]", "format: jam"), 9, "format", "jam", "formats"),
        # What Markdown and Hugo would stop at
        (OPENING, EVENT + "\n{{< notic >}}x{{< /notic >}}", 14, "", "{{< notic >}}", "“notice”"),
        (OPENING, EVENT + '{{< evil src="x" >}}', 13, "", '{{< evil src="x" >}}', "notice"),
        (OPENING, EVENT + "{{< youtube abc >}}", 13, "", "{{< youtube abc >}}", "video url="),
        (OPENING, EVENT + "{{< x.inline >}}", 13, "", "{{< x.inline >}}", "no shortcode"),
        (OPENING, EVENT + "{{< /notice >}}", 13, "", "{{< /notice >}}", "nothing open"),
        (OPENING, EVENT + "{{< notice", 13, "", "{{<", "close the shortcode"),
        (OPENING, EVENT + "{{< notice %}}", 13, "", "{{< notice %}}", "close the shortcode"),
        (OPENING, EVENT + "A <b>bold</b> word", 13, "", "<b>", "Markdown"),
        (OPENING, EVENT + "<script>alert(1)</script>", 13, "", "<script>", "Markdown"),
        (OPENING, EVENT + "![](photo.jpg)", 13, "", "photo.jpg", "what the picture shows"),
        (OPENING, EVENT + "![A photo](photo.jpg)", 13, "", "photo.jpg", "folder of this page"),
        (OPENING, EVENT + "![A](https://a.example/p.jpg)", 13, "", "", "folder of this page"),
        (OPENING, EVENT + "[look](/posts/look-bac)", 13, "", "/posts/look-bac", "posts/look-back"),
        (OPENING, EVENT.replace("kind:", PICTURE), 8, "image", "a.jpg", "folder"),
        # Files
        (OPENING, EVENT.replace("---\ntitle", "title"), 1, "", "", "three hyphens"),
        (OPENING, "---\ntitle: x\n", 1, "", "", "second line"),
        (OPENING, EVENT.replace('"An open', "An: open"), 2, "", "", "quote"),
        (OPENING, EVENT.replace("mode:", 'venue: "Twice"\nmode:'), 8, "", "", "given twice"),
        (OPENING, EVENT.replace("hosts: [arts-centre]", "hosts: &a [x]\nseries: *a"), 10, "", "", "aliases"),
        (OPENING, "---\n- a list\n---\n", 1, "", "", "keys and values"),
        (OPENING, EVENT.encode("utf-16"), 1, "", "", "UTF-8"),
        ("content/events/stray.md", EVENT, 1, "", "", "index.de.md"),
        ("content/events/opening/index.md", EVENT, 1, "", "", "index.de.md"),
        ("content/people/guest/index.fr.md", PERSON, 1, "", "fr", "place.yaml"),
        ("data/report/2027.yaml", "year: 2027\nprinciples: []\n", 2, "principles", "[]", "list"),
        ("data/report/2027.yaml", "year: [\n", 2, "", "", ""),
    ],
)  # fmt: skip
def test_the_line_to_mend_is_named_with_its_cure(
    tmp_path: Path, file: str, text: str | bytes, line: int, key: str, given: str, cure: str
) -> None:
    """
    An editor reads the file, the line, the value and what to write instead.
    """
    found = faults_after(tmp_path, {file: text})

    fitting = [
        fault
        for fault in found
        if (fault.file, fault.line, fault.key) == (file, line, key)
        and given in fault.given
        and cure in fault.cure
    ]
    assert fitting, found


@pytest.mark.parametrize(
    "text",
    [
        "{{</* notice */>}}",
        "{{< notice >}}\nHello **you**\n{{< /notice >}}",
        '{{< ref "events" >}}',
        "`<b>` is code",
        "```html\n<b>code</b>\n```",
        "    <b>indented</b>",
        "<https://example.org/> and <office@example.org>",
        "1 < 2 and \\<b>",
        "<!-- a note to colleagues -->",
        "[look](/posts/look-back) [mail](mailto:a@example.org) [file](/files/plan.pdf)",
        '{{ a handlebar }} {{% ref "events" %}}',
    ],
)
def test_what_is_harmless_is_left_alone(tmp_path: Path, text: str) -> None:
    """
    An editor may show code, link, comment and use shortcodes without being bothered.
    """
    assert [] == faults_after(tmp_path, {OPENING: EVENT + "\n" + text})


def test_every_fault_of_every_page_is_told_at_once(tmp_path: Path) -> None:
    """
    An editor mends everything in one go instead of running the check again and again.
    """
    found = faults_after(
        tmp_path,
        {
            OPENING: EVENT.replace("kind: meetup", "kind: party").replace(
                "mode: onsite", "mode: x"
            ),
            LOOKBACK: POST.replace("news", "x").replace("[office-lead]", "[a, b]"),
        },
    )

    assert [(OPENING, 6), (OPENING, 8), (LOOKBACK, 5), (LOOKBACK, 5)] == [
        (fault.file, fault.line) for fault in found
    ]


def test_a_date_that_was_changed_in_one_language_only_is_noticed(tmp_path: Path) -> None:
    """
    A visitor who reads English must not come an hour late.
    """
    english = "content/events/opening/index.en.md"
    found = faults_after(tmp_path, {english: EVENT.replace("T18:00", "T19:00")})

    assert [(english, 4, "start", "2027-01-14T19:00")] == [
        (fault.file, fault.line, fault.key, fault.given) for fault in found
    ]
    assert OPENING in found[0].cure


def test_two_events_never_share_an_identifier(tmp_path: Path) -> None:
    """
    A subscriber of the calendar sees two events, not one that overwrites the other.
    """
    with_id = EVENT.replace("kind:", 'uid: "evening-1"\nkind:')
    other = "content/events/second/index.de.md"

    [fault] = faults_after(tmp_path, {OPENING: with_id, other: with_id})

    assert (other, "uid", "evening-1") == (fault.file, fault.key, fault.given)


def test_names_of_parts_that_are_off_are_not_asked_for(tmp_path: Path) -> None:
    """
    An editor who switches partners off and deletes them need not touch every event.
    """
    place = muenster()
    off = place.model_copy(update={"modules": place.modules.model_copy(update={"partners": False})})
    site = write_site(
        tmp_path, {path: text for path, text in SOUND.items() if "partners" not in path}
    )

    assert ["hosts"] == [fault.key for fault in check_content(site, place)]
    assert [] == check_content(site, off)


def test_a_link_into_a_part_that_is_off_is_no_fault(tmp_path: Path) -> None:
    """
    An editor who switches a part off need not look for links to it: the page keeps only the words.
    """
    site = write_site(tmp_path, {**SOUND, OPENING: EVENT + "[report](/report)"})

    assert not muenster().modules.report
    assert [] == check_content(site, muenster())


def test_a_picture_beside_the_page_or_in_assets_is_found(tmp_path: Path) -> None:
    """
    An editor may keep a picture beside one page, or share it between many.
    """
    text = EVENT + "\n![A hall](hall.jpg)\n\n![A map](map.png)\n"
    files: dict[str, str | bytes] = {
        OPENING: text,
        "content/events/opening/hall.jpg": b"",
        "assets/map.png": b"",
    }

    assert [] == faults_after(tmp_path, files)


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    """
    An editor on Windows saves with any program and is understood.
    """
    windows = b"\xef\xbb\xbf" + PARTNER.replace("\n", "\r\n").encode()

    assert [] == faults_after(tmp_path, {"content/partners/arts-centre/index.de.md": windows})
