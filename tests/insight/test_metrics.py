"""What each metric counts of a meeting, and what it leaves out."""

from dataclasses import replace

import pytest

from askwell.insight.metrics import METRICS, metric_named
from askwell.insight.metrics.licensed import LICENSED
from askwell.insight.own import OwnCounts, own_counts
from askwell.insight.statistics import equality
from askwell.insight.tally import Sum, sum_of
from askwell.insight.told import Carried, Noted, Offer, Question, SlotTold, Told
from askwell.process.choices import HeardAs, Outcome, SlotEnd
from askwell.process.formats.shape import Counting

SET = frozenset({"ana", "ben", "chi", "dev", "eve", "fay"})
FIRST = SlotTold(number=10, presenter="ana", facilitator="ben")
SECOND = SlotTold(number=60, presenter="chi", facilitator="ben")
EMPTY = Told(
    counting=Counting.ACTION_LEARNING, members=SET, came=SET, slots=(FIRST, SECOND)
)
LEVELS = {"chi": 1, "dev": 1, "eve": 3, "ana": 2}


def counted(name: str, told: Told) -> Sum | None:
    return metric_named(name).of_meeting(told)


def asking(*kinds: str, slot: int = 10, person: str = "dev") -> tuple[Question, ...]:
    return tuple(Question(person, f"{kind}_question", slot, False) for kind in kinds)


def told(**facts: object) -> Told:
    return replace(EMPTY, **facts)


def with_turns(*turns: dict[str, int], **facts: object) -> Told:
    slots = [replace(FIRST, number=10 + n, turns=each) for n, each in enumerate(turns)]
    return told(slots=tuple(slots), **facts)


def test_questions_of_fact_are_neither_open_nor_closed():
    asked = asking("open", "probing", "closed", "clarifying", "systemic")

    assert counted("open_share", told(questions=asked)) == Sum(3, 4, 3)
    assert counted("open_share", told(questions=asking("clarifying"))) is None


def test_stars_are_counted_for_each_slot_in_which_somebody_asked():
    asked = asking("open", "open") + asking("open", slot=60)
    starred = (asked[0]._replace(starred=True), *asked[1:])

    assert counted("stars_per_slot", told(questions=starred)) == sum_of([1, 0])
    assert counted("stars_per_slot", EMPTY) is None


def test_whoever_asked_twice_in_a_slot_asked_once():
    asked = (
        *asking("open", "open"),
        *asking("open", person="eve"),
        *asking("open", slot=60),
    )

    assert counted("questioners_per_slot", told(questions=asked)) == sum_of([2, 1])


@pytest.mark.parametrize("name", ["challenging", "systemic"])
def test_plain_questions_do_not_say_whether_they_challenge(name):
    asked = asking("open", "probing", "challenging", "systemic", "systemic", "closed")
    expected = {"challenging": Sum(1, 4, 1), "systemic": Sum(2, 4, 2)}

    assert counted(f"{name}_share", told(questions=asked)) == expected[name]
    assert counted(f"{name}_share", told(questions=asking("open", "closed"))) is None


OPEN, ADVICE = HeardAs.OPEN_QUESTION, HeardAs.ADVICE
LEADING, SHARING = HeardAs.LEADING_QUESTION, HeardAs.SHARING


@pytest.mark.parametrize(
    ("heard", "tallied", "expected"),
    [
        ((OPEN,) * 3 + (ADVICE, LEADING), (), Sum(3, 5, 3)),
        ((OPEN,) * 3 + (ADVICE, SHARING), (), Sum(3, 4, 3)),
        ((OPEN,) * 5 + (ADVICE,) * 4, (), Sum(5, 5, 5)),
        ((OPEN,) * 4, (ADVICE,) * 5, Sum(0, 5, 0)),
        ((OPEN,) * 5, (ADVICE,) * 5, Sum(5, 5, 5)),
        ((OPEN,) * 4, (ADVICE,) * 4, None),
        ((SHARING,) * 5, (), None),
        ((), (), None),
    ],
)
def test_asking_is_set_against_telling_in_whole_fives(heard, tallied, expected):
    assert counted("asking_share", told(heard=heard, tallied=tallied)) == expected


def test_turns_of_whoever_presents_or_facilitates_are_left_out():
    turns = {"ana": 30, "ben": 20, "chi": 1, "dev": 3, "eve": 2, "fay": 0}

    assert counted("turn_equality", with_turns(turns)) == sum_of(
        [equality([1, 3, 2, 0])]
    )
    assert counted("participation", with_turns(turns)) == Sum(3, 4, 3)


def test_too_few_turns_say_nothing_of_how_equal_they_are():
    few = with_turns({"chi": 2, "dev": 1})
    away = with_turns({"chi": 9, "dev": 9}, came=frozenset({"ana", "chi", "dev"}))

    assert counted("turn_equality", few) is None
    assert counted("turn_equality", away) is None


