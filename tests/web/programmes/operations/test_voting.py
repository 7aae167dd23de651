"""Moving to and from self-facilitation by the set's own vote (INV-25)."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import Belonging, LedgerLine, Vote
from askwell.web.programmes.refusals import Reason
from askwell.web.programmes.tasks import close_overdue_votes
from factories import NOON, a_person, a_set, is_in, minutes
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db

TURNS, BACK = Vote.Kind.TURNS, Vote.Kind.FACILITATOR


@pytest.fixture
def learning_set(amara, jonas, mei):
    """Of three; Jonas facilitates."""
    return a_set(amara, mei, facilitator=jonas)


def asked(learning_set, by, kind=TURNS):
    return operations.open_vote(learning_set, kind, by=by, at=NOON)


def answered(vote, *, yes=(), no=()):
    for person in (*yes, *no):
        operations.answer_vote(vote, says_yes=person in yes, by=person, at=NOON)
    vote.refresh_from_db()
    vote.learning_set.refresh_from_db()


def test_every_other_member_is_asked(learning_set, amara, jonas, mei):
    vote = asked(learning_set, amara)

    told = Notice.objects.filter(kind="vote").order_by("person__name")
    assert [each.person for each in told] == [jonas, mei]
    assert {each.path for each in told} == {vote.get_absolute_url()}


def test_it_takes_a_yes_from_everyone_to_take_turns(learning_set, amara, jonas, mei):
    vote = asked(learning_set, amara)

    answered(vote, yes=[amara, jonas, mei])

    assert vote.outcome == Vote.Outcome.CARRIED
    assert vote.learning_set.facilitated_by == "turns"
    assert vote.learning_set.dial == "none"


def test_who_came_to_facilitate_watches_from_then_on(learning_set, amara, jonas, mei):
    leads = {"belonging": Belonging.FACILITATOR, "is_facilitator": True}
    is_in(learning_set, a_person("Delroy"), **leads)

    vote = asked(learning_set, amara)
    answered(vote, yes=[amara, jonas, mei])

    assert vote.learning_set.dial == "observes"


def test_one_no_keeps_everything_as_it_is(learning_set, amara, jonas, mei):
    vote = asked(learning_set, amara)

    answered(vote, yes=[amara, jonas], no=[mei])

    assert vote.outcome == Vote.Outcome.NOT_CARRIED
    assert vote.learning_set.facilitated_by == "facilitator"


def test_a_no_closes_nothing_so_that_nobody_learns_whose_it_was(
    learning_set, amara, mei
):
    vote = asked(learning_set, amara)

    answered(vote, no=[mei])

    assert vote.is_open
    assert queries.have_voted(vote) == {mei.pk}


def test_what_each_said_is_forgotten_once_it_is_over(learning_set, amara, jonas, mei):
    vote = asked(learning_set, amara)

    answered(vote, yes=[amara, jonas], no=[mei])

    assert not vote.voices.exists()


def test_an_answer_may_be_changed_while_the_vote_is_open(learning_set, amara, mei):
    vote = asked(learning_set, amara)

    answered(vote, no=[mei])
    answered(vote, yes=[mei])

    assert queries.own_voice(vote, mei) is True


def test_more_than_half_bring_a_facilitator_back(learning_set, amara, jonas, mei):
    answered(asked(learning_set, amara), yes=[amara, jonas, mei])
    learning_set.refresh_from_db()

    vote = asked(learning_set, mei, BACK)
    answered(vote, yes=[amara, mei], no=[jonas])

    assert vote.outcome == Vote.Outcome.CARRIED
    assert vote.learning_set.facilitated_by == "facilitator"
    assert vote.learning_set.dial == "leads"
    [facilitator] = queries.facilitators_of(vote.learning_set)
    assert facilitator.person == jonas


def test_any_single_member_can_ask_again(learning_set, amara, jonas, mei):
    answered(asked(learning_set, amara), yes=[amara, jonas], no=[mei])

    assert asked(learning_set, mei).is_open


def test_one_question_at_a_time_and_none_about_what_is_so(learning_set, amara, mei):
    assert refused(asked, learning_set, amara, BACK) is Reason.SO_ALREADY
    asked(learning_set, amara)

    assert refused(asked, learning_set, mei) is Reason.VOTE_OPEN


def test_whoever_comes_from_outside_has_no_voice(learning_set, amara, mei):
    outside = is_in(learning_set, a_person("Delroy"), belonging=Belonging.FACILITATOR)
    vote = asked(learning_set, amara)

    asks = refused(asked, learning_set, outside.person)
    says = refused(
        operations.answer_vote, vote, says_yes=True, by=outside.person, at=NOON
    )

    assert {asks, says} == {Reason.NOT_YOURS_TO_DO}


def test_only_whoever_asked_takes_the_question_back(learning_set, amara, mei):
    vote = asked(learning_set, amara)

    why = refused(operations.withdraw_vote, vote, by=mei, at=NOON)
    operations.withdraw_vote(vote, by=amara, at=NOON)

    vote.refresh_from_db()
    assert why is Reason.NOT_YOURS_TO_DO
    assert vote.outcome == Vote.Outcome.WITHDRAWN


def test_when_the_last_one_waited_for_leaves_the_vote_is_over(
    learning_set, amara, jonas, mei
):
    vote = asked(learning_set, amara)
    answered(vote, yes=[amara, jonas])

    operations.leave(queries.membership_of(mei, learning_set), at=NOON)

    vote.refresh_from_db()
    assert vote.outcome == Vote.Outcome.CARRIED


class TestTimeIsUp:
    def test_after_fourteen_days_a_vote_lapses(self, learning_set, amara, jonas):
        vote = asked(learning_set, amara)
        answered(vote, yes=[amara, jonas])

        early = close_overdue_votes(at=vote.closes_at - minutes(1))
        late = close_overdue_votes(at=vote.closes_at)

        vote.refresh_from_db()
        assert (early, late) == (0, 1)
        assert vote.outcome == Vote.Outcome.LAPSED

    def test_then_no_answer_counts(self, learning_set, amara):
        vote = asked(learning_set, amara)

        why = refused(
            operations.answer_vote, vote, says_yes=True, by=amara, at=vote.closes_at
        )

        assert why is Reason.VOTE_OVER

    def test_a_second_worker_finds_nothing_to_do(self, learning_set, amara):
        vote = asked(learning_set, amara)

        done = [operations.close_overdue(vote, at=vote.closes_at) for _ in range(2)]

        assert done == [True, False]


def test_the_ledger_says_what_was_asked_and_what_came_of_it(
    learning_set, amara, jonas, mei
):
    answered(asked(learning_set, amara), yes=[amara, jonas, mei])

    lines = learning_set.ledger.filter(kind=LedgerLine.Kind.VOTE).order_by("detail")
    assert [(each.detail, each.by) for each in lines] == [
        ("turns_carried", None),
        ("turns_opened", amara),
    ]
