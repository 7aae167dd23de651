"""The year of the demonstration, in a small size: made up by seed, and full of life."""

from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse

from askwell.process.brief import Attendee, Brief
from askwell.process.choices import Stage
from askwell.process.commands import Convene
from askwell.process.people import ASKWELL, Belonging
from askwell.web.demo.cast import character
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import bring_in_cast, give_accounts, person
from askwell.web.demo.year import operations, phrases
from askwell.web.demo.year.making import KEY, MANAGER
from askwell.web.demo.year.meetings import Occasion, Subject, hold
from askwell.web.demo.year.plan import WHOLE, Extent, Fate, Plan, Start, plan
from askwell.web.demo.year.room import Room
from askwell.web.demo.year.seats import around_the_year
from askwell.web.meetings import log
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.releasing.models import Figure, Snapshot
from factories import signed_in

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
FATES = (Fate.GOES_ON, Fate.TAKES_TURNS, Fate.GOES_ON, Fate.LAPSED_AT_ONCE)
SMALL = Extent(starts=(Start(name="First cohort", days_ago=240, fates=FATES),))


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: Any) -> Iterator[Plan]:
    """Four sets and two quarters; all of it goes when the module ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        bring_in_cast(at=NOW)
        give_accounts([character(MANAGER)], at=NOW)
        operations.load(at=NOW, extent=SMALL)
        yield plan(SMALL, at=NOW)
        transaction.set_rollback(True)


PROGRAMME = f"/programmes/{id_of('programme', KEY)}"
SET = f"/sets/{id_of('set', 'year/Slack Water')}"
SCREENS = {
    "Helen": (f"{PROGRAMME}/insight/", f"{PROGRAMME}/stories/"),
    "Nadia": (
        f"{PROGRAMME}/insight/measures/open_share/",
        f"{PROGRAMME}/surveys/",
        f"{PROGRAMME}/changes/",
        f"{PROGRAMME}/value/",
    ),
    "Amara": (
        "/growth/",
        f"{SET}/doing/",
        f"{PROGRAMME}/changes/mine/",
        "/stories/",
        "/surveys/people/",
    ),
    "Delroy": ("/facilitating/",),
}


def _how_it_looks(answer: HttpResponse) -> str:
    if answer.status_code != HTTPStatus.OK:
        return str(answer.status_code)
    return "empty" if b'class="empty"' in answer.content else "full"


def the_programme() -> Programme:
    return Programme.objects.get(pk=id_of("programme", KEY))


class TestThePlan:
    def test_is_the_same_for_the_same_seed_and_another_for_another(self) -> None:
        once, again = plan(SMALL, at=NOW), plan(SMALL, at=NOW)
        other = plan(Extent(starts=SMALL.starts, seed=7), at=NOW)

        assert once == again
        assert once.people != other.people

    def test_has_twenty_four_sets_in_four_organisations(self) -> None:
        whole = plan(WHOLE, at=NOW)

        employers = {one.employer.key for one in whole.people}
        assert len(whole.courses) == len({each.name for each in whole.courses}) == 24
        assert employers == {"hospitals", "council", "water", "homes"}
        assert 145 <= len(whole.people) <= 160

    def test_uses_every_name_and_address_once(self) -> None:
        everybody = plan(WHOLE, at=NOW).strangers

        assert len({one.name for one in everybody}) == len(everybody)
        assert {one.email.rpartition(".")[2] for one in everybody} == {"example"}
        assert all(one.email.isascii() for one in everybody)

    def test_brings_a_set_together_across_organisations(self) -> None:
        mixed = [
            len({one.employer.key for one in each.members})
            for each in plan(WHOLE, at=NOW).courses
        ]

        assert min(mixed) >= 3


def made_up(drawn: Plan) -> Room:
    """The first meeting of the first set, as it is made up without a database."""
    course = drawn.courses[0]
    people = tuple(Attendee(person=str(one.id), agreed=True) for one in course.members)
    leads = Attendee(
        person=str(course.facilitator.id), belonging=Belonging.FACILITATOR, agreed=True
    )
    brief = Brief(
        format="classic_uk",
        booked_minutes=150,
        people=(*people, leads),
        facilitator=leads.person,
    )
    occasion = Occasion(
        name="first",
        convene=Convene(by=ASKWELL, token="first", brief=brief),
        starts_at=course.meets_at[0],
        manner=course.manner(0),
        subjects={
            each.person: Subject(headline="The rota", topic_id="") for each in people
        },
    )
    return hold(occasion, chance=drawn.chance("first"))


def test_a_meeting_is_made_up_the_same_way_again() -> None:
    drawn = plan(SMALL, at=NOW)

    once, again = made_up(drawn), made_up(drawn)

    assert once.events == again.events
    assert once.state.stage is Stage.CLOSED


def test_phrases_are_filled_in_and_begin_with_a_capital() -> None:
    chance = plan(SMALL, at=NOW).chance("phrases")

    said = {phrases.say(phrases.TOPICS, chance) for _each in range(60)}

    assert all(words[0].isupper() and "{" not in words for words in said)


@pytest.mark.django_db
class TestTheYear:
    def test_every_log_replays_to_a_closed_meeting(self, year: Plan) -> None:
        held = Meeting.objects.held().filter(
            learning_set__cohort__programme__isnull=False
        )

        stages = [log.state(each.pk).stage for each in held]

        many = sum(len(each.meets_at) for each in year.courses)
        assert stages == [Stage.CLOSED] * many

    def test_sets_lapse_or_take_turns_or_go_on(self, year: Plan) -> None:
        sets = LearningSet.objects.filter(cohort__programme=the_programme())

        coming = Meeting.objects.to_come().filter(learning_set__in=sets)
        by_turns = sets.filter(facilitated_by=LearningSet.FacilitatedBy.TURNS)
        assert (sets.count(), coming.count(), by_turns.count()) == (4, 3, 1)

    def test_somebody_leaves_and_somebody_comes(self, year: Plan) -> None:
        moved = LearningSet.objects.get(name=year.courses[1].name)

        left = moved.memberships.filter(left_at__isnull=False)
        assert left.count() == 1
        assert moved.memberships.members().count() == len(year.courses[1].members)

    def test_the_quarters_that_are_over_are_released_in_order(self, year: Plan) -> None:
        made = Snapshot.objects.filter(programme=the_programme()).order_by("made_at")

        assert [(each.year, each.number) for each in made] == [
            (2025, 3),
            (2025, 4),
            (2026, 1),
        ]
        shown = Figure.objects.filter(snapshot=made[2], value__isnull=False)
        assert shown.count() > 10

    def test_nobody_of_it_waits_for_mail(self, year: Plan) -> None:
        strangers = [one.id for one in year.strangers]

        waiting = Notice.objects.waiting().filter(person__in=strangers)

        assert waiting.count() == 0

    def test_is_brought_in_once(self, year: Plan) -> None:
        people = Person.objects.count()

        operations.load(at=NOW, extent=SMALL)

        assert Person.objects.count() == people

    def test_no_screen_drawn_from_it_is_empty(self, year: Plan) -> None:
        found = {
            (who, path): _how_it_looks(browser.get(path))
            for who, paths in SCREENS.items()
            for browser in [signed_in(person(who))]
            for path in paths
        }

        full = {(who, path): "full" for who, paths in SCREENS.items() for path in paths}
        assert found == full

    def test_stands_on_the_page_of_the_cast(self, year: Plan) -> None:
        (group,) = around_the_year()

        assert group.badge == "4 sets"
        assert [seat.character.key for seat in group.seats] == [
            "Helen",
            "Nadia",
            "Amara",
            "Delroy",
        ]
