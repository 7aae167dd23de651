"""Ten parts of being ready, five steps, and whose turn it is."""

from dataclasses import replace
from datetime import date

import pytest

from askwell.facilitation import readiness, steps
from askwell.facilitation.readiness import PARTS, Answer, BroughtBack, Now, index
from askwell.facilitation.rota import Past, Sitting, shared_out
from askwell.insight.told import Carried, Question, SlotTold, Told
from askwell.process.choices import HeardAs
from askwell.process.formats.shape import Counting

SET = frozenset({"ana", "ben", "chi", "dev", "eve"})
ASKED, ADVISED = HeardAs.OPEN_QUESTION, HeardAs.ADVICE
GOOD = Told(
    counting=Counting.ACTION_LEARNING,
    members=SET,
    came=SET,
    slots=(
        SlotTold(
            number=10,
            presenter="ana",
            facilitator="ben",
            turns={"ana": 9, "ben": 1, "chi": 4, "dev": 4, "eve": 4},
        ),
    ),
    questions=tuple(Question("chi", "open_question", 10, False) for _ in range(5)),
    carried=(Carried("ana", 5), Carried("chi", 6)),
    tallied=(ASKED,) * 10,
)
BAD = replace(
    GOOD,
    questions=tuple(Question("chi", "closed_question", 10, False) for _ in range(5)),
    carried=(Carried("ana", None), Carried("chi", None)),
    tallied=(ADVISED,) * 10,
)
READY = Now(
    learners=SET - {"ben"},
    observed=SET,
    has_observer=True,
    has_host=True,
    feels_safe=True,
    peers_bring_back=True,
    voted=True,
)


def answers(meetings, now=READY):
    return {each.part.name: each.answer for each in index(meetings, now).found}


def test_a_set_of_which_all_is_good_meets_all_ten_parts():
    found = index([GOOD] * 3, READY)

    assert (found.met, found.would_help, len(found.found)) == (10, None, 10)


def test_of_a_set_that_has_not_met_nothing_that_meetings_tell_is_known():
    found = index([], Now())

    assert found.unknown == len(PARTS) - 2
    assert found.would_help.part is readiness.HOST


def test_it_takes_three_meetings():
    assert answers([GOOD] * 2)["open"] is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("part", "spoilt"),
    [
        ("open", {"questions": BAD.questions}),
        ("advice", {"tallied": (ASKED,) * 9 + (ADVISED,)}),
        ("reports", {"carried": (Carried("ana", None), Carried("chi", 6))}),
        ("equal", {"slots": (replace(GOOD.slots[0], turns={"chi": 12, "ben": 0}),)}),
        ("speaking", {"slots": (replace(GOOD.slots[0], turns={"ben": 5, "chi": 5}),)}),
    ],
)
def test_a_part_that_falls_short_is_not_met(part, spoilt):
    assert answers([replace(GOOD, **spoilt)] * 3)[part] is Answer.NOT_MET


@pytest.mark.parametrize(
    ("part", "lacking"),
    [
        ("open", {"questions": ()}),
        ("advice", {"tallied": ()}),
        ("reports", {"carried": ()}),
        ("equal", {"slots": ()}),
        ("speaking", {"slots": ()}),
    ],
)
def test_what_nobody_noted_is_not_known_rather_than_not_met(part, lacking):
    assert answers([replace(GOOD, **lacking)] * 3)[part] is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("part", "now", "says"),
    [
        ("observed", {"observed": frozenset({"ana"})}, Answer.NOT_MET),
        (
            "observed",
            {"observed": frozenset(), "has_observer": False},
            Answer.UNKNOWN,
        ),
        ("host", {"has_host": False}, Answer.NOT_MET),
        ("safe", {"feels_safe": None}, Answer.UNKNOWN),
        ("bring_back", {"peers_bring_back": False}, Answer.NOT_MET),
        ("voted", {"voted": None}, Answer.UNKNOWN),
    ],
)
def test_what_no_meeting_tells_is_known_otherwise_or_not(part, now, says):
    assert answers([GOOD] * 3, replace(READY, **now))[part] is says


