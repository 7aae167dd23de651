"""What a person did gathers in their passport, which nobody else sees."""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.evidence import Evidence
from askwell.web.meetings.models import Meeting
from askwell.web.passports.models import Facilitated, Learned
from askwell.web.passports.operations import keeping
from askwell.web.passports.operations.collecting import collect
from askwell.web.passports.queries import level_of
from askwell.web.passports.queries.evidence import evidence
from askwell.web.passports.queries.passport import passport_of
from askwell.web.passports.screens.taken import as_data
from askwell.web.passports.tasks import collect_closed_meetings
from factories import NOON, a_person, a_set, is_in, minutes, signed_in
from web.measuring.meetings import a_closed_meeting
from web.passports.people import (
    PRACTISED,
    a_facilitated,
    a_pathway,
    a_programme_of,
    shows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    names = ("Amara Okafor", "Jonas Lindqvist", "Priya Raman", "Tomas Novak")
    return [a_person(name) for name in names]


@pytest.fixture
def learning_set(people):
    return a_set(*people, name="Tuesday herons")


def kinds(person):
    return sorted((each.kind, each.amount) for each in evidence(person))


# What was facilitated


def test_who_facilitated_a_closed_meeting_has_it_in_their_passport(
    people, learning_set
):
    meeting = a_closed_meeting(learning_set, people)
    Meeting.objects.update(closed_at=meeting.opened_at + minutes(90))

    assert collect_closed_meetings(at=NOON) == 1

    row = Facilitated.objects.get()
    assert row.person == people[1]
    assert (row.meeting_key, row.set_key) == (meeting.pk, learning_set.pk)
    assert (row.slots, row.minutes) == (1, 90)
    assert kinds(people[1]) == [
        (Evidence.HOUR, 1.5),
        (Evidence.LEARNING_SET, 1.0),
        (Evidence.MEETING, 1.0),
    ]
    assert kinds(people[0]) == []


def test_a_room_that_was_left_open_is_no_night_of_facilitating(people, learning_set):
    meeting = a_closed_meeting(learning_set, people, booked_minutes=60)
    Meeting.objects.update(closed_at=meeting.opened_at + timedelta(hours=11))

    collect_closed_meetings(at=NOON)

    assert Facilitated.objects.get().minutes == 90


def test_looking_again_changes_nothing(people, learning_set):
    meeting = a_closed_meeting(learning_set, people)
    collect_closed_meetings(at=NOON)
    keeping.leave_out(people[1], Facilitated.objects.get().pk, left_out=True)

    assert collect_closed_meetings(at=NOON) == 0
    assert collect([meeting]) == 1
    assert Facilitated.objects.get().left_out


def test_a_meeting_that_runs_again_counts_when_it_has_closed(people, learning_set):
    a_closed_meeting(learning_set, people)
    collect_closed_meetings(at=NOON)

    Meeting.objects.update(closed_at=None)

    assert collect_closed_meetings(at=NOON) == 1
    assert not Facilitated.objects.exists()


def test_it_stays_theirs_when_the_set_is_gone(people, learning_set):
    a_closed_meeting(learning_set, people)
    collect_closed_meetings(at=NOON)

    learning_set.meetings.all().delete()
    learning_set.delete()

    assert len(kinds(people[1])) == 3


def test_what_is_left_out_or_no_action_learning_counts_for_nothing():
    jonas = a_person("Jonas Lindqvist")
    a_facilitated(jonas, left_out=True)
    a_facilitated(jonas, counting="peer_consultation")

    assert kinds(jonas) == []


# What a person says themselves


def test_meetings_of_a_supervision_set_count_for_who_marked_it(people, learning_set):
    a_closed_meeting(learning_set, people)
    other = a_set(people[0])

    keeping.supervise(people[0], [learning_set.pk, other.pk], at=NOON)

    assert kinds(people[0]) == [(Evidence.SUPERVISION, 1.0)]
    assert kinds(people[2]) == []
    keeping.supervise(people[0], [], at=NOON)
    assert kinds(people[0]) == []


def test_nobody_marks_a_set_that_is_not_theirs(learning_set):
    stranger = a_person()
    page = signed_in(stranger).post(
        reverse("passports:counted"), {"sets": [str(learning_set.pk)]}
    )

    assert page.status_code == 422


def test_learning_elsewhere_is_kept_sealed_and_can_be_taken_out():
    amara = a_person()
    browser = signed_in(amara)
    given = {"what": "Tuesday herons", "on": "2026-03-03", "hours": "1.5"}

    browser.post(reverse("passports:learning"), given)
    row = Learned.objects.get()

    assert row.what == "Tuesday herons"
    assert kinds(amara) == [(Evidence.CPD_HOUR, 1.5)]
    browser.post(reverse("passports:unlearn", args=[row.pk]))
    assert kinds(amara) == []


def test_what_is_sent_twice_counts_once():
    amara = a_person()
    browser = signed_in(amara)
    given = {"what": "A talk", "on": "2026-03-03", "hours": "1.5"}

    for hours in ("1.5", "1.5", "2"):
        browser.post(reverse("passports:learning"), given | {"hours": hours})

    assert kinds(amara) == [(Evidence.CPD_HOUR, 1.5), (Evidence.CPD_HOUR, 2.0)]


def test_a_day_that_no_clock_shows_is_refused():
    given = {"what": "A talk", "on": "0001-01-01", "hours": "2"}

    page = signed_in(a_person()).post(reverse("passports:learning"), given)

    assert page.status_code == 422


def test_a_day_to_come_is_refused_and_what_was_typed_is_kept():
    tomorrow = timezone.localdate() + timedelta(days=1)
    given = {"what": "A talk on herons", "on": f"{tomorrow}", "hours": "2"}

    page = signed_in(a_person()).post(reverse("passports:learning"), given)

    assert page.status_code == 422
    assert "Write it down afterwards" in page.content.decode()
    assert "A talk on herons" in page.content.decode()


def test_a_meeting_can_be_left_out_and_taken_in_again():
    jonas = a_person("Jonas Lindqvist")
    row, browser = a_facilitated(jonas), signed_in(jonas)
    address = reverse("passports:leave_out", args=[row.pk])

    browser.post(address, {"leave": "out"})
    assert "left out" in browser.get(reverse("passports:counted")).content.decode()
    browser.post(address, {"leave": "in"})

    assert len(kinds(jonas)) == 3
    assert browser.post(address, {"leave": "gone"}).status_code == 404
    browser.post(address, {"leave": "out"})
    browser.post(address, {"leave": "gone"})
    assert not Facilitated.objects.exists()


# The pages


def test_a_beginner_is_told_that_nothing_is_needed():
    page = signed_in(a_person()).get(reverse("passports:own")).content.decode()

    assert "Nothing in it yet, and nothing is needed" in page
    assert "You can run a meeting today" in page


def test_the_passport_says_where_one_stands_and_one_thing_to_do(monkeypatch):
    shows(monkeypatch, PRACTISED)
    amara = a_person()

    page = signed_in(amara).get(reverse("passports:own")).content.decode()

    assert "You are here: <strong>Practice</strong>." in page
    assert "Ask somebody experienced to observe a slot that you facilitate." in page
    assert "0 of 2" in page
    assert "%" not in page.partition("<main")[2].partition("</main")[0]
    assert level_of(amara, at=NOON).name == "L1"


def test_a_pathway_of_the_programme_stands_beside_askwells_own():
    amara = a_person()
    programme = a_programme_of(amara)
    a_pathway(programme)

    page = signed_in(amara).get(reverse("passports:own")).content.decode()

    assert f"A reflective log, ILM-style · {programme.name}" in page
    assert [each.adopted for each in passport_of(a_person(), at=NOON).others] == []


@pytest.mark.parametrize("name", ["own", "document", "as_json", "counted"])
def test_no_set_is_named_on_what_one_hands_on(people, learning_set, name):
    a_closed_meeting(learning_set, people)
    collect_closed_meetings(at=NOON)
    is_in(learning_set, a_person())

    page = signed_in(people[1]).get(reverse(f"passports:{name}")).content.decode()

    told = page.replace(f'value="{learning_set.pk}"', "")
    assert ("Tuesday herons" in told) is (name == "counted")
    assert str(learning_set.pk) not in told
    assert all(each.name not in told for each in (people[0], *people[2:]))


def test_the_passport_as_data(monkeypatch):
    shows(monkeypatch, PRACTISED[:1])
    amara = a_person()

    data = as_data(passport_of(amara, at=NOON))

    assert data["schema"] == "askwell.passport/1"
    assert data["did"] == [
        {"what": "lesson", "on": "2026-03-03", "amount": 1.0, "meets": True}
    ]
    assert [each["name"] for each in data["pathways"][0]["levels"]] == [
        "L0",
        "L1",
        "L2",
        "L3",
        "L4",
    ]


def test_no_instant_joins_the_passports_of_two_who_were_there(people, learning_set):
    a_closed_meeting(learning_set, people)
    collect_closed_meetings(at=NOON)
    row = Facilitated.objects.get()
    data = as_data(passport_of(people[1], at=row.at + minutes(1)))

    del data["written_at"]

    assert len(data["did"]) == 3
    assert not re.search(r"\d\dT\d\d:", json.dumps(data))


@pytest.mark.parametrize("number", [1, 3])
def test_a_passport_costs_the_same_however_full_it_is(
    number, django_assert_num_queries
):
    amara = a_person()
    for _ in range(number):
        a_facilitated(amara, meeting_key=uuid4())
        keeping.learn(amara, what="A book", on=NOON.date(), hours=1)
        a_pathway(a_programme_of(amara))
    browser = signed_in(amara)
    browser.get(reverse("passports:own"))

    with django_assert_num_queries(15):
        browser.get(reverse("passports:own"))
