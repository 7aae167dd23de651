"""The same file again: who joins, who moves, who has left."""

import pytest
from django_scopes import scopes_disabled

from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.operations import memberships
from askwell.web.people.models import Membership, Notice
from askwell.web.programmes.models import LedgerLine, SetMembership
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    an_enrolment,
    signed_in,
)
from web.enrolments.files import brought, columns_as_guessed, counts, listed

pytestmark = pytest.mark.django_db

HEAD = "Name\tE-mail\tLevel\tArea\tPlace\tManager\n"
ANA = "Ana Ruiz\tana@x.example\t2\tOps\tLeeds\t\n"
BO = "Bo Lee\tbo@x.example\t3\tHR\tYork\t\n"


@pytest.fixture
def programme():
    return a_programme(a_person("Ingrid Solberg"))


@pytest.fixture
def browser(programme):
    browser = signed_in(programme.created_by)
    listed(browser, programme, HEAD + ANA + BO)
    return browser


def looked_at(browser, programme, text: str) -> str:
    return columns_as_guessed(browser, brought(browser, programme, text))


def enrolled(programme, email: str) -> Enrolment:
    return programme.enrolments.get(email=email)


def has_joined(programme, email: str, **said: object) -> Enrolment:
    person = a_person(email=email)
    programme.enrolments.filter(email=email).update(
        status="joined", person=person, **said
    )
    return enrolled(programme, email)


def test_the_same_file_changes_nothing(browser, programme):
    path = looked_at(browser, programme, HEAD + ANA + BO)

    answer = browser.get(path)

    assert counts(browser, path) == {"same": 2}
    assert "nothing in them is new" in answer.text


def test_joiners_movers_and_those_who_are_missing_are_shown_first(browser, programme):
    path = looked_at(
        browser,
        programme,
        HEAD + "Ana Ruiz\tana@x.example\t3\tOps\tBath\tcy@x.example\n"
        "Cy Dee\tcy@x.example\t4\tOps\tLeeds\t\n",
    )

    answer = browser.get(f"{path}?show=changed")

    assert counts(browser, path) == {"new": 1, "changed": 1}
    [row] = answer.context["rows"]
    assert [(each.field.value, each.old, each.new) for each in row.changes] == [
        ("level", "2", "3"),
        ("place", "Leeds", "Bath"),
        ("manager", "", "cy@x.example"),
    ]
    assert [one.name for one in answer.context["missing"]] == ["Bo Lee"]


def test_all_of_it_is_written_at_once_and_leavers_only_when_ticked(browser, programme):
    bo, before = enrolled(programme, "bo@x.example"), programme.enrolments.count()
    text = HEAD + "Ana Ruiz\tana@x.example\t3\tOps\tBath\t\nCy\tcy@x.example\t4\t\t\t\n"

    browser.post(f"{looked_at(browser, programme, text)}list/")
    bo.refresh_from_db()
    kept = bo.status
    browser.post(f"{looked_at(browser, programme, text)}list/", {"left": str(bo.pk)})

    bo.refresh_from_db()
    assert (before, programme.enrolments.count()) == (2, 3)
    assert enrolled(programme, "ana@x.example").place == "Bath"
    assert (kept, bo.status) == ("listed", "left")


def test_an_empty_cell_changes_nothing(browser, programme):
    path = looked_at(browser, programme, HEAD + "\tana@x.example\t\t\t\t\n" + BO)

    assert counts(browser, path) == {"same": 2}


def test_what_somebody_said_themselves_is_shown_and_kept(browser, programme):
    has_joined(programme, "ana@x.example", place="Bath", area="")

    path = looked_at(
        browser, programme, HEAD + "Ana R\tana@x.example\t2\tEstates\tLeeds\t\n" + BO
    )
    answer = browser.get(f"{path}?show=kept")
    browser.post(f"{path}list/")

    assert "Place: Bath, as they said themselves. The file says Leeds." in answer.text
    ana = enrolled(programme, "ana@x.example")
    assert (ana.name, ana.place, ana.area) == ("Ana Ruiz", "Bath", "Estates")


def test_what_changes_of_those_who_joined_follows_into_their_organisation(
    browser, programme
):
    ana = has_joined(programme, "ana@x.example", area="")

    path = looked_at(browser, programme, HEAD + ANA.replace("Ops", "Estates") + BO)
    browser.post(f"{path}list/")

    with scopes_disabled():
        assert Membership.objects.get(person=ana.person).function == "Estates"


def test_whoever_said_no_stays_off_and_whoever_left_comes_back_when_ticked(
    browser, programme
):
    programme.enrolments.filter(email="ana@x.example").update(status="declined")
    programme.enrolments.filter(email="bo@x.example").update(
        status="left", left_at=NOON
    )
    bo = enrolled(programme, "bo@x.example")

    path = looked_at(browser, programme, HEAD + ANA + BO)
    seen = counts(browser, path)
    browser.post(f"{path}list/", {"back": str(bo.pk)})

    bo.refresh_from_db()
    assert seen == {"gone": 2}
    assert (bo.status, bo.left_at) == ("listed", None)
    assert enrolled(programme, "ana@x.example").status == "declined"


def test_a_stranger_cannot_be_ticked_as_gone(browser, programme):
    other = an_enrolment(a_programme(a_person("Olu Ade")))

    path = looked_at(browser, programme, HEAD + ANA)
    browser.post(f"{path}list/", {"left": str(other.pk)})

    other.refresh_from_db()
    assert other.status == "listed"


def test_who_is_taken_off_leaves_the_programmes_sets(browser, programme):
    ana = has_joined(programme, "ana@x.example")
    learning_set = a_set(a_person("Cleo Dahl"), ana.person)
    learning_set.cohort = a_cohort(programme)
    learning_set.save()

    browser.post(f"/programmes/{programme.pk}/people/{ana.pk}/removal/")

    ana.refresh_from_db()
    place = SetMembership.objects.get(learning_set=learning_set, person=ana.person)
    assert ana.status == "left"
    assert place.left_at is not None


def test_nobody_leaves_a_set_in_somebody_elses_name(browser, programme):
    ana = has_joined(programme, "ana@x.example")
    learning_set = a_set(a_person("Cleo Dahl"), ana.person)
    learning_set.cohort = a_cohort(programme)
    learning_set.save()

    browser.post(f"/programmes/{programme.pk}/people/{ana.pk}/removal/")

    line = LedgerLine.objects.get(learning_set=learning_set, about=ana.person)
    assert (line.kind, line.by) == (LedgerLine.Kind.REMOVED, programme.created_by)
    told = Notice.objects.filter(person=ana.person, kind=Notice.Kind.PART)
    assert told.count() == 1


def test_lines_are_settled_once_however_many_have_changed(
    browser, programme, monkeypatch
):
    for email in ("ana@x.example", "bo@x.example"):
        has_joined(programme, email, place="")
    settled = []
    monkeypatch.setattr(memberships, "settle", settled.append)
    path = looked_at(browser, programme, HEAD + ANA + BO)

    browser.post(f"{path}list/")

    with scopes_disabled():
        assert Membership.objects.filter(place__in=("Leeds", "York")).count() == 2
    assert len(settled) == 1
