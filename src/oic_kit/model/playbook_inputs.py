"""The block of `place.yaml` from which the playbook computes its plan.

Source:
    `research/playbook.md` B.0 lists every input and what it drives.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from oic_kit.model.part import Part
from oic_kit.model.text import Line, Slug

_DAY = "write a date as year-month-day, e.g. 2027-03-01"

# Holidays are known for these years, and no plan looks further.
Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 12, 31), description=_DAY)]


class Break(Part):
    """A stretch of days without events, such as school holidays: both days belong to it."""

    first: Day
    last: Day
    name: Line = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the last day comes before the first; swap them")
        return self


class Playbook(Part):
    """When it starts, who carries it and what it may cost."""

    kickoff: Annotated[Day | None, Field(title="Start of the work", description=_DAY)] = None
    council_dates: Annotated[
        tuple[Day, ...], Field(title="Council dates", description="write a list of dates")
    ] = ()
    paper_lead_days: Annotated[
        int, Field(ge=0, le=180, description="write the days a paper is due before the council")
    ] = 35
    budget_deadline: Annotated[
        str,
        Field(
            pattern=r"^(\d{2}-\d{2})?$", description='write month and day in quotes, e.g. "07-31"'
        ),
    ] = ""
    election_date: Annotated[Day | None, Field(title="Next local election", description=_DAY)] = (
        None
    )
    school_breaks: Annotated[
        tuple[Break, ...], Field(title="School holidays", description="write first and last days")
    ] = ()
    host: Annotated[
        Literal[
            "administration",
            "company",
            "association",
            "foundation",
            "university",
            "consortium",
            "inter-municipal",
            "",
        ],
        Field(title="Home of the office", description="choose where the office sits"),
    ] = ""
    sponsor: Annotated[Line, Field(title="Sponsor", description="write a role, not a name")] = ""
    existing: Annotated[tuple[Line, ...], Field(title="What exists already")] = ()
    tier: Annotated[
        Literal["lean", "standard", "ambitious", ""],
        Field(title="Ambition", description="choose one of: lean, standard, ambitious"),
    ] = ""
    staff: Annotated[
        float | None, Field(ge=0, le=500, title="Fixed staff", description="write full-time posts")
    ] = None
    budget: Annotated[
        float | None,
        Field(ge=0, le=1e9, title="Fixed budget", description="write euros a year"),
    ] = None
    post_cost: Annotated[
        float | None, Field(ge=0, le=1e6, description="write euros a year for one full-time post")
    ] = None
    rent: Annotated[
        float | None, Field(ge=0, le=1e5, description="write euros a year for one square metre")
    ] = None
    slower: Annotated[
        bool, Field(description="write true to stretch the plan by half, or false")
    ] = False
    challenges: Annotated[tuple[Line, ...], Field(title="Challenges, as questions")] = ()
    partner_place: Annotated[Line, Field(title="Wished-for partner place")] = ""
    assessment: Annotated[
        dict[Slug, Annotated[int, Field(ge=0, le=4)] | None],
        Field(
            default_factory=dict,
            title="Self-assessment",
            description='write 0 to 4 for each statement, or leave it empty for "don\'t know"',
        ),
    ]
