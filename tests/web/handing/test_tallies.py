"""What sets that facilitate themselves tell of a quarter."""

from datetime import UTC, datetime

import pytest

from askwell.insight.periods import Quarter
from askwell.insight.tally import Sum
from askwell.web.handing.queries.tallies import tallies
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Vote
from factories import a_cohort, a_person, a_programme, a_set

pytestmark = pytest.mark.django_db

SPRING = Quarter(2026, 2)


def day(month: int) -> datetime:
    return datetime(2026, month, 15, 12, tzinfo=UTC)


@pytest.fixture
def programme():
    return a_programme()


def a_set_of(programme, *, met=(1,), votes=(), ended=None):
    learning_set = a_set(a_person(), a_person("Bea Lind"))
    learning_set.cohort = programme.cohorts.first() or a_cohort(programme)
    learning_set.ended_at = ended and day(ended)
    learning_set.save()
    learning_set.memberships.update(joined_at=day(1))
    for month in met:
        Meeting.objects.create(
            learning_set=learning_set,
            format="classic_uk",
            booked_minutes=90,
            starts_at=day(month),
            closed_at=day(month),
        )
    for kind, month in votes:
        Vote.objects.create(
            learning_set=learning_set,
            kind=kind,
            outcome=Vote.Outcome.CARRIED,
            closed_at=day(month),
        )
    return learning_set


def told(programme):
    return {each.metric: each.sum for each in tallies(programme, SPRING)}


def test_a_set_that_moved_in_the_quarter_tells_that_it_did_and_after_how_long(
    programme,
):
    learning_set = a_set_of(programme, votes=[("turns", 5)])

    found = told(programme)

    (share, _months) = tallies(programme, SPRING)
    assert found["self_facilitating"] == Sum(1.0, 1.0, 1.0)
    assert round(found["months_to_self_facilitating"].total, 1) == 3.9
    assert share.people == set(
        learning_set.memberships.values_list("person_id", flat=True)
    )


@pytest.mark.parametrize(
    ("votes", "share"),
    [
        ([], 0.0),
        ([("turns", 2)], 1.0),
        ([("turns", 2), ("facilitator", 4)], 0.0),
        ([("turns", 2), ("facilitator", 3), ("turns", 4)], 1.0),
        ([("turns", 8)], 0.0),
    ],
    ids=["never", "before", "and back", "for the second time", "later"],
)
def test_only_the_first_move_has_months_and_the_last_vote_counts(
    programme, votes, share
):
    a_set_of(programme, votes=votes)

    assert told(programme) == {"self_facilitating": Sum(share, 1.0, share)}


@pytest.mark.parametrize("how", [{"met": ()}, {"met": (8,)}, {"ended": 5}])
def test_a_set_that_has_not_met_or_is_over_tells_nothing(programme, how):
    a_set_of(programme, **how)

    assert told(programme) == {}
