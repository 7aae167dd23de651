"""A newcomer's path from the first page to a convened meeting, counted."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.forms import HiddenInput
from django.test import Client
from django.urls import reverse

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from factories import PASSWORD

pytestmark = pytest.mark.django_db

FEWER_THAN = 7
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
MAIL = "noor@people.example"


@pytest.fixture(autouse=True)
def unhurried():
    """Attempts of earlier tests do not count."""
    cache.clear()


class Newcomer:
    """Walks the path, and counts: screens, fields, and what must be decided."""

    def __init__(self):
        self.browser = Client()
        self.screens = 0
        self.fields = 0
        self.decisions = 0

    def sees(self, path):
        page = self.browser.get(path)
        assert page.status_code == 200
        self.screens += 1
        return page

    def fills_in(self, page, **typed):
        """Posts the form as it stands, with nothing but what has to be typed."""
        form = page.context["form"]
        shown = [
            each for each in form if not isinstance(each.field.widget, HiddenInput)
        ]
        self.fields += len(shown)
        self.decisions += len(typed)
        standing = {each.html_name: each.value() for each in form}
        given = {name: value for name, value in standing.items() if value is not None}
        own_form = page.text.partition("<main")[2].partition("</form>")[0]
        carried = dict(HIDDEN.findall(own_form))
        return self.browser.post(
            page.request["PATH_INFO"], {**carried, **given, "go": "on", **typed}
        )


def test_from_the_first_page_to_a_convened_meeting(capsys):
    noor = Newcomer()

    welcome = noor.sees("/")
    to_sign_up = re.search(r'href="(/accounts/signup/\?[^"]*)"', welcome.text)[1]
    answer = noor.fills_in(
        noor.sees(to_sign_up), name="Noor Idris", email=MAIL, password1=PASSWORD
    )
    answer = noor.fills_in(noor.sees(answer.url), code=mailed_code())
    assert answer.url == reverse("start:begin")
    answer = noor.fills_in(noor.sees(answer.url))
    answer = noor.fills_in(noor.sees(answer.url), typed=three_others())
    answer = noor.fills_in(noor.sees(answer.url))
    words = noor.browser.get(answer.url).text

    assert "Noor’s set" in words
    assert Meeting.objects.count() == 6
    assert noor.screens < FEWER_THAN
    assert (noor.screens, noor.fields, noor.decisions) == (6, 19, 5)
    with capsys.disabled():
        print(
            f"\n{noor.screens} screens, {noor.fields} fields, "
            f"{noor.decisions} that have no answer yet"
        )


def mailed_code() -> str:
    return re.search(r"^\s*(\d{3} ?\d{3})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]


def three_others() -> str:
    return "; ".join(f"{name}@people.example" for name in ("ana", "ben", "cy"))


def sign_up(**told):
    form = {"name": "Noor Idris", "email": MAIL, "password1": PASSWORD, **told}
    Client().post(reverse("account_signup"), form)
    return Person.objects.get(email=MAIL)


def test_the_browser_tells_on_whose_clocks_somebody_lives():
    assert sign_up(time_zone="America/Bogota").time_zone == "America/Bogota"


@pytest.mark.parametrize("told", [{}, {"time_zone": "Nowhere/Land"}])
def test_and_is_not_believed_in_everything(told):
    noor = sign_up(**told)

    assert noor.time_zone == "Europe/London"
    assert EmailAddress.objects.filter(user=noor).exists()
