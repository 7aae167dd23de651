"""Whoever leaves takes what is theirs, and may have their words destroyed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.actions.models import Action
from askwell.web.meetings import log
from askwell.web.people.models import Notice
from askwell.web.programmes import operations as programmes
from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.renewal import operations, tasks
from askwell.web.renewal.models import Farewell
from askwell.web.renewal.refusals import NotNowError
from askwell.web.vault.models import Receipt
from factories import a_person, a_set, an_action, is_in, signed_in
from web.meetings.rooms import a_meeting

pytestmark = pytest.mark.django_db

SURE = {"sure": "on"}


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def jonas():
    return a_person("Jonas")


@pytest.fixture
def learning_set(amara, jonas):
    return a_set(amara, jonas, facilitator=amara)


@pytest.fixture
def left(learning_set, jonas):
    """Jonas has left a moment ago."""
    mine = SetMembership.objects.get(learning_set=learning_set, person=jonas)
    programmes.leave(mine, at=timezone.now())
    mine.refresh_from_db()
    return mine


def told() -> list[tuple[str, str]]:
    notices = Notice.objects.filter(kind__in=("farewell", "forgotten"))
    return [
        (notice.kind, notice.person.name)
        for notice in notices.select_related("person").order_by("created_at")
    ]


def pages(learning_set) -> list[str]:
    names = ("farewell", "destruction")
    return [reverse(f"renewal:{name}", args=[learning_set.pk]) for name in names]


class TestTheOffer:
    def test_is_posted_once_to_whoever_left(self, left):
        done = [tasks.see_people_off(at=timezone.now()) for _ in range(2)]

        assert done == [1, 0]
        assert told() == [("farewell", "Jonas")]

    def test_is_posted_to_whoever_was_removed(self, learning_set, amara, jonas):
        other = SetMembership.objects.get(learning_set=learning_set, person=jonas)
        programmes.remove(other, by=amara, at=timezone.now())

        tasks.see_people_off(at=timezone.now())

        assert told() == [("farewell", "Jonas")]
        assert signed_in(jonas).get(pages(learning_set)[0]).status_code == 200

    def test_is_not_posted_to_guests_and_those_who_only_waited(self, learning_set):
        now = timezone.now()
        guest = a_person("Guest")
        is_in(learning_set, guest, belonging="guest", left_at=now)
        is_in(learning_set, a_person("Eve"), joined_at=None, left_at=now)

        assert tasks.see_people_off(at=now) == 0
        assert signed_in(guest).get(pages(learning_set)[0]).status_code == 200

    def test_costs_nothing_more_once_it_is_posted(
        self, left, learning_set, django_assert_num_queries
    ):
        for number in range(2):
            is_in(learning_set, a_person(f"Eve {number}"), left_at=left.left_at)
        tasks.see_people_off(at=timezone.now())

        with django_assert_num_queries(2):
            assert tasks.see_people_off(at=timezone.now()) == 0

    def test_is_not_posted_long_afterwards(self, left):
        assert tasks.see_people_off(at=timezone.now() + Farewell.LASTS) == 0


class TestThePage:
    def test_is_for_the_leaver_alone(self, left, learning_set, amara, jonas):
        stranger = a_person("Eve")

        for address in pages(learning_set):
            answers = [
                signed_in(person).get(address).status_code
                for person in (jonas, amara, stranger)
            ]
            assert answers == [200, 404, 404]

    def test_is_there_for_thirty_days(self, left, learning_set, jonas):
        SetMembership.objects.filter(pk=left.pk).update(
            left_at=timezone.now() - Farewell.LASTS
        )

        assert signed_in(jonas).get(pages(learning_set)[0]).status_code == 404

    def test_is_gone_for_whoever_came_back(self, left, learning_set, jonas):
        is_in(learning_set, jonas)

        assert signed_in(jonas).get(pages(learning_set)[0]).status_code == 404

    def test_opens_nothing_else_of_the_set(self, left, learning_set, jonas):
        browser = signed_in(jonas)

        others = [
            browser.get(f"/sets/{learning_set.pk}/{page}").status_code
            for page in ("", "people/", "contract/", "health/", "ending/")
        ]

        assert others == [404] * 5

    def test_leads_to_the_record_first(self, left, learning_set, jonas):
        page = signed_in(jonas).get(pages(learning_set)[0]).text

        assert 'href="/record/"' in page
        assert "Read what that means" in page


class TestDestroying:
    def test_takes_a_second_step(self, left, learning_set, jonas):
        address = pages(learning_set)[1]

        page = signed_in(jonas).post(address, {})

        assert page.status_code == 422
        assert not Receipt.objects.exists()

    def test_destroys_the_leavers_words_and_nobody_elses(
        self, learning_set, amara, jonas
    ):
        mine, theirs = an_action(jonas, learning_set), an_action(amara, learning_set)
        programmes.leave(
            SetMembership.objects.get(learning_set=learning_set, person=jonas),
            at=timezone.now(),
        )

        signed_in(jonas).post(pages(learning_set)[1], SURE)

        said = [Action.objects.get(pk=one.pk).words for one in (mine, theirs)]
        assert said == [None, theirs.words]

    def test_destroys_them_in_this_set_alone(self, left, learning_set, jonas):
        elsewhere = an_action(jonas, a_set(jonas))

        signed_in(jonas).post(pages(learning_set)[1], SURE)

        assert Action.objects.get(pk=elsewhere.pk).words == elsewhere.words

    def test_leaves_a_receipt_a_line_and_a_notice(self, left, learning_set, jonas):
        browser = signed_in(jonas)

        browser.post(pages(learning_set)[1], SURE)

        page = browser.get(pages(learning_set)[0]).text
        line = LedgerLine.objects.get(kind="forgotten")
        assert "on nobody can read the words" in page
        assert (line.about, line.learning_set) == (jonas, learning_set)
        assert told() == [("forgotten", "Jonas")]

    def test_is_done_once(self, left, learning_set, jonas):
        browser = signed_in(jonas)
        for _ in range(2):
            browser.post(pages(learning_set)[1], SURE)

        assert tasks.see_people_off(at=timezone.now()) == 1
        assert Receipt.objects.count() == 1
        assert LedgerLine.objects.filter(kind="forgotten").count() == 1

    def test_is_finished_by_the_worker_if_it_was_cut_off(self, left):
        now = timezone.now()
        Farewell.objects.create(membership=left, told_at=now, wanted_at=now)

        done = tasks.see_people_off(at=now)

        assert done == 1
        assert Farewell.objects.get().destroyed_at == now
        assert Receipt.objects.get().author_id == str(left.person_id)

    def test_is_not_for_somebody_who_is_still_there(self, learning_set, jonas):
        mine = SetMembership.objects.get(learning_set=learning_set, person=jonas)

        with pytest.raises(NotNowError):
            operations.ask_to_be_forgotten(mine, by=jonas, at=timezone.now())


def test_what_they_said_in_a_meeting_is_a_gap_and_the_meeting_still_replays():
    held = a_meeting()
    held.note("ben", "What I would rather forget")
    held.note("chi", "What stays")
    before = log.state(held.id)
    mine = SetMembership.objects.get(
        learning_set=held.learning_set, person=held.person("ben")
    )
    now = timezone.now()
    SetMembership.objects.filter(pk=mine.pk).update(left_at=now - timedelta(days=1))
    mine.refresh_from_db()

    operations.ask_to_be_forgotten(mine, by=mine.person, at=now)

    after = log.state(held.id)
    said = [note.words for note in after.notes.values()]
    assert after.head == before.head
    assert said == [None, "What stays"]
