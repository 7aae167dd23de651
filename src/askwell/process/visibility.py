"""What one person may see of a meeting: the same state, with the rest left out."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property

from askwell.process.change import change
from askwell.process.choices import Place
from askwell.process.listening import (
    Permission,
    Tallied,
    TurnRead,
    in_whole_steps,
)
from askwell.process.people import Casting, PersonId
from askwell.process.records import (
    Bid,
    Contribution,
    HelpSignal,
    Joining,
    Note,
    Pulse,
    Topic,
)
from askwell.process.state import State
from askwell.process.uses import SHARES

Viewer = PersonId | None
"""A person, or `None` for a screen that the whole room looks at."""


def view(state: State, viewer: Viewer) -> State:
    """The state with everything left out that is not for this viewer.

    Whoever does not belong sees how far the meeting is, and whether they are
    waiting to be let in. Decisions are never made on a view.
    """
    if viewer is not None and not state.belongs(viewer):
        return _from_outside(state, viewer)
    return change(
        state,
        bids={person: _bid(state, bid, viewer) for person, bid in state.bids.items()},
        contributions=_Contributions(state, viewer),
        topics={
            number: _topic(topic, viewer) for number, topic in state.topics.items()
        },
        notes={n: note for n, note in state.notes.items() if note.person == viewer},
        signals={
            number: signal
            for number, signal in state.signals.items()
            if sees(state, viewer, signal)
        },
        pulses={
            number: _pulse(pulse, viewer) for number, pulse in state.pulses.items()
        },
        joining={
            person: _joining(state, joining, viewer)
            for person, joining in state.joining.items()
        },
        permissions={
            use: _permission(state, each, viewer)
            for use, each in state.permissions.items()
        },
        turns_read=_turns_read(state, viewer),
        hints={p: heard for p, heard in state.hints.items() if p == viewer},
        hushed=frozenset(p for p in state.hushed if p == viewer),
        tallied=_tallied(state, viewer),
        met=state.met if _facilitates(state, viewer) else (),
        guided={p: on for p, on in state.guided.items() if p == viewer},
        tokens={},
    )


def _from_outside(state: State, viewer: PersonId) -> State:
    course = change(State().course, stage=state.stage, opened_at=state.course.opened_at)
    waiting = state.joining.get(viewer)
    joining = (
        {}
        if waiting is None
        else {viewer: change(waiting, consents=frozenset(), noted=frozenset())}
    )
    brief = change(state.brief, people=(), facilitator=None) if state.brief else None
    return State(head=state.head, brief=brief, course=course, joining=joining)


def sees(state: State, viewer: Viewer, thing: Contribution | Note | HelpSignal) -> bool:
    """Whether this viewer may know of this thing at all."""
    if viewer is not None and not state.belongs(viewer):
        return False
    match thing:
        case Note():
            return viewer == thing.person
        case HelpSignal():
            return _is_called(state, viewer, thing)
        case Contribution():
            return _hears(state, viewer, thing)


def _is_called(state: State, viewer: Viewer, signal: HelpSignal) -> bool:
    """Whoever facilitates; once seen, only who has seen it, should the role move."""
    if viewer == signal.person:
        return True
    if signal.acknowledged:
        return viewer == signal.seen_by
    return _facilitates(state, viewer)


def _facilitates(state: State, viewer: Viewer) -> bool:
    return viewer is not None and state.facilitates(viewer)


def _hears(state: State, viewer: Viewer, contribution: Contribution) -> bool:
    if contribution.taken_back:
        return False
    if viewer is not None and viewer in (contribution.person, contribution.noted_by):
        return True
    if contribution.hidden or _is_withdrawn(state, contribution):
        return False
    return not _is_for_presenter(state, contribution) or _keeps_list(
        state, viewer, contribution
    )


def _is_withdrawn(state: State, contribution: Contribution) -> bool:
    """What a presenter told of a topic that they have taken back."""
    topic = state.topics.get(contribution.slot) if contribution.slot else None
    if topic is None or not topic.withdrawn:
        return False
    return contribution.person == topic.presenter


def _is_for_presenter(state: State, contribution: Contribution) -> bool:
    phases = {phase.name: phase for phase in state.script.phases}
    phase = phases.get(contribution.phase)
    return phase is not None and phase.for_presenter


def _keeps_list(state: State, viewer: Viewer, contribution: Contribution) -> bool:
    """For the presenter, and for the secretary who writes it while the slot runs."""
    if viewer is None:
        return False
    runs = state.slot is not None and state.slot.number == contribution.slot
    writes = runs and state.parts.get(Casting.SECRETARY) == viewer
    return writes or _presents(state, viewer, contribution)


def _presents(state: State, viewer: Viewer, contribution: Contribution) -> bool:
    if viewer is None or contribution.slot is None:
        return False
    topic = state.topics.get(contribution.slot)
    return topic is not None and topic.presenter == viewer


class _Contributions(Mapping[int, Contribution]):
    """What was said, each as the viewer may see it; looked at only when asked for.

    Mostly a screen asks for the newest alone, and there may be hundreds.
    """

    def __init__(self, state: State, viewer: Viewer) -> None:
        self._state = state
        self._viewer = viewer

    def __getitem__(self, number: int) -> Contribution:
        return self._seen(self._state.contributions[number])

    def __iter__(self) -> Iterator[int]:
        return iter(self._state.contributions)

    def __len__(self) -> int:
        return len(self._state.contributions)

    def values(self) -> ValuesView[Contribution]:
        return self._all.values()

    def items(self) -> ItemsView[int, Contribution]:
        return self._all.items()

    @cached_property
    def _all(self) -> dict[int, Contribution]:
        everything = self._state.contributions.items()
        return {number: self._seen(each) for number, each in everything}

    def _seen(self, each: Contribution) -> Contribution:
        guarded = each.phase in self._listed or each.slot in self._withdrawn
        return _contribution(self._state, each, self._viewer, guarded=guarded)

    @cached_property
    def _listed(self) -> set[str]:
        phases = self._state.script.phases
        return {phase.name for phase in phases if phase.for_presenter}

    @cached_property
    def _withdrawn(self) -> set[int]:
        topics = self._state.topics.items()
        return {number for number, each in topics if each.withdrawn}


def _contribution(
    state: State, contribution: Contribution, viewer: Viewer, *, guarded: bool
) -> Contribution:
    plain = not (
        guarded
        or contribution.hidden
        or contribution.taken_back
        or contribution.kept
        or contribution.place is not Place.OPEN
    )
    if plain:
        return contribution
    if not _hears(state, viewer, contribution):
        return change(contribution, words=None, hidden=True)
    return _own_marks_only(state, contribution, viewer)


def _own_marks_only(
    state: State, contribution: Contribution, viewer: Viewer
) -> Contribution:
    """What the presenter has put aside or kept is not for everybody."""
    own = viewer == contribution.person
    presents = _presents(state, viewer, contribution)
    return change(
        contribution,
        place=contribution.place if presents else Place.OPEN,
        kept=contribution.kept and (presents or own),
    )


def _topic(topic: Topic, viewer: Viewer) -> Topic:
    """By which name its presenter keeps it is for nobody else."""
    if viewer == topic.presenter:
        return topic
    if topic.withdrawn:
        topic = change(topic, topic=None, question=None, worthwhile=None)
    return change(topic, topic_id=None) if topic.topic_id else topic


def _bid(state: State, bid: Bid, viewer: Viewer) -> Bid:
    """A topic taken back is no longer read in its bid either."""
    if viewer == bid.person:
        return bid
    bid = change(bid, topic_id=None) if bid.topic_id else bid
    topics = [each for each in state.topics.values() if each.presenter == bid.person]
    if not topics or not topics[-1].withdrawn:
        return bid
    return change(bid, headline=None)


def _pulse(pulse: Pulse, viewer: Viewer) -> Pulse:
    """One's own answer; of the others only the word that all together gave."""
    own = {person: value for person, value in pulse.answers.items() if person == viewer}
    return change(pulse, answers=own)


