"""One next step, by the rule that is written in docs/how-to/read-the-figures."""

from datetime import date

import pytest

from askwell.insight.periods import Quarter
from askwell.web.dashboards.next_step import next_step
from askwell.web.dashboards.queries import chosen
from askwell.web.dashboards.screens.embedding import Next
from factories import a_programme, a_snapshot

pytestmark = pytest.mark.django_db

SPRING = Quarter(2026, 1)
ROOTS = Next("Win members as facilitators.", "Who facilitates", "running:facilitators")
UNSAFE = {"psychological_safety": 3.9}
BEHIND = {"learning_over_change": (0.4, 0.2, 0.9)}


def step(to_embed=ROOTS, **figures):
    programme = a_programme(starts_on=date(2026, 1, 12))
    a_snapshot(programme, SPRING, **figures)
    return next_step(chosen(programme), to_embed=to_embed)


@pytest.mark.parametrize(
    ("figures", "leads_to"),
    [
        ({"meetings_held": 0.0} | UNSAFE | BEHIND, "running:sets"),
        (UNSAFE | BEHIND, "running:facilitators"),
        ({"said_freely": 1.9} | BEHIND, "running:facilitators"),
        (BEHIND, "changes:log"),
        ({"meetings_held": "few", "psychological_safety": 4.0}, ROOTS.place),
        ({"learning_over_change": (0.8, 0.5, 1.2)}, ROOTS.place),
        ({"learning_over_change": "few"}, ROOTS.place),
    ],
)
def test_the_first_that_holds_is_the_next_step(figures, leads_to):
    assert step(**figures).place == leads_to


def test_where_all_is_well_people_are_asked_to_tell():
    assert step(to_embed=None).place == "running:offices"


def test_where_too_little_is_known_it_says_what_will_be():
    unknown, missing = step(), step(continuity=0.1)

    assert unknown.words == "Go on, until it is known how far the programme takes root."
    assert unknown.because == missing.words == ROOTS.words
