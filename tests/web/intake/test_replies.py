"""Asking people into a programme, how their answers come in, and reminding them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations
from askwell.web.intake.operations import inviting
from askwell.web.intake.tasks import remind_the_silent
from askwell.web.people.models import Notice
from factories import a_person, an_enrolment, signed_in
from web.intake.programme import Status, a_programme_of_two, somebody_asked

pytestmark = pytest.mark.django_db

NOW = timezone.now()
A_DAY = timedelta(days=1)


@pytest.fixture
def both():
    return a_programme_of_two()


def replies(both, what="replies") -> str:
    return reverse(f"intake:{what}", args=[both.programme.pk])


def listed(both, partner) -> Enrolment:
    return an_enrolment(both.programme, partner=partner)


def letters_to(enrolment) -> int:
    return Notice.objects.filter(
        kind=Notice.Kind.PROGRAMME, address=enrolment.email
    ).count()


def status_of(enrolment) -> str:
    return Enrolment.objects.get(pk=enrolment.pk).status


def test_everybody_listed_is_asked_at_once(both):
    people = [listed(both, both.home), listed(both, both.partner)]

    signed_in(both.whole).post(replies(both, "asking"))

    assert [status_of(one) for one in people] == [Status.INVITED] * 2
    assert [letters_to(one) for one in people] == [1, 1]
    notice = Notice.objects.get(address=people[0].email)
    assert notice.path == f"/programmes/join/{people[0].code}/"
    assert notice.by == both.whole


def test_asking_twice_writes_once(both):
    one = listed(both, both.home)

    for _ in range(2):
        signed_in(both.whole).post(replies(both, "asking"))

    assert letters_to(one) == 1


def test_only_those_who_are_ticked_are_asked(both):
    one, other = listed(both, both.home), listed(both, both.home)
    ticked = {"whom": "ticked", "person": [one.pk, "not an id"]}

    signed_in(both.whole).post(replies(both, "asking"), ticked)

    assert [letters_to(one), letters_to(other)] == [1, 0]


def test_ticking_nobody_asks_nobody(both):
    one = listed(both, both.home)

    signed_in(both.whole).post(replies(both, "asking"), {"whom": "ticked"})

    assert letters_to(one) == 0


def test_an_organisations_manager_asks_their_own_people_alone(both):
    own, foreign = listed(both, both.partner), listed(both, both.home)
    ticked = {"whom": "ticked", "person": [own.pk, foreign.pk]}

    signed_in(both.speaks).post(replies(both, "asking"), ticked)
    signed_in(both.speaks).post(replies(both, "asking"))

    assert [letters_to(own), letters_to(foreign)] == [1, 0]


def test_nobody_writes_to_more_than_so_many_a_day(both, monkeypatch):
    monkeypatch.setattr(inviting, "MOST_A_DAY", 2)
    for _ in range(3):
        listed(both, both.home)

    today = operations.invite(both.programme, by=both.whole, at=NOW)
    again = operations.invite(both.programme, by=both.whole, at=NOW)
    tomorrow = operations.invite(both.programme, by=both.whole, at=NOW + 2 * A_DAY)

    assert [today.asked, today.waiting] == [2, 1]
    assert [again.asked, again.waiting] == [0, 1]
    assert [tomorrow.asked, tomorrow.waiting] == [1, 0]


def test_nobody_is_written_to_by_programme_after_programme(both, monkeypatch):
    monkeypatch.setattr(inviting, "MOST_TO_AN_ADDRESS", 2)
    programmes = [both, a_programme_of_two(), a_programme_of_two()]
    for each in programmes:
        an_enrolment(each.programme, email="mei@people.example", partner=each.home)

    sent = [
        operations.invite(each.programme, by=each.whole, at=NOW) for each in programmes
    ]

    assert [(one.asked, one.waiting) for one in sent] == [(1, 0), (1, 0), (0, 1)]


def test_who_is_silent_for_a_week_is_reminded_once(both):
    long, short = NOW - timedelta(days=8), NOW - timedelta(days=3)
    silent = somebody_asked(both, invited_at=long)
    recent = somebody_asked(both, invited_at=short)
    gone = [
        somebody_asked(both, invited_at=long, status=status)
        for status in (Status.DECLINED, Status.LEFT, Status.JOINED)
    ]

    for _ in range(2):
        signed_in(both.whole).post(replies(both, "reminding"))

    assert [letters_to(one) for one in [silent, recent, *gone]] == [1, 0, 0, 0, 0]


def test_an_organisations_manager_reminds_their_own_people_alone(both):
    long = NOW - timedelta(days=8)
    own = somebody_asked(both, partner=both.partner, invited_at=long)
    foreign = somebody_asked(both, invited_at=long)

    signed_in(both.speaks).post(replies(both, "reminding"))

    assert [letters_to(own), letters_to(foreign)] == [1, 0]


def test_of_itself_a_reminder_comes_after_five_and_ten_days_and_never_again(both):
    asked = somebody_asked(both, invited_at=NOW)

    told = [day for day in range(40) if remind_the_silent(at=NOW + timedelta(days=day))]

    assert told == [5, 10]
    assert letters_to(asked) == 2


def test_a_reminder_by_hand_takes_the_place_of_the_one_that_is_near(both):
    somebody_asked(both, invited_at=NOW, reminded_at=NOW + timedelta(days=9))

    told = [day for day in range(40) if remind_the_silent(at=NOW + timedelta(days=day))]

    assert told == [14]


def test_nobody_is_reminded_of_what_is_over_or_whose_sets_are_made(both):
    somebody_asked(both, invited_at=NOW)
    cohort = both.programme.cohorts.get()
    cohort.sets.create(name="Alders")

    assert remind_the_silent(at=NOW + timedelta(days=6)) == 0

    cohort.sets.all().delete()
    both.programme.ended_at = NOW
    both.programme.save()

    assert remind_the_silent(at=NOW + timedelta(days=6)) == 0


def test_the_page_counts_for_each_organisation(both):
    listed(both, both.home)
    somebody_asked(both)
    somebody_asked(both, partner=both.partner, status=Status.DECLINED)
    an_enrolment(both.programme, a_person("Mei"), partner=both.partner)

    page = signed_in(both.whole).get(replies(both)).context["progress"]

    whole = page.whole
    assert [whole.listed, whole.silent, whole.yes, whole.no] == [1, 1, 1, 1]
    assert [one.asked for one in page.each] == [1, 2]


def test_an_organisations_manager_reads_of_their_own_people_alone(both):
    own = listed(both, both.partner)
    foreign = listed(both, both.home)

    answer = signed_in(both.speaks).get(replies(both))

    assert own.name in answer.text
    assert foreign.name not in answer.text
    assert both.home.organisation.name not in answer.text
    assert answer.context["progress"].whole.listed == 1


@pytest.mark.parametrize(
    ("shown", "status"),
    [("silent", Status.INVITED), ("no", Status.DECLINED), ("left", Status.LEFT)],
)
def test_who_has_not_answered_and_who_said_no_are_named(both, shown, status):
    one = somebody_asked(both, status=status)

    words = signed_in(both.whole).get(replies(both), {"show": shown}).text

    assert one.name in words


def test_of_a_yes_the_page_says_where_and_that_they_have_said_when(both):
    person = a_person("Mei Chen")
    asked = somebody_asked(both, email=person.email, name=person.name, area="Nursing")
    operations.join(asked, person=person, at=NOW)
    before = signed_in(both.whole).get(replies(both), {"show": "yes"}).text

    operations.say_when(asked, by=person, week=1)
    after = signed_in(both.whole).get(replies(both), {"show": "yes"}).text

    assert "has not said when yet" in before
    assert "Nursing" in after
    assert ["has said when" in after, "has not said when" in after] == [True, False]


def test_with_nobody_on_the_list_the_page_says_where_to_begin(both):
    words = signed_in(both.whole).get(replies(both)).text

    assert "Nobody is on the list yet" in words


def test_it_takes_as_many_questions_for_three_people_as_for_one(
    both, django_assert_num_queries
):
    browser = signed_in(both.whole)
    somebody_asked(both)
    with django_assert_num_queries(10):
        browser.get(replies(both))
    for _ in range(2):
        somebody_asked(both, partner=both.partner)
    with django_assert_num_queries(10):
        browser.get(replies(both))
