"""Projects and challenges: what is being worked on, and what is asked of everybody."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from oic_kit.model.address import Https
from oic_kit.model.content import (
    IDS,
    MOMENT,
    MONTH,
    Ids,
    Item,
    Link,
    Moment,
    Month,
    Question,
    choice,
    choices,
)
from oic_kit.model.text import Email, Line, Slug, Text

QUESTION = "write one open question of 10 to 160 letters that ends with ?"


class ProjectPhase(StrEnum):
    """How far a project has come."""

    IDEA = "idea"
    EXPLORING = "exploring"
    TESTING = "testing"
    OPERATING = "operating"
    HANDED_OVER = "handed-over"
    DONE = "done"
    STOPPED = "stopped"


class Project(Item):
    """A question that people work on together, and what they learn."""

    question: Annotated[Question, Field(title="Open question", description=QUESTION)]
    phase: Annotated[ProjectPhase, Field(title="Phase", description=choice(ProjectPhase))]
    start: Annotated[Month, Field(title="First month", description=MONTH)]
    end: Annotated[Month | None, Field(title="Last month", description=MONTH)] = None
    lead: Annotated[
        Slug | None,
        Field(title="Led by", description="write the folder name of a person or a partner"),
    ] = None
    partners: Annotated[Ids, Field(title="Partners", description=IDS)] = ()
    links: Annotated[
        tuple[Link, ...],
        Field(title="Links", description="write a list of {label: …, url: https://…, kind: …}"),
    ] = ()
    learnings: Annotated[
        Text,
        Field(
            title="What was learnt",
            validate_default=True,
            max_length=2000,
            description="say in 80 letters or more what others can learn from it",
        ),
    ] = ""
    reuse: Annotated[
        Text,
        Field(
            title="For those who want to copy it",
            max_length=2000,
            description="say what another place needs to copy this",
        ),
    ] = ""

    @field_validator("end")
    @classmethod
    def _end_comes_later(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and value < info.data.get("start", ""):
            raise ValueError("choose an end that is not before the start")
        return value

    @field_validator("learnings")
    @classmethod
    def _the_end_teaches(cls, value: str, info: ValidationInfo) -> str:
        over = info.data.get("phase") in (ProjectPhase.DONE, ProjectPhase.STOPPED)
        if over and len(value) < 80:
            raise ValueError("say in 80 letters or more what others can learn from it")
        return value


class Applicant(StrEnum):
    """Who may answer a challenge: the five groups of actors, and everybody who lives here."""

    RESIDENTS = "residents"
    ADMINISTRATION = "administration"
    BUSINESS = "business"
    RESEARCH = "research"
    CULTURE = "culture"
    CIVIL_SOCIETY = "civil-society"


class Submission(StrEnum):
    """How an answer reaches the owner of a challenge."""

    EMAIL = "email"
    FORM = "form"
    POST = "post"
    IN_PERSON = "in-person"


class Challenge(Item):
    """An open question to everybody, with a deadline and an owner who will act.

    Whether it is planned, open, in review or decided follows from the dates and the result.
    """

    question: Annotated[Question, Field(title="Open question", description=QUESTION)]
    impact_sought: Annotated[
        Line,
        Field(
            title="Effect that is wanted",
            min_length=20,
            description="say in 20 to 300 letters which effect is wanted, not which solution",
        ),
    ]
    owner: Annotated[
        Slug | None,
        Field(title="Owner", description="write the folder name of the partner who will act"),
    ] = None
    opens: Annotated[Moment, Field(title="Opening", description=MOMENT)]
    closes: Annotated[Moment, Field(title="Deadline", description=MOMENT)]
    who_can_apply: Annotated[
        tuple[Applicant, ...],
        Field(title="Who can apply", min_length=1, description=choices(Applicant)),
    ]
    offer: Annotated[
        Text,
        Field(
            title="What participants receive",
            min_length=10,
            max_length=600,
            description="say what participants receive",
        ),
    ]
    criteria: Annotated[
        tuple[Annotated[Line, Field(min_length=3, max_length=160)], ...],
        Field(
            title="Criteria",
            min_length=1,
            max_length=8,
            description="write a list of one to eight sentences",
        ),
    ]
    submission: Annotated[
        tuple[Submission, ...],
        Field(title="Ways to submit", min_length=1, description=choices(Submission)),
    ]
    submission_email: Annotated[
        Email | None,
        Field(
            title="E-mail for submissions",
            description="write one e-mail address, or leave it out: then it is the OIC's own",
        ),
    ] = None
    submission_url: Annotated[
        Https | None,
        Field(
            title="Form for submissions", validate_default=True, description="begin with https://"
        ),
    ] = None
    result: Annotated[
        Text, Field(title="Result", max_length=2000, description="say what was decided and why")
    ] = ""
    winners: Annotated[
        tuple[Annotated[Line, Field(min_length=2, max_length=160)], ...],
        Field(title="Selected teams or ideas", description="write a list of teams or ideas"),
    ] = ()

    @field_validator("closes")
    @classmethod
    def _closes_later(cls, value: str, info: ValidationInfo) -> str:
        if value <= info.data.get("opens", ""):
            raise ValueError("choose a deadline after the opening")
        return value

    @field_validator("submission_url")
    @classmethod
    def _form_is_linked(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and Submission.FORM in info.data.get("submission", ()):
            raise ValueError("add the address of the form, or take form out of submission")
        return value
