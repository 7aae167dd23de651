"""Nothing of the coach is on in a room without everybody's yes (INV-20)."""

from collections.abc import Iterator

from askwell.process import EMPTY, Refused, evolve, view
from askwell.process import events as happened
from askwell.process.choices import Stage
from askwell.process.commands import Allow
from askwell.process.events import Event
from askwell.process.listening import IN_STEPS_OF
from askwell.process.state import State
from askwell.process.uses import CAPTIONS, SHARES, USES
from process.room import Room
from properties.histories import CAST, History, in_every_history


def all_say_yes(room: Room) -> None:
    for use in USES:
        for person in room.state.here:
            room.ask(Allow, person, use=use.name, allows=True)


def willing(history: History) -> Room:
    """As it was lived, and then everybody here is willing."""
    room = history.lived()
    all_say_yes(room)
    return room


def steps(log: list[Event]) -> Iterator[tuple[State, Event, State]]:
    before = EMPTY
    for event in log:
        after = evolve(before, event)
        yield before, event, after
        before = after


@in_every_history
def test_what_is_on_everybody_here_has_said_yes_to_since_they_came(history: History):
    """INV-20."""
    said: dict[str, set[str]] = {use.name: set() for use in USES}
    for _, event, after in steps(willing(history).log):
        if isinstance(event, happened.UseAsked):
            said[event.use] = {event.person}
        elif isinstance(event, happened.UseAllowed):
            said[event.use].add(event.person)
        elif isinstance(event, happened.UseEnded):
            said[event.use] = set()
        elif isinstance(event, happened.Arrived | happened.Left | happened.Removed):
            for willing_ones in said.values():
                willing_ones.discard(event.person)
        for use in USES:
            if after.allows(use.name):
                assert set(after.here) <= said[use.name]


@in_every_history
def test_a_single_no_at_any_moment_turns_it_off(history: History):
    """INV-20."""
    room = willing(history)
    if room.state.stage is Stage.CLOSED:
        return
    for use in room.state.uses:
        for person in room.state.here:
            all_say_yes(room)
            answer = room.ask(Allow, person, use=use.name, allows=False)
            assert not isinstance(answer, Refused)
            assert not room.state.allows(use.name)


@in_every_history
def test_nothing_is_heard_that_was_not_allowed(history: History):
    """INV-20."""
    for before, event, after in steps(willing(history).log):
        if isinstance(event, happened.TurnHeard | happened.CaptionAddressMade):
            assert before.allows(CAPTIONS.name)
        if isinstance(event, happened.TurnHeard):
            assert event.person != before.presenter
        if after.turns_read != before.turns_read:
            assert before.allows(SHARES.name)
        if after.caption_address is not None:
            assert CAPTIONS.name in after.permissions


@in_every_history
def test_nobody_receives_a_count_a_hint_or_a_yes_that_is_not_for_them(
    history: History,
):
    """INV-20."""
    state = willing(history).state
    for person in (*CAST, None):
        seen = view(state, person)
        facilitates = person is not None and state.facilitates(person)
        if not (facilitates and state.allows(SHARES.name)):
            assert not seen.turns_read
        assert len(seen.turns_read) % IN_STEPS_OF == 0
        if not facilitates:
            assert {each.slot for each in seen.tallied} <= state.tallies_shown
        assert set(seen.hints) <= {person}
        assert seen.hushed <= {person}
        noted = {p.person for p in state.people.values() if p.without_device}
        for permission in seen.permissions.values():
            assert permission.yes <= {person} | (noted if facilitates else set())
        if person is not None and not state.belongs(person):
            assert not seen.permissions
            assert not seen.tallied


@in_every_history
def test_nobody_who_says_no_is_named(history: History):
    """INV-20."""
    for _, event, _ in steps(willing(history).log):
        if isinstance(event, happened.UseEnded):
            assert event.person not in CAST
