"""What the facilitator's own moves do to a practice set."""

from askwell.facilitation.interventions import Trigger
from askwell.practice import reactions
from askwell.practice.case import Asks, Stacks, Tells
from askwell.practice.moments import Came, How
from askwell.practice.mood import Shift
from askwell.practice.moves import Heard, Move
from askwell.practice.reactions import REACTIONS, Fit
from askwell.practice.turns import Act, Turn
from askwell.practice.world import (
    EXPLORE,
    PRESENT,
    REFLECT,
    SILENCE,
    Awaits,
    World,
)
from askwell.process.people import PersonId

KIN = {
    Trigger.ADVICE: (Trigger.ADVICE, Trigger.ADVICE_AGAIN),
    Trigger.ADVICE_AGAIN: (Trigger.ADVICE_AGAIN, Trigger.ADVICE),
    Trigger.FOCUS_LEFT: (Trigger.FOCUS_LEFT, Trigger.PUZZLE),
    Trigger.ONE_VOICE: (Trigger.ONE_VOICE, Trigger.SILENT),
}
"""What the same words also serve, the nearest first."""
AT_EASE = 0.5
"""How safe somebody must feel to be named without the freedom to pass."""
OPENS_A_PHASE = 2
"""Within so many turns it helps to say what a phase is for."""
HALF_HEARD = 0.4
"""What is left of the right words where they are rude, or one of too many."""
HELD_FOR = 10
"""For so many turns somebody who took much room holds back once it was said."""
CONTENT = {Heard.TELLING, Heard.LEADING, Heard.QUESTION}


def say(world: World, move: Move) -> None:
    """A word of the facilitator, and what it does."""
    again = _how_often(world, move)
    world.lasts(move.words)
    crowded = _crowds(world)
    answers, fit, about = _lands(world, move, again=again)
    if Heard.CURT in move.heard_as:
        world.shift(reactions.PUT_DOWN, about=about or world.presenter)
    _note(world, move, Act.WORD, answers=answers, fit=fit, about=about, crowded=crowded)
    if Heard.QUESTION in move.heard_as and not move.triggers:
        _await_answer(world, move)


def _note(
    world: World,
    move: Move,
    act: Act,
    *,
    answers: Trigger | None = None,
    fit: Fit | None = None,
    about: PersonId | None = None,
    crowded: bool = False,
) -> None:
    world.said(
        Turn(
            number=world.number,
            phase=world.phase.name,
            by=move.by,
            act=act,
            words=move.words,
            kind="intervention" if act is Act.WORD else None,
            seconds=world.seconds,
            levels=world.levels,
            fit=fit,
            answers=answers,
            about=about or move.about,
            heard_as=move.heard_as,
            crowded=crowded,
        )
    )


def _how_often(world: World, move: Move) -> int:
    """How often lately they said what comes to the same."""
    same = [
        turn
        for turn in world.own_turns(reactions.AGAIN_WINDOW)
        if turn.act is Act.WORD
        and (
            turn.words == move.words
            or set(turn.heard_as) & {each.value for each in move.triggers}
        )
    ]
    return len(same)


def _crowds(world: World) -> bool:
    crowded = _is_crowded(world)
    if crowded:
        world.shift(reactions.CROWDED)
    return crowded


def _is_crowded(world: World) -> bool:
    return len(world.own_turns(reactions.CROWD_WINDOW)) >= reactions.CROWD_MOST


Landed = tuple[Trigger | None, Fit | None, PersonId | None]


def _lands(world: World, move: Move, *, again: int) -> Landed:
    if CONTENT & set(move.heard_as) and not move.triggers:
        return _on_the_matter(world, move)
    if _explains(world, move):
        return _on_how_we_work(world, move)
    if move.triggers:
        return _on_a_trigger(world, move, again=again)
    if Heard.INVITES in move.heard_as and move.about:
        return invite(world, move.about, gently=True)
    if Heard.SUPPORTS in move.heard_as:
        world.shift(reactions.SUPPORTED.times(1.0 if not again else 0.0))
        return None, None, move.about
    world.shift(reactions.NOT_UNDERSTOOD)
    return None, None, None


