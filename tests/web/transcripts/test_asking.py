"""Everybody is asked, nobody's yes is assumed, and one no ends it kindly."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes.models import Belonging, LedgerLine, SetMembership
from askwell.web.transcripts import operations, queries
from askwell.web.transcripts.models import Asked, Transcript
from askwell.web.transcripts.refusals import NotReadError, Reason
from factories import NOON, a_person, is_in, minutes
from web.transcripts.held import Held, fresh, joins, said

Outcome = Transcript.Outcome


def refused(reason: Reason):
    return pytest.raises(NotReadError, match=reason.name)


def leaves(held: Held, person) -> None:
    SetMembership.objects.filter(person=person).update(left_at=NOON)


def test_everybody_who_was_there_or_is_in_the_set_is_asked(meeting_held):
    transcript = meeting_held.asked()

    asked = {each.person: each.was_there for each in transcript.asked.all()}
    assert asked == {
        meeting_held.ana: True,
        meeting_held.ben: True,
        meeting_held.gil: True,
        meeting_held.dee: False,
    }


@pytest.mark.parametrize(
    "belonging", [Belonging.OBSERVER, Belonging.TRAINEE, Belonging.FACILITATOR]
)
def test_whoever_watched_or_led_from_outside_is_asked_too(meeting_held, belonging):
    SetMembership.objects.filter(person=meeting_held.ben).update(belonging=belonging)

    transcript = meeting_held.asked()

    assert transcript.asked.filter(person=meeting_held.ben).exists()


def test_somebody_who_has_left_since_is_asked_for_what_they_said(meeting_held):
    leaves(meeting_held, meeting_held.ben)

    transcript = meeting_held.asked()

    assert transcript.asked.get(person=meeting_held.ben).was_there


def test_only_whoever_asks_has_said_yes(meeting_held):
    transcript = meeting_held.asked()

    yes = transcript.asked.filter(agreed_at__isnull=False)
    assert [each.person for each in yes] == [meeting_held.ana]


def test_the_others_are_told_without_a_word_of_the_set(meeting_held):
    transcript = meeting_held.asked(origin="The captions of our call")

    notices = Notice.objects.filter(kind=Notice.Kind.TRANSCRIPT_ASKED)
    assert {each.person for each in notices} == {
        meeting_held.ben,
        meeting_held.gil,
        meeting_held.dee,
    }
    assert {each.path for each in notices} == {f"/transcripts/{transcript.pk}/"}


def test_the_ledger_says_that_it_was_asked(meeting_held):
    meeting_held.asked()

    line = meeting_held.learning_set.ledger.get(kind=LedgerLine.Kind.TRANSCRIPT)
    assert (line.detail, line.by) == ("proposed", meeting_held.ana)


def test_a_meeting_that_is_still_on_is_not_asked_about(meeting_held):
    meeting_held.meeting.closed_at = None

    with refused(Reason.NOT_HELD):
        meeting_held.asked()


def test_a_guest_does_not_ask(meeting_held):
    with refused(Reason.NOT_YOURS):
        operations.propose(meeting_held.meeting, by=meeting_held.gil, at=NOON)


def test_nobody_is_asked_twice_about_one_meeting(meeting_held):
    meeting_held.asked()

    with refused(Reason.ASKED_ALREADY):
        meeting_held.asked()


def test_it_may_be_put_in_only_once_all_have_said_yes(meeting_held):
    transcript = meeting_held.asked()
    operations.agree(transcript, by=meeting_held.ben, at=NOON)
    operations.agree(transcript, by=meeting_held.gil, at=NOON)

    with refused(Reason.NOT_ALL_SAID_YES):
        operations.put_in(transcript, said(), by=meeting_held.ana, at=NOON)

    assert not hasattr(fresh(transcript), "upload")


def test_a_yes_counts_once(meeting_held):
    transcript = meeting_held.asked()

    operations.agree(transcript, by=meeting_held.ben, at=NOON)
    operations.agree(transcript, by=meeting_held.ben, at=NOON + minutes(1))

    assert queries.standing_of(transcript).said_yes == 2
    assert transcript.asked.get(person=meeting_held.ben).agreed_at == NOON


def test_somebody_who_was_not_asked_cannot_say_yes(meeting_held):
    transcript = meeting_held.asked()

    with refused(Reason.NOT_YOURS):
        operations.agree(transcript, by=a_person("Passer-by"), at=NOON)


@pytest.mark.parametrize("name", ["ana", "ben", "gil", "dee"])
def test_one_no_ends_it_whoever_says_it(meeting_held, name):
    transcript = meeting_held.asked()
    operations.agree(transcript, by=meeting_held.dee, at=NOON)

    operations.end(transcript, by=getattr(meeting_held, name), at=NOON)

    assert fresh(transcript).outcome == Outcome.DECLINED


def test_whose_no_it_was_is_written_nowhere(meeting_held):
    transcript = meeting_held.asked(origin="Our call")
    operations.agree(transcript, by=meeting_held.dee, at=NOON)
    told = Notice.objects.count()

    operations.end(transcript, by=meeting_held.gil, at=NOON)

    assert not Asked.objects.filter(agreed_at__isnull=False).exists()
    line = meeting_held.learning_set.ledger.get(detail="declined")
    assert (line.by, line.about) == (None, None)
    assert Notice.objects.count() == told
    assert fresh(transcript).origin is None


def test_a_no_stands_for_that_meeting(meeting_held):
    operations.end(meeting_held.asked(), by=meeting_held.gil, at=NOON)

    with refused(Reason.DECLINED):
        meeting_held.asked()
    assert not queries.unread_meetings(meeting_held.learning_set).exists()


def test_nobody_says_yes_to_what_has_ended(meeting_held):
    transcript = meeting_held.asked()
    operations.end(transcript, by=meeting_held.gil, at=NOON)

    with refused(Reason.ENDED):
        operations.agree(transcript, by=meeting_held.ben, at=NOON)


def test_whoever_joins_before_it_is_put_in_is_asked_as_well(meeting_held):
    transcript = meeting_held.agreed()
    eve = joins(meeting_held.learning_set)

    with refused(Reason.SOMEBODY_JOINED):
        operations.put_in(transcript, said(), by=meeting_held.ana, at=NOON)

    assert transcript.asked.get(person=eve).agreed_at is None
    assert Notice.objects.filter(person=eve).count() == 1
    operations.agree(transcript, by=eve, at=NOON)
    operations.put_in(fresh(transcript), said(), by=meeting_held.ana, at=NOON)


def test_whoever_joined_counts_before_they_are_told(meeting_held):
    transcript = meeting_held.agreed()
    joins(meeting_held.learning_set)

    standing = queries.standing_of(transcript)

    assert (standing.said_yes, standing.asked) == (4, 5)
    assert not standing.is_unanimous


def test_a_member_who_was_not_there_and_left_is_waited_for_no_longer(meeting_held):
    transcript = meeting_held.asked()
    operations.agree(transcript, by=meeting_held.ben, at=NOON)
    operations.agree(transcript, by=meeting_held.gil, at=NOON)
    leaves(meeting_held, meeting_held.dee)

    assert queries.all_said_yes(transcript)


def test_somebody_who_was_there_and_left_is_still_waited_for(meeting_held):
    transcript = meeting_held.asked()
    operations.agree(transcript, by=meeting_held.dee, at=NOON)
    operations.agree(transcript, by=meeting_held.gil, at=NOON)
    leaves(meeting_held, meeting_held.ben)

    assert not queries.all_said_yes(transcript)
    operations.agree(transcript, by=meeting_held.ben, at=NOON)
    assert queries.all_said_yes(transcript)


def test_a_guest_let_in_for_another_meeting_is_not_asked(meeting_held):
    other = a_person("Other guest")
    is_in(meeting_held.learning_set, other, belonging=Belonging.GUEST)

    transcript = meeting_held.asked()

    assert not transcript.asked.filter(person=other).exists()
