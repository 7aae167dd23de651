"""However people come, go, vote and word anew: what stands, everyone has agreed to."""

import contextlib

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from askwell.web.people.models import Person
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    SetMembership,
    Vote,
)
from askwell.web.programmes.refusals import NotDoneError
from factories import NOON, a_person, minutes

pytestmark = pytest.mark.django_db

QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = ("Amara", "Jonas", "Mei", "Sina", "Yusuf")
people = some.sampled_from(NAMES)
belongings = some.sampled_from(list(Belonging))


class LifeOfASet(RuleBasedStateMachine):
    """One set, five people, and whatever they may do between meetings."""

    def __init__(self) -> None:
        super().__init__()
        self.life = transaction.atomic()
        self.life.__enter__()

    def teardown(self) -> None:
        """Nothing of one life is left for the next."""
        transaction.set_rollback(True)
        self.life.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        self.at = NOON
        self.people: dict[str, Person] = {name: a_person(name) for name in NAMES}
        self.set_id = operations.begin_set(
            name="Herons", by=self.people["Amara"], at=NOON, words="Stays here."
        ).pk
        self.comes_in("Jonas", Belonging.MEMBER)
        self.all_of_them_agree()

    @property
    def learning_set(self) -> LearningSet:
        return LearningSet.objects.get(pk=self.set_id)

    def place(self, name: str) -> SetMembership | None:
        return queries.membership_of(self.people[name], self.learning_set)

    def version(self) -> int:
        newest = queries.current_contract(self.learning_set)
        assert newest is not None
        return newest.version

    def attempt(self, change, *args, **kwargs) -> None:
        """What may be refused is refused as a whole."""
        self.at += minutes(1)
        with contextlib.suppress(NotDoneError):
            change(*args, at=self.at, **kwargs)

    @rule(name=people, belonging=belongings)
    def comes_by_a_link(self, name: str, belonging: Belonging) -> None:
        for inviter in queries.readers_of(self.learning_set)[:1]:
            link = operations.open_link(
                self.learning_set, by=inviter, at=self.at, belonging=belonging
            )
            self.attempt(operations.ask_to_join, link, self.people[name])

    @rule(name=people, belonging=belongings)
    def comes_in(self, name: str, belonging: Belonging) -> None:
        """Everybody says yes, also to those who have waited."""
        self.comes_by_a_link(name, belonging)
        there = SetMembership.objects.filter(learning_set=self.set_id)
        for newcomer in there.waiting():
            for member in queries.readers_of(self.learning_set):
                self.attempt(operations.admit, newcomer, by=member)

    @rule(by=people, name=people)
    def is_answered_with_yes(self, by: str, name: str) -> None:
        if newcomer := self.place(name):
            self.attempt(operations.admit, newcomer, by=self.people[by])

    @rule(name=people)
    def leaves(self, name: str) -> None:
        if mine := self.place(name):
            self.attempt(operations.leave, mine)

    @rule(by=people, name=people)
    def is_taken_out(self, by: str, name: str) -> None:
        if theirs := self.place(name):
            self.attempt(operations.remove, theirs, by=self.people[by])

    @rule(by=people, name=people)
    def loses_a_consent(self, by: str, name: str) -> None:
        if theirs := self.place(name):
            self.attempt(operations.withdraw_consent, theirs, by=self.people[by])

    @rule(name=people)
    def agrees(self, name: str) -> None:
        self.attempt(
            operations.agree,
            self.learning_set,
            read=self.version(),
            by=self.people[name],
        )

    @rule()
    def all_of_them_agree(self) -> None:
        for person in queries.yet_to_agree(self.learning_set):
            self.attempt(
                operations.agree, self.learning_set, read=self.version(), by=person
            )

    @rule(name=people, words=some.sampled_from(["Stays here.", "Phones off."]))
    def words_anew(self, name: str, words: str) -> None:
        self.attempt(
            operations.reword,
            self.learning_set,
            words=words,
            read=self.version(),
            by=self.people[name],
        )

    @rule(name=people)
    def asks_all_anew(self, name: str) -> None:
        self.attempt(
            operations.agree_anew,
            self.learning_set,
            read=self.version(),
            by=self.people[name],
        )

    @rule(name=people, kind=some.sampled_from(list(Vote.Kind)))
    def asks_for_a_vote(self, name: str, kind: Vote.Kind) -> None:
        self.attempt(
            operations.open_vote, self.learning_set, kind, by=self.people[name]
        )

    @rule(name=people, yes=some.booleans())
    def votes(self, name: str, *, yes: bool) -> None:
        if vote := queries.open_vote(self.learning_set):
            self.attempt(
                operations.answer_vote, vote, says_yes=yes, by=self.people[name]
            )

    @invariant()
    def what_stands_everyone_there_has_agreed_to(self) -> None:
        learning_set = self.learning_set
        there = SetMembership.objects.standing().filter(learning_set=learning_set)
        newest = queries.current_contract(learning_set)
        agreed = queries.agreements_to(newest)
        missing = [one for one in there if one.person_id not in agreed]
        assert queries.is_agreed(learning_set) == (not missing)

    @invariant()
    def everyone_agreed_since_people_last_came_or_went(self) -> None:
        if not queries.is_agreed(self.learning_set):
            return
        agreed = queries.agreements_to(queries.current_contract(self.learning_set))
        were_there = self.learning_set.memberships.exclude(
            belonging=Belonging.GUEST
        ).filter(joined_at__isnull=False)
        changed = max(one.left_at or one.joined_at for one in were_there)
        for one in were_there.filter(left_at__isnull=True):
            assert agreed[one.person_id].agreed_at >= changed

    @invariant()
    def self_facilitation_had_everyones_yes(self) -> None:
        votes = Vote.objects.filter(learning_set=self.set_id)
        last = votes.filter(outcome=Vote.Outcome.CARRIED).order_by("-closed_at").first()
        turns = queries.takes_turns(self.learning_set)
        assert turns == (last is not None and last.kind == Vote.Kind.TURNS)


def test_no_contract_stands_that_somebody_there_has_not_agreed_to() -> None:
    """INV-16, INV-19, INV-25."""
    run_state_machine_as_test(
        LifeOfASet, settings=settings(QUIET, max_examples=15, stateful_step_count=25)
    )
