"""What others own is asked only with their leave, and no longer than that."""

import pytest
from django.urls import reverse

from askwell.insight.instruments import SLOTS
from askwell.web.surveys.models import Licence
from askwell.web.surveys.operations.licences import (
    confirm,
    fill,
    hide,
    show,
    withdraw,
)
from askwell.web.surveys.queries.rounds import instruments_for, instruments_of
from askwell.web.surveys.refusals import NotDoneError, Reason
from factories import NOON, signed_in
from web.surveys.asked import a_programme_with_sets

pytestmark = pytest.mark.django_db
ITEMS = [("I read a page.", False), ("I put a book away.", True)]


@pytest.fixture
def asked():
    return a_programme_with_sets(1)


@pytest.fixture
def licensed(asked):
    by = asked.manager
    confirm(asked.programme, "uwes_9", reference="A letter", by=by, at=NOON)
    fill(asked.programme, "uwes_9", ITEMS, at=NOON)
    return asked


def is_offered(asked) -> bool:
    return "uwes_9" in instruments_for(asked.programme)


def test_empty_slots_are_not_offered(asked):
    offered = instruments_for(asked.programme)

    assert offered.keys() & {each.key for each in SLOTS} == set()


def test_without_a_confirmed_licence_no_item_is_filled_in(asked):
    with pytest.raises(NotDoneError) as refused:
        fill(asked.programme, "uwes_9", ITEMS, at=NOON)

    assert refused.value.reason is Reason.NO_LICENCE


def test_who_confirmed_it_when_and_by_what_is_kept(licensed):
    kept = Licence.objects.get()

    assert (kept.confirmed_by, kept.confirmed_at, kept.reference) == (
        licensed.manager,
        NOON,
        "A letter",
    )


def test_filled_in_it_is_offered_hidden_it_is_not(licensed):
    before = is_offered(licensed)
    hide(licensed.programme, "uwes_9", at=NOON)
    hidden = is_offered(licensed)
    show(licensed.programme, "uwes_9")

    assert (before, hidden, is_offered(licensed)) == (True, False, True)


def test_items_of_an_open_round_stay_as_they_are(licensed):
    licensed.round("uwes_9")

    with pytest.raises(NotDoneError) as refused:
        fill(licensed.programme, "uwes_9", ITEMS[:1], at=NOON)

    assert refused.value.reason is Reason.IN_USE


def test_a_withdrawn_licence_stops_its_use_at_once_and_deletes_the_words(licensed):
    round_ = licensed.round("uwes_9", "law")

    withdraw(licensed.programme, "uwes_9", at=NOON)

    assert [each.key for each in instruments_of(round_)] == ["law"]
    assert Licence.objects.get().items == []
    assert not is_offered(licensed)


def test_one_programmes_leave_is_no_other_ones(licensed):
    assert not is_offered(a_programme_with_sets(1))


class TestPages:
    @pytest.fixture(autouse=True)
    def looked_at(self, asked):
        self.programme = asked.programme
        self.browser = signed_in(asked.manager)
        self.path = reverse(
            "surveys:instrument", args=[asked.programme.pk, "edmondson_1999"]
        )

    def test_first_the_leave_then_the_items(self):
        first = self.browser.get(self.path)
        then = self.browser.post(
            self.path, {"reference": "Mail of 3 May", "sure": "on"}, follow=True
        )

        assert "words_1" not in first.text
        assert then.text.count('name="words_') == 7

    def test_items_are_kept_and_the_leave_is_withdrawn(self):
        self.browser.post(self.path, {"reference": "Mail of 3 May", "sure": "on"})
        words = {f"words_{number}": f"Item {number}." for number in range(1, 8)}
        self.browser.post(self.path, words | {"turned_1": "on"})
        kept = Licence.objects.get().items

        self.browser.post(f"{self.path}licence/", {"act": "withdraw"})

        assert kept[:2] == [["Item 1.", True], ["Item 2.", False]]
        assert Licence.objects.get().withdrawn_at

    def test_without_being_sure_nothing_is_confirmed(self):
        sent = self.browser.post(self.path, {"reference": "Mail of 3 May"})

        assert (sent.status_code, Licence.objects.count()) == (422, 0)

    def test_our_own_questions_can_be_read_before_they_are_asked(self):
        path = reverse("surveys:instruments", args=[self.programme.pk])

        page = self.browser.get(path)

        assert "We learn as fast as things change." in page.text
        assert "Amy C. Edmondson" in page.text
