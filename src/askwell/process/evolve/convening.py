"""How the brief of a meeting, and what is carried into it, become its state."""

from collections.abc import Mapping
from datetime import datetime

from askwell.process.brief import Attendee, Brief
from askwell.process.change import change
from askwell.process.events import (
    ActionCarriedIn,
    Convened,
    ImprovementCarriedIn,
    Rebriefed,
)
from askwell.process.evolve.parts import gone
from askwell.process.evolve.registry import on
from askwell.process.people import PersonId
from askwell.process.records import Action, Improvement, Participant
from askwell.process.state import State


@on(Convened)
def convened(state: State, event: Convened) -> State:
    people = {each.person: _newly_expected(each) for each in event.brief.people}
    return change(
        state,
        brief=event.brief,
        people=people,
        facilitator=event.brief.facilitator,
        co_facilitators=frozenset(event.brief.co_facilitators),
        contract_version=event.brief.contract_version,
    )


def _newly_expected(attendee: Attendee) -> Participant:
    return Participant(
        person=attendee.person, belonging=attendee.belonging, agreed=attendee.agreed
    )


@on(Rebriefed)
def rebriefed(state: State, event: Rebriefed) -> State:
    """Who has come stays; who is no longer in the set goes; the rest is as briefed."""
    brief = event.brief
    people = _people(state, brief, at=event.at)
    after = change(
        state,
        brief=brief,
        people=people,
        joining={
            name: each
            for name, each in state.joining.items()
            if name not in {attendee.person for attendee in brief.people}
        },
        facilitator=_facilitator(state, brief, people),
        co_facilitators=_co_facilitators(state, brief, people),
        contract_version=brief.contract_version,
        contract_reopened=state.contract_reopened and _same_contract(state, brief),
        improvement=None,
        actions={
            number: action
            for number, action in state.actions.items()
            if action.report is not None or not action.carried_in
        },
    )
    for person in state.people:
        if people[person].removed:
            after = gone(after, person)
    return after


def _people(
    state: State, brief: Brief, *, at: datetime
) -> Mapping[PersonId, Participant]:
    expected = {each.person: _expected(state, each, brief) for each in brief.people}
    before = {each.person for each in state.brief.people} if state.brief else set()
    others = {
        name: _no_longer_expected(each, at=at) if name in before else each
        for name, each in state.people.items()
        if name not in expected
    }
    return {**expected, **others}


def _expected(state: State, attendee: Attendee, brief: Brief) -> Participant:
    known = state.people.get(attendee.person)
    newly = _newly_expected(attendee)
    if known is None:
        return newly
    agreed = _has_agreed(state, known, attendee, brief)
    return change(
        known,
        belonging=attendee.belonging,
        removed=False,
        agreed=agreed,
        agreed_for=agreed and known.agreed_for and not attendee.agreed,
    )


def _has_agreed(
    state: State, known: Participant, attendee: Attendee, brief: Brief
) -> bool:
    """A new version asks everybody anew; so has the room, once people came or went."""
    if not _same_contract(state, brief):
        return attendee.agreed
    if state.contract_reopened:
        return known.agreed
    return known.agreed or attendee.agreed


def _same_contract(state: State, brief: Brief) -> bool:
    return brief.contract_version == state.contract_version


def _no_longer_expected(known: Participant, *, at: datetime) -> Participant:
    left_at = at if known.here else known.left_at
    return change(known, here=False, removed=True, left_at=left_at)


def _facilitator(
    state: State, brief: Brief, people: Mapping[PersonId, Participant]
) -> PersonId | None:
    """Whom the room gave the role keeps it."""
    before = state.brief.facilitator if state.brief else None
    now = state.facilitator
    if now is None or now == before or people[now].removed:
        return brief.facilitator
    return now


def _co_facilitators(
    state: State, brief: Brief, people: Mapping[PersonId, Participant]
) -> frozenset[PersonId]:
    """As briefed now, and whom the room named itself."""
    before = state.brief.co_facilitators if state.brief else ()
    named = state.co_facilitators.difference(before).union(brief.co_facilitators)
    return frozenset(person for person in named if not people[person].removed)


@on(ActionCarriedIn)
def action_carried_in(state: State, event: ActionCarriedIn) -> State:
    action = Action(
        number=event.number,
        owner=event.person,
        words=event.words,
        how_known=event.how_known,
        due_on=event.due_on,
        action_id=event.action_id,
    )
    return change(state, actions={**state.actions, event.number: action})


@on(ImprovementCarriedIn)
def improvement_carried_in(state: State, event: ImprovementCarriedIn) -> State:
    improvement = Improvement(person=event.person, words=event.words)
    return change(state, improvement=improvement)
