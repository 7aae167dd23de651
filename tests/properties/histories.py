"""Meetings in which people do anything at all, in any order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.facilitation.interventions import Trigger
from askwell.process import FORMATS, KINDS, propose
from askwell.process import commands as ask
from askwell.process.brief import Brief
from askwell.process.choices import (
    ActionStatus,
    HeardAs,
    HelpWanted,
    LearningAbout,
    Outcome,
    Place,
    TopicType,
)
from askwell.process.commands import Command
from askwell.process.listening import Turn
from askwell.process.people import ASKWELL, Belonging, Casting
from askwell.process.uses import USES
from process.room import FACILITATOR, Room, action, attendee, brief, convened

SET = ("ana", "ben", "chloe", "dev")
CAST = (FACILITATOR, *SET, "zuri", "eve")
"""Of these, zuri and eve do not belong to the set."""
CARRIED = (action("ana"), action("dev", "Write to the board", name="a2"))
DOERS = (FACILITATOR, *SET, *SET, *SET, *SET, "zuri")


@dataclass(frozen=True)
class Deed:
    """Somebody does something, to something, after some seconds."""

    act: str
    who: int
    what: int
    seconds: int

    @property
    def person(self) -> str:
        return DOERS[self.who % len(DOERS)]

    @property
    def other(self) -> str:
        return DOERS[self.what % len(DOERS)]

    def pick(self, things: Any) -> Any:
        """One of the things, or something that does not exist."""
        choices = [*things, None]
        return choices[self.what % len(choices)]

    def number(self, things: Any) -> int:
        """Mostly one of the things, the latest oftenest."""
        choices = [*things] or [9999]
        if self.what % 13 == 0:
            return 9999
        return choices[-1] if self.what % 2 else choices[self.what % len(choices)]

    def choice(self, of: Any) -> Any:
        choices = list(of)
        return choices[self.what % len(choices)]


Details = Callable[[Room, Deed], dict[str, Any]]


def nothing(_room: Room, _deed: Deed) -> dict[str, Any]:
    return {}


def order(room: Room, deed: Deed) -> dict[str, Any]:
    people = tuple(turn.person for turn in propose(room.state)) or SET[:2]
    turned = people[::-1] if deed.what % 2 else people
    return {"order": turned, "reason": "So we agreed." if deed.what % 3 else None}


def contribution(room: Room, deed: Deed) -> dict[str, Any]:
    phase = room.state.phase_in_script
    offered = [
        kind.name
        for role in room.state.roles(deed.person)
        for kind in (phase.offered(role) if phase else ())
    ]
    likely = deed.what % 4 and offered
    kinds = offered if likely else [kind.name for kind in KINDS]
    answered = list(room.state.contributions)
    return {
        "kind": kinds[deed.what % len(kinds)],
        "words": f"Words {deed.what}" if deed.what % 5 else None,
        "to": answered[-1] if answered and deed.what % 7 == 0 else None,
        "speaker": deed.other if deed.what % 6 == 0 else None,
    }


def of_contribution(room: Room, deed: Deed) -> dict[str, Any]:
    return {"contribution": deed.number(room.state.contributions)}


def of_action(room: Room, deed: Deed) -> dict[str, Any]:
    return {"action": deed.number(room.state.actions)}


def reason(_room: Room, deed: Deed) -> dict[str, Any]:
    return {"reason": "For want of time." if deed.what % 2 else None}


def speaker(_room: Room, deed: Deed) -> dict[str, Any]:
    return {"speaker": deed.other if deed.what % 4 == 0 else None}


def person(_room: Room, deed: Deed) -> dict[str, Any]:
    return {"person": deed.other}


def joiner(room: Room, deed: Deed) -> dict[str, Any]:
    return {"person": deed.pick(room.state.joining) or deed.other}


def facts(room: Room, deed: Deed) -> dict[str, Any]:
    """As before, or somebody has left the set, or its contract was reworded."""
    told = room.state.brief
    people = told.people if deed.what % 3 else told.people[:-1]
    version = told.contract_version + (deed.what % 5 == 0)
    return {
        "brief": replace(told, people=people, contract_version=version),
        "open_actions": CARRIED,
        "improvement": "Fewer words." if deed.what % 2 else None,
        "improvement_by": "ana",
    }


ACTS: dict[type[Command], Details] = {
    ask.Rebrief: facts,
    ask.Open: nothing,
    ask.Close: reason,
    ask.Reopen: nothing,
    ask.Undo: nothing,
    ask.Arrive: nothing,
    ask.Leave: speaker,
    ask.IncludePerson: person,
    ask.AskToJoin: lambda _, deed: {"joins_as": deed.choice(Belonging)},
    ask.Consent: lambda room, deed: {
        **joiner(room, deed),
        "consents": bool(deed.what % 15),
    },
    ask.Admit: joiner,
    ask.TurnAway: joiner,
    ask.RemovePerson: person,
    ask.AgreeContract: lambda room, deed: {
        **speaker(room, deed),
        "version": room.state.contract_version + (deed.what % 9 == 0),
    },
    ask.CheckIn: speaker,
    ask.ReportBack: lambda room, deed: {
        **of_action(room, deed),
        "status": deed.choice(ActionStatus),
        "happened": "It happened.",
        "learned": "I learned." if deed.what % 2 else None,
    },
    ask.PlaceBid: lambda _, deed: {
        "headline": f"Headline {deed.what}",
        "urgency": deed.what % 4,
        "topic_type": deed.choice(TopicType),
        "topic_id": "a topic of their own" if deed.what % 3 else None,
    },
    ask.WithdrawBid: nothing,
    ask.DeclineSlot: nothing,
    ask.ChooseOrder: order,
    ask.BeginSlot: lambda room, deed: {
        "presenter": deed.other,
        **reason(room, deed),
    },
    ask.NextPhase: nothing,
    ask.PreviousPhase: nothing,
    ask.SkipPhase: lambda _, deed: {"reason": "No need." if deed.what % 4 else ""},
    ask.EnterClosing: reason,
    ask.Pause: lambda _, deed: {"minutes": deed.what % 70 or None},
    ask.Resume: nothing,
    ask.Extend: lambda _, deed: {"minutes": 5 * (deed.what % 3)},
    ask.StateTopic: lambda _, deed: {"topic": f"Topic {deed.what}"},
    ask.WithdrawTopic: nothing,
    ask.StopSlot: nothing,
    ask.MarkOutcome: lambda _, deed: {"outcome": deed.choice(Outcome)},
    ask.Contribute: contribution,
    ask.TakeBack: of_contribution,
    ask.Pass: lambda room, deed: {
        "contribution": deed.pick(room.state.contributions),
    },
    ask.RaiseHand: speaker,
    ask.LowerHand: speaker,
    ask.GiveTurn: person,
    ask.Star: of_contribution,
    ask.PutAside: lambda room, deed: {
        **of_contribution(room, deed),
        "place": deed.choice(Place),
    },
    ask.Keep: of_contribution,
    ask.NoteAction: lambda room, deed: {
        "words": f"Action {deed.what}",
        "due_on": date(2026, 4, 1),
        **speaker(room, deed),
    },
    ask.ChangeAction: lambda room, deed: {
        **of_action(room, deed),
        "words": f"Another action {deed.what}",
    },
    ask.DropAction: of_action,
    ask.RecordLearning: lambda _, deed: {
        "words": f"Learning {deed.what}",
        "about": deed.choice(LearningAbout),
    },
    ask.GiveReview: lambda room, deed: {
        "helpful": deed.pick(room.state.contributions),
        "try_next": "Fewer words." if deed.what % 2 else None,
    },
    ask.AgreeNextMeeting: lambda _, deed: {"host": deed.other},
    ask.OpenPulse: lambda _, deed: {"about": "safety"},
    ask.AnswerPulse: lambda room, deed: {
        "pulse": deed.number(room.state.pulses),
        "value": deed.what % 8,
    },
    ask.ClosePulse: lambda room, deed: {"pulse": deed.number(room.state.pulses)},
    ask.WriteNote: lambda room, deed: {
        "words": f"A note by {deed.person}",
        "note": deed.pick(room.state.notes) if deed.what % 4 == 0 else None,
    },
    ask.HandOver: lambda _, deed: {"to": deed.other},
    ask.TakeBackRole: nothing,
    ask.NameCoFacilitator: lambda _, deed: {
        "person": deed.other,
        "shares": bool(deed.what % 3),
    },
    ask.NominateFacilitator: lambda room, deed: {
        "person": deed.other,
        "gone_since": room.at - timedelta(minutes=deed.what % 5),
    },
    ask.SwitchRole: lambda _, deed: {"as_member": bool(deed.what % 2)},
    ask.Cast: lambda _, deed: {"part": deed.choice(Casting), "person": deed.other},
    ask.SignalHelp: lambda _, deed: {
        "wanted": deed.choice(HelpWanted),
        "words": f"A call by {deed.person}",
    },
    ask.AcknowledgeHelp: lambda room, deed: {
        "signal": deed.number(room.state.signals),
    },
    ask.ReadStatements: nothing,
    ask.CheckAgreement: lambda _, deed: {"agreed": bool(deed.what % 2)},
    ask.Allow: lambda room, deed: {
        **speaker(room, deed),
        "use": deed.choice(USES).name if deed.what % 9 else "nothing of the kind",
        "allows": bool(deed.what % 7),
    },
    ask.OpenCaptions: nothing,
    ask.CloseCaptions: nothing,
    ask.Hear: lambda _, deed: {
        "turns": (
            Turn(person=deed.other, heard_as=deed.choice(HeardAs)),
            Turn(person=None, heard_as=HeardAs.ADVICE),
        )
    },
    ask.HushCoach: nothing,
    ask.Tally: lambda _, deed: {"heard_as": deed.choice(HeardAs)},
    ask.UndoTally: nothing,
    ask.ShowTally: lambda room, deed: {
        "slot": deed.number(room.state.topics),
        "shows": bool(deed.what % 3),
    },
    ask.MeetMoment: lambda _, deed: {
        "trigger": deed.choice(Trigger),
        "about": deed.other if deed.what % 2 else None,
        "said": bool(deed.what % 3),
    },
    ask.SwitchGuide: lambda _, deed: {"on": bool(deed.what % 2)},
}

BY_NAME = {act.__name__: act for act in ACTS}
OFTEN = (
    *(ask.NextPhase,) * 8,
    *(ask.Contribute,) * 12,
    *(ask.Consent,) * 6,
    *(ask.Admit,) * 4,
    *(ask.BeginSlot,) * 3,
    *(ask.AnswerPulse,) * 3,
    *(ask.Allow,) * 3,
    *(ask.Tally,) * 2,
    ask.PlaceBid,
    ask.ReportBack,
    ask.GiveReview,
)
RARE = {ask.Close, ask.EnterClosing, ask.StopSlot, ask.WithdrawTopic, ask.TurnAway}
FROM_OUTSIDE = {ask.AskToJoin, ask.Arrive}
BY_THE_PRESENTER = {
    ask.Star,
    ask.PutAside,
    ask.Keep,
    ask.NoteAction,
    ask.StateTopic,
    ask.MarkOutcome,
    ask.Extend,
    ask.StopSlot,
    ask.WithdrawTopic,
}
STEERING = {act for act in ACTS if issubclass(act, ask.Step)} | {
    ask.Admit,
    ask.Cast,
    ask.GiveTurn,
    ask.HandOver,
    ask.IncludePerson,
    ask.AcknowledgeHelp,
    ask.ClosePulse,
    ask.CheckAgreement,
    ask.NameCoFacilitator,
    ask.RemovePerson,
    ask.SwitchRole,
    ask.OpenPulse,
    ask.Pause,
    ask.Resume,
    ask.Reopen,
    ask.ReadStatements,
    ask.Tally,
    ask.UndoTally,
    ask.ShowTally,
    ask.MeetMoment,
    ask.SwitchGuide,
}


def deeds() -> st.SearchStrategy[Deed]:
    return st.builds(
        Deed,
        act=st.sampled_from([act.__name__ for act in (*ACTS, *OFTEN)]),
        who=st.integers(0, 29),
        what=st.integers(0, 210),
        seconds=st.sampled_from([0, 5, 40, 70, 400]),
    )


def briefs() -> st.SearchStrategy[Brief]:
    return st.builds(
        lambda fmt, agreed: brief(
            *(attendee(person, agreed=agreed or person != "dev") for person in SET),
            format=fmt.name,
        ),
        st.sampled_from(FORMATS),
        st.booleans(),
    )


@dataclass(frozen=True)
class History:
    """What a meeting begins with, and everything people then try to do.

    `ahead` is how many phases have passed in good order before they begin; with
    loose `ends` somebody waits at the door, and somebody has yet to agree.
    """

    brief: Brief
    ahead: int
    ends: bool
    deeds: list[Deed]

    def room(self) -> Room:
        """Before people do anything that comes to their minds."""
        room = convened(self.brief, open_actions=CARRIED)
        if self.ahead:
            _begin_in_good_order(room)
        if self.ends:
            room.ask(ask.AskToJoin, "zuri")
            room.ask(ask.Consent, "ana", person="zuri", consents=True)
        for _ in range(1, self.ahead):
            room.wait(2)
            room.ask(ask.NextPhase, FACILITATOR)
        return room

    def lived(self) -> Room:
        """After everybody has done what they would."""
        room = self.room()
        for deed in self.deeds:
            perform(room, deed)
        return room


def _begin_in_good_order(room: Room) -> None:
    for someone in (FACILITATOR, *SET):
        room.ask(ask.Arrive, someone)
    room.ask(ask.Open, FACILITATOR)
    people = tuple(turn.person for turn in propose(room.state))
    room.ask(ask.ChooseOrder, FACILITATOR, order=people[:2])


def command_of(room: Room, deed: Deed) -> Command:
    act = BY_NAME[deed.act]
    if act in RARE and deed.what % 3:
        act = ask.NextPhase
    by = deed.person
    if act in FROM_OUTSIDE and deed.who % 2:
        by = "zuri"
    if act is ask.ReportBack and room.state.open_actions:
        by = room.state.open_actions[0].owner
    if act in STEERING and deed.who % 5:
        by = room.state.facilitator or by
    if act in BY_THE_PRESENTER and deed.who % 3:
        by = room.state.presenter or by
    if room.state.belongs(by) and not room.state.is_here(by) and deed.what % 3:
        act = ask.Arrive
    if act is ask.Rebrief:
        by = ASKWELL
    return room.command(act, by, **ACTS[act](room, deed))


def perform(room: Room, deed: Deed) -> Any:
    room.at += timedelta(seconds=deed.seconds)
    return room.post(command_of(room, deed))


def histories(*, least: int = 12, most: int = 50) -> st.SearchStrategy[History]:
    short = st.lists(deeds(), min_size=least, max_size=most)
    return st.builds(
        History,
        brief=briefs(),
        ahead=st.integers(0, 20),
        ends=st.booleans(),
        deeds=st.one_of(short, st.integers(0, 10_000).map(long_and_mixed)),
    )


def long_and_mixed(seed: int) -> list[Deed]:
    """More than Hypothesis would think of by itself; the same for the same seed."""
    chance = Random(seed)
    acts = [act.__name__ for act in (*ACTS, *OFTEN)]
    return [
        Deed(
            act=chance.choice(acts),
            who=chance.randrange(30),
            what=chance.randrange(210),
            seconds=chance.choice([0, 5, 40, 70, 400]),
        )
        for _ in range(200)
    ]


def in_every_history(holds: Callable[[History], None]) -> Callable[[], None]:
    """Tries a property in many histories; shorter ones are shown if it fails."""
    patient = settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return patient(given(histories())(holds))
