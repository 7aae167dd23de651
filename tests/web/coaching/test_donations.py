"""A set gives its corrections away: masked, agreed by each author, seen first."""

import json

import pytest

from askwell.web.coaching import operations, queries
from askwell.web.coaching.models import Correction, Donation
from askwell.web.coaching.refusals import NotNowError, Reason
from askwell.web.meetings import memory
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.vault import operations as vault
from factories import NOON, a_person, is_in, signed_in
from web.coaching.corrected import ADVICE, corrects, exploring, says
from web.learning.held import Set, a_set_that_meets

pytestmark = pytest.mark.django_db


@pytest.fixture
def thursday() -> Set:
    memory._known.clear()
    return a_set_that_meets()


@pytest.fixture
def meeting(thursday) -> Meeting:
    """Ben and Chi have each corrected one turn."""
    meeting = exploring(thursday)
    for person in (thursday.ben, thursday.chi):
        corrects(meeting, says(thursday, meeting, person), person)
    return meeting


def proposed(one: Set) -> Donation:
    return operations.propose(one.learning_set, by=one.ana, at=NOON)


def all_give(donation: Donation, *people) -> None:
    for person in people:
        operations.answer(donation, gives=True, by=person, at=NOON)


def page_of(one: Set) -> str:
    return f"/sets/{one.learning_set.pk}/donation/"


# Proposing


def test_whoever_corrected_something_is_asked(thursday, meeting):
    proposed(thursday)

    asked = Notice.objects.filter(kind=Notice.Kind.VOTE, path=page_of(thursday))
    assert {each.person for each in asked} == {thursday.ben, thursday.chi}


def test_proposed_twice_it_is_one(thursday, meeting):
    assert proposed(thursday) == proposed(thursday)


def test_nothing_is_proposed_where_there_is_nothing_to_give(thursday):
    exploring(thursday)

    with pytest.raises(NotNowError) as refused:
        proposed(thursday)

    assert refused.value.reason is Reason.NOTHING_TO_GIVE
    assert not Donation.objects.exists()


def test_nobody_from_outside_proposes(thursday, meeting):
    with pytest.raises(NotNowError):
        operations.propose(thursday.learning_set, by=a_person("Olu"), at=NOON)


# Each for their own turns


def test_nothing_goes_out_before_its_author_has_said_yes(thursday, meeting):
    donation = proposed(thursday)
    operations.answer(donation, gives=True, by=thursday.ben, at=NOON)

    share = queries.share_of(donation)

    assert [each.author for each in share.given] == [thursday.ben]
    assert share.waits_for == [thursday.chi]
    with pytest.raises(NotNowError) as refused:
        operations.make(donation, by=thursday.ana, at=NOON)
    assert refused.value.reason is Reason.NOT_ALL_HAVE_SAID


def test_a_no_leaves_out_ones_own_turns_alone(thursday, meeting):
    donation = proposed(thursday)
    all_give(donation, thursday.ben)
    operations.answer(donation, gives=False, by=thursday.chi, at=NOON)

    share = operations.make(donation, by=thursday.ana, at=NOON)

    assert [each.author for each in share.given] == [thursday.ben]


def test_a_yes_is_taken_back_until_the_file_is_made(thursday, meeting):
    donation = proposed(thursday)
    all_give(donation, thursday.ben, thursday.chi)
    operations.answer(donation, gives=False, by=thursday.ben, at=NOON)

    assert len(operations.make(donation, by=thursday.ana, at=NOON).given) == 1
    with pytest.raises(NotNowError) as refused:
        operations.answer(donation, gives=False, by=thursday.chi, at=NOON)
    assert refused.value.reason is Reason.NOT_OPEN


def test_a_new_correction_asks_its_author_anew(thursday, meeting):
    donation = proposed(thursday)
    all_give(donation, thursday.ben, thursday.chi)

    corrects(meeting, says(thursday, meeting, thursday.ben), thursday.ben)

    assert queries.share_of(donation).waits_for == [thursday.ben]


def test_what_a_leaver_said_is_not_given(thursday, meeting):
    donation = proposed(thursday)
    all_give(donation, thursday.ben, thursday.chi)
    SetMembership.objects.filter(person=thursday.ben).update(left_at=NOON)

    share = operations.make(donation, by=thursday.ana, at=NOON)

    assert [each.author for each in share.given] == [thursday.chi]


def test_others_see_a_line_only_once_it_is_given(thursday, meeting):
    donation = proposed(thursday)

    def seen_by(person):
        return [each.author for each in queries.share_of(donation).shown_to(person)]

    assert seen_by(thursday.ben) == [thursday.ben]
    assert seen_by(thursday.ana) == []
    all_give(donation, thursday.ben)
    assert seen_by(thursday.ana) == [thursday.ben]


# The file


def lines_of(answer) -> list[dict[str, str]]:
    return [json.loads(line) for line in answer.content.decode().splitlines()]


def made_by(one: Set, donation: Donation):
    all_give(donation, one.ben, one.chi)
    return signed_in(one.ana).post(f"{page_of(one)}file/")


def test_a_line_holds_words_and_kinds_and_nothing_else(thursday, meeting):
    answer = made_by(thursday, proposed(thursday))

    assert (
        lines_of(answer)
        == [
            {
                "text": "You should tell [name] at [name] [name] straight, "
                "on [number].",
                "read": "advice",
                "meant": "open_question",
                "phase": "explore",
                "role": "member",
            }
        ]
        * 2
    )


