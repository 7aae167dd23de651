"""Decides on what is said, by whom, and whose turn it is (INV-4, 5, 6, 14)."""

from askwell.process.commands import (
    CheckAgreement,
    Contribute,
    GiveTurn,
    LowerHand,
    NoteAction,
    Pass,
    PlaceBid,
    RaiseHand,
    ReadStatements,
    RecordLearning,
    TakeBack,
)
from askwell.process.decide.draft import Draft, Refusal, refuse
from askwell.process.decide.guards import (
    noted_by,
    require_contribution,
    require_here,
    require_presenter,
    require_running,
    require_steering,
    require_voice,
    require_welcome,
    require_words,
    speaker_of,
    steers,
    words_of,
)
from askwell.process.decide.opening import place_bid
from askwell.process.decide.outcomes import note_action, record_learning
from askwell.process.decide.registry import on
from askwell.process.events import (
    AgreementChecked,
    Contributed,
    ContributionTakenBack,
    HandLowered,
    HandRaised,
    LearningTakenBack,
    Passed,
    StatementsRead,
    TurnGiven,
)
from askwell.process.kinds import ACTION, ANSWER, BID, KINDS, LEARNING, Family, Kind
from askwell.process.people import PersonId
from askwell.process.records import Contribution, Learning, PhaseNow
from askwell.process.refusals import Reason, Refused
from askwell.process.rounds import ended_by_going_on
from askwell.process.state import State

_KINDS = {kind.name: kind for kind in KINDS}

PERSONAL = frozenset({Family.OPENING, Family.OUTCOME, Family.REVIEW})
"""What nobody jots for somebody else who could do so."""
OWN_WORDS = frozenset({Family.STORY, Family.ANSWER, Family.PROCESS})
"""What may be noted as said; but nobody puts the words into another's mouth."""


@on(Contribute)
def contribute(draft: Draft, command: Contribute) -> None:
    kind = _KINDS.get(command.kind)
    if kind is None:
        raise Refusal(Refused(reason=Reason.NO_SUCH_THING, kind=command.kind))
    now = require_running(draft.state)
    require_voice(draft.state, command.by)
    if kind is ACTION:
        note_action(draft, _as_action(command))
    elif kind is LEARNING:
        record_learning(draft, _as_learning(command))
    elif kind is BID:
        place_bid(draft, _as_bid(command))
    else:
        _contribute(draft, command, kind, now)


def _as_action(command: Contribute) -> NoteAction:
    return NoteAction(
        by=command.by,
        token=command.token,
        speaker=command.speaker,
        words=require_words(command.words),
    )


def _as_learning(command: Contribute) -> RecordLearning:
    return RecordLearning(
        by=command.by,
        token=command.token,
        speaker=command.speaker,
        words=command.words,
    )


def _as_bid(command: Contribute) -> PlaceBid:
    return PlaceBid(
        by=command.by,
        token=command.token,
        speaker=command.speaker,
        headline=command.words,
    )


def _contribute(draft: Draft, command: Contribute, kind: Kind, now: PhaseNow) -> None:
    state = draft.state
    speaker = _speaker(state, command, kind)
    require_welcome(state, speaker, kind)
    if kind is ANSWER:
        _require_question(state, command, speaker)
    draft.add(
        Contributed(
            **draft.stamp,
            person=speaker,
            noted_by=noted_by(command),
            kind=kind.name,
            words=_words(state, command),
            phase=now.name,
            slot=now.slot,
            to=_to(state, command),
            hidden=_is_hidden(state),
        )
    )
    _take_hand_down(draft, speaker, noted_by(command))


def _take_hand_down(draft: Draft, person: PersonId, noter: PersonId | None) -> None:
    """Whoever has spoken waits no longer."""
    if any(hand.person == person for hand in draft.state.hands):
        draft.add(HandLowered(**draft.stamp, person=person, noted_by=noter))


def _speaker(state: State, command: Contribute, kind: Kind) -> PersonId:
    """Anybody may jot what somebody here said; what is personal stays personal."""
    worded = kind.family in OWN_WORDS and words_of(command.words) is not None
    if worded or kind.family in PERSONAL or _is_hidden(state):
        return speaker_of(state, command)
    speaker = command.speaker or command.by
    require_here(state, speaker)
    return speaker


