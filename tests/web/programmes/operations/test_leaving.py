"""Leaving a set, and being taken out of it."""

import pytest

from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import SetMembership
from askwell.web.programmes.refusals import Reason
from factories import (
    NOON,
    a_set,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


class TestLeaving:
    def test_who_left_reads_nothing_more(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        operations.leave(queries.membership_of(jonas, learning_set), at=NOON)

        assert not rules.can_read_set(jonas, learning_set)
        assert not rules.can_attend(jonas, learning_set)

    def test_a_facilitator_may_end_somebodys_time(self, amara, jonas, mei):
        learning_set = a_set(amara, mei, facilitator=jonas)

        operations.remove(queries.membership_of(mei, learning_set), by=jonas, at=NOON)

        assert queries.members_of(learning_set) == [amara, jonas]

    def test_a_member_may_not(self, amara, jonas, mei):
        learning_set = a_set(amara, mei, facilitator=jonas)
        theirs = queries.membership_of(jonas, learning_set)

        why = refused(operations.remove, theirs, by=mei, at=NOON)
        assert why is Reason.NOT_YOURS_TO_DO

    def test_with_nobody_left_to_lead_every_member_does(self, amara, jonas, mei):
        learning_set = a_set(amara, jonas, mei)
        assert not rules.leads(jonas, learning_set)

        operations.leave(queries.membership_of(amara, learning_set), at=NOON)

        assert rules.leads(jonas, learning_set)
        assert rules.leads(mei, learning_set)

    def test_somebody_may_come_back(self, amara, jonas):
        learning_set = a_set(amara, left=[jonas])
        link = operations.open_link(learning_set, by=amara, at=NOON)

        newcomer = operations.ask_to_join(link, jonas, at=NOON)
        operations.admit(newcomer, by=amara, at=NOON)

        assert rules.can_read_set(jonas, learning_set)
        assert SetMembership.objects.filter(person=jonas).count() == 2
