"""Our own items are well made, score as they should, and slots hold nobody's words."""

from itertools import chain
from pathlib import Path
from statistics import mean

import pytest

from askwell.insight.instruments import (
    INSTRUMENTS,
    SLOTS,
    filled,
    instrument_named,
    score,
    slot_named,
)
from askwell.insight.metrics import METRICS, metric_named
from askwell.insight.statistics import subscale_mean
from askwell.insight.tally import NOTHING, Sum

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "instruments.md"
ITEMS = list(chain.from_iterable(each.items for each in INSTRUMENTS))


def counts_of(people: list[dict[str, int]]) -> dict[str, dict[int, int]]:
    counts: dict[str, dict[int, int]] = {}
    for answers in people:
        for item, value in answers.items():
            of_item = counts.setdefault(item, {})
            of_item[value] = of_item.get(value, 0) + 1
    return counts


def test_no_two_items_have_one_key():
    assert len({each.key for each in ITEMS}) == len(ITEMS)


def test_no_two_items_say_the_same():
    assert len({each.words for each in ITEMS}) == len(ITEMS)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.key)
def test_each_item_is_one_short_sentence_about_one_thing(item):
    assert item.words.endswith(".")
    assert item.words.count(".") == 1
    assert len(item.words.split()) <= 18
    assert len(item.key) <= 40


def test_each_asks_as_many_items_as_its_reference_says():
    assert {each.key: len(each.items) for each in INSTRUMENTS} == {
        "psychological_safety": 7,
        "listening": 3,
        "team_reflexivity": 4,
        "trust": 4,
        "learning_culture": 10,
        "engagement": 3,
        "support_in_change": 3,
        "law": 2,
    }


def test_three_of_the_seven_items_of_safety_are_reversed():
    safety = instrument_named("psychological_safety")

    assert sum(each.is_reversed for each in safety.items) == 3


def test_each_of_the_five_disciplines_has_two_items():
    culture = instrument_named("learning_culture")

    found = [each.subscale for each in culture.items]
    assert {each: found.count(each) for each in culture.subscales} == {
        "systems_thinking": 2,
        "personal_mastery": 2,
        "mental_models": 2,
        "shared_vision": 2,
        "team_learning": 2,
    }


def test_every_item_tells_a_metric_on_the_scale_it_is_answered_on():
    for each in INSTRUMENTS:
        for name in each.metrics:
            metric = metric_named(name)

            assert metric.told_by == "surveys"
            assert (metric.lowest, metric.highest) == (
                each.scale.lowest,
                each.scale.highest,
            )


def test_every_metric_of_ours_that_is_a_scale_has_items_or_a_slot():
    told = {metric for each in INSTRUMENTS for metric in each.metrics}
    scales = {
        each.name
        for each in METRICS
        if each.told_by == "surveys" and each.unit == "scale"
    }

    taps = {"said_freely", "clearer_now"}
    assert scales == told | taps | {each.key for each in SLOTS}


def test_a_reversed_item_counts_the_other_way_round():
    safety = instrument_named("psychological_safety")
    turned = next(each for each in safety.items if each.is_reversed)

    assert score(safety, {turned.key: {1: 3}}) == Sum(21.0, 3, 147.0)
    assert score(safety, {turned.key: {7: 3}}) == Sum(3.0, 3, 3.0)


def test_what_nobody_answered_scores_nothing():
    assert score(instrument_named("trust"), {}) == NOTHING


def test_the_mean_over_counts_is_that_of_the_people_when_all_answer_all():
    safety = instrument_named("psychological_safety")
    people = [
        {
            each.key: (3 * number + place) % 7 + 1
            for place, each in enumerate(safety.items)
        }
        for number in range(11)
    ]
    reversed_ = [n for n, each in enumerate(safety.items) if each.is_reversed]

    of_people = [
        subscale_mean(list(answers.values()), reverse=reversed_, lowest=1, highest=7)
        for answers in people
    ]

    found = score(safety, counts_of(people))
    assert found.mean == pytest.approx(mean(each for each in of_people if each))


def test_a_subscale_is_scored_by_itself():
    culture = instrument_named("learning_culture")
    counts = {each.key: {7: 2} for each in culture.items}
    counts |= {"culture_effects": {1: 2}, "culture_causes": {3: 2}}

    assert score(culture, counts, subscale="systems_thinking").mean == 2.0
    assert score(culture, counts, subscale="team_learning").mean == 7.0


def test_the_two_items_of_revans_law_are_two_measures():
    law = instrument_named("law")
    counts = {"keeping_up": {4: 1, 6: 1}, "changing_fast": {9: 2}}

    assert score(law, counts, metric="keeping_up").mean == 5.0
    assert score(law, counts, metric="changing_fast").mean == 9.0


def test_a_slot_names_owners_and_numbers_and_holds_no_item():
    for each in SLOTS:
        assert each.authors
        assert each.owner
        assert each.items > 0
        assert metric_named(each.key).source == each.authors


def test_a_filled_slot_is_a_measure_of_its_own():
    slot = slot_named("uwes_9")

    found = filled(slot, (("One.", False), ("Two.", True)))

    assert found.metrics == ("uwes_9",)
    assert [each.key for each in found.items] == ["uwes_9_1", "uwes_9_2"]
    assert score(found, {"uwes_9_2": {0: 1}}).mean == 6.0


def test_every_item_and_every_slot_stands_in_the_reference():
    page = REFERENCE.read_text()

    missing = [each.words for each in ITEMS if f"1. {each.words}" not in page]
    assert missing == []
    assert [each.key for each in SLOTS if f"`{each.key}`" not in page] == []
