"""Days so far away that no clock can show them are asked about again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.meetings.models import Meeting
from askwell.web.planning.models import DatePoll
from factories import a_person, a_set, signed_in

pytestmark = pytest.mark.django_db

FAR_AWAY = ("0001-01-01", "9999-12-31")
LOOK = "Look at the year: that is more than a hundred years away."


@pytest.fixture
def east():
    person = a_person()
    person.time_zone = "Asia/Tokyo"
    person.save()
    return person


@pytest.mark.parametrize("day", FAR_AWAY)
@pytest.mark.parametrize(
    ("name", "more"),
    [
        (
            "planning:series",
            {"home_zone": "Asia/Tokyo", "count": 6, "every_weeks": 5},
        ),
        ("meetings:new", {"meeting_format": "classic_uk"}),
    ],
)
def test_of_meetings_to_plan(name, more, day, east):
    learning_set = a_set(east)
    typed = {"day": day, "time": "00:30", "booked_minutes": 150, **more}

    answer = signed_in(east).post(reverse(name, args=[learning_set.pk]), typed)

    assert answer.status_code == 422
    assert LOOK in answer.text


@pytest.mark.parametrize("day", FAR_AWAY)
def test_of_a_meeting_to_move(day, east):
    meeting = Meeting.objects.create(
        learning_set=a_set(east),
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=3),
    )
    typed = {
        "day": day,
        "time": "00:30",
        "booked_minutes": 150,
        "meeting_format": "classic_uk",
    }

    answer = signed_in(east).post(reverse("planning:time", args=[meeting.pk]), typed)

    assert answer.status_code == 422
    assert LOOK in answer.text


@pytest.mark.parametrize("day", FAR_AWAY)
def test_of_dates_to_ask_about(day, east):
    learning_set = a_set(east)
    typed = {
        "booked_minutes": 150,
        "count": 6,
        "every_weeks": 5,
        "date_1": f"{day}T00:30",
        "date_2": f"{day}T10:30",
    }

    answer = signed_in(east).post(
        reverse("planning:poll_new", args=[learning_set.pk]), typed
    )

    assert answer.status_code == 422
    assert LOOK in answer.text
    assert not DatePoll.objects.exists()
