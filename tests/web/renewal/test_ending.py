"""A set ends well: in time, with a way back until the day, and with a receipt."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from askwell.process.commands import Arrive
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.writer import NoSuchMeeting
from askwell.web.people.models import Notice
from askwell.web.programmes import operations as programmes
from askwell.web.programmes.models import LedgerLine
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.renewal import operations, queries, tasks
from askwell.web.renewal.models import Ending
from askwell.web.renewal.refusals import NotNowError, Reason
from askwell.web.vault.models import Receipt
from factories import NOON, a_person, an_action, is_in, signed_in
from web.renewal.meets import a_set_that_met, decided_to_end, ended, four, to_come

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 4, 2)
LATER = NOON + timedelta(hours=1)
ON_THE_DAY = NOON + timedelta(days=30)


@pytest.fixture
def people():
    return four()


def told(kind: str) -> list[str]:
    notices = Notice.objects.filter(kind=kind).select_related("person")
    return sorted(notice.person.name for notice in notices)


class TestEnding:
    @pytest.fixture
    def learning_set(self, people):
        return a_set_that_met(*people)

    def test_takes_the_sets_decision(self, learning_set, people):
        with pytest.raises(NotNowError) as refused:
            operations.end(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_DECIDED_TO_END

    def test_is_then_for_any_member(self, learning_set, people):
        decided_to_end(learning_set, people)

        operations.end(learning_set, forget_on=LAST_DAY, by=people[3], at=NOON)

        learning_set.refresh_from_db()
        assert (learning_set.ended_at, learning_set.forget_on) == (NOON, LAST_DAY)
        assert told("ending") == ["Amara", "Jonas", "Priya"]
        assert LedgerLine.objects.get(kind="ended").by == people[3]

    def test_waits_for_a_meeting_in_progress(self, learning_set, people):
        decided_to_end(learning_set, people)
        meeting = to_come(learning_set)
        meeting.opened_at = NOON
        meeting.save()

        with pytest.raises(NotNowError) as refused:
            operations.end(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

        assert refused.value.reason is Reason.MEETING_NOW

    def test_cancels_the_meetings_to_come(self, learning_set, people):
        decided_to_end(learning_set, people)
        meeting = to_come(learning_set)

        operations.end(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

        meeting.refresh_from_db()
        assert (meeting.cancelled_at, meeting.sequence) == (NOON, 1)

    @pytest.mark.parametrize("days", [0, 29, 91])
    def test_leaves_between_thirty_and_ninety_days(self, days, learning_set, people):
        decided_to_end(learning_set, people)
        day = NOON.date() + timedelta(days=days)

        with pytest.raises(NotNowError) as refused:
            operations.end(learning_set, forget_on=day, by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_LATER

    def test_nothing_new_is_agreed_invited_or_written_afterwards(self, people):
        learning_set = ended(*people)

        for change in (
            lambda: programmes.invite(
                learning_set, email="new@people.example", by=people[0], at=NOON
            ),
            lambda: programmes.reword(
                learning_set, words="Anew", read=1, by=people[0], at=NOON
            ),
            lambda: operations.look(learning_set, by=people[0], at=NOON),
            lambda: operations.ask(learning_set, by=people[0], at=NOON),
        ):
            with pytest.raises(NotDoneError):
                change()

    def test_whoever_only_waited_or_visited_has_nothing_to_come_back_for(
        self, learning_set, people
    ):
        waits = is_in(learning_set, a_person("Eve"), joined_at=None)
        decided_to_end(learning_set, people)

        operations.end(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

        waits.refresh_from_db()
        assert waits.left_at == NOON


def test_no_meeting_is_called_or_taken_up_again_in_an_ended_set(people):
    learning_set = a_set_that_met(*people)
    decided_to_end(learning_set, people)
    meeting = to_come(learning_set)
    operations.end(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

    for change in (
        lambda: meetings.schedule(learning_set, starts_at=NOON, booked_minutes=60),
        lambda: meetings.call_again(meeting, by=people[0], at=NOON),
    ):
        with pytest.raises(NotDoneError):
            change()


def test_a_page_that_would_put_something_new_into_it_says_that_it_has_ended(people):
    learning_set = ended(*people)

    page = signed_in(people[0]).post(
        reverse("programmes:edit", args=[learning_set.pk]),
        {"name": "Anew", "meeting_format": "classic_uk", "purpose": ""},
    )

    assert page.status_code == 409
    assert "This set has ended" in page.text


def test_nothing_is_written_in_the_rooms_of_an_ended_set(people):
    learning_set = a_set_that_met(*people)
    meeting = to_come(learning_set)
    meetings.convene(meeting)
    learning_set.ended_at = NOON
    learning_set.save()

    outcome = meetings.submit(
        meeting.pk, Arrive(by=str(people[0].pk), token="somebody-comes")
    )

    assert outcome == NoSuchMeeting()


def test_whoever_wishes_leaves_an_ended_set_like_any_other(people):
    learning_set = ended(*people)
    mine = learning_set.memberships.get(person=people[1])

    page = signed_in(people[1]).post(
        reverse("programmes:leaving", args=[learning_set.pk])
    )

    mine.refresh_from_db()
    assert mine.left_at is not None
    assert page.url == reverse("renewal:farewell", args=[learning_set.pk])


class TestUntilTheDay:
    @pytest.fixture
    def learning_set(self, people):
        return ended(*people)

    def test_the_words_may_be_kept_longer(self, learning_set, people):
        days = queries.days_to_choose(learning_set, at=NOON)

        operations.put_off(learning_set, forget_on=days[-1], by=people[2], at=NOON)

        learning_set.refresh_from_db()
        assert learning_set.forget_on == date(2026, 6, 1)
        assert queries.days_to_choose(learning_set, at=NOON) == []

    def test_but_never_shorter_than_was_said(self, learning_set, people):
        with pytest.raises(NotNowError) as refused:
            operations.put_off(learning_set, forget_on=LAST_DAY, by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_LATER

    def test_everyone_is_reminded_once_a_week_before(self, learning_set):
        Notice.objects.all().delete()
        done = [
            tasks.see_sets_off(at=NOON + timedelta(days=days)) for days in (22, 23, 24)
        ]

        assert done == [0, 1, 0]
        assert told("ending") == ["Amara", "Jonas", "Priya", "Tomas"]

    def test_the_end_can_be_undone_by_whoever_ended_it(self, learning_set, people):
        operations.undo_ending(learning_set, by=people[0], at=NOON)

        learning_set.refresh_from_db()
        assert (learning_set.ended_at, learning_set.forget_on) == (None, None)
        assert not Ending.objects.exists()
        assert tasks.see_sets_off(at=ON_THE_DAY) == 0

    def test_the_end_is_not_undone_by_anybody(self, learning_set, people):
        with pytest.raises(NotNowError) as refused:
            operations.undo_ending(learning_set, by=people[2], at=NOON)

        assert refused.value.reason is Reason.NOT_YOURS_TO_DO

    def test_a_set_that_goes_on_after_all_may_decide_again(self, learning_set, people):
        operations.undo_ending(learning_set, by=people[0], at=LATER)

        assert queries.last_decision(learning_set).decision == "go_on"
        assert operations.ask(learning_set, by=people[1], at=NOON)

    def test_and_is_not_ended_once_more_without_deciding(self, learning_set, people):
        operations.undo_ending(learning_set, by=people[0], at=LATER)

        with pytest.raises(NotNowError) as refused:
            operations.end(learning_set, forget_on=LAST_DAY, by=people[2], at=NOON)

        assert refused.value.reason is Reason.NOT_DECIDED_TO_END

    def test_its_page_says_that_it_goes_on(self, learning_set, people):
        operations.undo_ending(learning_set, by=people[0], at=LATER)

        page = signed_in(people[1]).get(
            reverse("renewal:going_on", args=[learning_set.pk])
        )

        assert "We go on as we are" in page.text

    def test_looking_for_what_is_due_costs_the_same_for_many_sets(
        self, learning_set, people, django_assert_num_queries
    ):
        for _ in range(2):
            ended(*people)

        with django_assert_num_queries(2):
            assert tasks.see_sets_off(at=NOON) == 0

    def test_nothing_is_destroyed_before_the_day(self, learning_set, people):
        action = an_action(people[0], learning_set)

        tasks.see_sets_off(at=ON_THE_DAY - timedelta(days=1))

        action.refresh_from_db()
        assert action.words is not None
        assert not Receipt.objects.exists()

    def test_the_day_is_that_of_the_sets_home(self, learning_set):
        learning_set.time_zone = "Pacific/Auckland"
        learning_set.save()
        # It begins thirteen hours before that of UTC.
        its_midnight = ON_THE_DAY - timedelta(hours=12 + 13)

        tasks.see_sets_off(at=its_midnight - timedelta(minutes=1))
        early = Receipt.objects.exists()
        tasks.see_sets_off(at=its_midnight)

        assert (early, Receipt.objects.exists()) == (False, True)


class TestOnTheDay:
    @pytest.fixture
    def learning_set(self, people):
        learning_set = ended(*people)
        Notice.objects.all().delete()
        tasks.see_sets_off(at=ON_THE_DAY)
        learning_set.refresh_from_db()
        return learning_set

    def test_everyone_is_told_and_the_ledger_says_so(self, learning_set):
        assert learning_set.forgotten_at == ON_THE_DAY
        assert told("forgotten") == ["Amara", "Jonas", "Priya", "Tomas"]
        assert LedgerLine.objects.filter(kind="forgotten").count() == 1

    def test_once_is_enough(self, learning_set):
        again = tasks.see_sets_off(at=ON_THE_DAY + timedelta(days=1))

        assert again == 0
        assert Receipt.objects.count() == 1

    def test_it_can_no_longer_be_undone(self, learning_set, people):
        with pytest.raises(NotNowError) as refused:
            operations.undo_ending(learning_set, by=people[0], at=ON_THE_DAY)

        assert refused.value.reason is Reason.TOO_LATE

    def test_the_page_is_the_receipt_and_nothing_else(self, learning_set, people):
        browser = signed_in(people[1])
        other_pages = ("health", "going_on", "script", "summary")

        page = browser.get(reverse("renewal:ending", args=[learning_set.pk]))
        others = [
            browser.get(reverse(f"renewal:{name}", args=[learning_set.pk])).status_code
            for name in other_pages
        ]

        assert "From 2 May 2026 on nobody can read the words" in page.text
        assert "There is nothing else to read here." in page.text
        assert others == [404] * 4


class TestTheSummary:
    @pytest.fixture
    def learning_set(self, people):
        return ended(*people)

    def test_is_written_on_by_everyone_even_after_the_end(self, learning_set, people):
        operations.write_summary(
            learning_set, words="We waited.", read=0, by=people[0], at=NOON
        )

        operations.write_summary(
            learning_set, words="We learned to wait.", read=1, by=people[1], at=NOON
        )

        newest = queries.newest_summary(learning_set)
        assert (newest.version, newest.words) == (2, "We learned to wait.")

    def test_nobody_writes_over_words_they_have_not_read(self, learning_set, people):
        operations.write_summary(
            learning_set, words="We waited.", read=0, by=people[0], at=NOON
        )

        with pytest.raises(NotNowError) as refused:
            operations.write_summary(
                learning_set, words="Mine", read=0, by=people[1], at=NOON
            )

        assert refused.value.reason is Reason.STALE

    def test_keeps_the_words_of_somebody_who_was_too_late(self, learning_set, people):
        address = reverse("renewal:summary", args=[learning_set.pk])
        signed_in(people[0]).post(address, {"words": "We waited.", "read": "0"})

        page = signed_in(people[1]).post(address, {"words": "Mine too", "read": "0"})

        assert page.status_code == 409
        assert "Mine too" in page.text
        assert "We waited." in page.text

    def test_a_copy_is_taken_and_the_ledger_says_by_whom(self, learning_set, people):
        operations.write_summary(
            learning_set, words="We learned to wait.", read=0, by=people[0], at=NOON
        )
        browser = signed_in(people[2])

        copy = browser.post(reverse("renewal:summary_copy", args=[learning_set.pk]))

        assert copy.text == "We learned to wait."
        assert "attachment" in copy.headers["Content-Disposition"]
        assert LedgerLine.objects.get(kind="export").by == people[2]


class TestThePage:
    def test_leads_to_the_question_until_the_set_has_decided(self, people):
        learning_set = a_set_that_met(*people)

        page = signed_in(people[0]).get(
            reverse("renewal:ending", args=[learning_set.pk])
        )

        assert "Ask the set" in page.text
        assert 'name="forget_on"' not in page.text

    def test_ends_the_set_on_a_chosen_day(self, people):
        learning_set = a_set_that_met(*people)
        decided_to_end(learning_set, people)
        address = reverse("renewal:ending", args=[learning_set.pk])
        browser = signed_in(people[0])
        day = browser.get(address).context["days"][1]

        browser.post(address, {"forget_on": day.isoformat()})

        learning_set.refresh_from_db()
        assert learning_set.forget_on == day
        assert "Undo the end" in browser.get(address).text
        assert "Undo the end" not in signed_in(people[1]).get(address).text

    def test_has_words_for_the_last_meeting(self, people):
        learning_set = a_set_that_met(*people)

        page = signed_in(people[0]).get(
            reverse("renewal:script", args=[learning_set.pk])
        )

        assert page.text.count('class="prompt"') == 6