def test_meetings_in_which_advice_is_welcome_are_left_out():
    other = replace(BAD, counting=Counting.PEER_CONSULTATION)

    assert answers([GOOD, GOOD, other, GOOD])["advice"] is Answer.MET


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([5, 5, 5], None),
        ([5, 5, 5, 5], True),
        ([7, 7, 7, 3], False),
        ([4, 5, 5, 5], False),
    ],
)
def test_safe_is_said_by_four_at_least_by_their_mean_and_by_the_lowest(given, says):
    assert readiness.feels_safe(given) is says


def test_half_of_those_who_saw_it_are_enough_to_say_that_members_bring_back():
    us, leader = BroughtBack.ONE_OF_US, BroughtBack.FACILITATOR

    assert readiness.peers_bring_back([us, us, leader, leader]) is True
    assert readiness.peers_bring_back([us, leader, leader, leader]) is False
    assert readiness.peers_bring_back([us] * 3) is None


def test_two_parts_in_two_meetings_in_a_row_have_slipped():
    parts = readiness.slipped([GOOD, BAD, BAD])

    assert [each.name for each in parts] == ["reports", "open", "advice"]


@pytest.mark.parametrize(
    "meetings",
    [
        [BAD],
        [BAD, GOOD, BAD],
        [BAD, BAD, GOOD],
        [GOOD, BAD, replace(GOOD, tallied=BAD.tallied)],
        [GOOD, BAD, replace(BAD, questions=(), carried=())],
    ],
    ids=["too few", "not in a row", "over", "one part alone", "not known"],
)
def test_nothing_less_has_slipped(meetings):
    assert readiness.slipped(meetings) == ()


# Steps


def test_a_step_back_without_a_vote_stays_within_what_the_set_voted():
    back = {each.name: steps.back_from(each) for each in steps.STEPS}

    assert back == {
        "leads": None,
        "co_leads": steps.LEADS,
        "observes": None,
        "on_call": steps.OBSERVES,
        "none": steps.ON_CALL,
    }
    assert [steps.after(each) for each in steps.STEPS] == [*steps.STEPS[1:], None]


# Whose turn it is


def a_sitting(key: str, **how: object) -> Sitting:
    return Sitting(**{"key": key, "on": date(2026, 3, int(key)), **how})


PEOPLE = {
    "ana": Past(date(2026, 1, 5), 1),
    "ben": Past(None, 0),
    "chi": Past(date(2026, 2, 2), 1),
}


def test_whoever_has_not_facilitated_for_longest_comes_first():
    found = shared_out([a_sitting(each) for each in "123"], PEOPLE, seed=1)

    assert found == {("1", 1): "ben", ("2", 1): "ana", ("3", 1): "chi"}


def test_who_is_named_stays_and_has_had_a_turn():
    sittings = [a_sitting("1"), a_sitting("2", named={1: "ben"})]

    assert shared_out(sittings, PEOPLE, seed=1) == {("1", 1): "ana", ("2", 1): "ben"}


@pytest.mark.parametrize(
    "why",
    [{"not_asked": frozenset({"ben"})}, {"presenters": ("ben",)}],
    ids=["cannot come", "presents"],
)
def test_the_next_in_line_takes_over(why):
    found = shared_out([a_sitting("1", named={1: "ben"}, **why)], PEOPLE, seed=1)

    assert found == {("1", 1): "ana"}


def test_nobody_facilitates_the_slot_they_present_nor_if_it_can_be_the_next():
    sitting = a_sitting("1", duties=3, presenters=("ben", "ana", "chi"))

    found = shared_out([sitting], PEOPLE, seed=1)

    assert found == {("1", 1): "ana", ("1", 2): "chi", ("1", 3): "ben"}


def test_where_nobody_fits_nobody_is_named():
    assert (
        shared_out([a_sitting("1", not_asked=frozenset(PEOPLE))], PEOPLE, seed=1) == {}
    )
