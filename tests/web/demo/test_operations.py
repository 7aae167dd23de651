"""Loading the demonstration: three sets in three states, once."""

import time
from collections import Counter
from datetime import datetime, timedelta

import pytest

from askwell.process.choices import Stage
from askwell.web.actions.models import Action, ReportBack, Status
from askwell.web.actions.queries import awaiting_report
from askwell.web.demo import operations
from askwell.web.demo.cast import CAST, EVERYBODY, SETS, CastSet
from askwell.web.demo.naming import id_of
from askwell.web.meetings import log
from askwell.web.meetings.models import Entry, Meeting, Words
from askwell.web.people.models import Notice, Person
from askwell.web.programmes import queries
from askwell.web.programmes.models import LearningSet, SetMembership
from web.demo.conftest import NOW


def the_set(key: str) -> LearningSet:
    return LearningSet.objects.get(pk=id_of("set", key))


def ids(*keys: str) -> list[str]:
    return [str(id_of("person", key)) for key in keys]


def test_one_set_has_a_meeting_in_its_explore_phase(demonstration: datetime) -> None:
    live = Meeting.objects.in_progress().get()

    state = log.state(live.pk)

    assert live.learning_set == the_set("harbour-lane")
    assert (state.stage, live.phase_name) == (Stage.RUNNING, "explore")
    assert [state.facilitator, state.presenter] == ids("Delroy", "Amara")
    assert list(state.presenters_to_come) == ids("Meera")
    assert [hand.person for hand in state.hands] == ids("Meera", "Femke")
    assert len(state.here) == 8


def test_the_meeting_in_progress_has_questions_answers_and_a_star(
    demonstration: datetime,
) -> None:
    live = Meeting.objects.in_progress().get()
    state = log.state(live.pk)

    said = [
        one
        for one in state.contributions_in(state.slots[-1].number)
        if one.phase == "explore"
    ]
    questions = [one for one in said if one.kind.endswith("_question")]

    assert len(questions) == 11
    assert [one.words for one in questions if one.starred] == [
        "What does the matron believe happens on Sundays?"
    ]
    assert sum(one.kind == "answer" for one in said) == 6
    assert sum(one.passed for one in questions) == 1


def test_the_meeting_in_progress_is_halfway_through_its_phase(
    demonstration: datetime,
) -> None:
    state = log.state(Meeting.objects.in_progress().get().pk)
    now = state.phase

    assert now is not None
    assert now.began_at == NOW - timedelta(minutes=11)
    assert now.left(NOW) == timedelta(minutes=9)


def test_one_set_is_between_meetings_with_open_actions(
    demonstration: datetime,
) -> None:
    third_thursday = the_set("third-thursday")

    owners = Counter(one.owner.name for one in awaiting_report(third_thursday))
    ahead = Meeting.objects.to_come().get(learning_set=third_thursday)

    assert owners == {"Sina Leota": 2, "Darren Tuckwell": 1, "Park Jun-ho": 1}
    assert ahead.starts_at.strftime("%A %d %B %H:%M") == "Thursday 21 March 14:00"
    assert third_thursday.meetings.held().count() == 2


def test_one_set_has_finished_six_meetings_with_its_trails(
    demonstration: datetime,
) -> None:
    leaders = the_set("calderwick-leaders")
    held = leaders.meetings.held()
    states = [log.state(meeting.pk) for meeting in held]

    presenters = [state.slots[0].presenter for state in states]
    told = ReportBack.objects.filter(action__learning_set=leaders)

    assert len(held) == 6
    assert sorted(presenters) == sorted(
        ids("Cathal", "Kwabena", "Leila", "Rukhsana", "Siobhan", "Yusuf")
    )
    assert {one.status for one in told} == {
        Status.DONE,
        Status.PARTLY,
        Status.CHANGED,
        Status.DROPPED,
        Status.NOT_YET,
    }
    assert all(one.happened and one.learned for one in told)
    assert [len([a for a in state.actions.values() if a.slot]) for state in states] == [
        2, 2, 2, 1, 2, 0,
    ]  # fmt: skip


def test_what_a_set_wants_to_try_opens_its_next_meeting(
    demonstration: datetime,
) -> None:
    second = the_set("calderwick-leaders").meetings.held()[1]

    improvement = log.state(second.pk).improvement

    assert improvement is not None
    assert improvement.words == "Ten seconds after an answer before anyone follows it."


@pytest.mark.parametrize("cast_set", SETS, ids=lambda each: each.key)
def test_everybody_in_a_set_has_agreed_its_contract(
    demonstration: datetime, cast_set: CastSet
) -> None:
    learning_set = the_set(cast_set.key)

    members = {str(one.pk) for one in queries.members_of(learning_set)}

    assert queries.is_agreed(learning_set)
    assert members == set(ids(*cast_set.seated))


