"""How opening, closing, coming and going change the state."""

from datetime import timedelta

from askwell.process.change import change
from askwell.process.choices import Stage
from askwell.process.events import (
    ActionCarriedForward,
    Admitted,
    Arrived,
    BidPlaced,
    BidWithdrawn,
    CheckedIn,
    ConsentGiven,
    ContractAgreed,
    JoinAsked,
    JoinDeclined,
    Left,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    OrderChosen,
    Removed,
    ReportedBack,
    SlotDeclined,
    StepUndone,
)
from askwell.process.evolve.parts import (
    asked_anew,
    count_turn,
    gone,
    heard,
    put_person,
    step_taken,
    without,
)
from askwell.process.evolve.registry import on
from askwell.process.records import (
    Bid,
    Course,
    Hand,
    Joining,
    Order,
    Participant,
    ReportBackGiven,
)
from askwell.process.state import State


@on(MeetingOpened)
def meeting_opened(state: State, event: MeetingOpened) -> State:
    course = change(state.course, stage=Stage.RUNNING, opened_at=event.at)
    return step_taken(state, event, course=course)


@on(ActionCarriedForward)
def action_carried_forward(state: State, event: ActionCarriedForward) -> State:
    action = change(state.actions[event.action], carried_forward=True)
    return change(state, actions={**state.actions, event.action: action})


@on(MeetingClosed)
def meeting_closed(state: State, event: MeetingClosed) -> State:
    course = change(
        state.course,
        stage=Stage.CLOSED,
        closed_at=event.at,
        reopen_until=event.reopen_until,
        closing_step=event.step,
        floor=None,
    )
    return change(
        state, course=course, hands=(), permissions={}, caption_address=None, hints={}
    )


@on(MeetingReopened)
def meeting_reopened(state: State, event: MeetingReopened) -> State:
    """As it was before the close: a slot that was cut short runs again.

    No clock has run meanwhile, nor that of a phase which undoing would go back to.
    """
    closed_for = event.at - (state.course.closed_at or event.at)
    steps = tuple(
        change(step, before=_paused_for(step.before, closed_for))
        for step in state.steps
    )
    course = _paused_for(state.course, closed_for)
    if steps and steps[-1].number == course.closing_step:
        steps, course = steps[:-1], steps[-1].before
    course = change(
        course,
        stage=Stage.RUNNING,
        closed_at=None,
        reopen_until=None,
        closing_step=None,
    )
    actions = {
        number: change(action, carried_forward=False)
        for number, action in state.actions.items()
    }
    return change(
        state, course=_numbered(course, event.number), steps=steps, actions=actions
    )


def _paused_for(course: Course, time: timedelta) -> Course:
    """Adds a pause to the phase, unless its clock stood already."""
    now = course.phase
    if now is None or now.paused_at:
        return course
    return change(course, phase=change(now, paused_for=now.paused_for + time))


def _numbered(course: Course, number: int) -> Course:
    """Gives the phase a new number, so that no stale command fits it."""
    if course.phase is None:
        return course
    return change(course, phase=change(course.phase, number=number))


@on(StepUndone)
def step_undone(state: State, event: StepUndone) -> State:
    *earlier, undone = state.steps
    course = undone.before
    if course.floor and not state.is_here(course.floor):
        course = change(course, floor=None)
    state = change(
        state,
        course=_numbered(course, event.number),
        steps=tuple(earlier),
        hands=_hand_back(state, undone.hand),
        proposed_extension=None,
    )
    for person in undone.turns:
        state = count_turn(state, person, by=-1)
    return state


def _hand_back(state: State, hand: Hand | None) -> tuple[Hand, ...]:
    if hand is None or any(each.person == hand.person for each in state.hands):
        return state.hands
    return (*state.hands, hand)


@on(Arrived)
def arrived(state: State, event: Arrived) -> State:
    before = state.people[event.person]
    person = change(
        before,
        here=True,
        without_device=event.without_device,
        came_themselves=before.came_themselves or not event.without_device,
        arrived_at=before.arrived_at or event.at,
        left_at=None,
    )
    state = asked_anew(put_person(state, person), event.person)
    return state if event.without_device else _asked_themselves(state, person)


