"""What every practice case keeps to, and what they show together."""

from collections import Counter
from pathlib import Path

import pytest

from askwell.facilitation.contexts import CONTEXTS
from askwell.facilitation.interventions import Trigger
from askwell.practice.case import Case, Member
from askwell.practice.cases import CASES, case_named
from askwell.practice.policies import at_triggers, never, run
from askwell.process.formats import format_named

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "practice-cases.md"


def lines(case: Case) -> list[str]:
    said = [*case.presenter.story]
    for scene in case.scenes:
        said += [each.words for each in (*scene.begins, *scene.goes_on, *scene.met)]
    for member in case.members:
        said += [*member.lectures, *member.shares, *_asked(member)]
    return said


def _asked(member: Member) -> list[str]:
    return [
        *(each.words for each in (*member.facts, *member.asks)),
        *(each.words for each in (*member.tells, *member.stacks)),
        *(each.behind.words for each in member.tells),
        *(each.one.words for each in member.stacks),
    ]


def test_there_are_three_for_each_context():
    assert Counter(case.context for case in CASES) == {
        context.name: 3 for context in CONTEXTS
    }


def test_a_case_is_found_by_its_name():
    assert [case_named(case.name) for case in CASES] == list(CASES)


def test_together_they_show_everything_that_comes_up():
    came = {
        moment.trigger
        for case in CASES
        for policy in (never, at_triggers)
        for moment in run(case, policy, seed=2).moments
    }

    assert came == set(Trigger)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_can_be_played(case):
    people = [each.person for each in case.people]
    speak = {
        each.by
        for scene in case.scenes
        for each in (*scene.begins, *scene.goes_on, *scene.met)
    }

    assert len(people) == len(set(people))
    assert format_named(case.format).script(case.options).slot
    assert speak <= set(people)
    assert {scene.about for scene in case.scenes} <= set(people)
    assert {bool(each.shares) for each in case.members} == {True}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_is_written_once(case):
    often = [words for words, times in Counter(lines(case)).items() if times > 1]

    assert often == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_is_in_the_reference(case):
    page = REFERENCE.read_text(encoding="utf-8")
    part = page.split(f"### {case.title}\n")[1].split("\n### ")[0]

    assert f"`{case.name}`, level {case.level}:" in part
    assert case.situation in part
    assert [row.name for row in case.people if f"| {row.name} |" not in part] == []
