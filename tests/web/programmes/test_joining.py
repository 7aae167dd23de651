"""Coming into a set by its link, with nothing but a name and an address."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from askwell.web.people.models import AddressProof, Membership, Person
from askwell.web.programmes import operations, queries, rules
from factories import PASSWORD, a_person, a_place, a_set, an_organisation, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unhurried():
    """Attempts of earlier tests do not count."""
    cache.clear()


@pytest.fixture
def browser():
    return Client()


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def learning_set(amara):
    return a_set(amara, name="Tuesday herons")


@pytest.fixture
def link(learning_set, amara):
    return operations.open_link(learning_set, by=amara, at=timezone.now())


def page(link) -> str:
    return reverse("programmes:join", args=[link.code])


def code_page(link) -> str:
    return reverse("programmes:join_code", args=[link.code])


def mailed_code() -> str:
    return re.search(r"(\d{3} \d{3})", mail.outbox[-1].body)[1]


def words_of(answer) -> str:
    """The page without what differs on every page: its token and its own path."""
    return re.sub(r'value="([\w-]{64}|/join/.*?)"', "", answer.content.decode())


def ask_for_code(browser, link, email="noor@people.example", name="Noor Idris"):
    return browser.post(page(link), {"name": name, "email": email})


def come_in(browser, link, **who):
    ask_for_code(browser, link, **who)
    return browser.post(code_page(link), {"code": mailed_code()}, follow=True)


def test_the_page_says_what_one_is_invited_to(browser, link):
    words = browser.get(page(link)).content.decode()

    assert "Amara Okafor invites you to" in words
    assert "Tuesday herons" in words


def test_it_does_not_name_who_is_in_the_set(browser, link, learning_set):
    is_hidden = a_person("Rashid Haddad")
    learning_set.memberships.create(person=is_hidden, joined_at=timezone.now())

    assert "Rashid" not in browser.get(page(link)).content.decode()


def test_opening_the_link_changes_nothing(browser, link, learning_set):
    browser.get(page(link))

    assert Person.objects.count() == 1
    assert queries.people_of(learning_set) == [learning_set.memberships.get()]


def test_a_stranger_with_the_code_waits_and_belongs_to_no_organisation(
    browser, link, learning_set
):
    come_in(browser, link)

    noor = Person.objects.get(email="noor@people.example")
    assert noor.name == "Noor Idris"
    assert queries.membership_of(noor, learning_set).is_waiting
    with scopes_disabled():
        assert not Membership.objects.filter(person=noor).exists()
    assert not rules.can_attend(noor, learning_set)


def test_they_live_by_the_clocks_of_their_browser(browser, link):
    ask_for_code(browser, link)
    asked = browser.get(code_page(link)).text

    typed = {"code": mailed_code(), "time_zone": "Europe/Berlin"}
    browser.post(code_page(link), typed)

    assert "own-clocks" in asked
    assert Person.objects.get(name="Noor Idris").time_zone == "Europe/Berlin"


def test_they_are_signed_in_and_see_that_they_wait(browser, link):
    words = come_in(browser, link).content.decode()

    assert "You have asked to join" in words
    assert browser.get(reverse("people:settings")).status_code == 200


def test_the_code_is_kept_as_a_digest_only(browser, link):
    ask_for_code(browser, link)

    proof = AddressProof.objects.get()
    kept = {str(value) for value in vars(proof).values()}
    assert mailed_code().replace(" ", "") not in kept


def test_a_wrong_code_may_be_mended(browser, link, learning_set):
    ask_for_code(browser, link)
    wrong = browser.post(code_page(link), {"code": "000 000"})
    assert "That is not the code" in wrong.content.decode()

    browser.post(code_page(link), {"code": mailed_code()})

    assert len(queries.people_of(learning_set)) == 2


def test_five_wrong_codes_end_it(browser, link, learning_set):
    ask_for_code(browser, link)
    for _ in range(AddressProof.MOST_TRIES):
        answer = browser.post(code_page(link), {"code": "000000"})
    assert "no longer serves" in answer.content.decode()

    browser.post(code_page(link), {"code": mailed_code()})

    assert len(queries.people_of(learning_set)) == 1


def test_a_code_serves_for_fifteen_minutes(browser, link, learning_set):
    ask_for_code(browser, link)
    AddressProof.objects.update(expires_at=timezone.now())

    browser.post(code_page(link), {"code": mailed_code()})

    assert len(queries.people_of(learning_set)) == 1


def test_codes_to_one_address_are_counted(browser, link):
    for _ in range(5):
        ask_for_code(browser, link)

    answer = ask_for_code(browser, link)

    assert answer.status_code == 429
    assert len(mail.outbox) == 5


def test_asking_over_and_over_is_slowed_down(browser, link, settings):
    settings.ACCOUNT_RATE_LIMITS = {"join": "2/h/ip"}
    for number in range(2):
        ask_for_code(browser, link, email=f"noor{number}@people.example")

    answer = ask_for_code(browser, link, email="noor9@people.example")

    assert answer.status_code == 429


def test_it_does_not_tell_whether_an_address_is_known(link):
    a_person("Noor Idris", "known@people.example")
    answers = [
        ask_for_code(Client(), link, email=email)
        for email in ("known@people.example", "unknown@people.example")
    ]

    assert answers[0].url == answers[1].url
    known, unknown = (re.sub(r"\d{3} \d{3}", "", one.body) for one in mail.outbox)
    assert known == unknown


def test_nothing_a_stranger_types_is_mailed_on(browser, link):
    ask_for_code(browser, link, name="Buy cheap herons")

    [letter] = mail.outbox
    assert "herons" not in letter.subject + letter.body


def test_somebody_known_keeps_their_name(browser, link, learning_set):
    noor = a_person("Noor Idris", "noor@people.example")

    come_in(browser, link, name="Somebody Else")

    noor.refresh_from_db()
    assert noor.name == "Noor Idris"
    assert queries.membership_of(noor, learning_set).is_waiting


def test_a_second_step_to_sign_in_is_not_gone_round(browser, link):
    noor = a_person("Noor Idris", "noor@people.example", PASSWORD)
    TOTP.activate(noor, generate_totp_secret())

    come_in(browser, link)

    assert browser.get(reverse("people:settings")).status_code == 302


def test_somebody_who_is_signed_in_just_presses_the_button(link, learning_set):
    noor = a_person("Noor Idris")
    browser = signed_in(noor)
    assert "Ask to join" in browser.get(page(link)).content.decode()

    browser.post(page(link), {"answer": "yes"})

    assert queries.membership_of(noor, learning_set).is_waiting


def test_one_may_change_ones_mind_while_waiting(link, learning_set):
    noor = a_person("Noor Idris")
    browser = signed_in(noor)
    browser.post(page(link), {"answer": "yes"})

    browser.post(page(link), {"answer": "no"})

    assert queries.membership_of(noor, learning_set) is None


def test_whoever_says_no_to_an_invitation_is_not_reminded_of_it(learning_set, amara):
    noor = a_person("Noor Idris")
    invitation = operations.invite(
        learning_set, email=noor.email, by=amara, at=timezone.now()
    )

    signed_in(noor).post(page(invitation), {"answer": "no"})

    assert queries.unanswered(learning_set) == []
    assert queries.membership_of(noor, learning_set) is None


def test_a_no_to_a_link_that_was_passed_on_leaves_it_open_for_others(link):
    signed_in(a_person("Noor Idris")).post(page(link), {"answer": "no"})

    link.refresh_from_db()
    assert link.is_open(at=timezone.now())


def test_an_invitation_to_ones_own_address_leads_straight_to_the_agreement(
    browser, learning_set, amara
):
    invitation = operations.invite(
        learning_set, email="noor@people.example", by=amara, at=timezone.now()
    )

    answer = come_in(browser, invitation)

    path, _ = answer.redirect_chain[-1]
    assert path == reverse("programmes:contract", args=[learning_set.pk])


def test_a_manager_is_told_why_they_cannot_join(link, amara):
    house, graham = an_organisation(), a_person("Graham Pell")
    a_place(amara, house, manager=a_place(graham, house))

    answer = signed_in(graham).post(page(link), {"answer": "yes"}, follow=True)

    assert "same reporting line" in answer.content.decode()


def test_a_closed_link_answers_like_one_that_never_was(browser, link, amara):
    never = words_of(browser.get(reverse("programmes:join", args=["never-was"])))
    operations.withdraw(link, by=amara, at=timezone.now())

    closed = browser.get(page(link))

    assert (closed.status_code, words_of(closed)) == (404, never)


def test_an_expired_link_does_too(browser, link):
    never = words_of(browser.get(reverse("programmes:join", args=["never-was"])))
    link.expires_at = timezone.now()
    link.save()

    expired = browser.get(page(link))

    assert (expired.status_code, words_of(expired)) == (404, never)


def test_a_mail_that_cannot_be_sent_is_owned_up_to(browser, link, settings):
    settings.EMAIL_BACKEND = "closed_post.ClosedPost"

    answer = ask_for_code(browser, link)

    assert answer.status_code == 503
    assert "could not be sent" in answer.content.decode()