def _asked_themselves(state: State, person: Participant) -> State:
    """INV-16, INV-19: the yes that another noted for them is theirs to give now."""
    joining = {
        name: change(
            each,
            consents=each.consents - (each.noted & {person.person}),
            noted=each.noted - {person.person},
        )
        for name, each in state.joining.items()
    }
    agreed = person.agreed and not person.agreed_for
    person = change(person, agreed=agreed, agreed_for=False)
    return put_person(change(state, joining=joining), person)


@on(Left)
def left(state: State, event: Left) -> State:
    person = change(state.people[event.person], here=False, left_at=event.at)
    return gone(put_person(state, person), event.person)


@on(JoinAsked)
def join_asked(state: State, event: JoinAsked) -> State:
    joining = Joining(person=event.person, joins_as=event.joins_as, asked_at=event.at)
    return change(state, joining={**state.joining, event.person: joining})


@on(ConsentGiven)
def consent_given(state: State, event: ConsentGiven) -> State:
    joining = state.joining[event.joiner]
    noted = {event.person} if event.noted_by else set()
    consented = change(
        joining,
        consents=joining.consents | {event.person},
        noted=joining.noted | noted,
    )
    return change(state, joining={**state.joining, event.joiner: consented})


@on(JoinDeclined)
def join_declined(state: State, event: JoinDeclined) -> State:
    return change(state, joining=without(state.joining, event.person))


@on(Admitted)
def admitted(state: State, event: Admitted) -> State:
    person = Participant(
        person=event.person,
        belonging=event.belonging,
        here=True,
        came_themselves=True,
        arrived_at=event.at,
    )
    state = change(state, joining=without(state.joining, event.person))
    return _contract_reopened(put_person(state, person))


def _contract_reopened(state: State) -> State:
    people = {
        name: change(person, agreed=False, agreed_for=False)
        for name, person in state.people.items()
    }
    return change(state, people=people, contract_reopened=True)


@on(Removed)
def removed(state: State, event: Removed) -> State:
    person = change(
        state.people[event.person], here=False, left_at=event.at, removed=True
    )
    state = gone(put_person(state, person), event.person)
    return _contract_reopened(state)


@on(ContractAgreed)
def contract_agreed(state: State, event: ContractAgreed) -> State:
    person = state.people[event.person]
    agreed = change(person, agreed=True, agreed_for=event.noted_by is not None)
    return put_person(state, agreed)


@on(CheckedIn)
def checked_in(state: State, event: CheckedIn) -> State:
    person = change(state.people[event.person], checked_in=True)
    return heard(put_person(state, person), event.person)


@on(ReportedBack)
def reported_back(state: State, event: ReportedBack) -> State:
    report = ReportBackGiven(
        number=event.number,
        status=event.status,
        did=event.did,
        happened=event.happened,
        learned=event.learned,
        learning_declined=event.learning_declined,
        still_open=event.still_open,
        noted_by=event.noted_by,
    )
    action = change(state.actions[event.action], status=event.status, report=report)
    state = change(state, actions={**state.actions, event.action: action})
    return heard(state, event.person)


@on(BidPlaced)
def bid_placed(state: State, event: BidPlaced) -> State:
    bid = Bid(
        person=event.person,
        headline=event.headline,
        urgency=event.urgency,
        topic_type=event.topic_type,
        number=event.number,
        topic_id=event.topic_id,
    )
    return change(
        state,
        bids={**state.bids, event.person: bid},
        declined=state.declined - {event.person},
    )


@on(BidWithdrawn)
def bid_withdrawn(state: State, event: BidWithdrawn) -> State:
    return change(state, bids=without(state.bids, event.person))


@on(SlotDeclined)
def slot_declined(state: State, event: SlotDeclined) -> State:
    return change(
        state,
        bids=without(state.bids, event.person),
        declined=state.declined | {event.person},
    )


@on(OrderChosen)
def order_chosen(state: State, event: OrderChosen) -> State:
    order = Order(turns=event.order, as_proposed=event.as_proposed, reason=event.reason)
    return step_taken(state, event, course=change(state.course, order=order))
