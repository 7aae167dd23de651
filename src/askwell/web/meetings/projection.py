"""What a meeting's events change in ordinary rows, in the same transaction.

Lists of meetings and pages about actions read those rows and never a log.
"""

import logging
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from askwell.process.events import (
    ActionChanged,
    ActionDropped,
    ActionNoted,
    Admitted,
    ConsentGiven,
    ContractAgreed,
    Event,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    PhaseBegan,
    Removed,
    ReportedBack,
    SlotBegan,
    SlotEnded,
    StepUndone,
)
from askwell.process.people import ASKWELL, PersonId
from askwell.process.state import State
from askwell.web.actions import operations as actions
from askwell.web.actions.models import Action, Status
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet
from askwell.web.topics import operations as topics
from askwell.web.topics.models import Topic
from askwell.web.topics.queries import topic_in_slot, topic_made_ready

COURSE: Final = (
    MeetingOpened,
    MeetingClosed,
    MeetingReopened,
    PhaseBegan,
    SlotEnded,
    StepUndone,
)

logger = logging.getLogger(__name__)


def project(
    meeting: UUID, learning_set: UUID, events: Iterable[Event], state: State
) -> None:
    """Bring the meeting's row and its actions up to what the log now says.

    Whom Askwell removes has left the set already. An agreement or a consent that
    somebody else noted holds for the meeting; the set's is for each to give.
    """
    course_moved = False
    for event in events:
        course_moved = course_moved or isinstance(event, COURSE)
        match event:
            case ActionNoted():
                _note(meeting, learning_set, event, state)
            case ActionChanged():
                _change(meeting, event, state)
            case ActionDropped():
                _drop(meeting, event, state)
            case ReportedBack():
                _report_back(meeting, event, state)
            case SlotBegan():
                _bring(meeting, learning_set, event, state)
            case StepUndone():
                begun = {slot.number for slot in state.slots}
                topics.keep_only_slots(meeting, begun)
            case MeetingClosed():
                _keep_who_facilitated(learning_set, event, state)
            case Removed(by=by) if by == ASKWELL:
                pass
            case ContractAgreed(noted_by=str()) | ConsentGiven(noted_by=str()):
                pass
            case Admitted() | ConsentGiven() | Removed() | ContractAgreed():
                _follow_the_people(learning_set, event)
    if course_moved:
        _follow_the_course(meeting, state)


def _follow_the_course(meeting: UUID, state: State) -> None:
    Meeting.objects.filter(pk=meeting).update(
        phase_name=state.phase.name if state.phase else "",
        opened_at=state.course.opened_at,
        closed_at=state.course.closed_at,
    )


def _keep_who_facilitated(
    learning_set: UUID, event: MeetingClosed, state: State
) -> None:
    """Whoever had the role at the end, or through any slot, has had their turn."""
    had_it = {state.facilitator, *(slot.facilitator for slot in state.slots)}
    sets.keep_who_facilitated(
        LearningSet.objects.get(pk=learning_set),
        [UUID(person) for person in had_it if person],
        at=event.at,
    )


def _bring(meeting: UUID, learning_set: UUID, event: SlotBegan, state: State) -> None:
    """The topic chosen with the bid; without a bid, what the presenter made ready."""
    owner = UUID(event.presenter)
    chosen = state.topics[event.slot].topic_id
    if chosen is None and event.presenter not in state.bids:
        ready = topic_made_ready(owner, meeting)
        chosen = str(ready.pk) if ready else None
    if chosen:
        topics.bring(
            UUID(chosen),
            owner=owner,
            learning_set=learning_set,
            meeting=meeting,
            slot=event.slot,
            at=event.at,
        )


def _follow_the_people(
    set_id: UUID, event: Admitted | ConsentGiven | Removed | ContractAgreed
) -> None:
    learning_set = LearningSet.objects.get(pk=set_id)
    person = Person.objects.get(pk=event.person)
    match event:
        case ContractAgreed():
            sets.agree_aloud(learning_set, person, read=event.version, at=event.at)
        case ConsentGiven():
            joiner = Person.objects.get(pk=event.joiner)
            sets.consent_aloud(learning_set, joiner, by=person, at=event.at)
        case Admitted():
            by = Person.objects.get(pk=event.by)
            sets.let_in(learning_set, person, by=by, at=event.at)
        case Removed():
            by = Person.objects.get(pk=event.by)
            sets.show_out(learning_set, person, by=by, at=event.at)


def _note(meeting: UUID, learning_set: UUID, event: ActionNoted, state: State) -> None:
    slot = event.slot or _last_slot_of(event.person, state)
    actions.note(
        learning_set=LearningSet.objects.get(pk=learning_set),
        owner=Person.objects.get(pk=event.person),
        words=event.words or "",
        at=event.at,
        due_on=event.due_on,
        how_known=event.how_known,
        topic=_topic_of(meeting, slot, event.person),
        meeting=meeting,
        slot=slot,
        action_id=actions.id_in_meeting(meeting, event.number),
    )


def _last_slot_of(person: PersonId, state: State) -> int | None:
    """An action noted after the slot is about what was worked on in it."""
    own = [slot.number for slot in state.slots if slot.presenter == person]
    return own[-1] if own else None


def _topic_of(meeting: UUID, slot: int | None, owner: PersonId) -> Topic | None:
    """What the owner brought to the slot; of anybody else's topic it is none."""
    return None if slot is None else topic_in_slot(UUID(owner), meeting, slot)


def _change(meeting: UUID, event: ActionChanged, state: State) -> None:
    if action := _action(meeting, event.action, state):
        try:
            actions.change(
                action,
                by=action.owner,
                words=event.words or "",
                due_on=event.due_on,
                how_known=event.how_known,
            )
        except actions.SettledError:
            _note_difference(action)


def _drop(meeting: UUID, event: ActionDropped, state: State) -> None:
    """What another had noted for its owner, the owner takes back altogether."""
    if action := _action(meeting, event.action, state):
        try:
            if state.actions[event.action].noted_by and not event.noted_by:
                actions.withdraw(action, by=action.owner)
            else:
                actions.drop(action, by=action.owner)
        except actions.SettledError:
            _note_difference(action)


def _report_back(meeting: UUID, event: ReportedBack, state: State) -> None:
    if action := _action(meeting, event.action, state):
        actions.report_back(
            action,
            by=action.owner,
            meeting=meeting,
            status=Status(event.status.value),
            at=event.at,
            did=event.did,
            happened=event.happened,
            learned=event.learned,
            still_open=event.still_open,
            declined=event.learning_declined,
        )


def _action(meeting: UUID, number: int, state: State) -> Action | None:
    """The row of an action, unless its owner has taken it back since."""
    known = state.actions[number]
    action_id = known.action_id or actions.id_in_meeting(meeting, number)
    return Action.objects.select_related("owner").filter(pk=action_id).first()


def _note_difference(action: Action) -> None:
    logger.info("Action %s was settled elsewhere; the meeting's log differs", action.pk)
