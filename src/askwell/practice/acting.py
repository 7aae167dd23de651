"""What the simulated people do when the facilitator listens."""

from typing import Final

from askwell.facilitation.interventions import Trigger
from askwell.practice import reactions, staging
from askwell.practice.answering import answer
from askwell.practice.case import Asks, Fact, Stacks, Tells
from askwell.practice.chance import weighed
from askwell.practice.turns import Act, Turn
from askwell.practice.world import (
    CLARIFY,
    EXPERIENCE,
    EXPLORE,
    PRESENT,
    REFLECT,
    REVIEW,
    Awaits,
    Seat,
    World,
)
from askwell.process.people import PersonId

CLEAR, PARTLY = 0.48, 0.3
"""How much insight it takes for the presenter to say that it is clear, or partly."""
OWN = 0.5
"""How much the way must be the presenter's own for them to choose an action."""
BORROWS_AT = 0.5
"""How much telling it takes for them to take what others said."""
LOOKS_WELL = 0.58
"""How safe it must feel for people to say in the review that it went well."""
WARM = 0.62
"""From so much telling on, a shared experience ends in advice."""


def listen(world: World) -> None:
    """Somebody takes a turn, or nobody does."""
    by_phase = {
        PRESENT: _tell,
        CLARIFY: _clarify,
        EXPLORE: _explore,
        EXPERIENCE: _share,
        REFLECT: _reflect,
        REVIEW: _review,
    }
    by_phase.get(world.phase.name, quiet)(world)


def say(
    world: World,
    by: PersonId,
    act: Act,
    words: str,
    kind: str,
    *,
    to: int | None = None,
    starred: bool = False,
    frank: bool = False,
) -> int:
    """The number of the turn."""
    world.lasts(words)
    world.said(
        Turn(
            number=world.number,
            phase=world.phase.name,
            by=by,
            act=act,
            words=words,
            kind=kind,
            to=to,
            starred=starred,
            frank=frank,
            seconds=world.seconds,
            levels=world.levels,
        )
    )
    return len(world.turns)


def quiet(world: World) -> None:
    """Nobody says anything; in a silent phase that is as it should be."""
    if not world.phase.quiet:
        world.shift(reactions.NOBODY_SPOKE)
    world.seconds += 45
    world.said(
        Turn(
            number=world.number,
            phase=world.phase.name,
            by=None,
            act=Act.QUIET,
            seconds=world.seconds,
            levels=world.levels,
        )
    )


# Before and after the exploring


def _tell(world: World) -> None:
    part = next((s for s in world.case.presenter.story if s not in world.used), None)
    if part is None:
        quiet(world)
        return
    world.used.add(part)
    say(world, world.presenter, Act.STORY, part, "story")


def _clarify(world: World) -> None:
    if _answered(world):
        return
    if world.next_up:
        _take_the_turn(world)
        return
    seats = [seat for seat in world.simulated if _has_fact(world, seat)]
    if not seats:
        quiet(world)
        return
    seat = _chosen(world, seats)
    habit = seat.member.habits.tells * 0.35 * seat.telling
    if world.chance("tells", seat.person) < habit and _tells(world, seat):
        return
    fact = world.take(seat.member.facts, seat.person)
    if fact is None:
        quiet(world)
        return
    _ask(world, seat, fact, Act.FACT, "clarifying_question")


def _has_fact(world: World, seat: Seat) -> bool:
    return any(fact.words not in world.used for fact in seat.member.facts)


def _share(world: World) -> None:
    waiting = [
        seat
        for seat in world.simulated
        if not seat.in_phase
        and any(each not in world.used for each in seat.member.shares)
    ]
    if not waiting:
        quiet(world)
        return
    seat = waiting[0]
    advises = world.now["telling"] * seat.telling >= WARM
    shared = seat.member.shares[-1 if advises else 0]
    world.used.add(shared)
    turn = say(world, seat.person, Act.SHARED, shared, "experience")
    if advises and len(seat.member.shares) > 1:
        world.shift(reactions.ADVICE_GIVEN)
        world.comes(Trigger.ADVICE, seat.person, turn)


def _reflect(world: World) -> None:
    presenter, insight = world.case.presenter, world.now["insight"]
    thinking = presenter.thinking
    if not world.used & {thinking.clear, thinking.partly, thinking.stuck}:
        words = (
            thinking.clear
            if insight >= CLEAR
            else thinking.partly
            if insight >= PARTLY
            else thinking.stuck
        )
        world.used.add(words)
        say(world, world.presenter, Act.THINKING, words, "learning")
    elif not world.used & {presenter.action, presenter.borrowed, presenter.none}:
        _choose(world)
    else:
        quiet(world)


def _choose(world: World) -> None:
    presenter, now = world.case.presenter, world.now
    if now["ownership"] >= OWN and now["insight"] >= CLEAR * 0.85:
        world.used.add(presenter.action)
        say(world, world.presenter, Act.ACTION, presenter.action, "action")
    elif now["telling"] >= BORROWS_AT:
        world.used.add(presenter.borrowed)
        world.shift(reactions.ADVICE_REPLIED.times(3))
        say(world, world.presenter, Act.ACTION, presenter.borrowed, "action")
    else:
        world.used.add(presenter.none)
        turn = say(world, world.presenter, Act.THINKING, presenter.none, "learning")
        world.comes(Trigger.NO_ACTION, world.presenter, turn)


