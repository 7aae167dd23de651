"""The set's say: silence publishes, one no does not, and nobody learns whose it was."""

from datetime import timedelta

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes.models import LedgerLine, SetMembership
from askwell.web.stories import operations, queries, tasks
from askwell.web.stories.models import Named, Offer, Say
from askwell.web.stories.refusals import NotToldError, Reason
from factories import NOON, signed_in
from web.stories.telling import SAID, agrees, ask_about, fine, fresh, objects, offered

Status = Offer.Status
OVER = NOON + Offer.LASTS


def refused(reason: Reason):
    return pytest.raises(NotToldError, match=reason.name)


def told_owner(offer: Offer) -> int:
    return Notice.objects.filter(kind=Notice.Kind.STORY, person=offer.owner).count()


def test_it_is_published_when_nobody_has_said_no_in_seven_days(told):
    offer = told.offered()

    early = tasks.publish_due(at=OVER - timedelta(minutes=1))
    done = tasks.publish_due(at=OVER)
    again = tasks.publish_due(at=OVER)

    offer = fresh(offer)
    assert (early, done, again) == (0, 1, 0)
    assert (offer.status, offer.published_at) == (Status.PUBLISHED, OVER)
    assert told_owner(offer) == 1


def test_it_is_published_at_once_when_all_are_fine_with_it(told):
    offer = told.offered()

    fine(offer, told.ben)
    assert fresh(offer).status == Status.ASKED
    fine(offer, told.dee)

    assert fresh(offer).status == Status.PUBLISHED


def test_who_leaves_meanwhile_is_not_waited_for(told):
    offer = told.offered()
    SetMembership.objects.filter(person=told.dee).update(left_at=NOON)

    fine(offer, told.ben)

    assert fresh(offer).status == Status.PUBLISHED


def test_with_nobody_left_to_ask_it_waits_the_seven_days(told):
    people = [told.ben, told.dee]
    SetMembership.objects.filter(person__in=people).update(left_at=NOON)
    offer = told.offered()

    assert fresh(offer).status == Status.ASKED
    tasks.publish_due(at=OVER)

    assert fresh(offer).status == Status.PUBLISHED


def test_one_no_is_enough(told):
    offer = told.offered()

    objects(offer, told.ben)
    fine(offer, told.ben, told.dee)
    tasks.publish_due(at=OVER)

    offer = fresh(offer)
    assert (offer.status, offer.published_at) == (Status.DECLINED, None)


def test_a_no_takes_effect_at_the_end_so_that_no_instant_tells_whose_it_was(told):
    offer = told.offered()

    objects(offer, told.ben)

    owner = signed_in(told.ana).get(f"/stories/{offer.pk}/").text
    assert "Your set has its say" in owner
    assert told_owner(offer) == 0


def test_a_no_leaves_no_trace_of_who(told):
    offer = told.offered()
    before = list(Say.objects.values())
    lines, notices = LedgerLine.objects.count(), Notice.objects.count()

    objects(offer, told.ben)

    during = list(Say.objects.values())
    counted = (LedgerLine.objects.count(), Notice.objects.count())
    tasks.publish_due(at=OVER)
    assert (during, counted) == (before, (lines, notices))
    assert not Say.objects.exists()
    assert fresh(offer).is_objected_to is False


def test_whoever_said_no_and_whoever_did_not_see_the_same_page(told):
    offer = told.offered()
    objects(offer, told.ben)
    browsers = [signed_in(each) for each in (told.ben, told.dee)]

    first, second = (
        browser.get(f"/stories/{offer.pk}/").context for browser in browsers
    )

    shown = ("named", "read", "to_go", "reads_programme")
    assert [first[each] for each in shown] == [second[each] for each in shown]
    assert first["say"].fine_at is second["say"].fine_at is None


def test_yes_and_no_go_to_the_same_address(told):
    offer = told.offered()
    ben, read = signed_in(told.ben), queries.version_of(offer)

    answers = [
        ben.post(f"/stories/{offer.pk}/say/", {"says": says, "read": read}).url
        for says in ("yes", "no")
    ]

    assert answers == [offer.get_absolute_url()] * 2
    assert fresh(offer).is_objected_to is True


