"""Decides on who comes, goes, and is let in (INV-16, INV-19)."""

from askwell.process.commands import (
    Admit,
    Arrive,
    AskToJoin,
    Consent,
    IncludePerson,
    Leave,
    RemovePerson,
    TurnAway,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    person_of,
    require_member,
    require_steering,
    speaker_of,
)
from askwell.process.decide.registry import on
from askwell.process.events import (
    Admitted,
    Arrived,
    ConsentGiven,
    JoinAsked,
    JoinDeclined,
    Left,
    Removed,
)
from askwell.process.people import ASKWELL, Belonging, PersonId
from askwell.process.records import Joining
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State


@on(Arrive)
def arrive(draft: Draft, command: Arrive) -> None:
    if not draft.state.belongs(command.by):
        raise refuse(Reason.NOT_ADMITTED)
    participant = draft.state.people[command.by]
    if participant.here and not participant.without_device:
        return
    draft.add(Arrived(**draft.stamp, person=command.by))


@on(IncludePerson)
def include_person(draft: Draft, command: IncludePerson) -> None:
    require_steering(draft.state, command.by)
    if not draft.state.belongs(command.person):
        raise Refusal(Refused(reason=Reason.NOT_ADMITTED, people=(command.person,)))
    if draft.state.is_here(command.person):
        return
    draft.add(
        Arrived(
            **draft.stamp,
            person=command.person,
            noted_by=command.by,
            without_device=True,
        )
    )


@on(Leave)
def leave(draft: Draft, command: Leave) -> None:
    person = speaker_of(draft.state, command)
    draft.add(Left(**draft.stamp, person=person, noted_by=noted_by(command)))


@on(AskToJoin)
def ask_to_join(draft: Draft, command: AskToJoin) -> None:
    if draft.state.belongs(command.by):
        raise refuse(Reason.ALREADY_BELONGS)
    if command.by in draft.state.joining:
        return
    draft.add(JoinAsked(**draft.stamp, person=command.by, joins_as=command.joins_as))


@on(Consent)
def consent(draft: Draft, command: Consent) -> None:
    person = person_of(draft.state, command)
    require_member(draft.state, person)
    joining = _require_waiting(draft.state, command.person)
    if not command.consents:
        draft.add(JoinDeclined(**draft.stamp, person=command.person))
    elif person not in joining.consents:
        draft.add(
            ConsentGiven(
                **draft.stamp,
                person=person,
                noted_by=noted_by(command),
                joiner=command.person,
            )
        )


def _require_waiting(state: State, person: PersonId) -> Joining:
    joining = state.joining.get(person)
    if joining is None:
        raise Refusal(Refused(reason=Reason.NOT_WAITING, people=(person,)))
    return joining


@on(Admit)
def admit(draft: Draft, command: Admit) -> None:
    require_steering(draft.state, command.by)
    joining = _require_waiting(draft.state, command.person)
    asked = set(draft.state.members_here) - {command.by}
    missing = tuple(sorted(asked - joining.consents))
    if missing:
        raise Refusal(Refused(reason=Reason.CONSENT_MISSING, people=missing))
    draft.add(
        Admitted(
            **draft.stamp,
            person=command.person,
            by=command.by,
            belonging=joining.joins_as,
        )
    )


@on(TurnAway)
def turn_away(draft: Draft, command: TurnAway) -> None:
    require_steering(draft.state, command.by)
    _require_waiting(draft.state, command.person)
    draft.add(JoinDeclined(**draft.stamp, person=command.person))


@on(RemovePerson)
def remove_person(draft: Draft, command: RemovePerson) -> None:
    if not draft.state.belongs(command.person):
        return
    if command.by != ASKWELL:
        require_steering(draft.state, command.by)
        _require_guest(draft.state, command.person)
    draft.add(Removed(**draft.stamp, person=command.person, by=command.by))


def _require_guest(state: State, person: PersonId) -> None:
    member = state.people[person].belonging is Belonging.MEMBER
    if member or person == state.facilitator:
        raise Refusal(Refused(reason=Reason.ONLY_GUESTS_ARE_REMOVED, people=(person,)))
