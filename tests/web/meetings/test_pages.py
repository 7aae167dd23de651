"""The set's page, calling a meeting, and what is left of one."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.process import commands as ask
from askwell.web.meetings import log, operations
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from factories import a_person, a_set, is_in
from web.meetings.rooms import Held, a_meeting, a_token

pytestmark = pytest.mark.django_db


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def person_of(held: Held, name: str) -> Person:
    return Person.objects.get(pk=held.person(name))


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def a_form(**details):
    tomorrow = timezone.localtime() + timedelta(days=1)
    return {
        "meeting_format": "classic_uk",
        "day": tomorrow.date().isoformat(),
        "time": "14:00",
        "booked_minutes": "180",
        "link": "",
        **details,
    }


# The set's page


def test_a_meeting_in_progress_is_the_next_step():
    held = a_meeting()
    page = read(signed_in(person_of(held, "ana")), f"/sets/{held.learning_set}/")

    assert "Enter the room" in page


@pytest.mark.parametrize("path", ["/sets/{}/", "/sets/{}/meetings/new/"])
def test_a_set_of_others_is_like_none(path):
    learning_set = a_set(a_person())

    answer = signed_in(a_person("Eve Stranger")).get(path.format(learning_set.pk))

    assert answer.status_code == 404


def test_a_guest_does_not_read_the_sets_page():
    guest = a_person("Ewan Macrae")
    learning_set = a_set(a_person(), guests=[guest])

    answer = signed_in(guest).get(f"/sets/{learning_set.pk}/")

    assert answer.status_code == 404


# Calling a meeting


def test_a_meeting_is_called_in_the_callers_own_time_zone():
    amara = a_person("Amara Okafor")
    amara.time_zone = "Africa/Nairobi"
    amara.save()
    learning_set = a_set(amara)

    answer = signed_in(amara).post(f"/sets/{learning_set.pk}/meetings/new/", a_form())

    meeting = Meeting.objects.get()
    assert answer.headers["Location"] == f"/meetings/{meeting.pk}/"
    assert (meeting.starts_at.hour, meeting.booked_minutes) == (11, 180)


def test_the_plan_shows_how_many_presenters_fit():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara, *(a_person(f"Member {n}") for n in range(5)))
    preview = a_form(preview="yes", booked_minutes="120")

    answer = signed_in(amara).post(f"/sets/{learning_set.pk}/meetings/new/", preview)

    assert "There is time for 1 presenter" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_format_brings_its_own_options():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)
    form = a_form(meeting_format="wial_coached", option_problems="multiple_problem")

    signed_in(amara).post(f"/sets/{learning_set.pk}/meetings/new/", form)

    assert Meeting.objects.get().options == {"problems": "multiple_problem"}


def test_the_next_meeting_is_proposed_for_the_hour_of_the_last():
    held = a_meeting()
    meeting = Meeting.objects.get(pk=held.id)
    a_quarter_past = timezone.now().replace(minute=15, second=0, microsecond=0)
    meeting.starts_at = a_quarter_past - timedelta(days=3)
    meeting.closed_at, meeting.link = timezone.now(), "https://call.example/lane"
    meeting.opened_at = meeting.starts_at
    meeting.save()

    page = read(
        signed_in(person_of(held, "ana")), f"/sets/{held.learning_set}/meetings/new/"
    )

    likely = timezone.localtime(meeting.starts_at) + timedelta(weeks=5)
    assert f'value="{likely:%Y-%m-%d}"' in page
    assert f'value="{likely:%H:%M}"' in page
    assert 'value="https://call.example/lane"' in page


def test_only_the_usual_way_to_meet_lies_open():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)
    learning_set.format = "virtual_60"
    learning_set.save()

    page = read(signed_in(amara), f"/sets/{learning_set.pk}/meetings/new/")

    usual, others = page.split("Other ways to meet")
    assert "One hour online" in usual
    assert "Classic set meeting" not in usual
    assert "Classic set meeting" in others
    assert '<details class="more-choices">' in page


def test_what_is_not_action_learning_says_so():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)

    page = read(signed_in(amara), f"/sets/{learning_set.pk}/meetings/new/")

    assert "peer consultation, not action learning" in page


def test_a_meeting_cannot_be_called_for_yesterday():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)
    yesterday = timezone.localdate() - timedelta(days=1)

    answer = signed_in(amara).post(
        f"/sets/{learning_set.pk}/meetings/new/", a_form(day=yesterday.isoformat())
    )

    assert answer.status_code == 422
    assert "That is in the past." in answer.content.decode()


# What is left of a meeting


def with_a_note(held: Held) -> Held:
    held.note("ben", "Ring Col before Friday.")
    return held


def test_what_i_take_away_is_mine_alone():
    held = with_a_note(a_meeting())
    path = reverse("meetings:mine", args=[held.id])

    mine = read(signed_in(person_of(held, "ben")), path)
    hers = read(signed_in(person_of(held, "chi")), path)

    assert "Ring Col before Friday." in mine
    assert "Ring Col before Friday." not in hers


def test_the_sets_review_holds_no_private_note():
    held = with_a_note(a_meeting())
    path = reverse("meetings:review", args=[held.id])

    assert "Ring Col" not in read(signed_in(person_of(held, "ben")), path)


@pytest.mark.parametrize("page", ["room", "screen", "mine", "review"])
def test_a_meeting_of_others_is_like_none(page):
    held = a_meeting()
    path = reverse(f"meetings:{page}", args=[held.id])

    assert signed_in(a_person("Eve Stranger")).get(path).status_code == 404


def test_an_improvement_opens_the_next_meeting():
    held = a_meeting()
    ana = person_of(held, "ana")
    for _ in range(20):
        state = log.state(held.id)
        phase = state.phase_in_script
        if phase and phase.name == "process_review":
            break
        step = {"by": str(ana.pk), "expected_phase": state.phase_number}
        if phase and phase.name == "bids":
            ben = held.person("ben")
            held.put(ask.ChooseOrder(token=a_token(), order=(ben,), reason="x", **step))
        held.put(ask.SkipPhase(token=a_token(), reason="Short of time", **step))
    held.put(
        ask.GiveReview(
            by=held.person("ben"), token=a_token(), try_next="One question each"
        )
    )
    state = log.state(held.id)
    held.put(
        ask.Close(
            by=str(ana.pk),
            token=a_token(),
            expected_phase=state.phase_number,
            reason="The hour is over",
        )
    )

    page = read(signed_in(ana), f"/sets/{held.learning_set}/")

    assert "One question each" in page


# Joining by a code


def test_the_short_code_leads_into_the_room():
    held = a_meeting()
    meeting = Meeting.objects.get(pk=held.id)
    client = signed_in(person_of(held, "ben"))

    for answer in (
        client.get(f"/m/{meeting.code}/"),
        client.post("/m/", {"code": meeting.code.upper()}),
    ):
        assert answer.headers["Location"] == f"/meetings/{held.id}/"


def test_a_strangers_code_is_like_none():
    held = a_meeting()
    meeting = Meeting.objects.get(pk=held.id)
    client = signed_in(a_person("Eve Stranger"))

    assert client.get(f"/m/{meeting.code}/").status_code == 404
    assert client.post("/m/", {"code": meeting.code}).status_code == 200


def test_joining_after_the_meeting_was_called_begins_at_the_door():
    held = a_meeting()
    meeting = Meeting.objects.select_related("learning_set").get(pk=held.id)
    newcomer = a_person("Sofía Marín")
    is_in(meeting.learning_set, newcomer)

    page = read(signed_in(newcomer), f"/meetings/{held.id}/")

    assert "Ask to come in" in page


def test_calling_a_meeting_keeps_to_the_sets_usual_link():
    amara = a_person("Amara Okafor")
    learning_set = a_set(amara)
    learning_set.meeting_link = "https://meet.example/harbour-lane"
    learning_set.save()

    meeting = operations.schedule(
        learning_set, starts_at=timezone.now(), booked_minutes=90
    )

    assert meeting.link == "https://meet.example/harbour-lane"
