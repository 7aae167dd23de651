"""What comes of it: actions, learnings, and how the set looks back."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from askwell.process.choices import ActionStatus
from askwell.process.people import PersonId
from askwell.process.records import Action
from askwell.web.meetings.screens import tools
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class ActionSeen:
    number: int
    owner: PersonId
    name: str
    mine: bool
    words: str
    how_known: str
    due_on: date | None
    status: str
    did: str
    happened: str
    learned: str
    still_open: str
    reported: bool
    dropped: bool
    noted_by: str
    """Who noted it in the owner's stead."""


@dataclass(frozen=True, slots=True)
class LearningSeen:
    number: int
    person: PersonId
    name: str
    mine: bool
    words: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    number: int
    name: str
    went_well: str
    try_next: str


def noted_actions(see: Sight) -> list[ActionSeen]:
    """Actions noted now: in a slot its own, outside of slots all of this meeting."""
    return [
        action_seen(see, action)
        for action in see.state.actions.values()
        if not action.carried_in and _of_now(see, action.slot) and not dropped(action)
    ]


def carried_actions(see: Sight, owner: PersonId) -> list[ActionSeen]:
    """A person's actions from earlier meetings, which they report on in this one."""
    return [
        action_seen(see, action)
        for action in see.state.actions.values()
        if action.carried_in and action.owner == owner
    ]


def learnings(see: Sight) -> list[LearningSeen]:
    return [
        LearningSeen(
            number=each.number,
            person=each.person,
            name=see.name(each.person),
            mine=each.person == see.me,
            words=each.words or "",
            noted_by=see.short(each.noted_by),
        )
        for each in see.state.learnings
        if each.words and _of_now(see, each.slot)
    ]


def reviews(see: Sight) -> list[ReviewSeen]:
    return [
        ReviewSeen(
            number=each.number,
            name=see.name(each.person),
            went_well=each.went_well or "",
            try_next=each.try_next or "",
        )
        for each in see.state.reviews
        if (each.went_well or each.try_next) and _of_now(see, each.slot)
    ]


def action_seen(see: Sight, action: Action) -> ActionSeen:
    titles = dict(tools.statuses())
    report = action.report
    return ActionSeen(
        number=action.number,
        owner=action.owner,
        name=see.name(action.owner),
        mine=action.owner == see.me,
        words=action.words or "",
        how_known=action.how_known or "",
        due_on=action.due_on,
        status=titles.get(action.status, _("Open")),
        did=(report.did or "") if report else "",
        happened=(report.happened or "") if report else "",
        learned=(report.learned or "") if report else "",
        still_open=(report.still_open or "") if report else "",
        reported=report is not None,
        dropped=dropped(action),
        noted_by=see.short(action.noted_by),
    )


def dropped(action: Action) -> bool:
    return action.status is ActionStatus.DROPPED


def _of_now(see: Sight, slot: int | None) -> bool:
    return see.slot is None or slot == see.slot.number
