"""What is published, for whom, and until when; drafts are nobody else's to read."""

import logging

import pytest
from django.core import mail

from askwell.web.integrations.tasks import deliver_due_notices
from askwell.web.people.models import Notice
from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.programmes.sentences import in_words
from askwell.web.stories import operations, rules, tasks
from askwell.web.stories.models import Offer
from askwell.web.vault.models import Receipt
from factories import NOON, minutes, signed_in
from web.stories.telling import HEADING, SAID, fine, fresh

Status = Offer.Status
EVERYBODY = ("ana", "ben", "dee", "eve", "fay", "ingrid", "helen")


def readers(told, offer: Offer) -> set[str]:
    return {
        who
        for who in EVERYBODY
        if rules.visible_offers(getattr(told, who)).filter(pk=offer.pk).exists()
    }


@pytest.mark.parametrize(
    ("who", "on_its_page", "among_others"),
    [("eve", False, False), ("helen", True, True), ("dee", True, False)],
)
def test_pages_hold_to_that(told, who, on_its_page, among_others):
    offer = told.published(audience=Offer.Audience.STAFF)
    browser = signed_in(getattr(told, who))

    pages = (offer.get_absolute_url(), f"/programmes/{told.programme.pk}/stories/")

    found = tuple(SAID in browser.get(page).text for page in pages)
    assert found == (on_its_page, among_others)


def test_a_draft_is_its_owners_alone(told):
    assert readers(told, told.draft()) == {"ana"}


def test_while_it_has_its_say_only_the_set_reads_it(told):
    assert readers(told, told.offered()) == {"ana", "ben", "dee"}


def test_for_everybody_means_everybody_in_the_programme(told):
    assert readers(told, told.published()) == set(EVERYBODY)


def test_for_those_who_look_after_it_means_them_and_the_own_set(told):
    offer = told.published(audience=Offer.Audience.STAFF)

    assert readers(told, offer) == {"ana", "ben", "dee", "ingrid", "helen"}


def test_what_was_not_told_this_time_is_its_owners_alone(told):
    offer = told.offered()
    Offer.objects.update(is_objected_to=True)
    tasks.publish_due(at=NOON + Offer.LASTS)

    assert readers(told, offer) == {"ana"}


def test_what_is_taken_back_is_gone_at_once(told):
    offer = told.published()

    signed_in(told.ana).post(f"/stories/{offer.pk}/withdrawal/")

    assert fresh(offer).status == Status.WITHDRAWN
    assert readers(told, offer) == {"ana"}


def test_taking_it_back_says_that_who_has_read_it_has_read_it(told):
    offer = told.published()

    page = signed_in(told.ana).get(f"/stories/{offer.pk}/withdrawal/").text

    assert "Who has read it has read it" in page


def test_it_can_be_taken_back_after_leaving_and_when_all_has_ended(told):
    offer = told.published()
    SetMembership.objects.filter(person=told.ana).update(left_at=NOON)
    for each in (told.programme, told.learning_set):
        each.ended_at = NOON
        each.save()

    operations.take_back(offer, by=told.ana, at=NOON)

    assert fresh(offer).status == Status.WITHDRAWN


def test_a_programme_that_has_ended_shows_nothing_more(told):
    offer = told.published()
    told.programme.ended_at = NOON
    told.programme.save()

    assert readers(told, offer) == {"ana", "ben", "dee"}


def test_without_the_name_no_reader_finds_it(told):
    told.published()

    page = signed_in(told.helen).get(f"/programmes/{told.programme.pk}/stories/").text

    assert "Somebody in a set" in page
    assert "Ana Sousa" not in page
    assert "Tuesday herons" not in page


def test_with_the_name_it_stands_there(told):
    told.published(with_name=True)

    page = signed_in(told.helen).get(f"/programmes/{told.programme.pk}/stories/").text

    assert "Ana Sousa" in page


def test_the_ledger_says_that_it_was_told_and_taken_back(told):
    offer = told.published()
    operations.take_back(offer, by=told.ana, at=NOON + minutes(1))

    lines = told.learning_set.ledger.filter(kind=LedgerLine.Kind.STORY).order_by("at")
    assert [in_words(each) for each in lines] == [
        "Something Ana Sousa learned is told to others.",
        "Something Ana Sousa learned is told to others no longer.",
    ]


