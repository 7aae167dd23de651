"""Facilitators from outside, observers and trainees: how they come, stay and go."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging, LedgerLine
from askwell.web.programmes.refusals import Reason
from factories import NOON, a_place, a_set, an_organisation, everyone_agrees, is_in
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


def came_as(belonging, person, learning_set, *, by):
    """Somebody has opened the link for such people, and waits."""
    link = operations.open_link(learning_set, belonging=belonging, by=by, at=NOON)
    return operations.ask_to_join(link, person, at=NOON)


@pytest.mark.parametrize("belonging", [Belonging.OBSERVER, Belonging.TRAINEE])
class TestByConsent:
    """INV-19."""

    def test_every_member_says_yes_even_before_the_set_has_formed(
        self, belonging, amara, jonas, mei
    ):
        learning_set = a_set(amara, jonas)
        newcomer = came_as(belonging, mei, learning_set, by=amara)

        operations.admit(newcomer, by=amara, at=NOON)
        newcomer.refresh_from_db()
        waits = newcomer.is_waiting
        operations.admit(newcomer, by=jonas, at=NOON)

        newcomer.refresh_from_db()
        assert waits
        assert newcomer.is_current

    def test_any_one_member_ends_it_and_nobody_learns_who(
        self, belonging, amara, jonas, mei
    ):
        learning_set = a_set(amara, jonas)
        theirs = is_in(learning_set, mei, belonging=belonging)

        operations.withdraw_consent(theirs, by=jonas, at=NOON)

        [line] = learning_set.ledger.filter(kind=LedgerLine.Kind.REMOVED)
        assert not rules.can_attend(mei, learning_set)
        assert (line.by, line.about) == (None, mei)
        assert Notice.objects.get(person=mei).by is None

    def test_coming_and_going_opens_the_agreement(self, belonging, amara, jonas):
        learning_set = a_set(amara, agreed=True)
        newcomer = came_as(belonging, jonas, learning_set, by=amara)

        operations.admit(newcomer, by=amara, at=NOON)

        assert queries.yet_to_agree(learning_set) == [amara, jonas]

    def test_they_have_no_part_in_what_the_members_decide(
        self, belonging, amara, jonas, mei
    ):
        learning_set = a_set(amara, waiting=[jonas], agreed=True)
        is_in(learning_set, mei, belonging=belonging)
        newcomer = queries.membership_of(jonas, learning_set)

        why = refused(operations.admit, newcomer, by=mei, at=NOON)
        operations.admit(newcomer, by=amara, at=NOON)

        newcomer.refresh_from_db()
        assert why is Reason.NOT_YOURS_TO_DO
        assert newcomer.is_current


def test_a_member_stays_whoever_withdraws_what(amara, jonas):
    learning_set = a_set(amara, jonas)
    theirs = queries.membership_of(jonas, learning_set)

    why = refused(operations.withdraw_consent, theirs, by=amara, at=NOON)

    assert why is Reason.NOT_YOURS_TO_DO


def test_an_observer_attends_and_agrees_and_reads_nothing_that_is_kept(amara, jonas):
    learning_set = a_set(amara)
    is_in(learning_set, jonas, belonging=Belonging.OBSERVER)

    assert rules.can_attend(jonas, learning_set)
    assert rules.can_read_contract(jonas, learning_set)
    assert not rules.can_read_set(jonas, learning_set)


class TestAFacilitatorFromOutside:
    def test_facilitates_from_the_day_they_come(self, amara, jonas):
        learning_set = a_set(amara)
        newcomer = came_as(Belonging.FACILITATOR, jonas, learning_set, by=amara)

        operations.admit(newcomer, by=amara, at=NOON)

        assert rules.leads(jonas, learning_set)
        assert rules.can_read_set(jonas, learning_set)
        assert queries.roles_of(learning_set).next.person == jonas

    def test_is_not_one_of_those_the_set_consists_of(self, amara, jonas):
        learning_set = a_set(amara)
        is_in(learning_set, jonas, belonging=Belonging.FACILITATOR)

        assert queries.members_of(learning_set) == [amara]
        assert queries.readers_of(learning_set) == [amara, jonas]

    def test_agrees_what_the_set_agrees(self, amara, jonas):
        learning_set = a_set(amara, agreed=True)
        is_in(learning_set, jonas, belonging=Belonging.FACILITATOR)

        assert queries.yet_to_agree(learning_set) == [jonas]

    def test_does_not_come_from_a_members_reporting_line(self, amara, jonas):
        """INV-17."""
        house = an_organisation()
        a_place(amara, house, manager=a_place(jonas, house))

        why = refused(came_as, Belonging.FACILITATOR, jonas, a_set(amara), by=amara)

        assert why is Reason.SAME_LINE

    def test_takes_people_in_while_a_set_is_forming_but_not_afterwards(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara, waiting=[mei])
        is_in(
            learning_set,
            jonas,
            belonging=Belonging.FACILITATOR,
            is_facilitator=True,
        )
        newcomer = queries.membership_of(mei, learning_set)

        operations.admit(newcomer, by=jonas, at=NOON)

        newcomer.refresh_from_db()
        assert newcomer.is_current
        everyone_agrees(learning_set)
        newcomer.learning_set.refresh_from_db()
        assert not rules.can_answer(jonas, newcomer)

    def test_a_facilitator_comes_before_members_who_facilitate(self, amara, jonas, mei):
        learning_set = a_set(mei, facilitator=amara)
        is_in(
            learning_set,
            jonas,
            belonging=Belonging.FACILITATOR,
            is_facilitator=True,
        )

        assert queries.roles_of(learning_set).next.person == jonas
