"""Decides on opening a meeting, and on what its opening is for."""

from askwell.process.choices import ActionStatus, Stage
from askwell.process.commands import (
    AgreeContract,
    CheckIn,
    ChooseOrder,
    DeclineSlot,
    Open,
    PlaceBid,
    ReportBack,
    WithdrawBid,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    person_of,
    require_member,
    require_range,
    require_running,
    require_steering,
    require_voice,
    require_welcome,
    speaker_of,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.decide.walk import begin_phase, first_phase
from askwell.process.events import (
    BidPlaced,
    BidWithdrawn,
    CheckedIn,
    ContractAgreed,
    FacilitatorAppointed,
    MeetingOpened,
    OrderChosen,
    ReportedBack,
    SlotDeclined,
)
from askwell.process.formats.shape import Section
from askwell.process.kinds import BID
from askwell.process.people import PersonId
from askwell.process.records import Action
from askwell.process.refusals import Reason, Refused
from askwell.process.rotation import explained, propose
from askwell.process.state import State


@on(Open)
def open_meeting(draft: Draft, command: Open) -> None:
    state = draft.state
    if state.stage is not Stage.LOBBY:
        raise refuse(Reason.ALREADY_OPEN)
    require_steering(state, command.by)
    if state.facilitator is None and state.format.has_facilitator:
        draft.add(FacilitatorAppointed(**draft.stamp, person=command.by))
    step = draft.next_number
    draft.add(MeetingOpened(**draft.stamp, person=command.by, step=step))
    index = first_phase(draft.state, Section.OPENING)
    begin_phase(draft, Section.OPENING, index, by=command.by, step=step)


@on(AgreeContract)
def agree_contract(draft: Draft, command: AgreeContract) -> None:
    person = person_of(draft.state, command)
    if command.version != draft.state.contract_version:
        raise refuse(Reason.STALE_CONTRACT)
    if draft.state.people[person].agreed:
        return
    draft.add(
        ContractAgreed(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            version=draft.state.contract_version,
        )
    )


@on(CheckIn)
def check_in(draft: Draft, command: CheckIn) -> None:
    require_running(draft.state)
    person = speaker_of(draft.state, command)
    require_voice(draft.state, person)
    given = draft.state.course.floor == person
    if person in draft.state.spoken_this_phase and not given:
        return
    draft.add(CheckedIn(**draft.stamp, person=person, noted_by=noted_by(command)))


@on(ReportBack)
def report_back(draft: Draft, command: ReportBack) -> None:
    """Welcome at any time: a late owner's action must not vanish (INV-9)."""
    require_running(draft.state)
    person = speaker_of(draft.state, command)
    _require_own_carried(draft.state, command.action, person)
    if command.status is ActionStatus.OPEN:
        raise refuse(Reason.OUT_OF_RANGE)
    learned = words_of(command.learned)
    draft.add(
        ReportedBack(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            action=command.action,
            status=command.status,
            did=words_of(command.did),
            happened=words_of(command.happened),
            learned=learned,
            learning_declined=learned is None,
            still_open=words_of(command.still_open),
        )
    )


def _require_own_carried(state: State, number: int, person: PersonId) -> Action:
    action = state.actions.get(number)
    if action is None or not action.carried_in:
        raise refuse(Reason.NO_SUCH_THING)
    if action.owner != person:
        raise Refusal(Refused(reason=Reason.ONLY_OWNER, people=(action.owner,)))
    return action


@on(PlaceBid)
def place_bid(draft: Draft, command: PlaceBid) -> None:
    """Before the first slot at any time, later where the format asks for bids.

    Only the bidder can say which of their own topics it is.
    """
    person = speaker_of(draft.state, command)
    require_member(draft.state, person)
    require_range(command.urgency, 1, 3)
    phase = draft.state.phase
    if phase is not None and phase.section is not Section.OPENING:
        require_welcome(draft.state, person, BID)
    draft.add(
        BidPlaced(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            headline=words_of(command.headline),
            urgency=command.urgency,
            topic_type=command.topic_type,
            topic_id=command.topic_id if person == command.by else None,
        )
    )


@on(WithdrawBid)
def withdraw_bid(draft: Draft, command: WithdrawBid) -> None:
    person = speaker_of(draft.state, command)
    if person in draft.state.bids:
        draft.add(
            BidWithdrawn(**draft.stamp, person=person, noted_by=noted_by(command))
        )


@on(DeclineSlot)
def decline_slot(draft: Draft, command: DeclineSlot) -> None:
    person = speaker_of(draft.state, command)
    require_member(draft.state, person)
    if person not in draft.state.declined:
        draft.add(
            SlotDeclined(**draft.stamp, person=person, noted_by=noted_by(command))
        )


@on(ChooseOrder)
def choose_order(draft: Draft, command: ChooseOrder) -> None:
    require_running(draft.state)
    require_steering(draft.state, command.by)
    reason = words_of(command.reason)
    _require_presentable(draft.state, command.order)
    turns, as_proposed = explained(draft.state, command.order)
    if not as_proposed and reason is None:
        proposal = tuple(turn.person for turn in propose(draft.state))
        raise Refusal(Refused(reason=Reason.ORDER_NEEDS_REASON, people=proposal))
    draft.add(
        OrderChosen(
            **draft.stamp,
            person=command.by,
            step=draft.next_number,
            order=turns,
            as_proposed=as_proposed,
            reason=reason,
        )
    )


def _require_presentable(state: State, order: tuple[PersonId, ...]) -> None:
    if not order or len(set(order)) != len(order):
        raise refuse(Reason.NO_PRESENTER)
    strangers = tuple(person for person in order if person not in state.members)
    if strangers:
        raise Refusal(Refused(reason=Reason.ONLY_MEMBERS, people=strangers))
