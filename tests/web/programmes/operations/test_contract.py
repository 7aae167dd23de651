"""What a set agrees, and when it is open again."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.models import Contract
from askwell.web.programmes.refusals import Reason
from factories import (
    NOON,
    a_set,
    is_in,
    minutes,
)
from web.programmes.operations.refusing import refused

pytestmark = pytest.mark.django_db


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
