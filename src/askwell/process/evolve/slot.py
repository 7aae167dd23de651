"""How what happens within a slot changes the state."""

from askwell.process.change import change
from askwell.process.events import (
    AgreementChecked,
    Contributed,
    ContributionTakenBack,
    HandLowered,
    HandRaised,
    Kept,
    OutcomeMarked,
    Passed,
    PutInPlace,
    Starred,
    StatementsRead,
    TopicStated,
)
from askwell.process.evolve.parts import heard, phase_heard, turn_over
from askwell.process.evolve.registry import on
from askwell.process.records import Contribution, Hand, Topic
from askwell.process.state import State

KEY_QUESTION = "key_question"


@on(TopicStated)
def topic_stated(state: State, event: TopicStated) -> State:
    before = state.topics[event.slot]
    topic = change(
        before,
        topic=event.topic or before.topic,
        question=event.question or before.question,
        worthwhile=event.worthwhile or before.worthwhile,
    )
    return _with_topic(state, event.slot, topic)


def _with_topic(state: State, slot: int, topic: Topic) -> State:
    return change(state, topics={**state.topics, slot: topic})


@on(OutcomeMarked)
def outcome_marked(state: State, event: OutcomeMarked) -> State:
    topic = change(state.topics[event.slot], outcome=event.outcome)
    return _with_topic(state, event.slot, topic)


@on(Contributed)
def contributed(state: State, event: Contributed) -> State:
    contribution = Contribution(
        number=event.number,
        person=event.person,
        kind=event.kind,
        words=event.words,
        at=event.at,
        phase=event.phase,
        slot=event.slot,
        to=event.to,
        noted_by=event.noted_by,
        hidden=event.hidden,
    )
    state = _with_contribution(state, contribution)
    state = _with_answer(state, event)
    state = _with_key_question(state, event)
    if state.course.floor == event.person:
        return turn_over(phase_heard(state), event.person)
    return heard(state, event.person)


def _with_contribution(state: State, contribution: Contribution) -> State:
    contributions = {**state.contributions, contribution.number: contribution}
    return change(state, contributions=contributions)


def _with_answer(state: State, event: Contributed) -> State:
    if event.to is None:
        return state
    question = state.contributions[event.to]
    answered = change(question, answers=(*question.answers, event.number))
    return _with_contribution(state, answered)


def _with_key_question(state: State, event: Contributed) -> State:
    if event.kind != KEY_QUESTION or event.slot is None:
        return state
    topic = state.topics[event.slot]
    if topic.presenter != event.person:
        return state
    question = change(topic, question=event.words or topic.question)
    return _with_topic(state, event.slot, question)


@on(ContributionTakenBack)
def contribution_taken_back(state: State, event: ContributionTakenBack) -> State:
    contribution = state.contributions[event.contribution]
    state = _with_contribution(state, change(contribution, taken_back=True))
    if contribution.kind != KEY_QUESTION or contribution.slot is None:
        return state
    topic = state.topics[contribution.slot]
    if topic.presenter != contribution.person or topic.question != contribution.words:
        return state
    return _with_topic(state, contribution.slot, change(topic, question=None))


@on(Passed)
def passed(state: State, event: Passed) -> State:
    if event.contribution is not None:
        contribution = state.contributions[event.contribution]
        return _with_contribution(state, change(contribution, passed=True))
    return heard(state, event.person)


@on(HandRaised)
def hand_raised(state: State, event: HandRaised) -> State:
    hand = Hand(person=event.person, number=event.number, raised_at=event.at)
    return change(state, hands=(*state.hands, hand))


@on(HandLowered)
def hand_lowered(state: State, event: HandLowered) -> State:
    hands = tuple(hand for hand in state.hands if hand.person != event.person)
    return change(state, hands=hands)


@on(Starred)
def starred(state: State, event: Starred) -> State:
    contribution = state.contributions[event.contribution]
    return _with_contribution(state, change(contribution, starred=event.starred))


@on(PutInPlace)
def put_in_place(state: State, event: PutInPlace) -> State:
    contribution = state.contributions[event.contribution]
    return _with_contribution(state, change(contribution, place=event.place))


@on(Kept)
def kept(state: State, event: Kept) -> State:
    contribution = state.contributions[event.contribution]
    return _with_contribution(state, change(contribution, kept=event.kept))


@on(StatementsRead)
def statements_read(state: State, event: StatementsRead) -> State:
    contributions = {
        number: change(each, hidden=False)
        if each.hidden and each.slot == event.slot
        else each
        for number, each in state.contributions.items()
    }
    return change(state, contributions=contributions)


@on(AgreementChecked)
def agreement_checked(state: State, event: AgreementChecked) -> State:
    if event.slot is None:
        return state
    topic = change(state.topics[event.slot], agreed=event.agreed)
    return _with_topic(state, event.slot, topic)
