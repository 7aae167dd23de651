"""Inviting: noted first or mailed at once, again, and once more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import Invitation
from askwell.web.programmes.refusals import NotDoneError, Reason
from factories import NOON, a_person, a_set, signed_in

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def learning_set(amara):
    return a_set(amara)


def invited(learning_set, amara, email="noor@people.example", *, at=NOON):
    return operations.invite(learning_set, email=email, by=amara, at=at)


def addressed() -> list[str]:
    notices = Notice.objects.filter(kind=Notice.Kind.INVITED)
    return list(notices.order_by("created_at").values_list("address", flat=True))


class TestWritingDown:
    def test_whoever_is_written_down_is_told_nothing(self, learning_set, amara):
        noted = operations.write_down(
            learning_set, email="Noor@people.example", name="Noor", by=amara, at=NOON
        )

        assert list(queries.written_down(learning_set)) == [noted]
        assert addressed() == []
        assert queries.open_invitations(learning_set, at=NOON) == []
        assert queries.invitation_behind(noted.code) is None

    def test_twice_is_once(self, learning_set, amara):
        for _ in range(2):
            operations.write_down(
                learning_set, email="noor@people.example", by=amara, at=NOON
            )

        assert queries.written_down(learning_set).count() == 1

    def test_they_can_be_struck_out(self, learning_set, amara):
        noted = operations.write_down(
            learning_set, email="noor@people.example", by=amara, at=NOON
        )

        operations.strike_out(learning_set, noted.pk, by=amara)

        assert not queries.written_down(learning_set).exists()

    def test_all_of_them_are_invited_together(self, learning_set, amara):
        for name in ("noor", "ike"):
            operations.write_down(
                learning_set, email=f"{name}@people.example", by=amara, at=NOON
            )

        operations.invite_those_written_down(learning_set, by=amara, at=NOON + DAY)

        assert sorted(addressed()) == ["ike@people.example", "noor@people.example"]
        assert not queries.written_down(learning_set).exists()
        [first, _second] = queries.open_invitations(learning_set, at=NOON + DAY)
        assert first.expires_at == NOON + DAY + Invitation.LASTS

    def test_nobody_else_may(self, learning_set):
        with pytest.raises(NotDoneError) as refused:
            operations.write_down(
                learning_set, email="noor@people.example", by=a_person(), at=NOON
            )

        assert refused.value.reason is Reason.NOT_YOURS_TO_DO


class TestReminding:
    def test_who_has_not_answered_is_written_to_once_more(self, learning_set, amara):
        invited(learning_set, amara)

        told = operations.remind(learning_set, by=amara, at=NOON + DAY)

        assert told == 1
        assert addressed() == ["noor@people.example"] * 2

    def test_and_never_again(self, learning_set, amara):
        invited(learning_set, amara)
        operations.remind(learning_set, by=amara, at=NOON + DAY)

        assert operations.remind(learning_set, by=amara, at=NOON + 2 * DAY) == 0

    def test_not_on_the_day_they_were_invited(self, learning_set, amara):
        invited(learning_set, amara)

        assert operations.remind(learning_set, by=amara, at=NOON + DAY / 2) == 0

    def test_not_who_has_come_and_not_whose_link_was_withdrawn(
        self, learning_set, amara
    ):
        noor = a_person("Noor", email="noor@people.example")
        operations.ask_to_join(invited(learning_set, amara), noor, at=NOON)
        other = invited(learning_set, amara, "ike@people.example")
        operations.withdraw(other, by=amara, at=NOON)

        assert operations.remind(learning_set, by=amara, at=NOON + DAY) == 0


class TestSendingAgain:
    def test_the_older_link_closes_and_the_name_stays(self, learning_set, amara):
        older = operations.invite(
            learning_set, email="noor@people.example", name="Noor", by=amara, at=NOON
        )

        newer = invited(learning_set, amara, at=NOON + DAY)

        older.refresh_from_db()
        assert older.withdrawn_at == NOON + DAY
        assert newer.name == "Noor"

    def test_one_that_ran_out_is_not_listed_twice(self, learning_set, amara):
        invited(learning_set, amara)
        late = NOON + Invitation.LASTS + DAY

        newer = invited(learning_set, amara, at=late)

        assert queries.unanswered(learning_set) == [newer]


class TestThePage:
    def at(self, name, learning_set):
        return reverse(f"programmes:{name}", args=[learning_set.pk])

    def test_it_says_who_was_invited_and_since_when(self, learning_set, amara):
        invited(learning_set, amara, at=timezone.now())

        words = signed_in(amara).get(self.at("people", learning_set)).text

        assert "noor@people.example" in words
        assert "Invited on" in words
        assert "Remind those who have not answered" not in words

    def test_a_reminder_is_one_press_away_after_a_day(self, learning_set, amara):
        invited(learning_set, amara, at=timezone.now() - DAY)
        browser = signed_in(amara)
        before = browser.get(self.at("people", learning_set)).text

        browser.post(self.at("reminder", learning_set))

        after = browser.get(self.at("people", learning_set)).text
        assert "Remind those who have not answered" in before
        assert "Remind those who have not answered" not in after
        assert "Reminded on" in after

    def test_a_link_that_ran_out_says_so_and_can_be_sent_again(
        self, learning_set, amara
    ):
        invited(learning_set, amara, at=timezone.now() - Invitation.LASTS - DAY)

        words = signed_in(amara).get(self.at("people", learning_set)).text

        assert "The link has run out." in words
        assert "Send it again" in words
