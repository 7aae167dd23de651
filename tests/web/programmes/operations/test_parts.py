"""Who facilitates, who hosts, and what follows when they leave."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging, SetMembership
from askwell.web.programmes.refusals import Reason
from factories import (
    NOON,
    a_set,
    is_in,
    minutes,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


class TestLeading:
    def test_the_role_is_given_by_whoever_leads(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        theirs = queries.membership_of(jonas, learning_set)

        operations.appoint(theirs, facilitates=True, by=amara, at=NOON)

        assert rules.leads(jonas, learning_set)

    def test_nobody_takes_it_for_themselves(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        theirs = queries.membership_of(jonas, learning_set)

        why = refused(operations.appoint, theirs, facilitates=True, by=jonas, at=NOON)
        assert why is Reason.NOT_YOURS_TO_DO

    def test_an_ended_set_is_changed_by_nobody(self, amara):
        learning_set = a_set(amara)
        learning_set.ended_at = NOON
        learning_set.save()

        why = refused(
            operations.invite, learning_set, email="a@b.example", by=amara, at=NOON
        )
        assert why is Reason.ENDED

    def test_whoever_has_the_role_may_lay_it_down(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)
        theirs = queries.membership_of(jonas, learning_set)

        operations.appoint(theirs, facilitates=False, by=jonas, at=NOON)

        assert queries.facilitators_of(learning_set) == []

    def test_somebody_whose_part_another_changed_is_told(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        theirs = queries.membership_of(jonas, learning_set)

        operations.appoint(theirs, facilitates=True, by=amara, at=NOON)

        [notice] = Notice.objects.filter(kind="part")
        assert (notice.person, notice.path) == (
            jonas,
            f"/sets/{learning_set.pk}/roles/",
        )

    def test_where_members_take_turns_each_of_them_leads(self, amara, jonas, mei):
        learning_set = taking_turns(a_set(amara, mei, facilitator=jonas))

        assert rules.leads(mei, learning_set)

    def test_but_none_of_them_sends_another_away(self, amara, jonas, mei):
        learning_set = taking_turns(a_set(amara, mei, facilitator=jonas))

        why = refused(operations.remove, place(amara, learning_set), by=mei, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO


def taking_turns(learning_set):
    learning_set.facilitated_by = learning_set.FacilitatedBy.TURNS
    learning_set.dial = learning_set.Dial.OBSERVES
    learning_set.save()
    return learning_set


def place(person, learning_set):
    return queries.membership_of(person, learning_set)


def next_in(learning_set):
    learning_set.refresh_from_db()
    there = SetMembership.objects.current().filter(learning_set=learning_set)
    following = queries.next_to_facilitate(learning_set, there)
    return following.person if following else None


class TestFacilitatingNext:
    def test_the_facilitator_does_unless_somebody_is_named(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)

        assert next_in(learning_set) == jonas

    def test_the_facilitator_hands_one_meeting_over(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)

        operations.name_next(
            learning_set, place(amara, learning_set), by=jonas, at=NOON
        )

        assert next_in(learning_set) == amara

    def test_whoever_was_named_may_hand_it_on(self, amara, jonas, mei):
        learning_set = a_set(jonas, mei, amara)
        learning_set.next_facilitator = mei
        learning_set.save()

        operations.name_next(learning_set, place(amara, learning_set), by=mei, at=NOON)

        assert next_in(learning_set) == amara

    def test_a_member_who_leads_nothing_names_nobody_but_may_offer(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara, mei, facilitator=jonas)
        mine = place(mei, learning_set)

        why = refused(operations.name_next, learning_set, mine, by=mei, at=NOON)
        operations.offer(mine, offers=True, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO
        assert queries.roles_of(learning_set).offered_by == ["Mei-Ling Tan"]

    def test_a_guest_is_never_named(self, amara, jonas):
        learning_set = a_set(amara, guests=[jonas])
        guest = place(jonas, learning_set)

        why = refused(operations.name_next, learning_set, guest, by=amara, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO

    def test_in_turns_it_is_who_has_not_facilitated_for_longest(
        self, amara, jonas, mei
    ):
        learning_set = taking_turns(a_set(amara, jonas, mei))
        operations.keep_who_facilitated(learning_set, [amara.pk], at=NOON)
        operations.keep_who_facilitated(learning_set, [mei.pk], at=NOON + minutes(9))

        order = [one.person for one in queries.roles_of(learning_set).rotation]

        assert order == [jonas, amara, mei]
        assert next_in(learning_set) == jonas

    def test_a_meeting_that_was_held_forgets_who_was_named_for_it(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)
        mine = place(amara, learning_set)
        operations.offer(mine, offers=True, at=NOON)
        operations.name_next(learning_set, mine, by=jonas, at=NOON)

        operations.keep_who_facilitated(learning_set, [amara.pk], at=NOON)

        mine.refresh_from_db()
        assert (mine.facilitated_at, mine.offers_since) == (NOON, None)
        assert next_in(learning_set) == jonas

    def test_when_whoever_was_named_leaves_it_goes_as_usual_and_all_are_told(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara, mei, facilitator=jonas)
        operations.name_next(learning_set, place(mei, learning_set), by=jonas, at=NOON)
        Notice.objects.all().delete()

        operations.leave(place(mei, learning_set), at=NOON)

        told = Notice.objects.filter(kind="part").order_by("person__name")
        assert [each.person for each in told] == [amara, jonas]
        assert next_in(learning_set) == jonas

    def test_when_the_facilitator_leaves_the_set_is_told_to_choose(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)

        operations.leave(place(jonas, learning_set), at=NOON)

        assert Notice.objects.get(kind="part").person == amara
        assert queries.roles_of(learning_set).lacks_facilitator


class TestHosting:
    def test_any_member_may_be_the_host_and_there_is_only_one(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        for person in (amara, jonas):
            operations.choose_host(
                learning_set, place(person, learning_set), by=amara, at=NOON
            )

        assert queries.host_of(learning_set).person == jonas

    def test_the_host_may_step_back(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        operations.choose_host(
            learning_set, place(jonas, learning_set), by=amara, at=NOON
        )

        operations.choose_host(learning_set, None, by=jonas, at=NOON)

        assert queries.host_of(learning_set) is None

    def test_somebody_from_outside_does_not_host(self, amara, jonas):
        learning_set = a_set(amara)
        outside = is_in(learning_set, jonas, belonging=Belonging.FACILITATOR)

        why = refused(operations.choose_host, learning_set, outside, by=amara, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO


class TestTheDial:
    def test_leading_together_is_agreed_between_them(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)
        dial = learning_set.Dial.CO_LEADS

        operations.turn_dial(learning_set, dial, by=amara, at=NOON)

        learning_set.refresh_from_db()
        assert learning_set.dial == dial
        assert Notice.objects.get(kind="part").person == jonas

    def test_leading_no_more_is_the_sets_own_vote(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)

        why = refused(
            operations.turn_dial,
            learning_set,
            learning_set.Dial.NONE,
            by=jonas,
            at=NOON,
        )

        assert why is Reason.BY_VOTE

    def test_once_they_take_turns_the_facilitator_steps_back_further(
        self, amara, jonas
    ):
        learning_set = taking_turns(a_set(amara, facilitator=jonas))

        for dial in ("on_call", "none", "observes"):
            operations.turn_dial(learning_set, dial, by=amara, at=NOON)

        learning_set.refresh_from_db()
        assert learning_set.dial == "observes"


class TestSteppingOutside:
    def test_whoever_facilitates_may_do_only_that(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)
        operations.choose_host(
            learning_set, place(jonas, learning_set), by=amara, at=NOON
        )

        operations.step_outside(place(jonas, learning_set), by=jonas, at=NOON)

        theirs = place(jonas, learning_set)
        assert theirs.belonging == Belonging.FACILITATOR
        assert queries.members_of(learning_set) == [amara]
        assert queries.host_of(learning_set) is None
        assert rules.leads(jonas, learning_set)

    def test_somebody_is_left_to_be_the_set(self, jonas):
        learning_set = a_set(facilitator=jonas)
        mine = place(jonas, learning_set)

        why = refused(operations.step_outside, mine, by=jonas, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO

    def test_a_member_who_does_not_facilitate_stays_a_member(self, amara, jonas):
        learning_set = a_set(amara, facilitator=jonas)
        mine = place(amara, learning_set)

        why = refused(operations.step_outside, mine, by=amara, at=NOON)

        assert why is Reason.NOT_YOURS_TO_DO
