"""Every case played to its end: by the lines on offer, and by words of one's own."""

import pytest

from askwell.practice import hearing
from askwell.practice.case import Case
from askwell.practice.cases import CASES
from askwell.practice.chance import picked
from askwell.practice.debrief import debrief
from askwell.practice.moves import Move
from askwell.practice.options import options
from askwell.practice.playing import do, is_ripe
from askwell.practice.policies import ME
from askwell.practice.world import World
from askwell.process.choices import Stage
from practice.runs import ALONE, GO_ON, LISTEN, rehearsed

HONEST = {
    "advice": "Hold on a second. Is there a question in there?",
    "advice_again": "I notice we are slipping into advice. Could we ask instead?",
    "stacked": "There were several questions in that. Which matters most to you?",
    "answers_fast": "Let’s just take a breath before we go on.",
    "focus_left": "Can we get back to what brought you here?",
    "one_voice": "I would like to make some room for others.",
    "silent": "%(name)s, you’ve been quiet. Anything you would like to ask?",
    "what_should_i_do": "What do you think you could do?",
    "puzzle": "That sounds like a technical question. Take it after the meeting?",
    "distress": "This is hard. Would you like to take a break, or go on?",
    "conflict": "I can feel some tension between the two of you. What did we agree?",
    "no_action": "That is fine. You do not have to decide today.",
    "process_check": "Let me check in: how is this going for everybody?",
}
"""What an untrained but sensible manager could say, in no words of the book."""
ODD = ("🙂", "…", "a " * 300, "%(name)s %s {0} </p><script>", "Aha?!", "👩‍👩‍👧 Inês")


def played(case: Case, does) -> list[Move]:
    world, made = World(case, seed=11, seats=ALONE), []
    while not world.over:
        last = world.turns[-1] if world.turns else None
        waits = last is not None and last.by == ME
        move = GO_ON if is_ripe(world) else LISTEN if waits else does(world)
        do(world, move)
        made.append(move)
    return made


def one_on_offer(world: World) -> Move:
    return picked(options(world), world.seed, world.number).move(ME)


def in_own_words(world: World) -> Move:
    came = next(iter(world.open_moments()), None)
    if came is None:
        return LISTEN
    seat = world.seats.get(came.about or "")
    names = {"name": seat.member.first_name if seat else ""}
    return said(world, HONEST[came.trigger.value] % names)


def oddly(world: World) -> Move:
    return said(world, picked(ODD, world.seed, world.number))


def said(world: World, words: str) -> Move:
    phase = world.phase.name
    return hearing.say(world.case, words, by=ME, seats=ALONE, phase=phase)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_by_the_lines_on_offer(case):
    done = rehearsed(*played(case, one_on_offer), case=case, seed=11)

    assert done.state.stage is Stage.CLOSED
    assert 1 <= len(debrief(done).to_try) <= 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_by_honest_words_of_ones_own_most_moments_are_met(case):
    done = rehearsed(*played(case, in_own_words), case=case, seed=11)

    looked = debrief(done)
    met = len(looked.noticed) + len(looked.late)
    assert done.state.stage is Stage.CLOSED
    assert met > 2 * len(looked.missed)
    assert looked.not_understood == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_words_break_nothing(case):
    done = rehearsed(*played(case, oddly), case=case, seed=11)

    assert done.state.stage is Stage.CLOSED
