"""Coming into a set, and who says yes to it."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging
from askwell.web.programmes.refusals import NotDoneError, Reason
from factories import (
    NOON,
    a_person,
    a_place,
    a_set,
    an_organisation,
    everyone_agrees,
    is_in,
    minutes,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


class TestJoining:
    def test_who_was_invited_in_person_is_in_while_the_set_is_forming(
        self, amara, jonas
    ):
        learning_set = a_set(amara)
        invitation = operations.invite(
            learning_set, email=jonas.email, by=amara, at=NOON
        )

        operations.ask_to_join(invitation, jonas, at=NOON)

        assert queries.members_of(learning_set) == [amara, jonas]

    def test_who_came_by_a_link_waits_for_a_yes(self, amara, jonas):
        learning_set = a_set(amara)
        link = operations.open_link(learning_set, by=amara, at=NOON)

        newcomer = operations.ask_to_join(link, jonas, at=NOON)

        assert newcomer.is_waiting
        assert not rules.can_attend(jonas, learning_set)
        assert Notice.objects.get(kind="asked").person == amara

    def test_an_invitation_passed_on_to_another_address_waits_too(self, amara, jonas):
        learning_set = a_set(amara)
        invitation = operations.invite(
            learning_set, email="someone.else@people.example", by=amara, at=NOON
        )

        assert operations.ask_to_join(invitation, jonas, at=NOON).is_waiting

    def test_an_invitation_serves_once(self, amara, jonas, mei):
        learning_set = a_set(amara)
        invitation = operations.invite(
            learning_set, email=jonas.email, by=amara, at=NOON
        )
        operations.ask_to_join(invitation, jonas, at=NOON)

        why = refused(operations.ask_to_join, invitation, mei, at=NOON)
        assert why is Reason.LINK_CLOSED

    def test_asking_twice_is_asking_once(self, amara, jonas):
        link = operations.open_link(a_set(amara), by=amara, at=NOON)

        once = operations.ask_to_join(link, jonas, at=NOON)
        again = operations.ask_to_join(link, jonas, at=NOON)

        assert once == again

    def test_a_formed_set_takes_a_newcomer_only_unanimously(self, amara, jonas, mei):
        learning_set = a_set(amara, jonas, agreed=True)
        invitation = operations.invite(learning_set, email=mei.email, by=amara, at=NOON)

        newcomer = operations.ask_to_join(invitation, mei, at=NOON)
        assert newcomer.is_waiting

        operations.admit(newcomer, by=jonas, at=NOON)
        newcomer.refresh_from_db()
        assert newcomer.is_current

    def test_whom_the_set_was_begun_with_is_in_however_late_they_answer(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara)
        early = operations.invite(learning_set, email=mei.email, by=amara, at=NOON)
        is_in(learning_set, jonas)
        everyone_agrees(learning_set, at=NOON + minutes(5))

        newcomer = operations.ask_to_join(early, mei, at=NOON + minutes(10))

        assert newcomer.joined_at == NOON + minutes(10)

    def test_but_not_by_an_invitation_made_for_somebody_else(self, amara, jonas, mei):
        learning_set = a_set(amara)
        early = operations.invite(
            learning_set, email="carys@people.example", by=amara, at=NOON
        )
        is_in(learning_set, jonas)
        everyone_agrees(learning_set, at=NOON + minutes(5))

        newcomer = operations.ask_to_join(early, mei, at=NOON + minutes(10))

        assert newcomer.is_waiting

    def test_one_no_is_enough(self, amara, jonas, mei):
        learning_set = a_set(amara, jonas, agreed=True)
        invitation = operations.invite(learning_set, email=mei.email, by=amara, at=NOON)
        newcomer = operations.ask_to_join(invitation, mei, at=NOON)

        operations.decline(newcomer, by=jonas, at=NOON)
        operations.admit(newcomer, by=jonas, at=NOON)

        assert mei not in queries.members_of(learning_set)

    def test_the_yes_of_somebody_who_left_is_no_longer_needed(self, amara, jonas, mei):
        learning_set = a_set(amara, jonas, agreed=True)
        invitation = operations.invite(learning_set, email=mei.email, by=amara, at=NOON)
        operations.ask_to_join(invitation, mei, at=NOON)

        operations.leave(queries.membership_of(jonas, learning_set), at=NOON)

        assert queries.members_of(learning_set) == [amara, mei]

    def test_the_newcomer_is_told(self, amara, jonas):
        learning_set = a_set(amara)
        link = operations.open_link(learning_set, by=amara, at=NOON)
        newcomer = operations.ask_to_join(link, jonas, at=NOON)

        operations.admit(newcomer, by=amara, at=NOON)

        notice = Notice.objects.get(kind="admitted")
        assert (notice.person, notice.path) == (jonas, f"/sets/{learning_set.pk}/")

    def test_a_waiting_person_answers_for_nobody(self, amara, jonas, mei):
        learning_set = a_set(amara, waiting=[jonas, mei])
        theirs = queries.membership_of(mei, learning_set)

        why = refused(operations.admit, theirs, by=jonas, at=NOON)
        assert why is Reason.NOT_YOURS_TO_DO


class TestReportingLines:
    """INV-17: nobody sits in a set with somebody they answer to."""

    @pytest.fixture
    def graham(self, amara):
        """Amara's line manager."""
        house, graham = an_organisation(), a_person("Graham Pell")
        a_place(amara, house, manager=a_place(graham, house))
        return graham

    def test_a_manager_cannot_join_a_reports_set(self, amara, graham):
        link = operations.open_link(a_set(amara), by=amara, at=NOON)

        why = refused(operations.ask_to_join, link, graham, at=NOON)
        assert why is Reason.SAME_LINE

    def test_nor_be_its_guest(self, amara, graham):
        link = operations.open_link(
            a_set(amara), belonging=Belonging.GUEST, by=amara, at=NOON
        )

        why = refused(operations.ask_to_join, link, graham, at=NOON)
        assert why is Reason.SAME_LINE

    def test_the_line_is_looked_at_again_when_somebody_is_admitted(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara)
        link = operations.open_link(learning_set, by=amara, at=NOON)
        newcomer = operations.ask_to_join(link, mei, at=NOON)
        house = an_organisation()
        a_place(amara, house, manager=a_place(mei, house))

        why = refused(operations.admit, newcomer, by=amara, at=NOON)
        assert why is Reason.SAME_LINE

    def test_the_refusal_says_why_and_what_to_do(self, amara, graham):
        link = operations.open_link(a_set(amara), by=amara, at=NOON)

        with pytest.raises(NotDoneError) as refusal:
            operations.ask_to_join(link, graham, at=NOON)

        assert refusal.value.in_words() == (
            "Graham Pell and somebody in this set work in the same reporting line: one "
            "answers to the other, directly or through others. People in one line "
            "cannot be in the same set, so that everyone can speak freely. A set with "
            "other people in it will do."
        )

    def test_who_it_is_is_told_to_those_in_the_set_alone(self, amara, mei):
        learning_set = a_set(amara)
        link = operations.open_link(learning_set, by=amara, at=NOON)
        newcomer = operations.ask_to_join(link, mei, at=NOON)
        house = an_organisation()
        a_place(amara, house, manager=a_place(mei, house))

        with pytest.raises(NotDoneError) as refusal:
            operations.admit(newcomer, by=amara, at=NOON)

        assert f"{mei} and {amara} work in" in refusal.value.in_words()
