"""The closed lists of events; formats and methods use some of them as well."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Whether an event takes place as announced."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED_ONLINE = "moved-online"
    FULL = "full"


class Mode(StrEnum):
    """Where people meet."""

    ONSITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"


class EventKind(StrEnum):
    """What kind of date it is: a meeting, the start of something, or the day something appears."""

    WORKSHOP = "workshop"
    TALK = "talk"
    MEETUP = "meetup"
    BARCAMP = "barcamp"
    FESTIVAL = "festival"
    EXHIBITION = "exhibition"
    CONSULTATION = "consultation"
    VISIT = "visit"
    TRAINING = "training"
    LAUNCH = "launch"
    RELEASE = "release"
    OTHER = "other"


class Audience(StrEnum):
    """Whom it is for."""

    EVERYONE = "everyone"
    ADMINISTRATION = "administration"
    BUSINESS = "business"
    RESEARCH = "research"
    CULTURE = "culture"
    CIVIL_SOCIETY = "civil-society"
    YOUTH = "youth"
    SCHOOLS = "schools"


class Access(StrEnum):
    """What makes it easier to take part; `unknown` is honest, silence is not."""

    STEP_FREE = "step-free"
    LIFT = "lift"
    ACCESSIBLE_WC = "accessible-wc"
    HEARING_LOOP = "hearing-loop"
    CAPTIONS = "captions"
    SIGN_LANGUAGE = "sign-language"
    EASY_LANGUAGE = "easy-language"
    QUIET_ROOM = "quiet-room"
    REMOTE_OPTION = "remote-option"
    CHILDCARE = "childcare"
    UNKNOWN = "unknown"


class Cost(StrEnum):
    """What it costs to come."""

    FREE = "free"
    PAID = "paid"
    DONATION = "donation"


class Registration(StrEnum):
    """How to say that one is coming."""

    NONE = "none"
    OPEN_DOOR = "open-door"
    LINK = "link"
    EMAIL = "email"
    TICKETS = "tickets"
