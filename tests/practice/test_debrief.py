"""What is said when looking back."""

from askwell.facilitation.competencies import COMPETENCIES
from askwell.practice.debrief import (
    CURT,
    EARLY,
    IN_TIME,
    KINDLY,
    LESS,
    OUT_OF_IT,
    OWN,
    TOLD,
    debrief,
)
from askwell.practice.policies import always, at_triggers, late, never
from practice.runs import LISTEN, UN_MENTORING, moves_of, rehearsed, say, until


def test_good_facilitating_is_told_what_went_well():
    looked = debrief(rehearsed(*moves_of(UN_MENTORING, at_triggers)))

    assert OWN in looked.went_well
    assert len(looked.noticed) > len(looked.missed)
    assert 1 <= len(looked.to_try) <= 3


def test_saying_nothing_misses_what_came_up():
    looked = debrief(rehearsed(*moves_of(UN_MENTORING, never)))

    assert looked.noticed == ()
    assert len(looked.missed) > 4
    assert len(looked.to_try) == 3


def test_saying_too_much_is_overdone():
    looked = debrief(rehearsed(*moves_of(UN_MENTORING, always)))

    assert len(looked.overdone) > 5


def test_each_moment_is_tied_to_its_turns():
    moves = until("advice")
    done = rehearsed(*moves, say("What question is behind that?", "advice"), LISTEN)

    seen = debrief(done).noticed[0]

    assert seen.came_with.number == len(moves)
    assert seen.answered_by == done.turns[len(moves)]
    assert debrief(done).about_turn(len(moves)) == (seen,)


def test_a_word_too_early_a_rude_one_and_an_opinion_say_why():
    looked = debrief(
        rehearsed(
            say("Which one?", "stacked"),
            say("Enough of that, Grant!", "process", "curt"),
            say("I think she is jealous.", "telling"),
        )
    )

    assert [each.why for each in looked.overdone] == [EARLY, CURT, TOLD]
    assert [each.words for each in looked.to_try][:2] == [KINDLY, OUT_OF_IT]


def test_words_that_could_not_be_read_are_named():
    done = rehearsed(say("Blah blah", "unclear"))

    assert debrief(done).not_understood == done.turns


def test_all_ten_competencies_are_there():
    looked = debrief(rehearsed(*moves_of(UN_MENTORING, at_triggers)))

    assert tuple(each.competency for each in looked.competencies) == COMPETENCIES


def test_there_is_always_one_thing_to_try():
    agreed = say("What is said here stays here.", "agrees")
    one_too_early = say("Which one?", "stacked")

    looked = debrief(rehearsed(agreed, LISTEN, one_too_early))

    assert [each.words for each in looked.to_try] == [LESS]


def test_what_mostly_went_by_is_not_called_mostly_met():
    looked = debrief(rehearsed(*moves_of(UN_MENTORING, late)))

    assert len(looked.noticed) < len(looked.missed) + len(looked.late)
    assert IN_TIME not in looked.went_well
