"""A programme switches a pathway on, edits it, and confirms what no software knows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.passports.models import Adopted, Badge, Confirmation, Withdrawn
from askwell.web.passports.operations import adopting, badges, confirm
from askwell.web.passports.queries.passport import passport_of
from askwell.web.passports.refusals import NotDoneError, Reason
from askwell.web.people.models import Notice
from factories import NOON, a_person, a_programme, an_enrolment, minutes, signed_in
from web.passports.people import FACILITATES, a_facilitated, a_pathway, shows

pytestmark = pytest.mark.django_db
LATER = NOON + minutes(1)
L123 = ("L1", "L2", "L3")


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def programme(ingrid):
    return a_programme(ingrid)


@pytest.fixture
def amara(programme):
    person = a_person("Amara Okafor")
    an_enrolment(programme, person)
    return person


@pytest.fixture
def browser(ingrid):
    return signed_in(ingrid)


def address(name, adopted):
    return reverse(f"passports:{name}", args=[adopted.programme_id, adopted.pk])


def requirements(person):
    (other,) = passport_of(person, at=timezone.now()).others
    return {
        one.requirement.name: one
        for level in other.progress.levels
        for one in level.reached
    }


def test_a_pathway_is_switched_on_and_off_and_kept(browser, programme, amara):
    page = reverse("passports:pathways", args=[programme.pk])

    browser.post(page, {"template": "reflective"})
    adopted = Adopted.objects.get()
    browser.post(address("pathway", adopted), {"twice": "3", "words": "2500"})
    assert requirements(amara)["twice"].requirement.at_least == 3
    browser.post(address("switch_off", adopted))

    assert passport_of(amara, at=LATER).others == []
    browser.post(page, {"template": "reflective"})
    assert requirements(amara)["words"].requirement.at_least == 2500


def test_only_numbers_that_differ_are_kept(browser, programme):
    adopted = a_pathway(programme)

    browser.post(address("pathway", adopted), {"twice": "2", "words": "1800"})

    adopted.refresh_from_db()
    assert adopted.rules == {"numbers": {"words": 1800.0}, "added": []}


@pytest.mark.parametrize("number", ["-1", "many", "", "1e9", "nan"])
def test_a_number_that_is_none_is_refused(browser, programme, number):
    adopted = a_pathway(programme)

    page = browser.post(address("pathway", adopted), {"twice": number, "words": "1"})

    assert page.status_code == 422
    adopted.refresh_from_db()
    assert adopted.rules == {}


def test_something_more_is_asked_for_and_confirmed(browser, programme, amara, ingrid):
    adopted = a_pathway(programme)
    asked = {"title": "Our day on safeguarding", "level": "course"}

    browser.post(address("addition", adopted), asked)
    adopted.refresh_from_db()
    (added,) = adopted.own_rules.added
    given = {"person": str(amara.pk), "requirement": added.name}
    page = browser.post(address("confirming", adopted), given, follow=True)

    assert "Amara Okafor: Our day on safeguarding" in page.content.decode()
    assert requirements(amara)[added.name].met
    assert not requirements(amara)["three_days"].met
    mine = signed_in(amara).get(reverse("passports:own")).content.decode()
    assert "confirmed by Ingrid Solberg on" in mine
    browser.post(address("addition", adopted), {"out": added.name})
    assert added.name not in requirements(amara)


def test_a_confirmation_is_taken_back(browser, programme, amara, ingrid):
    adopted = a_pathway(programme)
    row = confirm(adopted, amara, "three_days", by=ingrid, at=NOON)
    again = confirm(adopted, amara, "three_days", by=a_person(), at=LATER)

    assert (again, again.by) == (row, ingrid)
    browser.post(
        reverse("passports:take_back", args=[programme.pk, adopted.pk, row.pk])
    )
    assert not Confirmation.objects.exists()


def test_nobody_confirms_themselves(browser, programme, ingrid):
    adopted = a_pathway(programme)
    given = {"person": str(ingrid.pk), "requirement": "three_days"}

    page = browser.post(address("confirming", adopted), given)

    assert page.status_code == 422
    assert "Nobody confirms themselves." in page.content.decode()
    assert not Confirmation.objects.exists()


def test_a_confirmation_taken_back_takes_the_badges_that_rest_on_it(
    monkeypatch, browser, programme, amara, ingrid
):
    shows(monkeypatch, FACILITATES)
    adopted = a_pathway(programme, "askwell")
    added = adopting.add(adopted, title="A day", level="L2", at=NOON)
    row = confirm(adopted, amara, added.name, by=ingrid, at=NOON)
    given = {each: badges.give(amara, each, at=LATER, adopted=adopted) for each in L123}

    browser.post(
        reverse("passports:take_back", args=[programme.pk, adopted.pk, row.pk])
    )

    stand = Badge.objects.standing(at=LATER)
    assert [each.level for each in stand] == ["L1"]
    assert set(Withdrawn.objects.values_list("pk", flat=True)) == {
        given["L2"].pk,
        given["L3"].pk,
    }
    told = Notice.objects.get(kind=Notice.Kind.TRAINING)
    assert (told.person, told.path) == (amara, reverse("passports:own"))


def test_where_nothing_is_confirmed_by_hand_the_page_says_so(browser, programme):
    page = browser.get(address("confirming", a_pathway(programme, "askwell")))

    assert "asks for nothing that is confirmed by hand" in page.content.decode()
    assert "Confirm it" not in page.content.decode()


def test_people_read_when_what_is_asked_for_was_changed(browser, programme, amara):
    adopted = a_pathway(programme)
    mine = signed_in(amara)
    before = mine.get(reverse("passports:own")).content.decode()

    browser.post(address("pathway", adopted), {"twice": "2", "words": "1500"})
    adopted.refresh_from_db()
    unchanged = adopted.edited_at
    browser.post(address("pathway", adopted), {"twice": "3", "words": "1500"})

    after = mine.get(reverse("passports:own")).content.decode()
    assert unchanged is None
    assert ("last changed on" in before, "last changed on" in after) == (False, True)


@pytest.mark.parametrize("name", ["own", "document", "as_json", "counted"])
def test_what_this_version_no_longer_has_breaks_no_passport(programme, amara, name):
    adopted = a_pathway(programme)
    Adopted.objects.update(template="of_a_former_version")
    a_facilitated(amara, format="of_a_former_version")

    page = signed_in(amara).get(reverse(f"passports:{name}"))

    assert page.status_code == 200
    assert (
        signed_in(programme.created_by).get(address("pathway", adopted)).status_code
        == 404
    )


def test_what_is_counted_is_not_confirmed_by_hand(programme, amara, ingrid):
    adopted = a_pathway(programme)

    with pytest.raises(NotDoneError) as refused:
        confirm(adopted, amara, "words", by=ingrid, at=NOON)

    assert refused.value.reason is Reason.NO_SUCH_REQUIREMENT


def test_nobody_is_confirmed_who_has_no_part_in_it(browser, programme):
    adopted = a_pathway(programme)
    given = {"person": str(a_person().pk), "requirement": "three_days"}

    assert browser.post(address("confirming", adopted), given).status_code == 422


def test_rules_that_contradict_each_other_are_shown(browser, programme):
    page = browser.get(address("pathway", a_pathway(programme, "wial")))

    assert "Elsewhere it says 100" in page.content.decode()


def test_a_manager_sees_nothing_of_what_people_have_done(browser, programme, amara):
    adopted = a_pathway(programme)
    a_facilitated(amara)

    for name in ("pathway", "confirming"):
        page = browser.get(address(name, adopted)).content.decode()
        assert "classic" not in page.lower()
        assert " of 2" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_confirming_costs_the_same_however_many_there_are(
    browser, programme, ingrid, number, django_assert_num_queries
):
    adopted = a_pathway(programme)
    for _ in range(number):
        person = a_person()
        an_enrolment(programme, person)
        confirm(adopted, person, "three_days", by=ingrid, at=NOON)
    browser.get(address("confirming", adopted))

    with django_assert_num_queries(7):
        browser.get(address("confirming", adopted))
