"""What an owner keeps along the way of an action: notes, a scale, reminders."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from askwell.web.actions import operations, tasks
from askwell.web.actions.models import ProgressNote, Reminder, Scale, Status
from askwell.web.actions.operations import NotTheOwnerError, SettledError
from askwell.web.actions.operations.along import InThePastError, TooManyError
from askwell.web.people.models import Notice
from factories import NOON, a_person, a_set, an_action, minutes, signed_in

pytestmark = pytest.mark.django_db

TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def action(amara, jonas):
    return an_action(amara, a_set(amara, jonas))


def settle(action, at=NOON):
    operations.report_back(
        action, by=action.owner, meeting=uuid4(), status=Status.DONE, at=at
    )


def drop(action):
    operations.drop(action, by=action.owner)


def reminders_posted():
    return list(Notice.objects.filter(kind=Notice.Kind.REMINDER))


class TestNotes:
    def test_a_note_lies_sealed_and_dated(self, action, amara):
        operations.keep_note(action, by=amara, words="Rosa said yes", at=NOON)

        note = ProgressNote.objects.select_related("action").get()
        assert (note.words, note.noted_at) == ("Rosa said yes", NOON)
        assert b"Rosa" not in note.__dict__["words"].sealed

    def test_nobody_else_writes_one(self, action, jonas):
        with pytest.raises(NotTheOwnerError):
            operations.keep_note(action, by=jonas, words="You should ask", at=NOON)

    def test_nothing_is_noted_of_what_is_settled(self, action, amara):
        settle(action)

        with pytest.raises(SettledError):
            operations.keep_note(action, by=amara, words="Afterwards", at=NOON)

    def test_the_owner_takes_one_back(self, action, amara):
        note = operations.keep_note(action, by=amara, words="Too much", at=NOON)

        operations.take_back_note(action, by=amara, note=note.pk)

        assert not ProgressNote.objects.exists()

    def test_nobody_else_takes_one_back(self, action, amara, jonas):
        note = operations.keep_note(action, by=amara, words="Mine", at=NOON)

        with pytest.raises(NotTheOwnerError):
            operations.take_back_note(action, by=jonas, note=note.pk)


class TestTheScale:
    def test_any_level_may_stay_without_words(self, action, amara):
        operations.describe_scale(
            action, by=amara, words={"expected": "Six answers"}, now=None
        )

        scale = Scale.objects.select_related("action").get()
        assert (scale.expected, scale.much_more, scale.now) == (
            "Six answers",
            None,
            None,
        )

    def test_one_may_rate_without_describing_anything(self, action, amara):
        operations.rate(action, by=amara, level=Scale.Level.MORE, at=NOON)

        assert Scale.objects.get().later == Scale.Level.MORE

    def test_a_rating_may_come_after_the_action_is_settled(self, action, amara):
        settle(action)

        operations.rate(action, by=amara, level=Scale.Level.LESS, at=NOON)

        assert Scale.objects.get().later == Scale.Level.LESS

    def test_nobody_else_rates_it(self, action, jonas):
        """INV-2, INV-10."""
        with pytest.raises(NotTheOwnerError):
            operations.rate(action, by=jonas, level=Scale.Level.MORE, at=NOON)
        with pytest.raises(NotTheOwnerError):
            operations.describe_scale(action, by=jonas, words={}, now=None)

    def test_nobody_else_finds_it(self, action, amara, jonas):
        operations.rate(action, by=amara, level=Scale.Level.MORE, at=NOON)

        page = signed_in(jonas).get(reverse("actions:action", args=[action.pk]))

        assert page.status_code == 404

    def test_a_form_keeps_levels_and_where_things_stand(self, action, amara):
        signed_in(amara).post(
            reverse("actions:scale", args=[action.pk]),
            {"much_more": "All of them", "now": "-1"},
        )

        scale = Scale.objects.select_related("action").get()
        assert (scale.much_more, scale.now) == ("All of them", -1)

    def test_the_page_shows_the_ladder_from_the_top(self, action, amara):
        operations.describe_scale(
            action,
            by=amara,
            words={"much_more": "All of them", "much_less": "Nobody"},
            now=Scale.Level.LESS,
        )

        page = signed_in(amara).get(action.get_absolute_url())

        ladder = page.context["ladder"]
        assert [rung.sign for rung in ladder] == ["+2", "+1", "0", "−1", "−2"]
        assert [rung.words for rung in ladder] == ["All of them", "", "", "", "Nobody"]
        assert [rung.now for rung in ladder] == [False, False, False, True, False]


class TestReminders:
    def test_a_reminder_is_posted_once_it_is_due(self, action, amara):
        operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        early = tasks.post_due_reminders(at=TOMORROW - minutes(1))
        due = tasks.post_due_reminders(at=TOMORROW)

        assert (early, due) == (0, 1)
        [notice] = reminders_posted()
        assert (notice.person, notice.path) == (amara, f"/actions/{action.pk}/")

    def test_it_is_posted_once_however_often_a_worker_looks(self, action, amara):
        operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        posted = [tasks.post_due_reminders(at=TOMORROW + minutes(n)) for n in range(3)]

        assert posted == [1, 0, 0]
        assert len(reminders_posted()) == 1

    def test_two_workers_that_saw_the_same_reminder_post_it_once(self, action, amara):
        reminder = operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        posted = [operations.post_reminder(reminder.pk, at=TOMORROW) for _ in range(2)]

        assert posted == [True, False]
        assert len(reminders_posted()) == 1

    def test_a_worker_cut_off_while_posting_has_posted_nothing(
        self, action, amara, monkeypatch
    ):
        operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        def cut_off(**_how):
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr(operations.along, "post_notice", cut_off)
            with pytest.raises(SystemExit):
                tasks.post_due_reminders(at=TOMORROW)

        assert tasks.post_due_reminders(at=TOMORROW) == 1

    @pytest.mark.parametrize("let_go", [settle, drop])
    def test_nobody_is_reminded_of_what_they_have_let_go(self, let_go, action, amara):
        operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        let_go(action)

        assert tasks.post_due_reminders(at=TOMORROW) == 0

    def test_taken_up_again_it_reminds_again(self, action, amara):
        operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)
        operations.drop(action, by=amara)
        tasks.post_due_reminders(at=TOMORROW)

        operations.take_up_again(action, by=amara)

        assert tasks.post_due_reminders(at=TOMORROW + minutes(1)) == 1

    def test_nobody_reminds_somebody_else(self, action, jonas):
        """INV-3."""
        with pytest.raises(NotTheOwnerError):
            operations.remind(action, by=jonas, due_at=TOMORROW, at=NOON)

    def test_a_moment_that_has_gone_by_is_refused(self, action, amara):
        with pytest.raises(InThePastError):
            operations.remind(action, by=amara, due_at=NOON, at=NOON)

    def test_five_to_come_are_enough(self, action, amara):
        for days in range(1, 6):
            due_at = NOON + timedelta(days=days)
            operations.remind(action, by=amara, due_at=due_at, at=NOON)

        with pytest.raises(TooManyError):
            operations.remind(
                action, by=amara, due_at=NOON + timedelta(days=9), at=NOON
            )

    def test_the_same_moment_twice_is_one_reminder(self, action, amara):
        for _ in range(2):
            operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        assert Reminder.objects.count() == 1

    def test_it_is_set_by_the_owners_own_clock(self, amara, action):
        amara.time_zone = "Pacific/Auckland"
        amara.save()

        signed_in(amara).post(
            reverse("actions:reminders", args=[action.pk]),
            {"day": "2099-07-01", "hour": "09:00"},
        )

        assert Reminder.objects.get().due_at.isoformat() == "2099-06-30T21:00:00+00:00"

    def test_an_hour_that_clocks_skip_is_refused(self, amara, action):
        amara.time_zone = "Europe/London"
        amara.save()

        page = signed_in(amara).post(
            reverse("actions:reminders", args=[action.pk]),
            {"day": "2099-03-29", "hour": "01:30"},
        )

        assert page.status_code == 422
        assert not Reminder.objects.exists()

    def test_one_is_taken_away_again(self, amara, action):
        reminder = operations.remind(action, by=amara, due_at=TOMORROW, at=NOON)

        signed_in(amara).post(
            reverse("actions:reminder_removal", args=[action.pk, reminder.pk])
        )

        assert not Reminder.objects.exists()