def _review(world: World) -> None:
    looks = [(world.presenter, world.case.presenter.look, world.now["safety"])]
    looks += [
        (seat.person, seat.member.look, (world.now["safety"] + seat.safety) / 2)
        for seat in world.simulated
    ]
    for person, look, safety in looks:
        if look.well not in world.used and look.poorly not in world.used:
            well = safety >= LOOKS_WELL and world.now["telling"] < BORROWS_AT
            words = look.well if well else look.poorly
            world.used.add(words)
            say(world, person, Act.LOOK, words, "feedback")
            return
    quiet(world)


# The exploring


def _explore(world: World) -> None:
    if world.stage and staging.goes_on(world):
        return
    if _answered(world):
        return
    if world.next_up:
        _take_the_turn(world)
        return
    if staging.begins(world):
        return
    _somebody_speaks(world)


def _answered(world: World) -> bool:
    if world.awaits is None:
        return False
    waiting, world.awaits = world.awaits, None
    given = answer(world, waiting)
    say(
        world,
        world.presenter,
        Act.ANSWER,
        given.words,
        "answer",
        to=waiting.turn,
        starred=given.starred,
        frank=given.frank,
    )
    return True


def _take_the_turn(world: World) -> None:
    """Whom the facilitator turned to: a turned adviser, or somebody invited."""
    person, asks = world.next_up.pop(0)
    seat = world.seats[person]
    if asks is None and world.phase.name == CLARIFY:
        fact = world.take(seat.member.facts, person)
        if fact is not None:
            _ask(world, seat, fact, Act.FACT, "clarifying_question")
            return
        quiet(world)
        return
    chosen = asks or world.take(seat.member.asks, person)
    if chosen is None:
        quiet(world)
        return
    world.used.add(chosen.words)
    world.shift(reactions.GOOD_QUESTION)
    kind = "open_question" if world.phase.name == EXPLORE else "clarifying_question"
    _ask(world, seat, chosen, Act.QUESTION, kind)


def _somebody_speaks(world: World) -> None:
    seats = list(world.simulated)
    while seats:
        seat = _chosen(world, seats)
        if _speaks(world, seat):
            return
        seats.remove(seat)
    quiet(world)


def _chosen(world: World, seats: list[Seat]) -> Seat:
    last = next(
        (turn.by for turn in reversed(world.turns) if turn.by in world.seats), None
    )
    weights = [
        seat.member.habits.talks**1.5
        * (0.3 + 0.7 * seat.safety)
        * (0.3 if seat.person == last else 1.0)
        * (0.15 if seat.held_until >= world.number else 1.0)
        for seat in seats
    ]
    return weighed(seats, weights, world.case.name, world.seed, world.number, "who")


ACTS: Final = ("asks", "tells", "stacks", "lectures")


def _speaks(world: World, seat: Seat) -> bool:
    """Whether they had something left to say."""
    habits, now = seat.member.habits, world.now
    weights = [
        max(0.1, 1.0 - habits.tells - habits.stacks - habits.lectures)
        * (0.5 + 0.7 * now["focus"]),
        habits.tells * (0.3 + 1.5 * now["telling"]) * seat.telling,
        habits.stacks,
        habits.lectures * (1.5 - now["focus"]),
    ]
    choices = list(ACTS)
    while choices:
        act = weighed(choices, weights, world.case.name, world.seed, world.number, "do")
        if _DOING[act](world, seat):
            return True
        weights.pop(choices.index(act))
        choices.remove(act)
    return False


def _asks(world: World, seat: Seat) -> bool:
    asks = world.take(seat.member.asks, seat.person)
    if asks is None:
        return False
    world.shift(reactions.GOOD_QUESTION)
    _ask(world, seat, asks, Act.QUESTION, "open_question")
    return True


def _tells(world: World, seat: Seat) -> bool:
    tells = world.take(seat.member.tells, seat.person)
    if tells is None:
        return False
    world.shift(reactions.ADVICE_GIVEN)
    kind = "open_question" if world.phase.name == EXPLORE else "clarifying_question"
    turn = _ask(world, seat, tells, Act.ADVICE, kind)
    world.told += 1
    lately = [
        each
        for each in world.turns[-9:-1]
        if each.act is Act.ADVICE and each.phase == world.phase.name
    ]
    again = Trigger.ADVICE_AGAIN if len(lately) > 1 else Trigger.ADVICE
    world.comes(again, seat.person, turn)
    return True


def _stacks(world: World, seat: Seat) -> bool:
    stacks = world.take(seat.member.stacks, seat.person)
    if stacks is None:
        return False
    world.shift(reactions.SEVERAL_ASKED)
    turn = _ask(world, seat, stacks, Act.SEVERAL, "open_question")
    world.comes(Trigger.STACKED, seat.person, turn)
    return True


def _lectures(world: World, seat: Seat) -> bool:
    words = world.take(seat.member.lectures, seat.person)
    if words is None:
        return False
    world.shift(reactions.LECTURED)
    turn = say(world, seat.person, Act.SPEECH, words, "observation")
    world.comes(Trigger.FOCUS_LEFT, seat.person, turn)
    return True


_DOING: Final = {
    "asks": _asks,
    "tells": _tells,
    "stacks": _stacks,
    "lectures": _lectures,
}


def _ask(
    world: World, seat: Seat, line: Asks | Tells | Stacks | Fact, act: Act, kind: str
) -> int:
    turn = say(world, seat.person, act, line.words, kind)
    world.awaits = Awaits(turn=turn, by=seat.person, asked=line)
    return turn
