"""Pathways are data, and evidence reaches levels; nothing else does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from askwell.facilitation.competencies import COMPETENCIES, competency_named
from askwell.facilitation.evidence import Evidence, Item
from askwell.facilitation.pathways import (
    MUST_HAVES,
    OURS,
    PATHWAYS,
    REFLECTIVE,
    WIAL,
    meets_must_haves,
    pathway_named,
)
from askwell.facilitation.pathways.editing import Added, Rules, edited
from askwell.facilitation.pathways.progress import MONTH, Standing, progress

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def some(kind: Evidence, number: int, *, days_ago: float = 30, **how) -> list[Item]:
    """So many items, a minute apart, each about something else."""
    return [
        Item(
            kind=kind,
            at=NOW - days_ago * DAY + timedelta(minutes=each),
            **{"about": f"{kind}-{each}", **how},
        )
        for each in range(number)
    ]


PRACTISED = [
    *some(Evidence.LESSON, 8),
    *some(Evidence.COACHED_QUESTION, 20),
    *some(Evidence.PRACTICE_SLOT, 2),
]
WAS_OBSERVED = [
    *PRACTISED,
    *some(Evidence.OBSERVED_SLOT, 2),
    *some(Evidence.LOG_ENTRY, 2),
]


def facilitates(days_ago: float = 30) -> list[Item]:
    """Everything for the third level, met so many days ago."""
    items = [
        *WAS_OBSERVED,
        *some(Evidence.MEETING, 6),
        *some(Evidence.LEARNING_SET, 2),
        *some(Evidence.HOUR, 10, amount=3.0),
        *some(Evidence.SUPERVISION, 1),
    ]
    return [replace(one, at=one.at - (days_ago - 30) * DAY) for one in items]


def level_after(items: list[Item]) -> str:
    level = progress(OURS, items, at=NOW).level
    assert level is not None
    return level.name


def test_everybody_begins_as_a_guided_host():
    found = progress(OURS, [], at=NOW, begun_at=NOW - DAY)

    assert found.level is OURS.levels[0]
    assert found.standing.reached_at == NOW - DAY
    assert found.next_step.requirement.name == "lessons"
    assert found.next_step.missing == 8


@pytest.mark.parametrize(
    ("items", "level"),
    [
        (PRACTISED, "L1"),
        (PRACTISED[1:], "L0"),
        (WAS_OBSERVED, "L2"),
        (facilitates(), "L3"),
        (
            [
                *facilitates(),
                *some(Evidence.OBSERVED_OTHERS, 2),
                *some(Evidence.HOUR, 1, amount=70.0),
            ],
            "L4",
        ),
    ],
)
def test_evidence_reaches_a_level(items, level):
    assert level_after(items) == level


def test_a_level_is_reached_when_the_last_of_its_evidence_came():
    late = some(Evidence.LESSON, 1, days_ago=3, about="lesson-0")
    items = [each for each in PRACTISED if each.about != "lesson-0"]

    found = progress(OURS, [*items, *late], at=NOW)

    assert found.standing.reached_at == late[0].at


def test_no_level_is_reached_before_the_one_it_follows():
    items = [each for each in facilitates() if each.kind is not Evidence.LESSON]

    assert level_after(items) == "L0"


def test_the_same_lesson_counts_once():
    again = some(Evidence.LESSON, 8, about="silence")

    found = progress(OURS, again, at=NOW)

    assert found.next_step.have == 1


def test_an_observed_slot_counts_when_it_meets_what_is_asked():
    slots = some(Evidence.OBSERVED_SLOT, 2, meets=False)

    assert level_after([*PRACTISED, *slots, *some(Evidence.LOG_ENTRY, 2)]) == "L1"


def test_what_comes_later_is_not_known_yet():
    found = progress(OURS, PRACTISED, at=NOW - 40 * DAY)

    assert found.level.name == "L0"


def test_must_haves_are_asked_of_every_slot():
    good = {each.name: 3 for each in MUST_HAVES}

    assert meets_must_haves(good)
    assert meets_must_haves({**good, "handing_over": 1})
    assert not meets_must_haves({**good, "out_of_content": 2})
    assert not meets_must_haves({**good, "out_of_content": 0})
    assert [competency_named(each.name) for each in MUST_HAVES] == [
        each for each in COMPETENCIES if each in MUST_HAVES
    ]


# Renewal


def test_a_level_stands_for_a_year_without_asking():
    found = progress(OURS, facilitates(days_ago=30), at=NOW)

    assert found.renewal.standing is Standing.STANDS
    assert [each.requirement.name for each in found.renewal.missing] == [
        "cpd_hours",
        "supervision",
    ]


def test_a_level_lapses_and_can_be_recovered():
    old = facilitates(days_ago=500)

    lapsed = progress(OURS, old, at=NOW)
    again = progress(
        OURS,
        [
            *old,
            *some(Evidence.CPD_HOUR, 2, days_ago=20, amount=3.0),
            *some(Evidence.SUPERVISION, 2, days_ago=10),
        ],
        at=NOW,
    )

    assert lapsed.level.name == "L3"
    assert lapsed.renewal.standing is Standing.RECOVERABLE
    assert lapsed.next_step.requirement.name == "cpd_hours"
    assert again.renewal.standing is Standing.STANDS
    assert again.renewal.until.date() == (NOW - 20 * DAY + 12 * MONTH).date()


def test_only_levels_from_facilitator_on_are_renewed():
    assert progress(OURS, WAS_OBSERVED, at=NOW).renewal is None


def test_after_a_long_lapse_the_body_itself_is_asked():
    names = [each.name for each in WIAL.levels[0].requirements if each.by_hand]
    then = NOW - 60 * MONTH
    meetings = some(Evidence.MEETING, 2, days_ago=61 * 30.5)

    found = progress(WIAL, meetings, at=NOW, confirmed=dict.fromkeys(names, then))

    assert found.level.name == "CALC"
    assert found.renewal.standing is Standing.ASK_THE_BODY


# Templates


def test_rules_that_contradict_each_other_are_kept_and_marked():
    (coaching,) = [each for each in WIAL.requirements if each.otherwise]

    assert (coaching.at_least, coaching.otherwise.at_least) == (50, 100)
    assert coaching.otherwise.source != coaching.source


def test_only_levels_of_our_own_are_awarded():
    assert [each.name for each in PATHWAYS if each.awards] == ["askwell"]


def test_a_log_is_written_over_months():
    days = [
        Item(kind=Evidence.LOG_WORDS, at=NOW - each * DAY, amount=600.0)
        for each in (60, 40, 20)
    ]
    earlier = Item(kind=Evidence.LOG_WORDS, at=NOW - 210 * DAY, amount=100.0)

    (short,) = progress(REFLECTIVE, days, at=NOW).levels[1].reached
    (long,) = progress(REFLECTIVE, [earlier, *days], at=NOW).levels[1].reached

    assert short.only_time_is_missing
    assert long.met


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda each: each.name)
def test_names_are_told_apart(pathway):
    names = [each.name for each in pathway.requirements]
    levels = [each.name for each in pathway.levels]

    assert len(set(names)) == len(names)
    assert len(set(levels)) == len(levels)
    assert pathway_named(pathway.name) is pathway
    assert [pathway.level(each) for each in levels] == list(pathway.levels)


# Editing


def test_what_is_set_to_nothing_is_not_asked_for():
    numbers = {"lessons": 0, "practice_slots": 0, "cpd_hours": 0}
    ours = edited(OURS, Rules(numbers))

    found = progress(ours, some(Evidence.COACHED_QUESTION, 20), at=NOW)

    assert found.level.name == "L1"
    assert [each.requirement.name for each in found.levels[1].reached] == [
        "coached_questions"
    ]


def test_an_organisation_changes_numbers_and_adds_what_it_confirms_by_hand():
    rules = Rules(
        numbers={"lessons": 4, "cpd_hours": 10},
        added=(Added("safeguarding", "Our day on safeguarding", "L1"),),
    )

    ours = edited(OURS, Rules.from_json(rules.to_json()))
    found = progress(ours, some(Evidence.LESSON, 4), at=NOW).levels[1]

    assert [each.met for each in found.reached] == [True, False, False, False]
    assert found.reached[-1].requirement.by_hand
    assert ours.renewal.requirements[0].at_least == 10
    assert OURS.levels[1].requirements[0].at_least == 8