def test_no_name_address_or_number_of_the_set_is_in_it(thursday, meeting):
    words = f"should ana or chiara ask {thursday.dan.email}, whitlock said in 2024"
    corrects(meeting, says(thursday, meeting, thursday.ben, words), thursday.ben)

    told = made_by(thursday, proposed(thursday)).content.decode().lower()

    for person in thursday.people:
        assert person.email not in told
        assert str(person.pk) not in told
        for part in person.name.lower().split():
            assert part not in told
    assert not any(sign.isdigit() for sign in told)
    assert "thursday" not in told


def test_its_author_masks_more_or_leaves_a_line_out(thursday, meeting):
    donation = proposed(thursday)
    mine, theirs = (
        Correction.objects.get(author=each) for each in (thursday.ben, thursday.chi)
    )
    browser = signed_in(thursday.ben)

    browser.post(f"{page_of(thursday)}lines/{mine.pk}/", {"masks": "straight\ntell"})
    foreign = browser.post(
        f"{page_of(thursday)}lines/{theirs.pk}/", {"is_left_out": "on"}
    )
    signed_in(thursday.chi).post(
        f"{page_of(thursday)}lines/{theirs.pk}/", {"is_left_out": "on"}
    )

    assert foreign.status_code == 404
    [line] = lines_of(made_by(thursday, donation))
    assert line["text"] == (
        "You should [words] [name] at [name] [name] [words], on [number]."
    )


def test_the_order_says_nothing_of_time(thursday):
    meeting = exploring(thursday)
    for _ in range(8):
        corrects(meeting, says(thursday, meeting, thursday.ben), thursday.ben)
    donation = proposed(thursday)

    lines = queries.share_of(donation).lines

    in_time = list(
        Correction.objects.order_by("contribution").values_list("pk", flat=True)
    )
    assert {each.id for each in lines} == set(in_time)
    # One in 40,320 that chance puts eight lines in order.
    assert [each.id for each in lines] != in_time


def test_the_ledger_says_that_a_file_was_made(thursday, meeting):
    made_by(thursday, proposed(thursday))

    line = LedgerLine.objects.get(kind=LedgerLine.Kind.EXPORT)
    assert (line.by, line.detail) == (thursday.ana, "donation")
    page = signed_in(thursday.chi).get(f"/sets/{thursday.learning_set.pk}/ledger/")
    assert "made a file of corrected readings" in page.text


def test_a_file_can_be_taken_again_and_holds_the_same(thursday, meeting):
    first = made_by(thursday, proposed(thursday))

    again = signed_in(thursday.dan).post(f"{page_of(thursday)}file/")

    assert again.content == first.content
    assert LedgerLine.objects.filter(kind=LedgerLine.Kind.EXPORT).count() == 1


def test_what_went_out_once_does_not_go_out_again(thursday, meeting):
    made_by(thursday, proposed(thursday))

    assert queries.to_be_given(thursday.learning_set) == 0
    with pytest.raises(NotNowError):
        proposed(thursday)


def test_nothing_decrypted_is_stored(thursday, meeting):
    made_by(thursday, proposed(thursday))

    vault.shred_set(thursday.learning_set.pk, at=NOON)

    assert queries.share_of(Donation.objects.get()).lines == ()


def test_called_off_it_leaves_the_corrections_in_the_set(thursday, meeting):
    donation = proposed(thursday)

    signed_in(thursday.dan).post(f"{page_of(thursday)}end/")

    assert queries.current_donation(thursday.learning_set) is None
    assert queries.to_be_given(thursday.learning_set) == 2
    donation.refresh_from_db()
    assert donation.dropped_at is not None


# The page


def test_the_page_offers_one_next_step_at_a_time(thursday, meeting):
    browser = signed_in(thursday.ben)
    assert "Ask whoever made them" in browser.get(page_of(thursday)).text

    browser.post(page_of(thursday))
    assert "Yes, I give my lines" in browser.get(page_of(thursday)).text

    browser.post(f"{page_of(thursday)}answer/", {"gives": "yes"})
    page = browser.get(page_of(thursday)).text
    assert "Take my yes back" in page
    assert "One author has not answered yet." in page


def test_the_page_shows_the_file_letter_by_letter(thursday, meeting):
    donation = proposed(thursday)
    all_give(donation, thursday.ben, thursday.chi)

    page = signed_in(thursday.dan).get(page_of(thursday)).text

    assert "&quot;meant&quot;: &quot;open_question&quot;" in page
    assert ADVICE not in page


def test_a_set_without_corrections_is_told_how_they_come(thursday):
    page = signed_in(thursday.ben).get(page_of(thursday)).text

    assert "Nothing to give yet" in page


def test_guests_and_others_have_no_such_page(thursday, meeting):
    guest = a_person("Gus")
    is_in(thursday.learning_set, guest, belonging="guest")
    proposed(thursday)

    for person in (guest, a_person("Olu")):
        assert signed_in(person).get(page_of(thursday)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_many_lines(
    number, thursday, django_assert_num_queries
):
    meeting = exploring(thursday)
    for _ in range(number):
        corrects(meeting, says(thursday, meeting, thursday.ben), thursday.ben)
    proposed(thursday)
    browser = signed_in(thursday.ben)
    browser.get(page_of(thursday))
    memory._known.clear()

    with django_assert_num_queries(16):
        browser.get(page_of(thursday))
