"""Sets and their people: who comes in, who leaves, what is agreed."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Belonging, Contract, Invitation, SetMembership
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def mei():
    return a_person("Mei-Ling Tan")


def refused(change, *args, **kwargs):
    with pytest.raises(NotDoneError) as refusal:
        change(*args, **kwargs)
    return refusal.value.reason


class TestBeginning:
    def test_whoever_begins_a_set_is_its_first_member(self, amara):
        learning_set = operations.begin_set(name="Herons", by=amara, at=NOON)

        assert queries.members_of(learning_set) == [amara]
        assert rules.can_read_set(amara, learning_set)

    def test_it_begins_with_an_agreement_that_puts_confidentiality_first(self, amara):
        learning_set = operations.begin_set(name="Herons", by=amara, at=NOON)

        words = queries.current_contract(learning_set).words
        assert words.startswith("What is said in the set stays in the set.")
        assert "There are exceptions." in words
        assert "right to report wrongdoing" in words

    def test_the_same_form_sent_twice_begins_one_set(self, amara):
        once = operations.begin_set(name="Herons", by=amara, at=NOON)
        again = operations.begin_set(name="Herons", by=amara, at=NOON, set_id=once.pk)

        assert again == once

    def test_nobody_takes_over_a_set_by_guessing_its_id(self, amara, jonas):
        theirs = operations.begin_set(name="Herons", by=amara, at=NOON)

        with pytest.raises(NotDoneError):
            operations.begin_set(name="Mine", by=jonas, at=NOON, set_id=theirs.pk)


class TestInviting:
    def test_an_invitation_is_posted_to_the_address(self, amara):
        learning_set = a_set(amara)

        invitation = operations.invite(
            learning_set, email="New@people.example", by=amara, at=NOON
        )

        notice = Notice.objects.get()
        assert (notice.kind, notice.address) == ("invited", "new@people.example")
        assert notice.path == f"/join/{invitation.code}/"

    def test_inviting_again_closes_the_older_link(self, amara):
        learning_set = a_set(amara)
        older = operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        older.refresh_from_db()
        assert not older.is_open(at=NOON)

    def test_a_stranger_invites_nobody(self, amara, jonas):
        learning_set = a_set(amara)

        why = refused(
            operations.invite, learning_set, email="a@b.example", by=jonas, at=NOON
        )
        assert why is Reason.NOT_YOURS_TO_DO

    def test_nobody_floods_the_post(self, amara, monkeypatch):
        monkeypatch.setattr(operations.inviting, "MOST_INVITATIONS_A_DAY", 1)
        learning_set = a_set(amara)
        operations.invite(learning_set, email="a@b.example", by=amara, at=NOON)

        why = refused(
            operations.invite, learning_set, email="c@d.example", by=amara, at=NOON
        )
        assert why is Reason.TOO_MANY_INVITATIONS

    def test_a_set_has_one_link_for_members_and_one_for_guests(self, amara):
        learning_set = a_set(amara)

        members = operations.open_link(learning_set, by=amara, at=NOON)
        guests = operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=amara, at=NOON
        )
        again = operations.open_link(
            learning_set, belonging=Belonging.GUEST, by=amara, at=NOON
        )

        assert members != guests
        assert again == guests

    def test_a_link_serves_for_fourteen_days(self, amara):
        link = operations.open_link(
            a_set(amara), belonging=Belonging.GUEST, by=amara, at=NOON
        )

        assert link.is_open(at=NOON + Invitation.LASTS - minutes(1))
        assert not link.is_open(at=NOON + Invitation.LASTS)


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
            "Graham Pell and Amara Okafor work in the same reporting line: one answers "
            "to the other, directly or through others. People in one line cannot be in "
            "the same set, so that everyone can speak freely. A set with other people "
            "in it will do."
        )


class TestTheAgreement:
    """INV-16: agreed by all, and open again when words or people change."""

    def test_it_stands_once_everyone_has_agreed(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        operations.agree(learning_set, read=1, by=amara, at=NOON)
        assert queries.yet_to_agree(learning_set) == [jonas]
        operations.agree(learning_set, read=1, by=jonas, at=NOON)

        assert queries.is_agreed(learning_set)

    def test_agreeing_twice_is_agreeing_once(self, amara):
        learning_set = a_set(amara)

        operations.agree(learning_set, read=1, by=amara, at=NOON)
        operations.agree(learning_set, read=1, by=amara, at=NOON + minutes(1))

        [agreement] = queries.current_contract(learning_set).agreements.all()
        assert agreement.agreed_at == NOON

    def test_other_words_ask_everyone_anew(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)

        contract = operations.reword(
            learning_set, words="Phones off.", read=1, by=amara, at=NOON
        )

        assert (contract.version, contract.words) == (2, "Phones off.")
        assert queries.yet_to_agree(learning_set) == [amara, jonas]

    def test_the_same_words_ask_nobody(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)
        words = queries.current_contract(learning_set).words

        operations.reword(learning_set, words=words, read=1, by=amara, at=NOON)

        assert queries.is_agreed(learning_set)

    def test_words_written_over_an_older_version_are_refused(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        operations.reword(learning_set, words="First.", read=1, by=amara, at=NOON)

        why = refused(
            operations.reword, learning_set, words="Second.", read=1, by=jonas, at=NOON
        )
        assert why is Reason.STALE

    def test_nobody_agrees_to_words_they_have_not_read(self, amara, jonas):
        learning_set = a_set(amara, jonas)
        operations.reword(learning_set, words="Other.", read=1, by=amara, at=NOON)

        why = refused(operations.agree, learning_set, read=1, by=jonas, at=NOON)
        assert why is Reason.STALE

    def test_somebody_joining_opens_it_again_with_the_same_words(
        self, amara, jonas, mei
    ):
        learning_set = a_set(amara, jonas, agreed=True)
        before = queries.current_contract(learning_set)
        newcomer = is_in(learning_set, mei, joined_at=None)

        operations.admit(newcomer, by=amara, at=NOON)
        operations.admit(newcomer, by=jonas, at=NOON)

        after = queries.current_contract(learning_set)
        assert (after.version, after.words) == (2, before.words)
        assert after.because == Contract.Because.JOINED
        assert queries.yet_to_agree(learning_set) == [amara, jonas, mei]

    def test_so_does_somebody_leaving(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)

        operations.leave(queries.membership_of(jonas, learning_set), at=NOON)

        assert queries.current_contract(learning_set).because == Contract.Because.LEFT
        assert not queries.is_agreed(learning_set)

    def test_a_version_nobody_agreed_to_is_open_as_it_is(self, amara, jonas):
        learning_set = a_set(amara, jonas)

        operations.leave(queries.membership_of(jonas, learning_set), at=NOON)

        assert queries.current_contract(learning_set).version == 1

    def test_the_members_of_a_formed_set_are_told_once(self, amara, jonas):
        learning_set = a_set(amara, jonas, agreed=True)

        operations.reword(learning_set, words="One.", read=1, by=amara, at=NOON)
        operations.reword(learning_set, words="Two.", read=2, by=amara, at=NOON)

        assert [n.person for n in Notice.objects.filter(kind="contract")] == [jonas]

    def test_it_outlives_the_person_who_wrote_it(self, amara, jonas):
        learning_set = a_set(amara, jonas, words="Phones off.")

        amara.delete()

        assert queries.current_contract(learning_set).words == "Phones off."

    def test_a_stranger_neither_reads_nor_agrees(self, amara, jonas):
        learning_set = a_set(amara)

        assert not rules.can_read_contract(jonas, learning_set)
        why = refused(operations.agree, learning_set, read=1, by=jonas, at=NOON)
        assert why is Reason.NOT_YOURS_TO_DO


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
