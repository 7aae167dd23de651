"""Nothing of an earlier quarter is said as if it were of the one looked at."""

from datetime import date

import pytest

from askwell.insight.periods import Quarter
from askwell.web.dashboards.next_step import next_step
from askwell.web.dashboards.queries import chosen
from askwell.web.dashboards.screens import embedding, law, sections
from factories import a_programme, a_snapshot

pytestmark = pytest.mark.django_db

SPRING, SUMMER = Quarter(2026, 1), Quarter(2026, 2)
ONLY_IN_SPRING = {
    "open_share": 0.5,
    "slots_with_learning": 0.8,
    "goal_attainment": 51,
    "psychological_safety": 3.9,
    "continuity": 0.9,
    "unlearned_backlog": 2,
    "themes_shared": 2,
}


@pytest.fixture
def found():
    programme = a_programme(starts_on=date(2026, 1, 12))
    a_snapshot(programme, SPRING, **ONLY_IN_SPRING)
    a_snapshot(programme, SUMMER, stories_published=1, learning_over_change=1)
    return chosen(programme)


def test_the_sentences_of_a_section_say_of_when_they_are(found):
    people, organisation = sections.people(found), sections.organisation(found)

    assert (people.sentence, people.lead, organisation.sentence) == (
        "50 % of the questions invited thinking. That was in Q1 2026.",
        "Somebody noted a learning 80 % of the times a topic was worked on. That was "
        "in Q1 2026.",
        "Topics came about as far as their owners had hoped. That was in Q1 2026.",
    )


def test_stories_and_themes_are_counted_of_the_quarter_alone(found):
    assert sections.told_elsewhere(found) == (
        "In these months members told others 1 story of what they learned."
    )


def test_the_backlog_says_of_when_it_is(found):
    backlog = law.drawn(found.course).backlog

    assert backlog == (
        "What nobody has learned from yet stands at 2. That was in Q1 2026."
    )


def test_the_table_of_signs_says_of_when_they_are(found):
    newest = embedding.newest(found.course)

    rows = embedding.drawn(newest, looked_at=found.snapshot.quarter).rows

    assert [each.said for each in rows if each.is_known] == ["90 % (Q1 2026)"]


def test_the_next_step_says_of_when_its_reason_is(found):
    step = next_step(found, to_embed=None)

    assert step.because.endswith("Ask how, never who. That was in Q1 2026.")
