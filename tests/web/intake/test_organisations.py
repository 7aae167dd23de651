"""The organisations of a programme: who takes part, and who looks after whom."""

import pytest
from django.urls import reverse

from askwell.web.people.models import Notice, Organisation
from askwell.web.programmes.models import Competitors, Office, Partner
from askwell.web.programmes.offices import managed_partners, speaks_for
from factories import a_person, an_enrolment, signed_in
from web.intake.programme import a_programme_of_two

pytestmark = pytest.mark.django_db


@pytest.fixture
def both():
    return a_programme_of_two()


def page(both, name="organisations", **more) -> str:
    where = {"programme_id": both.programme.pk, **more}
    return reverse(f"intake:{name}", kwargs=where)


def test_the_manager_adds_one_by_name_once(both):
    for _ in range(2):
        signed_in(both.whole).post(page(both), {"name": "Fernhill  Trust"})

    added = Partner.objects.get(organisation__name="Fernhill Trust")
    assert added.programme == both.programme


def test_one_that_is_known_already_is_not_made_anew(both):
    known = Organisation.objects.create(name="Fernhill Trust")

    signed_in(both.whole).post(page(both), {"name": "FERNHILL trust"})

    assert both.programme.partners.filter(organisation=known).count() == 1


def test_an_organisations_manager_adds_none_and_sees_only_their_own(both):
    an_enrolment(both.programme, partner=both.home)

    shown = signed_in(both.speaks).get(page(both))
    refused = signed_in(both.speaks).post(page(both), {"name": "Fernhill Trust"})

    assert refused.status_code == 404
    assert [one.partner for one in shown.context["houses"].own] == [both.partner]
    assert both.whole.name not in shown.text
    assert "Their people are theirs to see" in shown.text


def test_an_address_is_asked_to_look_after_its_own_people(both):
    words = {"name": "Nadia Rahman", "email": "Nadia@People.example"}
    managers = page(both, "managers", partner_id=both.partner.pk)

    answer = signed_in(both.whole).post(managers, words)

    office = Office.objects.get(email="nadia@people.example")
    assert answer.status_code == 302
    assert (office.partner, office.given_by) == (both.partner, both.whole)
    notice = Notice.objects.get(kind=Notice.Kind.OFFICE)
    assert (notice.address, notice.path) == (
        office.email,
        f"/programmes/{both.programme.pk}/",
    )


def test_whoever_has_the_address_then_sees_them(both):
    nadia = a_person("Nadia Rahman")
    managers = page(both, "managers", partner_id=both.partner.pk)

    signed_in(both.whole).post(managers, {"name": nadia.name, "email": nadia.email})

    assert list(managed_partners(nadia, both.programme)) == [both.partner]


def test_the_whole_programmes_manager_does_not_speak_for_another_organisation(both):
    managers = page(both, "managers", partner_id=both.partner.pk)
    words = {"name": both.whole.name, "email": both.whole.email}

    answer = signed_in(both.whole).post(managers, words)

    assert answer.status_code == 409
    assert "for somebody else to see" in answer.text
    assert not Office.objects.filter(partner=both.partner, email=both.whole.email)


def test_an_office_given_to_oneself_tells_nothing_of_who_came(both):
    Office.objects.create(
        programme=both.programme,
        partner=both.partner,
        email=both.whole.email,
        person=both.whole,
        given_by=both.whole,
    )

    assert not speaks_for(both.whole, both.partner)
    assert speaks_for(both.speaks, both.partner)


def test_the_same_address_is_asked_once(both):
    managers = page(both, "managers", partner_id=both.partner.pk)
    again = {"name": "Dmitri", "email": both.speaks.email}

    answer = signed_in(both.whole).post(managers, again)

    assert answer.status_code == 409
    assert "looks after these people already" in answer.text


def test_whoever_is_withdrawn_sees_nothing_any_more(both):
    office = Office.objects.get(person=both.speaks)

    signed_in(both.whole).post(page(both, "dismissal", office_id=office.pk))

    assert signed_in(both.speaks).get(page(both)).status_code == 404


def test_the_whole_programmes_manager_cannot_be_withdrawn_here(both):
    office = Office.objects.get(person=both.whole)
    dismissal = page(both, "dismissal", office_id=office.pk)

    assert signed_in(both.whole).post(dismissal).status_code == 404


def test_levels_are_named_by_the_organisations_own_manager(both):
    levels = page(both, "levels", partner_id=both.partner.pk)
    names = {"level_1": "Band 5", "level_2": "Band 6", "level_4": "Band 8"}

    signed_in(both.speaks).post(levels, names)

    both.partner.refresh_from_db()
    assert both.partner.level_names == ["Band 5", "Band 6", "", "Band 8", ""]


def test_levels_without_a_word_are_the_usual_ones_again(both):
    both.partner.level_names = ["Band 5", "", "", "", ""]
    both.partner.save()

    signed_in(both.whole).post(page(both, "levels", partner_id=both.partner.pk))

    both.partner.refresh_from_db()
    assert both.partner.level_names == []


def test_competitors_are_kept_apart_whichever_is_named_first(both):
    pair = [both.home.pk, both.partner.pk]
    for one, other in (pair, pair[::-1]):
        signed_in(both.whole).post(
            page(both, "competitors"), {"one": one, "other": other}
        )

    kept = Competitors.objects.get()
    assert {kept.one, kept.other} == {both.home, both.partner}
    assert "They may meet" in signed_in(both.whole).get(page(both)).text


def test_nobody_competes_with_themselves(both):
    same = {"one": both.home.pk, "other": both.home.pk}

    answer = signed_in(both.whole).post(page(both, "competitors"), same)

    assert answer.status_code == 409
    assert not Competitors.objects.exists()


def test_competitors_may_meet_after_all(both):
    pair = Competitors.objects.create(
        programme=both.programme, one=both.home, other=both.partner
    )

    signed_in(both.whole).post(page(both, "meeting_after_all", pair_id=pair.pk))

    assert not Competitors.objects.exists()


def test_an_organisation_with_nobody_on_the_list_is_taken_out(both):
    signed_in(both.whole).post(page(both, "taking_out", partner_id=both.partner.pk))

    assert list(both.programme.partners.all()) == [both.home]


def test_one_with_people_stays_and_so_does_the_home(both):
    an_enrolment(both.programme, partner=both.partner)

    answers = [
        signed_in(both.whole).post(page(both, "taking_out", partner_id=one.pk))
        for one in (both.partner, both.home)
    ]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert both.programme.partners.count() == 2


@pytest.mark.parametrize("is_neutral", [True, False])
def test_the_page_says_where_the_programme_is_at_home(both, is_neutral):
    if is_neutral:
        both.programme.home = None
        both.programme.save()

    words = signed_in(both.whole).get(page(both)).text

    assert ("it is neutral ground" in words) == is_neutral


def test_it_takes_as_many_questions_for_four_organisations_as_for_two(
    both, django_assert_num_queries
):
    browser = signed_in(both.whole)
    with django_assert_num_queries(14):
        browser.get(page(both))
    for name in ("Fernhill Trust", "Otter Housing"):
        browser.post(page(both), {"name": name})
    browser.get(page(both))
    with django_assert_num_queries(14):
        browser.get(page(both))