def _joining(state: State, joining: Joining, viewer: Viewer) -> Joining:
    """Who has consented is for the facilitator, and for each about themselves."""
    if _facilitates(state, viewer):
        return joining
    mine = frozenset({viewer} if viewer else ())
    return change(joining, consents=joining.consents & mine, noted=joining.noted & mine)


def _permission(state: State, permission: Permission, viewer: Viewer) -> Permission:
    """How many have said yes; who, each knows of themselves alone.

    Whoever facilitates also knows for whom, without a device, they have noted it.
    """
    shown = {viewer}
    if _facilitates(state, viewer):
        shown |= {p.person for p in state.people.values() if p.without_device}
    return change(permission, yes=permission.yes & shown)


def _turns_read(state: State, viewer: Viewer) -> tuple[TurnRead, ...]:
    """INV-20: for whoever facilitates, while the whole set lets the numbers be seen.

    In steps of some, and without their order, so that they say nothing about anyone.
    """
    if not _facilitates(state, viewer) or not state.allows(SHARES.name):
        return ()
    settled: list[TurnRead] = []
    for slot in state.slots:
        own = [each for each in state.turns_read if each.slot == slot.number]
        settled += sorted(own[: in_whole_steps(len(own))], key=lambda t: t.heard_as)
    return tuple(settled)


def _tallied(state: State, viewer: Viewer) -> tuple[Tallied, ...]:
    """For whoever facilitates; for all once it is shown, in steps and without order.

    A count that goes on after it was shown would tell of each turn whose it was.
    """
    if _facilitates(state, viewer):
        return state.tallied
    settled: list[Tallied] = []
    for slot in sorted(state.tallies_shown):
        own = state.tallied_in(slot)
        settled += sorted(own[: in_whole_steps(len(own))], key=lambda t: t.heard_as)
    return tuple(change(each, number=0, phase="") for each in settled)
