"""Makes up whole closed meetings as logs of events, by seed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from askwell.process.choices import ActionStatus, HeardAs
from askwell.process.commands import (
    AgreeContract,
    AgreeNextMeeting,
    Allow,
    Arrive,
    CheckIn,
    ChooseOrder,
    Close,
    Convene,
    DeclineSlot,
    Open,
    PlaceBid,
    RecordLearning,
    ReportBack,
    ShowTally,
    SkipPhase,
    Tally,
)
from askwell.process.people import PersonId
from askwell.process.rotation import propose
from askwell.process.uses import SHARES
from askwell.web.demo.year import phrases
from askwell.web.demo.year.phrases import say
from askwell.web.demo.year.plan import Manner
from askwell.web.demo.year.room import Room
from askwell.web.demo.year.slots import PHASES

AHEAD, ARRIVING = timedelta(days=1), timedelta(minutes=5)
MOST_SLOTS, MOST_BIDS = 3, 4
LAST = "learning_round"
STATUSES, WEIGHTS = (
    (
        ActionStatus.DONE,
        ActionStatus.PARTLY,
        ActionStatus.CHANGED,
        ActionStatus.NOT_YET,
        ActionStatus.DROPPED,
    ),
    (50, 20, 10, 15, 5),
)
HEARD = (
    HeardAs.OPEN_QUESTION,
    HeardAs.CLOSED_QUESTION,
    HeardAs.LEADING_QUESTION,
    HeardAs.ADVICE,
    HeardAs.REFLECTION,
)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What somebody would bring, by the name under which they keep it."""

    headline: str
    topic_id: str


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """All that is settled before a meeting begins."""

    name: str
    convene: Convene
    starts_at: datetime
    manner: Manner
    subjects: Mapping[PersonId, Subject]
    counts_turns: bool = False
    next_at: datetime | None = None


def hold(occasion: Occasion, *, chance: Random) -> Room:
    """From the convening to the close; the room holds its events and its state."""
    room = Room(name=occasion.name, chance=chance, now=occasion.starts_at - AHEAD)
    room.do(occasion.convene)
    _gather(room, occasion)
    while room.phase != LAST:
        _PHASES[room.phase](room, occasion)
    _learning_round(room, occasion)
    _close(room, occasion)
    return room


def _gather(room: Room, occasion: Occasion) -> None:
    """Most come; at least four members do, or it would be no meeting."""
    brief = occasion.convene.brief
    room.now = occasion.starts_at - ARRIVING
    members = [one.person for one in brief.people if one.person != brief.facilitator]
    come = [one for one in members if room.happens(occasion.manner.comes)]
    missing = [one for one in members if one not in come]
    come += missing[: max(0, 4 - len(come))]
    for who in (*((brief.facilitator,) if brief.facilitator else ()), *come):
        room.do(Arrive(by=who, token=room.token()))
        room.wait(seconds=30)
    version = room.state.contract_version
    for who in room.state.contract_waits_for:
        room.do(AgreeContract(by=who, token=room.token(), version=version))
    room.now = occasion.starts_at
    room.do(Open(by=brief.facilitator or come[0], token=room.token()))


def _check_in(room: Room, occasion: Occasion) -> None:
    for who in room.state.members_here:
        room.do(CheckIn(by=who, token=room.token()))
        room.wait(seconds=60)
    if occasion.counts_turns:
        for who in room.state.here:
            command = Allow(by=who, token=room.token(), use=SHARES.name, allows=True)
            room.do(command)
    room.go_on()


def _report_backs(room: Room, occasion: Occasion) -> None:
    mine = [each for each in room.state.open_actions if room.state.is_here(each.owner)]
    if not mine or room.happens(0.3 - 0.3 * occasion.manner.acts):
        reason = say(phrases.WHY_LEFT_OUT, room.chance)
        number = room.state.phase_number
        left_out = SkipPhase(
            by=room.chair, token=room.token(), expected_phase=number, reason=reason
        )
        room.do(left_out)
        return
    for action in mine:
        _report_back(room, occasion, action.owner, action.number)
    room.go_on()


def _report_back(room: Room, occasion: Occasion, owner: PersonId, number: int) -> None:
    (status,) = room.chance.choices(STATUSES, weights=WEIGHTS)
    began = status is not ActionStatus.NOT_YET
    learns = began and room.happens(occasion.manner.learns)
    told = ReportBack(
        by=owner,
        token=room.token(),
        action=number,
        status=status,
        did=say(phrases.DID, room.chance) if began else None,
        happened=say(phrases.HAPPENED, room.chance) if began else None,
        learned=say(phrases.LEARNED, room.chance) if learns else None,
        still_open=None if began else say(phrases.STILL_OPEN, room.chance),
    )
    room.do(told)
    room.wait(seconds=150)


def _bids(room: Room, occasion: Occasion) -> None:
    willing = [one for one in room.others if one in occasion.subjects]
    for who in room.chance.sample(willing, min(MOST_BIDS, len(willing))):
        subject = occasion.subjects[who]
        bid = PlaceBid(
            by=who,
            token=room.token(),
            headline=subject.headline,
            urgency=room.chance.choice((1, 1, 2, 2, 3)),
            topic_id=subject.topic_id,
        )
        room.do(bid)
        room.wait(seconds=40)
    if not willing:
        for who in room.others[MOST_SLOTS:]:
            room.do(DeclineSlot(by=who, token=room.token()))
    _choose_order(room)
    room.go_on()


def _choose_order(room: Room) -> None:
    turns = [each for each in propose(room.state) if each.person != room.chair]
    order = tuple(turn.person for turn in turns[: room.chance.choice((2, 2, 3))])
    chosen = ChooseOrder(
        by=room.chair,
        token=room.token(),
        expected_phase=room.state.phase_number,
        order=order,
    )
    room.do(chosen)


def _tally(room: Room, occasion: Occasion) -> None:
    """Whoever facilitates counts some turns of the slot, and shows what they were."""
    told = 1 - occasion.manner.opens
    weights = (occasion.manner.opens * 8, 2, told * 3, told * 4, 1)
    for heard_as in room.chance.choices(HEARD, weights=weights, k=6):
        room.do(Tally(by=room.chair, token=room.token(), heard_as=heard_as))
    if room.state.slot:
        number = room.state.slot.number
        room.do(ShowTally(by=room.chair, token=room.token(), slot=number))


def _slot_phase(room: Room, occasion: Occasion) -> None:
    """A phase of a slot; once time is up, nobody else presents."""
    if room.phase == "reflect_and_act" and room.state.allows(SHARES.name):
        _tally(room, occasion)
    PHASES[room.phase](room, occasion.manner)
    room.go_on()


def _learning_round(room: Room, occasion: Occasion) -> None:
    for who in room.state.members_here:
        if room.happens(occasion.manner.learns):
            words = say(phrases.LEARNINGS, room.chance)
            room.do(RecordLearning(by=who, token=room.token(), words=words))
            room.wait(seconds=30)
    room.wait(seconds=120)


def _close(room: Room, occasion: Occasion) -> None:
    if occasion.next_at:
        when = occasion.next_at
        agreed = AgreeNextMeeting(by=room.chair, token=room.token(), meets_at=when)
        room.do(agreed)
    number = room.state.phase_number
    room.do(Close(by=room.chair, token=room.token(), expected_phase=number))


_PHASES: Mapping[str, Callable[[Room, Occasion], None]] = {
    "check_in": _check_in,
    "report_backs": _report_backs,
    "bids": _bids,
    **dict.fromkeys(PHASES, _slot_phase),
}
