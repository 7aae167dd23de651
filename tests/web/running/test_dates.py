"""All dates of a programme in its manager's calendar: set names and times alone."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.web.programmes.models import Office
from askwell.web.running.operations.dates import make_address
from factories import NOON, a_cohort, a_person, a_programme, signed_in
from web.running.running_programmes import a_date, a_set_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def programme(ingrid):
    made = a_programme(ingrid)
    a_cohort(made)
    return made


def subscribed(programme, person):
    address = make_address(programme, person, at=NOON)
    path = reverse("running:subscription", args=[address.secret])
    return Client().get(path)


def test_the_file_names_sets_and_times_and_no_way_in(ingrid, programme):
    meeting = a_date(a_set_of(programme, name="Herons"))
    file = reverse("running:calendar_file", args=[programme.pk])

    words = signed_in(ingrid).get(file).content.decode()

    assert "SUMMARY:Herons" in words
    assert f"UID:{meeting.pk}.dates@askwell" in words
    assert "/meetings/" not in words


def test_a_cancelled_meeting_is_marked_so(ingrid, programme):
    meeting = a_date(a_set_of(programme))
    meeting.cancelled_at = timezone.now()
    meeting.save()

    assert b"STATUS:CANCELLED" in subscribed(programme, ingrid).content


def test_dates_of_other_programmes_are_not_in_it(ingrid, programme):
    other = a_programme()
    a_cohort(other)
    a_date(a_set_of(other, name="Foreign"))

    assert b"Foreign" not in subscribed(programme, ingrid).content


def test_the_address_stops_working_with_the_office(ingrid, programme):
    assert subscribed(programme, ingrid).status_code == 200

    Office.objects.filter(person=ingrid).update(withdrawn_at=NOON)

    assert subscribed(programme, ingrid).status_code == 404


def test_an_address_is_made_and_given_up(ingrid, programme):
    browser = signed_in(ingrid)
    page = reverse("running:calendar", args=[programme.pk])
    address = reverse("running:calendar_address", args=[programme.pk])

    browser.post(address, {"address": "new"})
    assert "webcal://" in browser.get(page).text

    browser.post(address, {"address": "none"})
    assert "webcal://" not in browser.get(page).text


def test_a_calendar_that_knows_the_file_is_told_so(ingrid, programme):
    address = make_address(programme, ingrid, at=NOON)
    path = reverse("running:subscription", args=[address.secret])
    etag = Client().get(path).headers["ETag"]

    assert Client().get(path, headers={"If-None-Match": etag}).status_code == 304
