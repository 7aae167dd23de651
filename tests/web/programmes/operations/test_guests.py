"""Guests, and what a meeting has decided about people."""

import pytest

from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging
from askwell.web.programmes.refusals import Reason
from factories import (
    NOON,
    a_person,
    a_set,
    everyone_agrees,
    is_in,
    minutes,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


class TestGuests:
    @pytest.fixture
    def guest(self, amara, jonas, mei):
        """Mei waits as a guest of a set that Jonas facilitates."""
        learning_set = a_set(amara, facilitator=jonas)
        link = operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=amara, at=NOON
        )
        return operations.ask_to_join(link, mei, at=NOON)

    def test_a_facilitator_admits_a_guest(self, guest, jonas, mei):
        operations.admit(guest, by=jonas, at=NOON)

        assert rules.can_attend(mei, guest.learning_set)

    def test_a_member_who_leads_nothing_does_not(self, guest):
        member = a_person("Rosa")
        is_in(guest.learning_set, member)

        why = refused(operations.admit, guest, by=member, at=NOON)
        assert why is Reason.NOT_YOURS_TO_DO

    def test_a_guest_attends_and_agrees_but_does_not_read_the_set(
        self, guest, jonas, mei
    ):
        operations.admit(guest, by=jonas, at=NOON)

        assert rules.can_read_contract(mei, guest.learning_set)
        assert not rules.can_read_set(mei, guest.learning_set)

    def test_a_guest_does_not_reopen_the_agreement(self, guest, jonas):
        everyone_agrees(guest.learning_set)

        operations.admit(guest, by=jonas, at=NOON)

        assert queries.is_agreed(guest.learning_set)

    def test_a_guest_of_one_meeting_is_not_in_the_next(self, guest, jonas, mei):
        operations.admit(guest, by=jonas, at=NOON)

        operations.take_leave_of_guests(
            guest.learning_set, came_before=NOON + minutes(90), at=NOON + minutes(99)
        )

        assert not rules.can_attend(mei, guest.learning_set)

    def test_a_guest_who_came_for_the_next_meeting_stays(self, guest, jonas, mei):
        operations.admit(guest, by=jonas, at=NOON)

        operations.take_leave_of_guests(
            guest.learning_set, came_before=NOON, at=NOON + minutes(9)
        )

        assert rules.can_attend(mei, guest.learning_set)


class TestWhatAMeetingDecides:
    """The meeting's own rules were applied already; here it is only kept."""

    def test_somebody_waiting_is_let_in(self, amara, jonas, mei):
        learning_set = a_set(amara, jonas, waiting=[mei], agreed=True)

        operations.consent_aloud(learning_set, mei, by=jonas, at=NOON)
        operations.let_in(learning_set, mei, by=amara, at=NOON)

        assert rules.can_read_set(mei, learning_set)
        assert not queries.is_agreed(learning_set)

    def test_somebody_who_is_in_already_stays_as_they_are(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)

        operations.let_in(learning_set, jonas, by=amara, at=NOON)

        assert queries.is_agreed(learning_set)

    def test_somebody_is_shown_out(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        for _ in range(2):
            operations.show_out(learning_set, jonas, by=amara, at=NOON)

        assert not rules.can_attend(jonas, learning_set)

    def test_a_yes_said_aloud_is_an_agreement(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        for person in (amara, jonas, amara):
            operations.agree_aloud(learning_set, person, read=1, at=NOON)

        assert queries.is_agreed(learning_set)
        learning_set.refresh_from_db()
        assert learning_set.formed_at == NOON

    def test_a_yes_to_words_that_have_changed_is_none(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        operations.reword(
            learning_set, words="Nothing leaves here.", read=1, by=jonas, at=NOON
        )

        operations.agree_aloud(learning_set, amara, read=1, at=NOON)

        assert amara in queries.yet_to_agree(learning_set)
