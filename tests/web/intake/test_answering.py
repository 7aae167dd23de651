"""Yes, not this time, and no longer: somebody's own answer to a programme."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from askwell.web.enrolments.models import Enrolment
from askwell.web.home.steps import next_step
from askwell.web.home.steps.step import Seeker
from askwell.web.intake import operations
from askwell.web.intake.models import Intake
from askwell.web.people.models import Membership, Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LearningSet
from factories import a_person, a_set, is_in, signed_in
from web.intake.programme import (
    Status,
    a_programme_of_two,
    asked_at,
    mailed_code,
    somebody_asked,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unhurried():
    """Attempts of earlier tests do not count."""
    cache.clear()


@pytest.fixture
def both():
    return a_programme_of_two()


@pytest.fixture
def browser():
    return Client()


def page(enrolment) -> str:
    return reverse("intake:join", args=[enrolment.code])


def say(browser, enrolment, answer):
    return browser.post(page(enrolment), {"answer": answer})


def status_of(enrolment) -> str:
    return Enrolment.objects.get(pk=enrolment.pk).status


def its_sets_are_made(both) -> LearningSet:
    cohort = both.programme.cohorts.get()
    return LearningSet.objects.create(name="Alders", cohort=cohort)


def test_the_page_says_what_one_is_asked_into(both, browser):
    words = browser.get(page(somebody_asked(both))).text

    assert "Ingrid Solberg invites you to" in words
    assert both.programme.aim in words
    assert both.partner.organisation.name in words
    assert "6 meetings of 2 hours 30 minutes" in words
    assert "How many came to each meeting, without names" in words


def test_opening_the_link_changes_nothing(both, browser):
    enrolment = somebody_asked(both)

    browser.get(page(enrolment))

    assert status_of(enrolment) == Status.INVITED
    assert not Person.objects.filter(email=enrolment.email).exists()


def test_the_page_shows_no_more_of_the_address_than_its_owner_knows(both, browser):
    enrolment = somebody_asked(both, email="noor.idris@people.example")

    words = browser.get(page(enrolment)).text

    assert "n…@people.example" in words
    assert "noor" not in words


def test_a_yes_takes_the_code_that_was_mailed_to_the_address(both, browser):
    enrolment = somebody_asked(both)
    asked = say(browser, enrolment, "yes")
    assert status_of(enrolment) == Status.INVITED
    assert mail.outbox[-1].to == [enrolment.email]

    answer = browser.post(asked.url, {"code": mailed_code()})

    assert answer.url == reverse("intake:begin", args=[enrolment.pk])
    person = Person.objects.get(email=enrolment.email)
    joined = Enrolment.objects.get(pk=enrolment.pk)
    assert (joined.status, joined.person) == (Status.JOINED, person)
    assert Intake.objects.get(enrolment=enrolment).owner == person


def test_a_wrong_code_lets_nobody_in(both, browser):
    enrolment = somebody_asked(both)
    asked = say(browser, enrolment, "yes")

    answer = browser.post(asked.url, {"code": "000 000"})

    assert "That is not the code" in answer.text
    assert status_of(enrolment) == Status.INVITED


def test_whoever_is_signed_in_with_the_address_needs_no_code(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor)

    answer = say(signed_in(noor), enrolment, "yes")

    assert answer.url == reverse("intake:begin", args=[enrolment.pk])
    assert status_of(enrolment) == Status.JOINED
    assert not mail.outbox


def test_a_yes_writes_their_place_in_the_organisation(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor, area="Nursing", level=3)

    say(signed_in(noor), enrolment, "yes")

    with scopes_disabled():
        place = Membership.objects.get(person=noor)
    assert place.organisation == both.home.organisation
    assert (place.level, place.function) == (3, "Nursing")


def test_somebody_signed_in_with_another_address_is_told_what_to_do(both):
    enrolment = somebody_asked(both)
    other = signed_in(a_person("Jonas Lind"))

    words, answer = other.get(page(enrolment)).text, say(other, enrolment, "yes")

    assert "This invitation is for another address" in words
    assert answer.status_code == 409
    assert status_of(enrolment) == Status.INVITED


def test_a_no_takes_nothing_but_the_link_and_makes_no_account(both, browser):
    enrolment = somebody_asked(both)

    answer = browser.post(page(enrolment), {"answer": "no"}, follow=True)

    assert "Nobody is told why" in answer.text
    assert status_of(enrolment) == Status.DECLINED
    assert not Person.objects.filter(email=enrolment.email).exists()
    assert not mail.outbox


def test_a_no_can_be_taken_back_until_the_sets_are_put_together(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor, status=Status.DECLINED)

    say(signed_in(noor), enrolment, "yes")

    assert status_of(enrolment) == Status.JOINED


def test_after_that_it_stands_and_the_page_says_whom_to_ask(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor, status=Status.DECLINED)
    its_sets_are_made(both)

    say(signed_in(noor), enrolment, "yes")
    words = signed_in(noor).get(page(enrolment)).text

    assert status_of(enrolment) == Status.DECLINED
    assert "write to whoever invited you" in words


def test_who_was_silent_may_still_come_late(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor)
    its_sets_are_made(both)

    say(signed_in(noor), enrolment, "yes")

    assert status_of(enrolment) == Status.JOINED


@pytest.mark.parametrize("status", [Status.LISTED, Status.LEFT])
def test_a_link_that_does_not_hold_answers_kindly(both, browser, status):
    enrolment = somebody_asked(both, status=status)

    answer = browser.get(page(enrolment))

    assert answer.status_code == 404
    assert "You need do nothing" in answer.text


def test_so_does_one_that_never_was_and_one_of_a_programme_that_is_over(both, browser):
    enrolment = somebody_asked(both)
    both.programme.ended_at = timezone.now()
    both.programme.save()

    over = browser.get(page(enrolment))
    never = browser.get(reverse("intake:join", args=["nobody-knows-this"]))

    assert over.status_code == never.status_code == 404
    assert "You need do nothing" in over.text


def test_whoever_has_said_yes_cannot_be_taken_out_with_the_link(both, browser):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor)
    operations.join(enrolment, person=noor, at=timezone.now())

    say(browser, enrolment, "no")

    assert status_of(enrolment) == Status.JOINED


def test_leaving_deletes_what_was_said_and_ends_the_place_in_the_set(both):
    noor, others = a_person("Noor Idris"), [a_person(n) for n in ("Mei", "Jonas")]
    enrolment = asked_at(both, noor)
    operations.join(enrolment, person=noor, at=timezone.now())
    learning_set = a_set(*others)
    learning_set.cohort = both.programme.cohorts.get()
    learning_set.save()
    place = is_in(learning_set, noor)
    leaving = reverse("intake:leaving", args=[enrolment.pk])
    assert learning_set.name in signed_in(noor).get(leaving).text

    signed_in(noor).post(leaving)

    place.refresh_from_db()
    assert status_of(enrolment) == Status.LEFT
    assert place.left_at
    assert not Intake.objects.exists()


def test_ones_own_page_has_each_programme_and_what_to_do(both):
    noor = a_person("Noor Idris")
    assert "You are in no programme" in signed_in(noor).get("/programmes/mine/").text
    enrolment = asked_at(both, noor)

    asked = signed_in(noor).get("/programmes/mine/").text
    operations.join(enrolment, person=noor, at=timezone.now())
    joined = signed_in(noor).get("/programmes/mine/").text

    assert page(enrolment) in asked
    assert "A few short questions are left" in joined


def test_it_takes_as_many_questions_for_three_programmes_as_for_one(
    both, django_assert_num_queries
):
    noor = a_person("Noor Idris")
    asked_at(both, noor)
    browser = signed_in(noor)
    browser.get("/programmes/mine/")

    with django_assert_num_queries(7):
        browser.get("/programmes/mine/")
    for each in (a_programme_of_two(), a_programme_of_two()):
        asked_at(each, noor)
    with django_assert_num_queries(7):
        browser.get("/programmes/mine/")


def test_the_front_page_asks_for_the_answer_then_for_the_questions(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor)
    headings = [_heading(noor)]

    operations.join(enrolment, person=noor, at=timezone.now())
    headings.append(_heading(noor))
    operations.finish(enrolment, by=noor, at=timezone.now())
    headings.append(_heading(noor))

    assert headings == [
        "You are asked to take part",
        "A few questions, so that your set fits you",
        "Your set is being put together",
    ]
    assert "/programmes/mine/" in signed_in(noor).get("/").text


def test_a_set_that_was_put_together_waits_for_its_own_yes(both):
    noor = a_person("Noor Idris")
    enrolment = asked_at(both, noor)
    operations.join(enrolment, person=noor, at=timezone.now())
    learning_set = its_sets_are_made(both)
    sets.place(
        learning_set,
        email=noor.email,
        name=noor.name,
        by=both.whole,
        at=timezone.now(),
    )

    words = signed_in(noor).get("/programmes/mine/").text
    say = signed_in(noor).get(reverse("intake:say", args=[enrolment.pk, "apart"])).text

    assert _heading(noor) == "A set was put together with you in it"
    assert "See Alders" in words
    assert "You have a set by now" in say


def test_a_programme_that_is_over_asks_for_nothing(both):
    noor = a_person("Noor Idris")
    asked_at(both, noor)
    both.programme.ends_on = timezone.now().date() - timedelta(days=1)
    both.programme.starts_on = both.programme.ends_on
    both.programme.save()

    assert _heading(noor) == "You are in no set yet"


def _heading(person) -> str:
    step = next_step(Seeker(person, timezone.now()))
    return step.heading if step else ""
