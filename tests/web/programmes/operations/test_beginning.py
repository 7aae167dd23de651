"""Beginning a set."""

import pytest

from askwell.web.programmes import operations, queries, rules
from askwell.web.programmes.refusals import NotDoneError
from factories import (
    NOON,
)

pytestmark = pytest.mark.django_db


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
