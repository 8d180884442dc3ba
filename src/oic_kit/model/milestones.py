"""How the day of each milestone is found: offset, rule, predecessors, and a late council.

Source:
    Rules and worked example: `research/playbook.md` B.4. Its table says that the paper of a
    decision is due 11 weeks after the start, and moved for Whit Monday; its rule says 35 days
    before the meeting. Both hold when the paper counts back from the day that the offset of the
    decision asks for, not from the day it moved to, as long as no deadline is missed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from oic_kit.model.calendar import DAY, WEEK, Blocked, Calendar, Obstacle, Shifted, Why
from oic_kit.model.figure import filled, half_up
from oic_kit.model.roadmap import Milestone, Notice, Reason, Texts, Timing
from oic_kit.model.roadmap_table import DayRule, MilestoneRow, RoadmapTable

_Found = tuple[Shifted, tuple[Notice, ...]]


def milestones(
    timing: Timing, calendar: Calendar, table: RoadmapTable, *, today: date
) -> tuple[Milestone, ...]:
    """Date every milestone, in the order of the table.

    Args:
        timing: start, council dates and pace.
        calendar: free days and breaks of the place.
        table: offsets, rules and sentences.
        today: days before it are shown as due.
    """
    planner = _Planner(timing, calendar, table)
    for row in planner.rows:
        asked = planner.asked(row)
        weeks = None if row.weeks is None else planner.weeks(row.weeks) + planner.delay
        found, notices = planner.rules[row.rule](row, asked)
        planner.done[row.id] = Milestone(
            id=row.id,
            phase=row.phase,
            rule=row.rule,
            title=row.title,
            does=row.does,
            weeks=weeks,
            asked=asked,
            day=found.day,
            status="due" if found.day < today else "planned",
            critical=row.critical,
            after=tuple(before for before in row.after if before in planner.done),
            chapters=row.chapters,
            reasons=tuple(reason(obstacle, table) for obstacle in found.reasons),
            notices=notices,
            tasks=timing.tasks.get(row.id, ()),
        )
    return tuple(planner.done.values())


def reason(obstacle: Obstacle, table: RoadmapTable) -> Reason:
    """Say in words why a date moved."""
    text = filled(table.reasons[obstacle.why], name=obstacle.name or "")
    return Reason(obstacle.why, obstacle.day, {key: said.strip() for key, said in text.items()})


def notice(table: RoadmapTable, notice_id: str, **words: Texts | str) -> Notice:
    """Give one of the notices of the table, with its gaps filled."""
    return Notice(notice_id, filled(table.notices[notice_id], **words))


@dataclass
class _Planner:
    """What is known so far: days already found, and the weeks that a late council adds."""

    timing: Timing
    calendar: Calendar
    table: RoadmapTable
    done: dict[str, Milestone] = field(default_factory=dict)
    delay: int = 0

    @property
    def rows(self) -> list[MilestoneRow]:
        return [r for r in self.table.milestones if r.phase not in self.timing.skip_phases]

    @property
    def lead(self) -> timedelta:
        return DAY * self.timing.paper_lead_days

    @property
    def rules(self) -> dict[DayRule, Callable[[MilestoneRow, date], _Found]]:
        return {
            DayRule.WORK: lambda row, asked: self.free(row, asked, self.calendar.blocks_work),
            DayRule.EVENT: lambda row, asked: self.free(row, asked, self.calendar.blocks_event),
            DayRule.HOUR: self.hour,
            DayRule.COUNCIL: self.council,
            DayRule.PAPER: self.paper,
        }

    def weeks(self, weeks: int) -> int:
        """Stretch an offset: first the phases that need more time, then the whole plan."""
        index = {phase.id: number for number, phase in enumerate(self.table.phases)}
        last = max((index[phase] for phase in self.timing.stretch_phases), default=-1)
        later = [r.weeks for r in self.table.milestones if r.weeks and index[r.phase] > last]
        share = min(Decimal(1), Decimal(weeks) / min(later, default=max(weeks, 1)))
        behind = self.rows[0].weeks or 0  # phases that are skipped take their weeks along
        percent = self.table.rules.slower_percent if self.timing.slower else 100
        return int(half_up((weeks - behind + self.timing.stretch_weeks * share) * percent / 100))

    def asked(self, row: MilestoneRow) -> date:
        """The day that the offset alone gives, or a paper's decision."""
        if row.before is not None:
            return self.earliest_decision(self.table.milestone(row.before)) - self.lead
        return self.timing.start + WEEK * (self.weeks(row.weeks or 0) + self.delay)

    def free(self, row: MilestoneRow, asked: date, rule: Blocked) -> _Found:
        """The next day without an obstacle."""
        return self.calendar.shift(asked, lambda day: self.too_soon(row, day) or rule(day)), ()

    def too_soon(self, row: MilestoneRow, day: date) -> Obstacle | None:
        """A day before something that must lie behind, or in the quiet weeks before an election."""
        for before in row.after:
            if before in self.done and day <= self.done[before].day:
                return Obstacle(Why.PREDECESSOR, day, self.done[before].title)
        return self.calendar.blocks_launch(day) if row.launch else None

    def hour(self, row: MilestoneRow, asked: date) -> _Found:
        """The next day of the monthly online hour."""
        rule, reasons = self.table.rules.hour, list[Obstacle]()
        for found in self.calendar.monthly(asked, rule.weekday, rule.nth):
            reasons += found.reasons
            obstacle = self.too_soon(row, found.day)
            if obstacle is None:
                return Shifted(found.day, tuple(reasons)), ()
            reasons.append(obstacle)
        # Three years without a day: breaks that long cannot be meant.
        return self.free(row, asked, self.calendar.blocks_work)

    def earliest_decision(self, row: MilestoneRow) -> date:
        """Not before its offset, what lies before it, and the time that its paper needs."""
        papers = [paper for paper in self.rows if paper.before == row.id]
        behind = {before for paper in papers for before in paper.after}
        ready = [
            self.done[before].day + self.lead + DAY for before in behind if before in self.done
        ]
        passed = [
            self.done[before].day + DAY
            for before in row.after
            if before in self.done and self.table.milestone(before).before != row.id
        ]
        return max([self.asked(row), self.timing.start + self.lead, *ready, *passed])

    def decision(self, row: MilestoneRow) -> _Found:
        """The first council date entered that is late enough, else a day that could be one."""
        earliest = self.earliest_decision(row)
        if entered := sorted(day for day in self.timing.council_dates if day >= earliest):
            return Shifted(entered[0]), ()
        found = self.calendar.shift(earliest, self.calendar.blocks_meeting)
        notices = [notice(self.table, "not-a-council-date")]
        if self.timing.council_dates:
            day = self.table.written(earliest)
            notices.append(notice(self.table, "council-dates-too-early", day=day))
        if self.calendar.blocks_summer(found.day):
            notices.append(notice(self.table, "council-in-summer"))
        return found, tuple(notices)

    def council(self, row: MilestoneRow, asked: date) -> _Found:
        """The day of a decision; a late one moves everything after it by whole weeks."""
        found, notices = self.decision(row)
        if not any(paper.before == row.id for paper in self.rows):
            due = self.table.written(self.back(found.day - self.lead).day)
            notices += (notice(self.table, "paper-due", day=due),)
        if late := (found.day - asked).days // 7:
            self.delay += late
            notices += (notice(self.table, "later-by-council", weeks=str(late)),)
        return found, notices

    def paper(self, row: MilestoneRow, asked: date) -> _Found:
        """Moved on like every date, but never past the deadline: then it moves back."""
        decision, _ = self.decision(self.table.milestone(row.before or ""))
        latest = decision.day - self.lead
        on = self.calendar.shift(asked, self.calendar.blocks_work)
        if decision.day in self.timing.council_dates or on.day > latest:
            return self.back(latest), ()
        return on, ()

    def back(self, day: date) -> Shifted:
        """The last working day on or before a deadline."""
        return self.calendar.shift(day, self.calendar.blocks_work, step=-DAY)
