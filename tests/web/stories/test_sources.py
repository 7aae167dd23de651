"""What one may start from: own words of the set that is asked, and nobody else's."""

import pytest

from askwell.web.actions import operations as actions
from askwell.web.actions.models import Status
from askwell.web.meetings import memory
from askwell.web.people.models import Person
from askwell.web.stories import operations, queries
from askwell.web.stories.models import Offer
from factories import NOON, a_cohort, a_programme, a_set, signed_in
from web.learning.held import (
    OTHER,
    SEEN,
    SHARED,
    TOPIC,
    WELL,
    Set,
    a_set_that_meets,
    action_of,
)

DID, HAPPENED = "I asked the ward clerks", "They laughed, and told me"


@pytest.fixture
def held(db) -> Set:
    """Ana has learned something in a meeting, and told what came of her action."""
    memory._known.clear()
    held = a_set_that_meets()
    held.learning_set.cohort = a_cohort(a_programme())
    held.learning_set.save()
    meeting = held.whole()
    actions.report_back(
        action_of(meeting),
        by=held.ana,
        meeting=meeting.pk,
        status=Status.DONE,
        did=DID,
        happened=HAPPENED,
        at=NOON,
    )
    return held


def sources(held: Set, person: Person) -> list[queries.Source]:
    return queries.sources_of(person, sets={held.learning_set.pk})


def begun(held: Set, kind: Offer.Kind, source: str) -> list[str]:
    offer = operations.begin(
        held.learning_set, kind, by=held.ana, at=NOON, source=source
    )
    return offer.texts


def test_only_what_they_said_themselves(held):
    own = {each.learned or each.did for each in sources(held, held.ana)}

    page = signed_in(held.ana).get("/stories/offer/").text

    assert own == {SEEN, DID}
    assert [each.learned for each in sources(held, held.chi)] == [SHARED]
    assert not [each for each in (OTHER, SHARED, TOPIC, WELL) if each in page]
    assert SEEN in page


def test_it_stands_on_the_page_they_begin_with(held):
    keys = {bool(each.is_story): each.key for each in sources(held, held.ana)}

    assert begun(held, Offer.Kind.LEARNING, keys[False]) == [SEEN]
    assert begun(held, Offer.Kind.STORY, keys[True]) == [DID, HAPPENED]


def test_words_of_one_set_do_not_leave_through_another(held):
    other = a_set(held.ana)
    other.cohort = held.learning_set.cohort
    other.save()
    [key, _] = [each.key for each in sources(held, held.ana)]

    offer = operations.begin(
        other, Offer.Kind.LEARNING, by=held.ana, at=NOON, source=key
    )

    assert offer.texts == []


def test_nobody_starts_from_somebody_elses_words(held):
    [key] = [each.key for each in sources(held, held.chi)]

    assert begun(held, Offer.Kind.LEARNING, key) == []