def _require_question(state: State, command: Contribute, speaker: PersonId) -> None:
    """INV-4: a member's answer is to a question that somebody else has put."""
    if speaker == state.presenter:
        return
    asked = state.contributions.get(command.to) if command.to else None
    if asked is None or not _KINDS[asked.kind].is_question or asked.person == speaker:
        raise Refusal(Refused(reason=Reason.KIND_NOT_NOW, kind=ANSWER.name))


def _is_hidden(state: State) -> bool:
    phase = state.phase_in_script
    return phase is not None and phase.hidden_until_read


def _words(state: State, command: Contribute) -> str | None:
    words = words_of(command.words)
    phase = state.phase_in_script
    if words and phase and phase.spoken_only:
        raise Refusal(Refused(reason=Reason.SPOKEN_ONLY, phase=phase.name))
    return words


def _to(state: State, command: Contribute) -> int | None:
    if command.to is None:
        return None
    answered = require_contribution(state, command.to)
    if state.phase is None or answered.slot != state.phase.slot:
        raise refuse(Reason.NO_SUCH_THING)
    return answered.number


@on(TakeBack)
def take_back(draft: Draft, command: TakeBack) -> None:
    require_running(draft.state)
    for learning in draft.state.learnings:
        if learning.number == command.contribution:
            _require_author(command, learning)
            draft.add(
                LearningTakenBack(
                    **draft.stamp, person=command.by, learning=learning.number
                )
            )
            return
    contribution = require_contribution(draft.state, command.contribution)
    _require_author(command, contribution)
    draft.add(
        ContributionTakenBack(
            **draft.stamp, person=command.by, contribution=contribution.number
        )
    )


def _require_author(command: TakeBack, said: Contribution | Learning) -> None:
    if command.by not in (said.person, said.noted_by):
        raise Refusal(Refused(reason=Reason.ONLY_AUTHOR, people=(said.person,)))


@on(Pass)
def let_pass(draft: Draft, command: Pass) -> None:
    """INV-22: a question needs no answer, and a turn need not be taken."""
    now = require_running(draft.state)
    person = speaker_of(draft.state, command)
    require_voice(draft.state, person)
    if command.contribution is not None:
        require_presenter(draft.state, person)
        if require_contribution(draft.state, command.contribution).passed:
            return
    draft.add(
        Passed(
            **draft.stamp,
            person=person,
            noted_by=noted_by(command),
            contribution=command.contribution,
            phase=now.name,
            slot=now.slot,
        )
    )


@on(RaiseHand)
def raise_hand(draft: Draft, command: RaiseHand) -> None:
    person = speaker_of(draft.state, command)
    require_voice(draft.state, person)
    if any(hand.person == person for hand in draft.state.hands):
        return
    draft.add(HandRaised(**draft.stamp, person=person, noted_by=noted_by(command)))


@on(LowerHand)
def lower_hand(draft: Draft, command: LowerHand) -> None:
    person = command.speaker or command.by
    if person != command.by and not steers(draft.state, command.by):
        raise Refusal(Refused(reason=Reason.NOT_FOR_ANOTHER, people=(person,)))
    _take_hand_down(draft, person, noted_by(command))


@on(GiveTurn)
def give_turn(draft: Draft, command: GiveTurn) -> None:
    """The queue proposes who has spoken least; the facilitator may choose."""
    require_running(draft.state)
    require_steering(draft.state, command.by)
    if command.person is not None:
        require_voice(draft.state, command.person)
    if command.person == draft.state.course.floor:
        return
    draft.add(
        TurnGiven(
            **draft.stamp,
            person=command.by,
            step=draft.next_number,
            to=command.person,
            ends=ended_by_going_on(draft.state, command.person),
        )
    )


@on(ReadStatements)
def read_statements(draft: Draft, command: ReadStatements) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    if not any(each.hidden for each in draft.state.contributions_in(now.slot)):
        raise refuse(Reason.ALREADY_READ_ALOUD)
    draft.add(StatementsRead(**draft.stamp, person=command.by, slot=now.slot))


@on(CheckAgreement)
def check_agreement(draft: Draft, command: CheckAgreement) -> None:
    now = require_running(draft.state)
    require_steering(draft.state, command.by)
    draft.add(
        AgreementChecked(
            **draft.stamp, person=command.by, agreed=command.agreed, slot=now.slot
        )
    )
