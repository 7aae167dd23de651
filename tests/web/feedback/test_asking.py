"""Members are asked only if the facilitator asks, and answers have no author."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.facilitation.duties import DUTIES, NO, YES
from askwell.web.feedback.models import Asked, Asking, Count
from askwell.web.feedback.operations.asking import answer, ask
from askwell.web.feedback.queries.own import review_of
from askwell.web.feedback.refusals import NotDoneError, Reason
from askwell.web.feedback.tasks import close_askings
from askwell.web.people.models import Notice
from askwell.web.programmes import queries
from factories import NOON, signed_in
from web.feedback.held import Evening

pytestmark = pytest.mark.django_db

ALL_YES = {each.name: YES for each in DUTIES}
WEEK = timedelta(days=7)


def members_of(evening):
    return evening.people[1:]


def test_every_member_who_was_there_is_asked_but_not_the_facilitator():
    evening = Evening()

    evening.asks()

    told = Notice.objects.filter(kind=Notice.Kind.FEEDBACK)
    assert {each.person for each in Asked.objects.all()} == set(members_of(evening))
    assert {each.person for each in told} == set(members_of(evening))


def test_with_fewer_than_four_nobody_is_asked():
    evening = Evening(members=4)

    with pytest.raises(NotDoneError) as refused:
        evening.asks()

    assert refused.value.reason is Reason.TOO_FEW


def test_only_whoever_facilitated_may_ask():
    evening = Evening()

    with pytest.raises(NotDoneError) as refused:
        ask(evening.meeting, by=evening.presenter, at=NOON)

    assert refused.value.reason is Reason.NOT_YOURS_TO_DO


def test_it_closes_after_a_week_and_leaves_a_word_for_each_sentence():
    evening = Evening()
    asking = evening.asks()
    for member in members_of(evening):
        answer(asking.pk, ALL_YES, by=member, at=NOON)

    closed = close_askings(at=NOON + WEEK)

    asking.refresh_from_db()
    assert (closed, asking.closed_at) == (1, NOON + WEEK)
    assert asking.levels == {each.name: "high" for each in DUTIES}
    assert not Count.objects.exists()
    assert not Asked.objects.filter(has_answered=True).exists()


def test_nothing_shows_when_somebody_answers_or_that_all_have():
    evening = Evening()
    asking = evening.asks()
    where = reverse("feedback:own", args=[evening.meeting.pk])
    browser = signed_in(evening.lead)
    Asking.objects.update(opened_at=timezone.now())
    pages = [shown(browser, where)]

    for member in members_of(evening):
        answer(asking.pk, ALL_YES, by=member, at=timezone.now())
        close_askings(at=timezone.now())
        pages.append(shown(browser, where))

    asking.refresh_from_db()
    assert asking.closed_at is None
    assert len(set(pages)) == 1


def shown(browser, where):
    """What stands on a page, without the secrets of its forms."""
    page = browser.get(where).content.decode().partition("<main")[2]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_many_that_wait_keep_none_from_being_closed(monkeypatch):
    evening = Evening()
    asking = evening.asks()
    monkeypatch.setattr("askwell.web.feedback.tasks.AT_ONCE", 1)
    later = Asking.objects.create(
        meeting=evening.meeting, person=evening.presenter, opened_at=NOON + WEEK
    )

    assert close_askings(at=NOON + WEEK) == 1
    asking.refresh_from_db()
    later.refresh_from_db()
    assert (asking.closed_at, later.closed_at) == (NOON + WEEK, None)


def test_of_three_answers_nothing_stays_when_the_week_is_over():
    evening = Evening()
    asking = evening.asks()
    for member in members_of(evening)[:3]:
        answer(asking.pk, ALL_YES, by=member, at=NOON)

    closed = close_askings(at=NOON + WEEK)

    asking.refresh_from_db()
    assert closed == 1
    assert asking.levels == {}
    assert not Count.objects.exists()


def test_all_counts_lie_there_at_zero_from_the_first():
    Evening().asks()

    numbers = list(Count.objects.values_list("number", flat=True))

    assert numbers == [0] * 12


def test_nobody_answers_twice_or_leaves_one_out():
    evening = Evening()
    asking = evening.asks()
    answer(asking.pk, ALL_YES, by=evening.presenter, at=NOON)

    with pytest.raises(NotDoneError) as again:
        answer(asking.pk, ALL_YES, by=evening.presenter, at=NOON)
    with pytest.raises(NotDoneError) as half:
        answer(asking.pk, {"listening": NO}, by=evening.others[0], at=NOON)

    assert again.value.reason is Reason.ANSWERED
    assert half.value.reason is Reason.LEFT_OUT


@pytest.mark.parametrize("answers", [0, 1])
def test_taking_it_back_deletes_every_answer_and_tells_of_none(answers):
    evening = Evening()
    asking = evening.asks()
    for member in members_of(evening)[:answers]:
        answer(asking.pk, ALL_YES, by=member, at=NOON)
    browser = signed_in(evening.lead)

    browser.post(reverse("feedback:withdrawal", args=[evening.meeting.pk]))
    again = evening.asks()
    page = browser.get(reverse("feedback:own", args=[evening.meeting.pk]))

    told = Notice.objects.filter(kind=Notice.Kind.FEEDBACK)
    assert not Count.objects.exists()
    assert (again.pk, again.levels, again.asked.count()) == (asking.pk, {}, 0)
    assert told.count() == 4
    assert "You took it back, and all answers are gone." in page.content.decode()


def test_whoever_left_the_set_asks_its_members_no_more():
    evening = Evening()
    signed_in(evening.lead).post(
        reverse("feedback:own", args=[evening.meeting.pk]), {"same": "Waiting."}
    )
    queries.membership_of(evening.lead, evening.learning_set).delete()

    with pytest.raises(NotDoneError) as refused:
        evening.asks()

    assert refused.value.reason is Reason.NOT_YOURS_TO_DO


class TestPages:
    def test_a_member_answers_in_a_minute_and_is_thanked(self):
        evening = Evening()
        browser = signed_in(evening.lead)
        browser.post(reverse("feedback:own", args=[evening.meeting.pk]), {"ask": "yes"})
        asking = Asking.objects.get()
        where = reverse("feedback:answers", args=[evening.meeting.pk])
        browser = signed_in(evening.presenter)

        drawn = browser.get(where).content.decode()
        browser.post(where, {**ALL_YES, "asking": asking.pk})
        after = browser.get(where).content.decode()

        assert "Ana Sousa would like to learn from you." in drawn
        assert "Thank you. That is all." in after

    def test_what_is_left_out_is_said_and_nothing_is_counted(self):
        evening = Evening()
        asking = evening.asks()
        where = reverse("feedback:answers", args=[evening.meeting.pk])

        refused = signed_in(evening.presenter).post(where, {"asking": asking.pk})

        assert refused.status_code == 422
        assert not Count.objects.filter(number__gt=0).exists()

    def test_whoever_was_not_asked_finds_nothing(self):
        evening = Evening()
        evening.asks()
        where = reverse("feedback:answers", args=[evening.meeting.pk])

        assert signed_in(evening.lead).get(where).status_code == 404

    def test_the_facilitator_reads_words_and_no_number(self):
        evening = Evening()
        asking = evening.asks()
        where = reverse("feedback:own", args=[evening.meeting.pk])
        browser = signed_in(evening.lead)
        during = browser.get(where).content.decode()
        for member in members_of(evening):
            answer(asking.pk, ALL_YES, by=member, at=asking.opened_at)
        over = browser.get(where).content.decode()
        close_askings(at=NOON + WEEK)

        after = browser.get(where).content.decode()

        assert "The matter itself was left to them" not in during
        assert "What came of it stands here within minutes." in over
        assert "The matter itself was left to them" in after
        assert "Ben Whitlock" not in after

    def test_too_few_members_is_said_on_the_page(self):
        evening = Evening(members=3)
        where = reverse("feedback:own", args=[evening.meeting.pk])
        browser = signed_in(evening.lead)

        before = browser.get(where).content.decode()
        refused = browser.post(where, {"ask": "yes", "same": "I waited."})

        assert "Ask them aloud" in before
        assert 'name="ask"' not in before
        assert refused.status_code == 409
        assert "It takes four members beside you" in refused.content.decode()
        assert "I waited." in refused.content.decode()

    def test_what_was_written_is_kept_when_the_members_are_asked(self):
        evening = Evening()
        where = reverse("feedback:own", args=[evening.meeting.pk])
        browser = signed_in(evening.lead)

        browser.post(where, {"ask": "yes", "same": "I waited."})

        assert Asking.objects.filter(meeting=evening.meeting).exists()
        assert "I waited." in browser.get(where).content.decode()

    def test_asking_alone_keeps_no_empty_review(self):
        evening = Evening()

        signed_in(evening.lead).post(
            reverse("feedback:own", args=[evening.meeting.pk]), {"ask": "yes"}
        )

        assert review_of(evening.lead, evening.meeting) is None
