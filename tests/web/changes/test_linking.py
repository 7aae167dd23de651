"""What one learned oneself of a change: linked by oneself, read by nobody else."""

import pytest

from askwell.web.actions.operations import report_back
from askwell.web.changes.models import LearningLoop
from askwell.web.changes.operations import linking, logging
from askwell.web.changes.refusals import NotDoneError, Reason
from askwell.web.meetings.models import Meeting
from askwell.web.topics.models import Brought
from askwell.web.topics.operations import close
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    a_topic,
    an_action,
    an_enrolment,
    signed_in,
)

LEARNED = "Clerks know more than the plan"


@pytest.fixture
def programme(db):
    programme = a_programme()
    a_cohort(programme)
    return programme


@pytest.fixture
def member(programme):
    person = a_person()
    an_enrolment(programme, person)
    return person


@pytest.fixture
def learning_set(programme, member):
    made = a_set(member)
    made.cohort = programme.cohorts.first()
    made.save()
    return made


@pytest.fixture
def action(member, learning_set):
    """Settled, with something learned."""
    return settled(an_action(member, learning_set))


@pytest.fixture
def topic(member, learning_set):
    """Brought to a set of the programme, and closed since."""
    mine = a_topic(member, "The rota that nobody wants")
    Brought.objects.create(
        topic=mine,
        learning_set=learning_set,
        meeting=a_meeting(learning_set).pk,
        slot=1,
        at=NOON,
    )
    close(mine, {}, by=member, at=NOON)
    mine.refresh_from_db()
    return mine


@pytest.fixture
def change(programme, member):
    return a_change(programme, member)


def a_change(programme, by, title="The ward moves"):
    return logging.add(
        programme, title=title, impact=2, noticed_on=NOON.date(), by=by, at=NOON
    )


def a_meeting(learning_set) -> Meeting:
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=90,
        starts_at=NOON,
    )


def settled(action, status="done", learned=LEARNED):
    meeting = a_meeting(action.learning_set)
    report_back(
        action,
        by=action.owner,
        meeting=meeting.pk,
        status=status,
        learned=learned,
        at=NOON,
    )
    action.refresh_from_db()
    return action


def at_event(change) -> str:
    return f"/programmes/{change.programme_id}/changes/{change.pk}/"


def refusal(change, source, by) -> Reason:
    with pytest.raises(NotDoneError) as refused:
        linking.link(change, source, by=by, at=NOON)
    return refused.value.reason


def test_a_member_ticks_what_helped_them_to_learn(member, change, action, topic):
    browser = signed_in(member)
    page = browser.get(at_event(change)).text

    chosen = [f"action-{action.pk}", f"topic-{topic.pk}"]
    browser.post(at_event(change), {"chosen": chosen})

    assert topic.headline in page
    assert action.words in page
    linked = LearningLoop.objects.filter(change=change, person=member)
    assert {each.source for each in linked} == {action, topic}
    assert {each.closed_on for each in linked} == {NOON.date()}


def test_what_is_no_longer_ticked_is_unlinked(member, change, action, topic):
    browser = signed_in(member)
    browser.post(at_event(change), {"chosen": [f"action-{action.pk}"]})

    browser.post(at_event(change), {"chosen": [f"topic-{topic.pk}"]})

    assert LearningLoop.objects.get().topic == topic


def test_an_action_is_linked_to_several_changes_at_once(
    programme, member, change, action
):
    other = a_change(programme, member, "A new payroll")
    address = f"/actions/{action.pk}/changes/"
    browser = signed_in(member)

    browser.post(address, {"chosen": [str(change.pk), str(other.pk)]})

    assert browser.get(address).text.count("checked") == 2
    assert LearningLoop.objects.filter(action=action).count() == 2


def test_a_closed_topic_is_linked_to_a_change(member, change, topic):
    address = f"/topics/{topic.pk}/changes/"

    signed_in(member).post(address, {"chosen": [str(change.pk)]})

    assert LearningLoop.objects.get().topic == topic


