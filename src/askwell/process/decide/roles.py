"""Decides on who facilitates, who plays which part, and who needs help (INV-14)."""

from datetime import datetime, timedelta

from askwell.process.commands import (
    AcknowledgeHelp,
    Cast,
    HandOver,
    NameCoFacilitator,
    NominateFacilitator,
    SignalHelp,
    SwitchRole,
    TakeBackRole,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    require_member,
    require_steering,
    require_voice,
    words_of,
)
from askwell.process.decide.registry import on
from askwell.process.events import (
    CoFacilitatorNamed,
    FacilitatorAppointed,
    FacilitatorNominated,
    HelpAcknowledged,
    HelpSignalled,
    PartGiven,
    RoleHandedOver,
    RoleSwitched,
    RoleTakenBack,
)
from askwell.process.people import PersonId
from askwell.process.records import Nomination
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State

GONE_LONG_ENOUGH = timedelta(minutes=2)
VOICES_TO_APPOINT = 2


@on(HandOver)
def hand_over(draft: Draft, command: HandOver) -> None:
    """The role is given, never seized."""
    _require_role(draft.state, command.by)
    if command.to == command.by:
        return
    _require_able(draft.state, command.to)
    draft.add(RoleHandedOver(**draft.stamp, person=command.by, to=command.to))


def _require_role(state: State, person: PersonId) -> None:
    if person != state.facilitator:
        people = (state.facilitator,) if state.facilitator else ()
        raise Refusal(Refused(reason=Reason.ONLY_FACILITATOR, people=people))


def _require_able(state: State, person: PersonId) -> None:
    require_voice(state, person)
    if person == state.presenter:
        people = (person,)
        raise Refusal(Refused(reason=Reason.PRESENTER_CANNOT_FACILITATE, people=people))


@on(TakeBackRole)
def take_back_role(draft: Draft, command: TakeBackRole) -> None:
    if command.by != draft.state.handed_over_by:
        raise refuse(Reason.ROLE_NOT_YOURS)
    _require_able(draft.state, command.by)
    draft.add(RoleTakenBack(**draft.stamp, person=command.by))


@on(NameCoFacilitator)
def name_co_facilitator(draft: Draft, command: NameCoFacilitator) -> None:
    state = draft.state
    _require_role(state, command.by)
    if command.shares:
        require_voice(state, command.person)
    already = command.person in state.co_facilitators
    if command.person == command.by or already == command.shares:
        return
    draft.add(
        CoFacilitatorNamed(
            **draft.stamp,
            person=command.by,
            co_facilitator=command.person,
            shares=command.shares,
        )
    )


@on(NominateFacilitator)
def nominate_facilitator(draft: Draft, command: NominateFacilitator) -> None:
    require_member(draft.state, command.by)
    _require_able(draft.state, command.person)
    _require_gone(draft.state, command.gone_since, at=draft.at)
    voice = draft.state.nominations.get(command.by)
    if voice is None or not _counts(voice, command, at=draft.at):
        draft.add(
            FacilitatorNominated(
                **draft.stamp, person=command.by, nominee=command.person
            )
        )
    if _is_carried(draft.state, command, at=draft.at):
        draft.add(FacilitatorAppointed(**draft.stamp, person=command.person))


def _require_gone(state: State, gone_since: datetime | None, *, at: datetime) -> None:
    if state.facilitator is None:
        return
    left_at = state.people[state.facilitator].left_at
    gone = [since for since in (gone_since, left_at) if since is not None]
    if gone and at - min(gone) >= GONE_LONG_ENOUGH:
        return
    raise Refusal(
        Refused(
            reason=Reason.FACILITATOR_IS_HERE,
            people=(state.facilitator,),
            until=min(gone) + GONE_LONG_ENOUGH if gone else None,
        )
    )


def _is_carried(state: State, command: NominateFacilitator, *, at: datetime) -> bool:
    able = [person for person in state.members_here if person != state.facilitator]
    voices = sum(
        person in able and _counts(voice, command, at=at)
        for person, voice in state.nominations.items()
    )
    return voices >= min(VOICES_TO_APPOINT, len(able))


def _counts(voice: Nomination, command: NominateFacilitator, *, at: datetime) -> bool:
    """A voice from before the facilitator was last here says nothing about now."""
    earlier = command.gone_since is not None and voice.at < command.gone_since
    return voice.stands(command.person, at=at) and not earlier


@on(SwitchRole)
def switch_role(draft: Draft, command: SwitchRole) -> None:
    _require_role(draft.state, command.by)
    if draft.state.facilitator_as_member == command.as_member:
        return
    draft.add(
        RoleSwitched(**draft.stamp, person=command.by, as_member=command.as_member)
    )


@on(Cast)
def cast(draft: Draft, command: Cast) -> None:
    require_steering(draft.state, command.by)
    require_voice(draft.state, command.person)
    if draft.state.parts.get(command.part) == command.person:
        return
    draft.add(
        PartGiven(
            **draft.stamp, person=command.by, part=command.part, to=command.person
        )
    )


@on(SignalHelp)
def signal_help(draft: Draft, command: SignalHelp) -> None:
    draft.add(
        HelpSignalled(
            **draft.stamp,
            person=command.by,
            wanted=command.wanted,
            words=words_of(command.words),
        )
    )


@on(AcknowledgeHelp)
def acknowledge_help(draft: Draft, command: AcknowledgeHelp) -> None:
    if not draft.state.facilitates(command.by):
        raise refuse(Reason.ONLY_FACILITATOR)
    signal = draft.state.signals.get(command.signal)
    if signal is None:
        raise refuse(Reason.NO_SUCH_THING)
    if not signal.acknowledged:
        draft.add(
            HelpAcknowledged(**draft.stamp, person=command.by, signal=signal.number)
        )
