"""What holds of every rehearsal, whatever is done in it."""

from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.practice.cases import CASES
from askwell.practice.moves import CannotDoError, Does, Heard, Move
from askwell.practice.playing import do
from askwell.practice.policies import ME
from askwell.practice.rehearsal import rehearse
from askwell.practice.world import MOST_TURNS, World
from askwell.process import replay
from practice.runs import ALONE, NOON, rehearsed

HEARD = st.sampled_from(
    ["advice", "advice_again", "silent", "one_voice", "distress", "conflict", *Heard]
)
MOVES = st.one_of(
    st.just(Move(Does.LISTEN, ME)),
    st.just(Move(Does.LISTEN, ME)),
    st.just(Move(Does.MOVE_ON, ME)),
    st.just(Move(Does.HOLD_SILENCE, ME)),
    st.builds(lambda heard: Move(Does.SAY, ME, "A word.", (str(heard),)), HEARD),
    st.builds(lambda heard: Move(Does.LET_BE, ME, heard_as=(str(heard),)), HEARD),
    st.builds(
        Move,
        st.sampled_from((Does.GIVE_TURN, Does.HAND_OVER, Does.JOIN, Does.ASK)),
        st.sampled_from((ME, "late", "nobody")),
        st.sampled_from(("", "Why?")),
        about=st.sampled_from((None, ME, "late", "grant", "ines", "nobody")),
    ),
    st.builds(lambda does: Move(does, "late", "Why?"), st.sampled_from(Does)),
)
SOME = st.tuples(
    st.sampled_from(CASES), st.integers(0, 999), st.lists(MOVES, max_size=60)
)


def possible(case, seed: int, wanted: list[Move]) -> list[Move]:
    """Those of the moves that can be made, one after the other."""
    world, made = World(case, seed=seed, seats=ALONE), []
    for move in wanted:
        try:
            do(world, move)
        except CannotDoError:
            continue
        made.append(move)
    return made


@settings(max_examples=12, deadline=None)
@given(SOME)
def test_the_same_moves_give_the_same_rehearsal(some):
    case, seed, wanted = some
    moves = possible(case, seed, wanted)

    once = rehearse(case, seed=seed, moves=moves, seats=ALONE, now=NOON)
    again = rehearse(case, seed=seed, moves=moves, seats=ALONE, now=NOON)

    assert once == again


@settings(max_examples=12, deadline=None)
@given(SOME, st.integers(0, 60))
def test_a_part_of_the_moves_gives_that_part_of_the_rehearsal(some, length):
    case, seed, wanted = some
    moves = possible(case, seed, wanted)

    whole = rehearsed(*moves, case=case, seed=seed)
    part = rehearsed(*moves[:length], case=case, seed=seed)

    assert part.turns == whole.turns[:length]
    assert part.mood == rehearsed(*moves[:length], case=case, seed=seed).mood
    assert replay(part.events) == part.state


@settings(max_examples=25, deadline=None)
@given(SOME)
def test_everything_stays_between_nought_and_one(some):
    case, seed, wanted = some
    world = World(case, seed=seed, seats=ALONE)

    for move in possible(case, seed, wanted):
        do(world, move)

    mood = world.mood
    values = [*astuple(mood.levels)]
    values += [value for each in mood.people.values() for value in astuple(each)]
    assert [value for value in values if not 0 <= value <= 1] == []


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(CASES), st.lists(MOVES, min_size=1, max_size=6))
def test_every_rehearsal_ends(case, over_and_over):
    world, made = World(case, seed=3, seats=ALONE), 0

    while not world.over and made < MOST_TURNS * 2:
        for move in (*over_and_over, Move(Does.LISTEN, ME)):
            if possible_now(world, move):
                made += 1

    assert world.over


def possible_now(world: World, move: Move) -> bool:
    try:
        do(world, move)
    except CannotDoError:
        return False
    return True