def test_no_word_of_it_is_in_notices_mails_ledger_or_logs(told, caplog):
    caplog.set_level(logging.DEBUG)
    offer = told.offered()
    fine(offer, told.ben, told.dee)
    operations.take_back(offer, by=told.ana, at=NOON)
    deliver_due_notices(at=NOON)

    left = [
        *(str(each.__dict__) for each in Notice.objects.all()),
        *(str(each.__dict__) for each in LedgerLine.objects.all()),
        *(f"{each.subject} {each.body}" for each in mail.outbox),
        caplog.text,
    ]
    assert not [each for each in left if HEADING in each or "a breath" in each]


def test_words_lie_sealed_under_a_key_of_their_owners_alone(told):
    offer = told.published()

    bindings = {offer._meta.get_field(name).binding(offer)[:2] for name in Offer.WORDS}
    stored = Offer.objects.get(pk=offer.pk).__dict__["words"].sealed
    assert bindings == {(told.ana.pk, offer.pk)}
    assert SAID.encode() not in stored


class TestDeleting:
    def test_it_is_gone_for_good_with_its_key(self, told):
        offer = told.published()
        sealed = Offer.objects.get(pk=offer.pk)

        operations.delete(offer, by=told.ana, at=NOON)

        receipt = Receipt.objects.get(author_id=str(offer.pk))
        assert not Offer.objects.filter(pk=offer.pk).exists()
        assert receipt.set_id == told.ana.pk
        assert sealed.words is None

    def test_other_offers_of_the_same_owner_stay(self, told):
        kept, offer = told.published(), told.draft()

        operations.delete(offer, by=told.ana, at=NOON)

        assert fresh(kept).words == SAID

    def test_whoever_was_cut_off_is_helped_by_the_worker(self, told):
        offer = told.draft()
        Offer.objects.filter(pk=offer.pk).update(status=Status.GONE)

        assert tasks.forget_deleted(at=NOON) == 1
        assert tasks.forget_deleted(at=NOON) == 0

    def test_nobody_does_so_by_mistake(self, told):
        offer = told.draft()

        page = signed_in(told.ana).post(f"/stories/{offer.pk}/deletion/")

        assert page.status_code == 422
        assert fresh(offer).words == SAID


class TestLists:
    def test_the_own_page_says_how_each_stands_and_what_waits(self, told):
        told.offered()
        told.draft()

        ana = signed_in(told.ana).get("/stories/").text
        ben = signed_in(told.ben).get("/stories/").text

        assert "a learning · your set has its say" in ana
        assert "a learning · being written" in ana
        assert "offered by Ana Sousa" in ben

    def test_learnings_and_stories_can_be_read_apart(self, told):
        told.published()
        told.published("Once upon a rota.", helped="Asking.")
        browser, at = signed_in(told.eve), f"/programmes/{told.programme.pk}/stories/"

        pages = [
            browser.get(f"{at}?kind={kind}").text for kind in ("learning", "story")
        ]

        assert [(SAID in page, "Once upon" in page) for page in pages] == [
            (True, False),
            (False, True),
        ]

    def test_an_empty_page_says_how_to_offer_something(self, told):
        page = signed_in(told.eve).get(f"/programmes/{told.programme.pk}/stories/")

        assert "Nobody has told anything yet" in page.text
        assert 'href="/stories/offer/"' in page.text

    def test_there_are_ten_on_a_page(self, told):
        for number in range(11):
            told.published(at=NOON + minutes(number))
        browser, at = signed_in(told.eve), f"/programmes/{told.programme.pk}/stories/"

        first, second = (browser.get(f"{at}?page={page}").text for page in (1, 2))

        assert (first.count(HEADING), second.count(HEADING)) == (10, 1)

    @pytest.mark.parametrize(
        ("page", "number"), [("/stories/", 5), ("/programmes/{}/stories/", 10)]
    )
    @pytest.mark.parametrize("rows", [1, 3])
    def test_a_longer_list_asks_no_more_of_the_database(
        self, told, page, number, rows, django_assert_num_queries
    ):
        for row in range(rows):
            told.published(at=NOON + minutes(row))
        browser = signed_in(told.ana)

        with django_assert_num_queries(number):
            browser.get(page.format(told.programme.pk))