def test_a_settled_action_leads_to_the_changes_it_helped_with(member, action):
    page = signed_in(member).get(f"/actions/{action.pk}/").text

    assert f"/actions/{action.pk}/changes/" in page


def test_an_open_action_leads_nowhere(member, learning_set):
    action = an_action(member, learning_set)

    page = signed_in(member).get(f"/actions/{action.pk}/").text

    assert "/changes/" not in page


def test_what_was_linked_can_be_unlinked(programme, member, change, action):
    linking.link(change, action, by=member, at=NOON)
    loop = LearningLoop.objects.get()
    own = f"/programmes/{programme.pk}/changes/mine/"
    browser = signed_in(member)
    page = browser.get(own).text

    browser.post(f"{own}{loop.pk}/removal/")

    assert "The ward moves" in page
    assert not LearningLoop.objects.exists()


def test_nobody_else_unlinks_it_or_reads_of_it(programme, member, change, action):
    linking.link(change, action, by=member, at=NOON)
    own = f"/programmes/{programme.pk}/changes/mine/"
    other = a_person()
    an_enrolment(programme, other)
    browser = signed_in(other)

    answer = browser.post(f"{own}{LearningLoop.objects.get().pk}/removal/")

    assert answer.status_code == 404
    assert "The ward moves" not in browser.get(own).text
    assert LearningLoop.objects.exists()


def test_the_same_link_twice_is_one(member, change, action):
    linking.link(change, action, by=member, at=NOON)
    linking.link(change, action, by=member, at=NOON)

    assert LearningLoop.objects.count() == 1


def test_only_who_takes_part_links_something(programme, change, action):
    assert refusal(change, action, programme.created_by) is Reason.NOT_YOURS_TO_DO


def test_nobody_links_what_another_did(programme, change, action):
    other = a_person()
    an_enrolment(programme, other)

    assert refusal(change, action, other) is Reason.NOT_FINISHED


@pytest.mark.parametrize(
    ("status", "learned"), [("partly", LEARNED), ("done", None)], ids=["open", "silent"]
)
def test_an_action_closes_a_loop_once_it_is_settled_and_learned_from(
    member, change, learning_set, status, learned
):
    mine = settled(an_action(member, learning_set), status, learned)

    assert refusal(change, mine, member) is Reason.NOT_FINISHED


def test_what_was_done_outside_the_programme_stays_outside(member, change):
    elsewhere = settled(an_action(member, a_set(member, name="Another set")))

    assert refusal(change, elsewhere, member) is Reason.NOT_FINISHED
    page = signed_in(member).get(f"/actions/{elsewhere.pk}/changes/").text
    assert "There is no log of changes here" in page


def test_an_open_topic_closes_no_loop(member, change):
    assert refusal(change, a_topic(member), member) is Reason.NOT_FINISHED


def test_a_topic_that_is_deleted_takes_its_link_along(member, change, topic):
    linking.link(change, topic, by=member, at=NOON)

    topic.delete()

    assert not LearningLoop.objects.exists()


def test_without_any_change_the_page_offers_to_note_one(member, action):
    page = signed_in(member).get(f"/actions/{action.pk}/changes/").text

    assert "Nobody has noted a change yet" in page
    assert "changes/new/" in page


def test_ones_own_page_takes_the_same_queries_for_one_link_and_for_three(
    programme, change, action, topic, django_assert_num_queries
):
    own, member = f"/programmes/{programme.pk}/changes/mine/", action.owner
    browser = signed_in(member)
    linking.link(change, action, by=member, at=NOON)
    browser.get(own)

    with django_assert_num_queries(7):
        browser.get(own)
    linking.link(change, topic, by=member, at=NOON)
    other = a_change(programme, member, "A new payroll")
    linking.link(other, action, by=member, at=NOON)
    with django_assert_num_queries(7):
        browser.get(own)