def test_it_can_be_put_differently_and_offered_again(told):
    offer = told.offered()
    objects(offer, told.ben)
    tasks.publish_due(at=OVER)

    offered(fresh(offer), at=OVER)
    tasks.publish_due(at=OVER + Offer.LASTS)

    assert fresh(offer).status == Status.PUBLISHED


@pytest.mark.parametrize("who", ["eve", "ingrid", "helen", "ana"])
def test_nobody_else_has_a_say(told, who):
    offer = told.offered()

    with refused(Reason.NOT_YOURS):
        objects(offer, getattr(told, who))


def test_nobody_says_yes_to_a_text_they_have_not_read(told):
    offer = told.offered()
    read = queries.version_of(offer)
    operations.take_back(offer, by=told.ana, at=NOON)
    offered(told_again(offer, told))

    with refused(Reason.OVER):
        operations.say_fine(offer, read=read, by=told.ben, at=NOON)


def told_again(offer: Offer, told) -> Offer:
    offer = fresh(offer)
    offer.words = "Something else altogether."
    offer.save()
    return offer


def test_a_programme_that_has_ended_meanwhile_publishes_nothing(told):
    offer = told.offered()
    told.programme.ended_at = NOON
    told.programme.save()

    fine(offer, told.ben, told.dee)
    tasks.publish_due(at=OVER)

    assert fresh(offer).status == Status.DRAFT


def test_what_leads_nowhere_any_more_is_taken_off_the_boards(told):
    offer = told.offered()

    operations.take_back(offer, by=told.ana, at=NOON)

    assert not Notice.objects.filter(kind=Notice.Kind.OFFERED).exists()


class TestNames:
    def test_a_name_stands_once_whoever_it_is_has_said_yes(self, told):
        offer = told.naming_ben()

        agrees(offer, told.ben)
        tasks.publish_due(at=OVER)

        assert fresh(offer).status == Status.PUBLISHED

    def test_no_answer_is_a_no_and_the_name_has_to_go(self, told):
        offer = told.naming_ben()

        tasks.publish_due(at=OVER)

        offer = fresh(offer)
        page = signed_in(told.ana).get(f"/stories/{offer.pk}/").text
        assert offer.status == Status.NAMES
        assert "Ben Whitlock has not said yes to being named" in page

    def test_they_are_not_asked_again(self, told):
        offer = told.naming_ben()
        tasks.publish_due(at=OVER)

        ask_about(offer, told.ben, "Ben")

        assert [each.words for each in queries.unsettled(fresh(offer))] == ["Ben"]

    def test_the_others_being_fine_does_not_stand_for_their_yes(self, told):
        offer = told.naming_ben()

        fine(offer, told.ben, told.dee)
        assert fresh(offer).status == Status.ASKED
        agrees(offer, told.ben)

        assert fresh(offer).status == Status.PUBLISHED

    def test_a_no_is_not_kept(self, told):
        offer = told.naming_ben()
        before = list(Named.objects.values())

        agrees(offer, told.ben, agrees=False)

        assert list(Named.objects.values()) == before

    def test_a_yes_taken_back_takes_the_text_down_at_once(self, told):
        offer = told.naming_ben()
        agrees(offer, told.ben)
        tasks.publish_due(at=OVER)

        agrees(offer, told.ben, agrees=False)

        offer = fresh(offer)
        assert (offer.status, offer.published_at) == (Status.NAMES, None)
        assert told_owner(offer) == 2
        assert SAID not in signed_in(told.eve).get(told_at(offer)).text

    def test_somebody_named_who_has_left_is_asked_as_well(self, told):
        SetMembership.objects.filter(person=told.ben).update(left_at=NOON)
        offer = told.naming_ben()

        page = signed_in(told.ben).get(f"/stories/{offer.pk}/").text

        assert "You are named in it" in page
        assert "Your say" not in page


def told_at(offer: Offer) -> str:
    return f"/programmes/{offer.programme_id}/stories/"