def _explains(world: World, move: Move) -> bool:
    """Words that open a phase, or look back on it, and meet nothing that came up."""
    if _what_it_meets(world, move) is not None:
        return False
    looks_back = world.phase.is_review and Trigger.PROCESS_CHECK in move.triggers
    return looks_back or bool({Heard.AGREES, Heard.PROCESS} & set(move.heard_as))


def _on_the_matter(world: World, move: Move) -> Landed:
    asks = Heard.QUESTION in move.heard_as
    world.shift(reactions.ASKED_THEMSELVES if asks else reactions.TOLD)
    return None, None, None


def _on_how_we_work(world: World, move: Move) -> Landed:
    if world.phase.name == PRESENT and not world.agreed:
        world.agreed = True
        world.shift(reactions.AGREED_AT_THE_START)
        return None, Fit.RIGHT, None
    if world.turns_in_phase < OPENS_A_PHASE:
        world.shift(reactions.EXPLAINED)
        return None, Fit.RIGHT, None
    world.shift(reactions.SAID_AGAIN)
    return None, None, None


def _on_a_trigger(world: World, move: Move, *, again: int) -> Landed:
    trigger = move.triggers[0]
    found = _what_it_meets(world, move)
    if again >= reactions.AGAIN_MOST:
        world.shift(REACTIONS[trigger].early.times(1.5), about=move.about)
        return trigger, Fit.TOO_OFTEN, move.about
    if found is None:
        return _nothing_called(world, move, trigger)
    return meet(world, found, curt=Heard.CURT in move.heard_as)


def _nothing_called(world: World, move: Move, trigger: Trigger) -> Landed:
    if trigger is Trigger.PROCESS_CHECK:
        world.checked_at = world.seconds
    if trigger is Trigger.SILENT and move.about in world.seats:
        _turn_to(world, move.about)
    world.shift(REACTIONS[trigger].early, about=move.about)
    return trigger, Fit.EARLY, move.about


def _what_it_meets(world: World, move: Move) -> Came | None:
    for trigger in move.triggers:
        for kin in KIN.get(trigger, (trigger,)):
            about = move.about if trigger is Trigger.SILENT else None
            found = world.open_moment(kin, about)
            if found is not None:
                return found
    return None


def meet(world: World, came: Came, *, curt: bool = False) -> Landed:
    """The right thing was said; late is still better than never."""
    fit = came.fit(world.number)
    reaction = REACTIONS[came.trigger]
    shift = reaction.right if fit is Fit.RIGHT else reaction.late
    half_heard = curt or _is_crowded(world)
    world.shift(shift.times(HALF_HEARD) if half_heard else shift, about=came.about)
    came.close(world.number, How.IN_TIME if fit is Fit.RIGHT else How.LATE)
    _follow(world, came)
    return came.trigger, fit, came.about


def _follow(world: World, came: Came) -> None:
    """What people then do."""
    stage = world.stage
    if stage is not None and stage.scene.trigger is came.trigger:
        stage.met = 0
        world.awaits = None
    match came.trigger:
        case Trigger.ADVICE | Trigger.ADVICE_AGAIN | Trigger.STACKED:
            _turn_the_words(world, came)
        case Trigger.ONE_VOICE:
            world.seats[came.about or ""].held_until = world.number + HELD_FOR
        case Trigger.SILENT:
            _turn_to(world, came.about)
        case Trigger.ANSWERS_FAST:
            world.hurries *= 0.3
        case Trigger.PROCESS_CHECK:
            world.checked_at = world.seconds
        case _:
            pass


def _turn_the_words(world: World, came: Came) -> None:
    """Whoever advised, or asked too much at once, asks one question instead."""
    if world.awaits is not None and world.awaits.turn == came.opened:
        world.awaits = None
    seat = world.seats.get(came.about or "")
    if seat is None:
        return
    seat.telling *= 0.6
    behind = _behind(world, came.opened)
    if behind is not None and not seat.real:
        world.next_up.insert(0, (seat.person, behind))