def test_the_guest_is_in_the_meeting_and_not_of_the_set(
    demonstration: datetime,
) -> None:
    guest = SetMembership.objects.guests().get()

    assert guest.learning_set == the_set("harbour-lane")
    assert str(guest.person_id) == ids("Ewan")[0]


def test_sponsor_and_manager_belong_to_no_set(demonstration: datetime) -> None:
    cast = Person.objects.filter(pk__in=[id_of("person", one.key) for one in CAST])

    outside = cast.filter(set_memberships__isnull=True)

    assert {one.name for one in outside} == {"Helen Whitcombe", "Graham Pell"}


def test_nobody_of_the_cast_has_a_password(demonstration: datetime) -> None:
    everybody = Person.objects.all()

    assert everybody.count() == len(EVERYBODY) - len({"Agnes", "Lorenz"})
    assert [one.name for one in everybody if one.has_usable_password()] == []


def test_nobody_of_the_cast_is_mailed(demonstration: datetime) -> None:
    assert Notice.objects.waiting().count() == 0


def test_the_log_holds_no_word_of_what_was_said(demonstration: datetime) -> None:
    live = Meeting.objects.in_progress().get()

    entries = str(list(Entry.objects.filter(meeting=live).values_list("data")))
    sealed = b"".join(bytes(one.sealed) for one in Words.objects.filter(meeting=live))

    assert "matron" not in entries
    assert b"matron" not in sealed


def test_entries_are_numbered_and_dated_in_order(demonstration: datetime) -> None:
    for meeting in Meeting.objects.exclude(head=0):
        entries = Entry.objects.filter(meeting=meeting).values_list("number", "at")

        numbers = [number for number, _ in entries]
        moments = [at for _, at in entries]

        assert numbers == list(range(1, meeting.head + 1))
        assert moments == sorted(moments)
        assert max(moments) <= NOW


@pytest.mark.django_db
def test_loading_takes_a_few_seconds_and_says_what_it_does() -> None:
    said: list[str] = []
    began = time.process_time()

    operations.load(at=NOW, progress=said.append)

    assert time.process_time() - began < 12
    assert said == [
        "18 people from 5 organisations",
        "the set Harbour Lane, with 2 meetings",
        "the set Third Thursday, with 3 meetings",
        "the set Calderwick Leaders, first cohort, with 6 meetings",
        "the programme Leading by Asking, with 24 people for sets",
    ]


@pytest.mark.django_db
def test_loading_again_keeps_what_is_there() -> None:
    operations.load(at=NOW)
    person = Person.objects.get(pk=id_of("person", "Amara"))
    person.name = "Amara O."
    person.save()
    before = list(Entry.objects.values_list("meeting", "number", "at"))
    said: list[str] = []

    operations.load(at=NOW + timedelta(hours=2), progress=said.append)

    person.refresh_from_db()
    assert said == []
    assert person.name == "Amara O."
    assert list(Entry.objects.values_list("meeting", "number", "at")) == before


@pytest.mark.django_db
def test_a_stale_meeting_in_progress_begins_anew_the_next_day() -> None:
    operations.load(at=NOW)
    before = Meeting.objects.in_progress().get()
    leaders = set(the_set("calderwick-leaders").meetings.values_list("pk", flat=True))
    tomorrow = NOW + timedelta(days=1)

    operations.load(at=tomorrow)

    live = Meeting.objects.in_progress().get()
    assert live.pk != before.pk
    assert live.starts_at == before.starts_at + timedelta(days=1)
    assert live.phase_name == "explore"
    assert leaders == set(
        the_set("calderwick-leaders").meetings.values_list("pk", flat=True)
    )


@pytest.mark.django_db
def test_a_meeting_in_progress_that_visitors_work_in_is_kept() -> None:
    operations.load(at=NOW)
    live = Meeting.objects.in_progress().get()
    newest = Entry.objects.filter(meeting=live).order_by("-number")[:1].get()
    Entry.objects.filter(meeting=live, number=newest.number).update(
        at=NOW + timedelta(hours=22)
    )

    operations.load(at=NOW + timedelta(hours=24))

    assert Meeting.objects.in_progress().get() == live


@pytest.mark.django_db
def test_there_is_always_a_next_meeting_to_come() -> None:
    operations.load(at=NOW)

    operations.load(at=NOW + timedelta(weeks=4))

    ahead = Meeting.objects.to_come().get(learning_set=the_set("third-thursday"))
    assert ahead.starts_at > NOW + timedelta(weeks=4)
    assert Action.objects.filter(learning_set=ahead.learning_set).count() == 5
