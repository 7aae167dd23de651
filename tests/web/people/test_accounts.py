"""Signing up, in and out: by password, and by a code typed on a page."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from askwell.web.people.models import Person
from factories import PASSWORD, a_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unhurried():
    """Attempts of earlier tests do not count."""
    cache.clear()


@pytest.fixture
def browser():
    return Client()


def mailed_code() -> str:
    return re.search(r"^\s+(\d{6}|\d{3} \d{3})\s*$", mail.outbox[-1].body, re.M)[1]


def who(browser) -> str | None:
    answer = browser.get(reverse("people:settings"))
    return answer.context["request"].user.name if answer.status_code == 200 else None


def sign_up(browser, **given):
    form = {
        "name": "Amara Okafor",
        "email": "Amara@People.example",
        "password1": PASSWORD,
        **given,
    }
    return browser.post(reverse("account_signup"), form)


class TestSigningUp:
    def test_a_code_makes_sure_that_the_address_is_theirs(self, browser):
        answer = sign_up(browser)
        assert answer.url == reverse("account_email_verification_sent")
        assert who(browser) is None

        browser.post(answer.url, {"code": mailed_code()})

        assert who(browser) == "Amara Okafor"
        assert Person.objects.get().email == "amara@people.example"

    @pytest.mark.parametrize(
        ("way", "told"), [("file", True), ("console", True), ("smtp", False)]
    )
    def test_a_server_that_sends_no_mail_says_where_to_look(
        self, browser, settings, way, told
    ):
        settings.MAIL = way

        page = browser.get(sign_up(browser).url).content.decode()

        assert ("This server sends no mail yet" in page) is told

    def test_a_wrong_code_opens_nothing(self, browser):
        answer = sign_up(browser)

        browser.post(answer.url, {"code": "000000"})

        assert who(browser) is None

    def test_a_name_is_needed(self, browser):
        answer = sign_up(browser, name="")

        assert answer.status_code == 200
        assert not Person.objects.exists()

    def test_a_short_password_is_refused_with_the_reason(self, browser):
        answer = sign_up(browser, password1="heron")

        assert "at least 10 characters" in answer.content.decode()

    def test_it_does_not_tell_whether_an_address_is_known(self, browser):
        unknown = sign_up(browser)
        a_person(email="known@people.example")

        known = sign_up(Client(), email="known@people.example")

        assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
        assert mail.outbox[-1].subject == "You have an account already"


class TestSigningIn:
    @pytest.fixture(autouse=True)
    def amara(self):
        return a_person("Amara Okafor", "amara@people.example", PASSWORD)

    def test_by_password(self, browser):
        browser.post(
            reverse("account_login"),
            {"login": "AMARA@people.example", "password": PASSWORD},
        )

        assert who(browser) == "Amara Okafor"

    def test_by_a_mailed_code(self, browser):
        answer = browser.post(
            reverse("account_request_login_code"), {"email": "amara@people.example"}
        )
        assert who(browser) is None

        browser.post(answer.url, {"code": mailed_code()})

        assert who(browser) == "Amara Okafor"

    def test_the_mail_holds_a_code_and_no_link_that_acts(self, browser):
        browser.post(
            reverse("account_request_login_code"), {"email": "amara@people.example"}
        )

        links = re.findall(r"https?://\S+", mail.outbox[-1].body)
        assert links == ["http://127.0.0.1:8000"]

    def test_five_wrong_codes_end_it(self, browser):
        answer = browser.post(
            reverse("account_request_login_code"), {"email": "amara@people.example"}
        )
        code = mailed_code()
        for _ in range(5):
            browser.post(answer.url, {"code": "999999"})

        browser.post(answer.url, {"code": code})

        assert who(browser) is None

    def test_it_does_not_tell_whether_an_address_is_known(self, browser):
        answers = [
            Client().post(reverse("account_request_login_code"), {"email": email})
            for email in ("amara@people.example", "nobody@people.example")
        ]

        assert answers[0].url == answers[1].url
        assert answers[0].status_code == answers[1].status_code

    def test_guessing_passwords_is_slowed_down(self, browser):
        form = {"login": "amara@people.example", "password": "not this one"}
        for _ in range(6):
            answer = browser.post(reverse("account_login"), form)

        assert "Too many" in answer.content.decode()

    def test_a_second_step_is_asked_for_where_there_is_one(self, browser, amara):
        TOTP.activate(amara, generate_totp_secret())

        answer = browser.post(
            reverse("account_login"),
            {"login": amara.email, "password": PASSWORD},
            follow=True,
        )

        assert "One more code" in answer.text
        assert who(browser) is None

    def test_signing_out_takes_a_button(self, amara):
        browser = signed_in(amara)

        browser.get(reverse("account_logout"))
        assert who(browser) == "Amara Okafor"
        browser.post(reverse("account_logout"))
        assert who(browser) is None


def test_a_forgotten_password_is_replaced_after_a_code(browser):
    a_person("Amara Okafor", "amara@people.example", PASSWORD)
    answer = browser.post(
        reverse("account_reset_password"), {"email": "amara@people.example"}
    )
    answer = browser.post(answer.url, {"code": mailed_code()})

    browser.post(
        answer.url, {"password1": "a slower heron", "password2": "a slower heron"}
    )

    assert Person.objects.get().check_password("a slower heron")


def test_a_new_address_counts_once_its_code_was_typed(browser):
    amara = a_person("Amara Okafor", "amara@people.example", PASSWORD)
    browser.force_login(amara)
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    browser.post(
        reverse("account_email"), {"action_add": "", "email": "new@people.example"}
    )
    amara.refresh_from_db()
    assert amara.email == "amara@people.example"

    browser.post(reverse("account_email_verification_sent"), {"code": mailed_code()})

    amara.refresh_from_db()
    assert amara.email == "new@people.example"


class TestSettings:
    def test_name_and_time_zone_are_ones_own_to_change(self):
        amara = a_person("Amara Okafor")

        signed_in(amara).post(
            reverse("people:settings"),
            {"name": "Amara O.", "time_zone": "Africa/Lagos"},
        )

        amara.refresh_from_db()
        assert (amara.name, amara.time_zone) == ("Amara O.", "Africa/Lagos")

    def test_hints_are_on_until_somebody_turns_them_off(self):
        amara = a_person()
        assert amara.wants_hints
        told = {"name": amara.name, "time_zone": "Africa/Lagos"}

        signed_in(amara).post(reverse("people:settings"), told)
        amara.refresh_from_db()
        assert not amara.wants_hints

        signed_in(amara).post(reverse("people:settings"), told | {"wants_hints": "on"})
        amara.refresh_from_db()
        assert amara.wants_hints

    def test_a_time_zone_that_does_not_exist_is_refused(self):
        answer = signed_in(a_person()).post(
            reverse("people:settings"), {"name": "Amara", "time_zone": "Mars/Base"}
        )

        assert answer.context["form"].errors.keys() == {"time_zone"}

    @pytest.mark.parametrize(
        "page", ["account_email", "account_change_password", "mfa_index"]
    )
    def test_the_pages_for_signing_in_are_drawn_in_our_dress(self, page):
        amara = a_person(password=PASSWORD)
        browser = Client()
        browser.post(
            reverse("account_login"), {"login": amara.email, "password": PASSWORD}
        )

        answer = browser.get(reverse(page))

        assert answer.status_code == 200
        assert "What is said in the set stays in the set." in answer.content.decode()
