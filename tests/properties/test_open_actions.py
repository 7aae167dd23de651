"""No open action can vanish, over any meetings, absences and departures (INV-9)."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from askwell.web.actions.models import Status
from askwell.web.meetings import history
from properties.open_actions import OTHERS, Deed, Life, a_life, lives

pytestmark = pytest.mark.django_db

ALL = frozenset(OTHERS)


def lived(*some: Deed) -> Life:
    life = a_life()
    for deed in some:
        life.live(deed)
    return life


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lives)
def test_no_open_action_vanishes_whatever_a_set_lives_through(some):
    with transaction.atomic():
        lived(*some)
        transaction.set_rollback(True)


def test_presenters_really_note_actions_and_really_report_on_them():
    noted = lived(Deed("meet", "ana", 0, ALL))
    told = lived(Deed("choose", "ana", 0, ALL), Deed("meet", "ana", 20, ALL))

    assert len(noted.owners) == 1
    assert len(told.owners) == 1
    assert told.open == set()


def test_who_leaves_and_returns_finds_their_action_again():
    chosen = Deed("choose", "ana", 0, ALL)
    away = Deed("leave", "ana", 0, ALL)
    meeting = Deed("meet", "ben", 1, ALL)
    back = Deed("return", "ana", 0, ALL)

    life = lived(chosen, away, meeting, back, meeting)

    assert len(life.owners) == 1


@pytest.mark.parametrize(
    "forgets",
    [
        pytest.param(lambda each: each.status != Status.DROPPED, id="dropped"),
        pytest.param(lambda each: each.made_in is None, id="made in a meeting"),
    ],
)
def test_it_would_be_noticed_if_a_meeting_forgot_some(forgets, monkeypatch):
    """The check itself can fail."""
    all_of_them = history.awaiting_report
    monkeypatch.setattr(
        history,
        "awaiting_report",
        lambda learning_set: filter(forgets, all_of_them(learning_set)),
    )

    with pytest.raises(AssertionError):
        lived(
            Deed("meet", "ana", 3, ALL),
            Deed("choose", "ben", 0, ALL),
            Deed("drop", "ben", 0, ALL),
            Deed("meet", "ana", 1, ALL),
        )