def _behind(world: World, turn: int) -> Asks | None:
    words = world.turns[turn - 1].words
    for seat in world.seats.values():
        lines: tuple[Tells | Stacks, ...] = (*seat.member.tells, *seat.member.stacks)
        for line in lines:
            if line.words == words:
                return line.behind if isinstance(line, Tells) else line.one
    return None


def _turn_to(world: World, person: PersonId | None) -> None:
    seat = world.seats.get(person or "")
    if seat is not None and not seat.real and person is not None:
        world.next_up.append((person, None))


def invite(world: World, person: PersonId, *, gently: bool) -> Landed:
    """Somebody is asked to come in: gently, or simply given the turn."""
    seat = world.seats.get(person)
    if seat is None:
        return None, None, person
    silent = world.open_moment(Trigger.SILENT, person)
    if silent is not None and gently:
        return meet(world, silent)
    shift = _of_a_turn(gently=gently, safe=seat.safety, silent=silent is not None)
    world.shift(shift, about=person)
    if silent is not None:
        silent.close(world.number, How.IN_TIME)
    _turn_to(world, person)
    return None, None, person


def _of_a_turn(*, gently: bool, safe: float, silent: bool) -> Shift:
    if not gently and safe < AT_EASE:
        return reactions.PUT_ON_THE_SPOT
    return reactions.GIVEN_THE_TURN if silent else reactions.SUPPORTED.times(0.5)


def _await_answer(world: World, move: Move) -> None:
    if world.phase.name in (EXPLORE, REFLECT) or world.phase.name == "clarify":
        world.awaits = Awaits(
            turn=len(world.turns), by=move.by, asked=None, heard_as=move.heard_as
        )


def give_turn(world: World, move: Move) -> None:
    world.lasts("")
    answers, fit, about = invite(world, move.about or "", gently=False)
    crowded = _crowds(world)
    _note(
        world,
        move,
        Act.GAVE_TURN,
        answers=answers,
        fit=fit,
        about=about,
        crowded=crowded,
    )


def hold_silence(world: World, move: Move) -> None:
    """Silence works after a question, after a frank answer, or over haste."""
    fit: Fit | None = _fit_of_silence(world)
    world.shift(
        reactions.SILENCE_RIGHT if fit is Fit.RIGHT else reactions.SILENCE_WRONG
    )
    fast = world.open_moment(Trigger.ANSWERS_FAST)
    answers = None
    if fast is not None and fit is Fit.RIGHT:
        answers, fit, _about = meet(world, fast)
    world.seconds += 60 if world.phase.name == SILENCE else 15
    _note(world, move, Act.SILENCE, answers=answers, fit=fit)


def _fit_of_silence(world: World) -> Fit:
    if world.phase.name == SILENCE:
        return Fit.RIGHT if not world.turns_in_phase else Fit.TOO_OFTEN
    lately = [
        turn
        for turn in world.turns[-reactions.AGAIN_WINDOW :]
        if turn.act is Act.SILENCE
    ]
    if len(lately) >= reactions.SILENCES_MOST:
        return Fit.TOO_OFTEN
    last = world.turns[-1] if world.turns else None
    if last is None or last.act is Act.SILENCE:
        return Fit.EARLY
    works = last.act in (Act.QUESTION, Act.ANSWER, Act.THINKING)
    return Fit.RIGHT if works and world.phase.name != PRESENT else Fit.EARLY


def let_be(world: World, move: Move) -> None:
    """Seen, and left to the set: it weighs as much, and nobody calls it missed."""
    for trigger in move.triggers:
        came = world.open_moment(trigger, move.about)
        if came is not None and came.seen_at is None:
            came.seen_at = world.number
            break
    _note(world, move, Act.LET_BE, answers=next(iter(move.triggers), None))
