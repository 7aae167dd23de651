"""The set's own pages: how far it is, and what its host sees to."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.readiness import (
    OBSERVED,
    PARTS,
    REPORTS,
    SAFE,
    VOTED,
    Answer,
    Found,
    Index,
)
from askwell.web.handing import tasks
from askwell.web.handing.queries import told
from askwell.web.handing.queries.hosting import checklist
from askwell.web.handing.queries.standing import standing
from askwell.web.handing.screens import next_thing
from askwell.web.planning.operations import reply
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import LearningSet
from factories import a_person, a_set, everyone_agrees, is_in, signed_in
from web.handing.sets import a_bad_meeting, a_set_in_turns, ahead, people
from web.measuring.meetings import a_closed_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return people()


def page(name, learning_set, person):
    answer = signed_in(person).get(reverse(f"handing:{name}", args=[learning_set.pk]))
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def has_met(learning_set, members, *days):
    for each in days:
        a_closed_meeting(
            learning_set, members, at=timezone.now() - timedelta(days=each)
        )


def test_a_set_that_has_not_met_is_told_what_is_known_and_what_is_not(members):
    words = page("set", a_set(*members, facilitator=members[0]), members[1])

    assert "0 of 10 parts are met, 7 are not known" in words
    assert "The facilitator leads" in words
    assert "Choose a host" in words


@pytest.mark.parametrize(
    ("days", "offered"), [([3], False), ([20, 3], False), ([40, 20, 3], True)]
)
def test_sharing_is_offered_once_a_set_has_met_three_times(members, days, offered):
    learning_set = a_set(*members, facilitator=members[1])
    has_met(learning_set, members, *days)

    words = page("set", learning_set, members[0])

    assert ("Share it from the next meeting on" in words) == offered


def test_the_work_is_shared_with_one_press(members):
    learning_set = a_set(*members, facilitator=members[1])
    has_met(learning_set, members, 40, 20, 3)
    browser = signed_in(members[0])

    words = page("set", learning_set, members[0])
    browser.post(
        reverse("programmes:dial", args=[learning_set.pk]), {"dial": "co_leads"}
    )

    assert "Share it from the next meeting on" in words
    after = page("set", learning_set, members[0])
    assert "A member leads, the facilitator helps" in after


def test_whoever_ran_a_slot_while_the_facilitator_watched_has_had_a_go(members):
    learning_set = a_set(*members[:3], facilitator=members[0])
    has_met(learning_set, members, 9)

    before = standing(learning_set).index
    has_met(learning_set, [members[0], members[2], *members[3:], members[1]], 3)

    observed = [each for each in before.found if each.part.name == "observed"]
    after = standing(learning_set).index
    met = [each.answer for each in after.found if each.part.name == "observed"]
    assert [observed[0].answer, *met] == ["not_met", "met"]


def test_an_observer_whom_the_set_let_in_has_seen_it_too_and_after_leaving(members):
    learning_set = a_set(*members[:3])
    watcher = is_in(learning_set, a_person("Oona Byrne"), belonging="observer")
    before = standing(learning_set).index.of(OBSERVED).answer
    has_met(learning_set, [*members[:4], watcher.person], 3)
    has_met(learning_set, [members[0], members[2], *members[3:], watcher.person], 2)
    watcher.left_at = timezone.now()
    watcher.save()

    facilitated_by = told.facilitated(learning_set, by=[str(watcher.person_id)])

    assert before == "not_met"
    assert facilitated_by.observed == {str(each.pk) for each in members[1:3]}
    assert standing(learning_set).index.of(OBSERVED).answer == "unknown"


def test_whoever_facilitates_from_outside_reads_nothing_of_the_ten_parts(members):
    """What the members share of how they are doing, all of them share (growth)."""
    jonas = a_person("Jonas Lindqvist")
    learning_set = a_set_in_turns(members, facilitator=jonas)
    a_bad_meeting(learning_set, members, at=timezone.now() - timedelta(days=9))
    a_bad_meeting(learning_set, members, at=timezone.now() - timedelta(days=3))
    tasks.look_at_meetings(at=timezone.now())

    to_jonas = page("set", learning_set, jonas)
    to_member = page("set", learning_set, members[0])

    assert "Something slipped in two meetings in a row" in to_jonas
    assert "Get the next meeting ready" in to_jonas
    titles_of_parts = [each.title for each in PARTS]
    assert [each for each in titles_of_parts if each in to_jonas] == []
    assert [each for each in titles_of_parts if each in to_member] == titles_of_parts


@pytest.mark.parametrize(
    ("part", "answer", "says", "leads_to"),
    [
        (REPORTS, "unknown", "It takes three meetings", "handing:hosting"),
        (OBSERVED, "unknown", "whom all of you let in", "programmes:people"),
        (SAFE, "unknown", "all of you, four at least", "handing:questions"),
        (SAFE, "not_met", "Read your working agreement", "programmes:contract"),
    ],
)
def test_the_one_button_leads_where_it_is_done_or_would_become_known(
    members, part, answer, says, leads_to
):
    learning_set = a_set(*members)
    answers = dict.fromkeys(PARTS, Answer.MET) | {VOTED: Answer.NOT_MET}
    answers[part] = Answer(answer)
    index = Index(tuple(Found(*each) for each in answers.items()), 2)
    stands = replace(standing(learning_set), index=index)

    thing = next_thing(learning_set, stands, reader=members[0], is_member=True)

    assert says in thing.words
    assert thing.href == reverse(leads_to, args=[learning_set.pk])


def test_an_open_vote_comes_before_everything_else(members):
    learning_set = a_set(*members, facilitator=members[1])
    operations.open_vote(learning_set, "turns", by=members[0], at=timezone.now())

    assert "The set is being asked" in page("set", learning_set, members[2])


def test_a_set_in_turns_without_a_date_is_led_to_planning(members):
    words = page("set", a_set_in_turns(members), members[0])

    assert "There is a rota as soon as a meeting is planned." in words


def test_the_page_takes_as_many_queries_after_one_meeting_as_after_three(members):
    learning_set = a_set_in_turns(members)
    ahead(learning_set, 5)
    has_met(learning_set, members, 30)
    browser = signed_in(members[0])
    address = reverse("handing:set", args=[learning_set.pk])
    browser.get(address)

    def queries_of_one_visit():
        with CaptureQueriesContext(connection) as caught:
            browser.get(address)
        return len(caught)

    one = queries_of_one_visit()
    has_met(learning_set, members, 20, 10)
    ahead(learning_set, 15, 25)

    assert queries_of_one_visit() == one


# The host's list


def titles(items):
    return [each.title for each in items]


def test_a_set_without_a_date_has_that_to_see_to(members):
    found = checklist(a_set(*members), at=timezone.now())

    assert found.next is None
    assert titles(found.left) == [
        "A host",
        "Dates for the next three meetings",
        "What you agreed",
    ]


def test_what_is_seen_to_leaves_the_list(members):
    now = timezone.now()
    learning_set = a_set_in_turns(members, meeting_link="https://meet.example/herons")
    everyone_agrees(learning_set)
    host = queries.membership_of(members[0], learning_set)
    operations.choose_host(learning_set, host, by=members[0], at=now)
    first, *_others = ahead(LearningSet.objects.get(pk=learning_set.pk), 5, 20, 30)
    for each in members:
        reply(first, by=each, coming=True, at=now)

    words = page("hosting", learning_set, members[0])

    assert "One thing is left" in words
    assert "Share out turns" in words


def test_a_set_with_a_facilitator_is_not_led_to_a_rota(members):
    jonas = a_person("Jonas Lindqvist")
    learning_set = a_set(*members, facilitator=jonas)
    ahead(learning_set, 5)

    found = checklist(learning_set, at=timezone.now())

    who = next(each for each in found.items if each.title == "Who facilitates")
    assert (who.words, who.is_done) == ("Jonas Lindqvist", True)
