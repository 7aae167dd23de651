"""Freezing a quarter: when, once, with what is enough, and who hears of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.insight.metrics import METRICS
from askwell.insight.periods import Quarter
from askwell.web.measuring.tasks import measure_closed_meetings
from askwell.web.people.models import Notice
from askwell.web.releasing.models import Figure, Population, Release, Snapshot
from askwell.web.releasing.operations import release, tell
from askwell.web.releasing.queries import figures_of, gathering
from askwell.web.releasing.tasks import release_figures
from askwell.web.running.operations.winding import wind_up
from factories import (
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    a_set,
    holds_office,
)
from web.measuring.meetings import a_closed_meeting
from web.releasing.released_programmes import METRIC, people, sets_of, tally, told

pytestmark = pytest.mark.django_db

FIRST = Quarter(2026, 1)
DUE = datetime(2026, 4, 8, 3, 0, tzinfo=UTC)


@pytest.fixture
def programme():
    return a_programme()


def test_a_quarter_is_frozen_with_people_in_fives(programme, monkeypatch):
    told(monkeypatch, *(tally(each, people()) for each in sets_of(programme)))

    snapshot = release(programme, FIRST, at=DUE)

    figure = figures_of(snapshot)[METRIC, ""]
    assert (snapshot.people, snapshot.sets, snapshot.made_at) == (20, 4, DUE)
    assert (figure.value, figure.people, figure.sets) == (2.2, 20, 4)


def test_what_nothing_tells_of_says_so(programme, monkeypatch):
    told(monkeypatch, *(tally(each, people()) for each in sets_of(programme)))

    figures = figures_of(release(programme, FIRST, at=DUE))

    reasons = {
        each.withheld for (metric, _), each in figures.items() if metric != METRIC
    }
    assert (len(figures), reasons) == (len(METRICS), {Figure.Withheld.NOTHING})


def test_of_one_small_set_nothing_is_told_not_even_that(programme, monkeypatch):
    (only,) = sets_of(programme, 1)
    told(monkeypatch, tally(only, people(5)))

    figures = figures_of(release(programme, FIRST, at=DUE))

    of_people = [each.name for each in METRICS if each.of_people]
    reasons = {figures[name, ""].withheld for name in of_people}
    assert reasons == {Figure.Withheld.FEW}


def test_two_sets_or_nine_people_are_too_few(programme, monkeypatch):
    one, other, third = sets_of(programme, 3)
    told(
        monkeypatch,
        *(tally(each, people(8)) for each in (one, other)),
        *(tally(each, people(3), metric="trust") for each in (one, other, third)),
    )

    figures = figures_of(release(programme, FIRST, at=DUE))

    few = Figure.Withheld.FEW
    assert (figures[METRIC, ""].withheld, figures["trust", ""].withheld) == (few, few)


def test_what_a_set_tells_in_pieces_is_one_part(programme, monkeypatch):
    sets, who = sets_of(programme, 3), [people() for _each in range(3)]
    pieces = [*map(tally, sets, who), tally(sets[0], who[0], mean=1.2)]
    told(monkeypatch, *pieces)

    figure = figures_of(release(programme, FIRST, at=DUE))[METRIC, ""]

    # Three sixes of 2.2 and one of 1.2.
    assert (figure.value, figure.sets, figure.people) == (2.0, 3, 15)


def test_a_quarter_is_released_once(programme, monkeypatch):
    told(monkeypatch, *(tally(each, people()) for each in sets_of(programme)))
    first = release(programme, FIRST, at=DUE)

    again = release(programme, FIRST, at=DUE + timedelta(days=1))

    assert (again, Figure.objects.filter(snapshot=first).count()) == (
        first,
        len(METRICS),
    )


def test_whom_a_figure_spoke_of_is_kept_without_their_ids(programme, monkeypatch):
    sets, who = sets_of(programme), people(24)
    tallies = [tally(each, who[i * 6 : i * 6 + 6]) for i, each in enumerate(sets)]
    told(monkeypatch, *tallies)

    release(programme, FIRST, at=DUE)

    kept = Population.objects.get()
    assert Release.objects.get().population == kept
    assert len(set(kept.people)) == 24
    assert not {str(each) for each in who} & set(kept.people)


def test_cohorts_have_figures_of_their_own_where_there_are_several(
    programme, monkeypatch
):
    spring = a_cohort(programme)
    sets = sets_of(programme, 6)
    autumn = a_cohort(programme, "Autumn")
    later = sets_of(programme, 6)
    for each in later:
        each.cohort = autumn
        each.save()
    told(monkeypatch, *(tally(each, people()) for each in (*sets, *later)))

    snapshot = release(programme, FIRST, at=DUE)

    shown = [
        figures_of(snapshot, cohort=each)[METRIC, ""].sets
        for each in (None, spring.pk, autumn.pk)
    ]
    assert shown == [12, 6, 6]


class TestWhenItIsTime:
    def test_nothing_is_released_within_a_week_of_the_quarter(self, programme):
        done = release_figures(at=DUE - timedelta(days=1))

        assert (done, Snapshot.objects.count()) == (0, 0)

    def test_quarters_that_were_missed_are_made_up_for_in_order(
        self, programme, monkeypatch
    ):
        told(monkeypatch, *(tally(each, people()) for each in sets_of(programme)))

        release_figures(at=datetime(2027, 1, 9, tzinfo=UTC))

        made = Snapshot.objects.order_by("pk").values_list("year", "number")
        assert set(made) == {(2026, 1), (2026, 2), (2026, 3), (2026, 4)}

    def test_one_programme_that_fails_does_not_keep_others_from_their_figures(
        self, programme, monkeypatch, caplog
    ):
        a_programme()

        def source(of, _quarter):
            if of == programme:
                raise ArithmeticError
            return iter(())

        monkeypatch.setattr(gathering, "SOURCES", (source,))

        assert release_figures(at=DUE) == 1
        assert "No figures could be released" in caplog.text

    def test_a_quarter_waits_for_meetings_that_are_still_to_be_measured(
        self, programme, monkeypatch
    ):
        members = [a_person(name) for name in ("Ana", "Ben", "Chiara", "Dev")]
        learning_set = a_set(*members)
        learning_set.cohort = a_cohort(programme)
        learning_set.save()
        a_closed_meeting(learning_set, members)

        waiting = release_figures(at=DUE)
        measure_closed_meetings(at=DUE)

        assert (waiting, release_figures(at=DUE)) == (0, 1)

    def test_a_programme_that_ends_is_released_before_its_lists_are_cleared(
        self, programme
    ):
        wind_up(programme, by=programme.created_by, at=datetime(2026, 4, 9, tzinfo=UTC))

        done = [
            release_figures(at=datetime(2026, 4, 20, tzinfo=UTC)),
            release_figures(at=datetime(2026, 5, 1, tzinfo=UTC)),
            release_figures(at=datetime(2027, 5, 1, tzinfo=UTC)),
        ]

        assert done == [1, 1, 0]


class TestWhatIsWeighed:
    def test_a_joiner_is_not_this_quarter_less_the_last(self, programme, monkeypatch):
        sets, who = sets_of(programme, 3), [people() for _each in range(3)]
        told(monkeypatch, *map(tally, sets, who))
        release(programme, FIRST, at=DUE)
        told(monkeypatch, *map(tally, sets, [*who[:2], [*who[2], *people(1)]]))

        later = figures_of(release(programme, FIRST.following, at=DUE))

        assert later[METRIC, ""].withheld == Figure.Withheld.TELLING

    def test_people_who_were_spoken_of_can_be_spoken_of_again(
        self, programme, monkeypatch
    ):
        told(monkeypatch, *(tally(each, people()) for each in sets_of(programme, 3)))
        release(programme, FIRST, at=DUE)

        later = figures_of(release(programme, FIRST.following, at=DUE))

        assert later[METRIC, ""].value == 2.2
        assert (Population.objects.count(), Release.objects.count()) == (1, 2)

    def test_what_was_read_is_weighed_although_its_cohort_is_gone(
        self, programme, monkeypatch
    ):
        sets, who = sets_of(programme, 3), [people() for _each in range(3)]
        told(monkeypatch, *map(tally, sets, who))
        release(programme, FIRST, at=DUE).figures.all().delete()
        told(monkeypatch, *map(tally, sets, [*who[:2], [*who[2], *people(1)]]))

        later = figures_of(release(programme, FIRST.following, at=DUE))

        assert later[METRIC, ""].withheld == Figure.Withheld.TELLING

    def test_nothing_is_released_once_the_key_of_the_digests_is_lost(
        self, programme, monkeypatch, settings
    ):
        told(monkeypatch, *(tally(each, people()) for each in sets_of(programme, 3)))
        release(programme, FIRST, at=DUE)
        settings.SECRET_KEY = "another key altogether"

        later = figures_of(release(programme, FIRST.following, at=DUE))

        assert later[METRIC, ""].withheld == Figure.Withheld.TELLING

    def test_a_release_between_choosing_and_writing_is_taken_into_account(
        self, programme, monkeypatch
    ):
        sets, who = sets_of(programme, 3), [people() for _each in range(3)]
        others = [*who[:2], [*who[2], *people(1)]]
        told(monkeypatch, *map(tally, sets, who))
        meanwhile = iter([True])

        def source(_programme, quarter):
            if quarter == FIRST and next(meanwhile, False):
                release(programme, FIRST.following, at=DUE)
            return map(tally, sets, who if quarter == FIRST else others)

        monkeypatch.setattr(gathering, "SOURCES", (source,))

        figures = figures_of(release(programme, FIRST, at=DUE))

        assert figures[METRIC, ""].withheld == Figure.Withheld.TELLING

    def test_it_takes_as_many_queries_for_three_sets_as_for_thirty(self, monkeypatch):
        asked = []

        for count in (3, 30):
            programme = a_programme()
            sets = sets_of(programme, count)
            told(monkeypatch, *(tally(each, people()) for each in sets))
            with CaptureQueriesContext(connection) as counted:
                release(programme, FIRST, at=DUE)
            asked.append(len(counted))

        assert asked[0] == asked[1]


class TestWhoHearsOfIt:
    def test_managers_of_the_whole_and_sponsors_hear_once(self, programme, monkeypatch):
        helen, femke = a_person("Helen Ward"), a_person("Femke Visser")
        holds_office(programme, helen, kind="sponsor")
        a_partner(programme, femke)
        told(monkeypatch, *(tally(each, people()) for each in sets_of(programme)))

        release_figures(at=DUE)
        tell(Snapshot.objects.get(), at=DUE)

        notices = Notice.objects.filter(kind=Notice.Kind.SNAPSHOT)
        assert {each.person for each in notices} == {programme.created_by, helen}
        assert {each.path for each in notices} == {
            f"/programmes/{programme.pk}/insight/"
        }

    def test_nobody_hears_of_a_quarter_without_a_figure(self, programme):
        release_figures(at=DUE)

        assert not Notice.objects.exists()
