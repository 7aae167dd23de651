"""Writing an offer: from an empty page or own words, until it can be offered."""

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes.models import SetMembership
from askwell.web.stories import operations, queries, rules
from askwell.web.stories.models import Offer
from askwell.web.stories.refusals import NotToldError, Reason
from factories import NOON, a_set, signed_in
from web.stories.telling import HEADING, SAID, ask_about, fresh, offered

Status = Offer.Status


def refused(reason: Reason):
    return pytest.raises(NotToldError, match=reason.name)


def leaves(person) -> None:
    SetMembership.objects.filter(person=person).update(left_at=NOON)


def test_a_draft_belongs_to_its_owner_and_their_sets_programme(told):
    offer = told.draft()

    assert (offer.owner, offer.programme, offer.status, offer.texts) == (
        told.ana,
        told.programme,
        Status.DRAFT,
        [HEADING, SAID],
    )


def test_somebody_who_has_left_still_tells_what_is_theirs(told):
    leaves(told.ana)

    assert told.draft().owner == told.ana


def test_nobody_tells_of_a_set_they_were_never_in(told):
    with refused(Reason.NO_PROGRAMME):
        told.draft(by=told.eve)


def test_a_set_of_no_programme_has_nobody_to_tell(told):
    alone = a_set(told.ana)

    with refused(Reason.NO_PROGRAMME):
        told.draft(learning_set=alone)


def test_nobody_else_changes_it(told):
    offer = told.draft()

    with refused(Reason.NOT_YOURS):
        operations.settle(offer, {}, by=told.ben)


def test_names_of_the_set_have_to_be_settled_first(told):
    offer = told.draft(f"{SAID} Ben showed me how.")

    with refused(Reason.NAMES_TO_SETTLE):
        offered(offer)


def test_a_name_is_taken_out_wherever_it_stands(told):
    offer = told.draft("Ben waits. I saw ben whitlock do it, and Ben's way is mine.")

    said = dict.fromkeys(["ben", "ben whitlock"], "out")
    offer = operations.settle(offer, said, by=told.ana)

    assert (
        offer.words
        == "Somebody waits. I saw somebody do it, and somebody's way is mine."
    )
    assert queries.unsettled(offer) == []


def test_what_is_no_name_may_stand(told):
    offer = told.draft("Ring 020 7946 0958.")

    operations.settle(offer, {"020 7946 0958": "stands"}, by=told.ana)

    assert offered(fresh(offer)).status == Status.ASKED


def test_the_own_name_is_pointed_out_only_where_it_is_not_to_stand(told):
    without, with_it = (
        told.draft("I, Ana, waited."),
        told.draft("I, Ana, waited.", with_name=True),
    )

    assert [each.words for each in queries.unsettled(without)] == ["Ana"]
    assert queries.unsettled(with_it) == []


def test_only_people_whom_a_name_could_be_are_asked(told):
    offer = told.draft("Ben waits.")

    ask_about(offer, told.dee, "Ben")

    assert [each.words for each in queries.unsettled(fresh(offer))] == ["Ben"]


def test_nobody_is_told_before_it_is_offered(told):
    offer = told.draft("Ben waits.")
    ask_about(offer, told.ben, "Ben")

    assert not Notice.objects.filter(kind=Notice.Kind.OFFERED).exists()


def test_only_what_was_read_in_the_preview_is_offered(told):
    offer = told.draft()
    read = queries.version_of(offer)
    Offer.objects.filter(pk=offer.pk).update(audience=Offer.Audience.STAFF)

    with refused(Reason.CHANGED):
        operations.offer(offer, read=read, by=told.ana, at=NOON)


def test_an_empty_page_is_not_offered(told):
    offer = operations.begin(
        told.learning_set, Offer.Kind.LEARNING, by=told.ana, at=NOON
    )

    with refused(Reason.NOTHING_WRITTEN):
        offered(offer)


def test_the_set_and_those_named_are_told_once_without_a_word_of_it(told):
    offer = told.naming_ben()

    notices = Notice.objects.filter(kind=Notice.Kind.OFFERED)
    assert sorted((each.person.name, each.path) for each in notices) == [
        ("Ben Whitlock", f"/stories/{offer.pk}/"),
        ("Dee Lo", f"/stories/{offer.pk}/"),
    ]


def test_who_has_left_the_set_is_not_asked(told):
    leaves(told.dee)

    offer = told.offered()

    assert [each.person for each in offer.says.all()] == [told.ben]


def test_nothing_is_offered_in_a_programme_that_has_ended(told):
    offer = told.draft()
    told.programme.ended_at = NOON
    told.programme.save()

    with refused(Reason.PROGRAMME_ENDED):
        offered(fresh(offer))


def test_what_the_set_is_asked_about_is_taken_back_before_it_changes(told):
    offer = told.offered()

    with refused(Reason.NOT_NOW):
        operations.settle(offer, {}, by=told.ana)


class TestPages:
    def test_from_an_empty_page_to_the_sets_say(self, told):
        ana = signed_in(told.ana)
        begun = ana.post(
            "/stories/offer/",
            {"kind": "story", "start": f"empty:{told.learning_set.pk}"},
        )
        at = begun.url.removesuffix("words/")

        named = ana.post(
            begun.url,
            {
                "title": HEADING,
                "words": "Ben sat.",
                "did": "I sat.",
                "audience": "staff",
            },
        )
        seen = ana.post(named.url, {"spot_0": f"ask:{told.ben.pk}"}, follow=True)
        read = seen.context["read"]
        asked = ana.post(f"{at}preview/", {"read": read}, follow=True)

        assert named.url == f"{at}names/"
        assert "Ben Whitlock is asked whether the name may stand" in seen.text
        assert "Your set has its say" in asked.text
        offer = rules.own_offers(told.ana).get()
        assert (offer.status, offer.did, offer.audience, offer.with_name) == (
            Status.ASKED,
            "I sat.",
            "staff",
            False,
        )

    def test_what_could_not_be_kept_is_said_and_still_there(self, told):
        offer = told.draft()
        page = signed_in(told.ana).post(
            f"/stories/{offer.pk}/words/", {"title": "", "words": "Still here."}
        )

        assert page.status_code == 422
        assert "Still here." in page.text

    def test_a_stale_preview_is_refused_and_shows_what_it_is_now(self, told):
        offer = told.draft()
        page = signed_in(told.ana).post(
            f"/stories/{offer.pk}/preview/", {"read": "something older"}
        )

        assert page.status_code == 409
        assert SAID in page.text
        assert fresh(offer).status == Status.DRAFT

    def test_without_a_set_in_a_programme_it_says_so(self, told):
        page = signed_in(told.helen).get("/stories/offer/")

        assert "There is nobody to tell it to yet" in page.text