def test_whoever_watches_or_writes_is_not_expected_to_take_turns():
    turns = {"chi": 2, "dev": 2, "eve": 2}

    found = counted("turn_equality", with_turns(turns, apart=frozenset({"fay"})))

    assert found == sum_of([1.0])


def test_a_slot_whose_topic_was_withdrawn_is_not_counted():
    gone = tuple(replace(each, how=SlotEnd.WITHDRAWN) for each in EMPTY.slots)
    asked = asking("open")

    for name in ("stars_per_slot", "questioners_per_slot", "slots_with_learning"):
        assert counted(name, told(slots=gone, questions=asked)) is None


def test_nothing_noted_in_a_slot_is_not_silence():
    assert counted("participation", with_turns({}, {"chi": 1})) == Sum(1, 4, 1)
    assert counted("participation", EMPTY) is None


def test_levels_get_their_turns_when_their_means_are_alike():
    turns = {"chi": 1, "dev": 3, "eve": 4, "fay": 9}

    assert counted("level_equality", with_turns(turns, levels=LEVELS)) == sum_of(
        [equality([2, 4])]
    )
    assert counted("level_equality", with_turns(turns)) is None


def test_offers_are_taken_up_when_the_presenter_keeps_them():
    offers = (Offer("dev", 10, True), Offer("eve", 10, False))

    assert counted("offers_kept", told(offers=offers)) == Sum(1, 2, 1)
    assert counted("offers_kept", EMPTY) is None


def test_a_learning_belongs_to_its_slot_or_to_its_presenter_later():
    later = (Noted("chi", None), Noted("dev", None))

    assert counted("slots_with_learning", EMPTY) == Sum(0, 2, 0)
    assert counted("slots_with_learning", told(learnings=later)) == Sum(1, 2, 1)
    assert counted("slots_with_learning", told(learnings=(Noted("dev", 10),))) == Sum(
        1, 2, 1
    )


def test_only_slots_whose_presenter_said_so_moved_something():
    marked = (replace(FIRST, outcome=Outcome.NOT_YET), SECOND)
    both = (marked[0], replace(SECOND, outcome=Outcome.DIRECTION))

    assert counted("slot_outcomes", told(slots=both)) == Sum(1, 2, 1)
    assert counted("slot_outcomes", told(slots=marked)) == Sum(0, 1, 0)
    assert counted("slot_outcomes", EMPTY) is None


@pytest.mark.parametrize(
    ("carried", "expected"),
    [
        ((), None),
        ((Carried("ana", 5),), Sum(1, 1, 1)),
        ((Carried("ana", 30),), Sum(0, 1, 0)),
        ((Carried("ana", None), Carried("dev", 6)), Sum(1, 1, 1)),
        ((Carried("zoe", None),), None),
    ],
)
def test_report_backs_come_first_when_one_is_heard_before_any_slot(carried, expected):
    assert counted("report_backs_first", told(carried=carried)) == expected


def test_who_came_is_set_against_who_could_have():
    came = frozenset({"ana", "ben", "chi", "a guest facilitator"})

    assert counted("attendance", told(came=came)) == Sum(3, 6, 3)


# The definitions


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_definition_is_complete_and_in_plain_words(metric):
    words = (metric.reads, metric.cannot_tell)

    assert metric.asks.endswith("?") or metric in LICENSED
    assert all(each.endswith(".") for each in words)
    assert metric.title[0].isupper()
    assert metric.formula
    assert metric.source
    assert metric.fewest_people >= 10
    assert metric.fewest_sets >= 3


def test_names_are_unique_and_fit_their_column():
    names = [metric.name for metric in METRICS]

    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 40


def test_only_what_meetings_tell_is_counted_from_meetings():
    told_by_meetings = {each.name for each in METRICS if each.told_by == "meetings"}

    assert told_by_meetings == {each.name for each in METRICS if each.of_meeting}


# For a person alone


def test_own_counts_come_back_as_they_were_kept():
    asked = asking("open", "systemic", person="dev")
    facts = told(
        questions=(asked[0]._replace(starred=True), asked[1]),
        actions=(Noted("ana", 10),),
        learnings=(Noted("dev", None),),
        carried=(Carried("dev", 4), Carried("ana", None)),
        turns={"dev": 3, "ana": 5},
    )

    found = own_counts(facts)["dev"]

    assert found == OwnCounts(
        questions={"open_question": 1, "systemic_question": 1},
        starred=1,
        turns=3,
        turns_of_all=8,
        people=6,
        learnings=1,
        report_backs=1,
    )
    assert OwnCounts.from_json(found.to_json()) == found
    assert (found.asked, found.share, found.even_share) == (2, 3 / 8, 1 / 6)


def test_a_record_of_another_version_is_still_read():
    assert OwnCounts.from_json('{"turns": 2, "smiles": 3}') == OwnCounts(turns=2)
    assert OwnCounts().share is None
    assert OwnCounts().even_share is None


def test_only_who_came_has_counts_of_their_own():
    assert own_counts(told(came=frozenset({"ana"}))).keys() == {"ana"}
