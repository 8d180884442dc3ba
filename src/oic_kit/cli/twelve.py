"""What the interview asks, in four groups: the place, who stands behind it, how it looks and
speaks, how it starts. Every question has a default; Enter throughout gives a site that builds.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oic_kit.cli.echoes import about_colour, how_it_sounds
from oic_kit.cli.first_events import first_events
from oic_kit.cli.prompts import Option
from oic_kit.cli.questions import Answers, Question
from oic_kit.cli.record_of_answers import (
    AND,
    NONE_OF_THESE,
    country,
    found_places,
    kind,
    population,
    speaks_german,
    words_of,
)
from oic_kit.model.operator import Forge
from oic_kit.model.place import Address, Gender, Kind
from oic_kit.model.site_blocks import OIC_TURQUOISE
from oic_kit.say import _, language
from oic_kit.services.completion import default_kickoff, default_url, languages_for
from oic_kit.services.language_data import languages


def questions(today: date) -> list[Question]:
    """Every question in order.

    Args:
        today: the day from which the default start is counted.
    """
    return [*_place(), *_behind(), *_voice(), *_start(today)]


def _place() -> list[Question]:
    group = _("The place")
    return [
        Question(
            key="place.name",
            group=group,
            ask=_("What is the place called?"),
            explain=_("The name as people say it. It stands in every title and sentence."),
            default=lambda _answers: "Münster",
        ),
        Question(
            key="found",
            group=group,
            ask=_("Which of these is it?"),
            explain=_("Country, state, inhabitants and time zone come along; all can be changed."),
            default=lambda answers: _first(_found_options(answers)),
            options=_found_options,
            applies=lambda answers: bool(found_places(answers)),
        ),
        Question(
            key="place.kind",
            group=group,
            ask=_("What kind of place is it?"),
            explain=_("It decides how every text speaks and which body takes decisions."),
            default=lambda _answers: Kind.CITY.value,
            options=lambda _answers: [
                Option(Kind.CITY.value, _("a city, town or municipality")),
                Option(Kind.DISTRICT.value, _("a district or quarter of a city")),
                Option(Kind.REGION.value, _("a region or county")),
            ],
            echo=how_it_sounds,
        ),
        Question(
            key="place.parent",
            group=group,
            ask=_("Which city does the district belong to?"),
            explain=_(
                "A district rarely is a legal body of its own; the city often is the operator."
            ),
            default=lambda _answers: "",
            applies=lambda answers: kind(answers) is Kind.DISTRICT,
            optional=True,
        ),
        Question(
            key="wording",
            group=group,
            ask=_("How do you say where something happens?"),
            explain=_("For example “am Niederrhein”, “auf Rügen”, “im Ruhrgebiet”."),
            default=lambda answers: words_of(answers)["where"],
        ),
        Question(
            key="place.country",
            group=group,
            ask=_("In which country is it? (two letters)"),
            explain=_("DE, AT, CH, BE … It decides about law, holidays and languages."),
            default=lambda answers: country(answers),
            applies=lambda answers: not _is_found(answers),
        ),
        Question(
            key="place.state",
            group=group,
            ask=_("In which state? (its code, such as NW)"),
            explain=_(
                "The code after the hyphen in ISO 3166-2: NW, BY, 9, ZH … It may stay empty."
            ),
            default=lambda _answers: "",
            applies=lambda answers: not _is_found(answers),
            optional=True,
        ),
        Question(
            key="place.population",
            group=group,
            ask=_("How many people live there?"),
            explain=_("Team, rooms and budget of the playbook are sized by it."),
            default=lambda answers: str(population(answers)),
        ),
    ]


def _behind() -> list[Question]:
    group = _("Who stands behind it")
    return [
        Question(
            key="operator.legal_name",
            group=group,
            ask=_("Which body is responsible for the site?"),
            explain=_(
                "The legal body, not the project; it stands in the imprint. It may stay empty."
            ),
            default=lambda answers: words_of(answers)["legal_body"],
            optional=True,
        ),
        Question(
            key="contact.email",
            group=group,
            ask=_("Which e-mail address may the public use?"),
            explain=_("An address of the office, not of a person. It may stay empty for now."),
            default=lambda _answers: "",
            optional=True,
        ),
    ]


def _voice() -> list[Question]:
    group = _("How it looks and speaks")
    return [
        Question(
            key="site.languages",
            group=group,
            ask=_("Which languages does the site speak?"),
            explain=_("The first one is the main language. More can be added later."),
            default=lambda answers: AND.join(languages_for(country(answers))),
            options=lambda _answers: _language_options(),
        ),
        Question(
            key="site.address",
            group=group,
            ask=_("How do German texts address their readers?"),
            explain=_("Legal pages never say “du”, whatever you choose."),
            default=lambda _answers: Address.DU.value,
            options=lambda _answers: [
                Option(Address.DU.value, _("du – as equals, as the OIC idea speaks")),
                Option(Address.SIE.value, _("Sie – formal")),
                Option(Address.NEUTRAL.value, _("neither – no address at all")),
            ],
            applies=speaks_german,
        ),
        Question(
            key="site.gender",
            group=group,
            ask=_("How do German texts name people?"),
            explain=_("Neutral words are used first; this decides where none exists."),
            default=lambda _answers: Gender.NEUTRAL.value,
            options=lambda _answers: [
                Option(Gender.NEUTRAL.value, _("neutral – Teilnehmende")),
                Option(Gender.PAIR.value, _("pair – Teilnehmerinnen und Teilnehmer")),
                Option(Gender.STAR.value, _("star – Teilnehmer*innen")),
                Option(Gender.COLON.value, _("colon – Teilnehmer:innen")),
            ],
            applies=speaks_german,
        ),
        Question(
            key="brand.colour",
            group=group,
            ask=_("Which colour is yours?"),
            explain=_(
                "# and six digits. All other colours are computed from it, legible on every page."
            ),
            default=lambda _answers: OIC_TURQUOISE,
            echo=about_colour,
        ),
    ]


def _start(today: date) -> list[Question]:
    group = _("How it starts")
    return [
        Question(
            key="playbook.kickoff",
            group=group,
            ask=_("When does the work start? (year-month-day)"),
            explain=_("All dates of the playbook and the first events are counted from this day."),
            default=lambda _answers: default_kickoff(today).isoformat(),
        ),
        Question(
            key="site.url",
            group=group,
            ask=_("Under which address will the site appear?"),
            explain=_("It begins with https:// – if you do not know it yet, keep the example."),
            default=lambda answers: default_url(str(answers.get("place.name", "Münster"))),
        ),
        Question(
            key="hosting.forge",
            group=group,
            ask=_("Where will the folder live?"),
            explain=_("It decides which files for automatic publishing are added later."),
            default=lambda _answers: Forge.NONE.value,
            options=lambda _answers: [
                Option(Forge.NONE.value, _("not decided yet")),
                Option(Forge.GITHUB.value, "GitHub"),
                Option(Forge.GITLAB.value, "GitLab, openCode"),
                Option(Forge.FORGEJO.value, "Forgejo, Codeberg"),
                Option(Forge.SERVER.value, _("our own web server")),
            ],
        ),
        first_events(group, today),
    ]


def _found_options(answers: Answers) -> Sequence[Option]:
    options = [
        Option(str(found.geonameid), found.label(language())) for found in found_places(answers)
    ]
    return [*options, Option(NONE_OF_THESE, _("none of these – I type it myself"))]


def _language_options() -> list[Option]:
    """Every language as the main one, with the others beside it and alone."""
    labels = {code: spoken.label for code, spoken in languages().items()}
    choices = [[code, *(other for other in labels if other != code)] for code in labels]
    choices += [[code] for code in labels]
    return [Option(AND.join(codes), ", ".join(labels[code] for code in codes)) for codes in choices]


def _first(options: Sequence[Option]) -> str:
    return options[0].value


def _is_found(answers: Answers) -> bool:
    return bool(found_places(answers)) and answers.get("found") != NONE_OF_THESE
