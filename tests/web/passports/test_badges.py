"""A badge is given for what was reached, checked by anybody, and withdrawn."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from askwell.facilitation.evidence import Evidence, Item
from askwell.web.passports.credentials.jose import parts_of
from askwell.web.passports.models import Badge, Withdrawn
from askwell.web.passports.operations import adopting, badges
from askwell.web.passports.queries.passport import passport_of
from askwell.web.passports.refusals import NotDoneError, Reason
from askwell.web.passports.screens.lines import told
from askwell.web.vault import operations as vault
from factories import NOON, a_person, a_programme, signed_in
from web.passports.people import (
    FACILITATES,
    PRACTISED,
    a_pathway,
    shows,
)

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=30)


@pytest.fixture
def practised(monkeypatch):
    shows(monkeypatch, PRACTISED)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


def checked(**given):
    return Client().post(reverse("passports:check"), given).content.decode()


def refused(person, level, *, at=LATER, **how):
    with pytest.raises(NotDoneError) as refusal:
        badges.give(person, level, at=at, **how)
    return refusal.value.reason


def test_a_badge_is_fetched_and_verifies(practised, amara):
    browser = signed_in(amara)

    page = browser.post(reverse("passports:give"), {"level": "L1"}, follow=True)
    badge = Badge.objects.get()
    file = browser.get(reverse("passports:badge_file", args=[badge.pk]))

    assert "Your name does not stand on it" in page.content.decode()
    assert file.headers["Content-Type"] == "application/vc+jwt"
    assert file.content.decode() == badge.credential
    assert "This badge is valid" in checked(badge=badge.credential)
    upload = SimpleUploadedFile("badge.jwt", file.content)
    assert "This badge is valid" in checked(file=upload)


def test_it_says_what_it_took_and_nothing_of_where(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)

    _, said = parts_of(badge.credential)

    achievement = said["credentialSubject"]["achievement"]
    assert achievement["name"] == "Askwell’s levels: Practice"
    assert achievement["criteria"]["narrative"] == (
        "- Lessons worked through: 8\n"
        "- Questions written in the question gym: 20\n"
        "- Practice sets facilitated to their debrief: 2\n\n"
        "It follows these levels: Guided host."
    )
    assert "evidence" not in said
    assert str(amara.pk) not in str(said)


def test_whose_it_is_can_be_checked_by_who_knows_the_address(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)

    told = [
        checked(badge=badge.credential, email=each)
        for each in (amara.email, "jonas@people.example")
    ]

    assert f"It was given to {amara.email}." in told[0]
    assert "This badge was not given to jonas@people.example" in told[1]
    assert "This badge is valid" not in told[1]
    assert "Amara Okafor" not in told[0]


def test_with_the_name_only_if_its_owner_wishes(practised, amara):
    signed_in(amara).post(reverse("passports:give"), {"level": "L1", "named": "on"})

    assert "Given to Amara Okafor." in checked(badge=Badge.objects.get().credential)


def test_the_same_badge_is_not_signed_twice(practised, amara):
    first, again = (badges.give(amara, "L1", at=LATER) for _ in range(2))

    assert first == again
    assert badges.give(amara, "L1", at=LATER, named=True) != first


def test_a_withdrawn_badge_counts_no_more_and_another_can_be_had(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)

    signed_in(amara).post(reverse("passports:withdraw", args=[badge.pk]))

    assert "This badge was withdrawn" in checked(badge=badge.credential)
    published = Client().get(reverse("passports:withdrawn")).json()
    assert published["revokedCredential"] == [
        {"id": f"urn:uuid:{badge.pk}", "revoked": True}
    ]
    assert badges.give(amara, "L1", at=LATER) != badge


def test_it_stays_withdrawn_when_its_owner_has_gone(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)
    badges.withdraw(badge, at=LATER)

    amara.delete()

    assert Withdrawn.objects.get().credential == badge.pk


def test_changed_words_and_nonsense_are_called_so(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)

    assert "This badge was changed" in checked(badge=badge.credential[:-8])
    assert "This is no badge" in checked(badge="a.b.c")
    assert "Paste a badge, or choose a file with one." in checked(badge="")
    large = SimpleUploadedFile("badge.jwt", b"x" * 40_000)
    assert "This file is too large to be a badge." in checked(file=large)


def test_only_what_was_reached_is_given(practised, amara):
    assert refused(amara, "L2") is Reason.NOT_REACHED
    assert refused(amara, "L0") is Reason.NOTHING_TO_SHOW
    page = signed_in(amara).post(
        reverse("passports:give"), {"level": "L2"}, follow=True
    )
    assert "This level is not reached yet." in page.content.decode()
    other = signed_in(amara).post(reverse("passports:give"), {"level": "L9"})
    assert other.status_code == 404


def test_the_level_of_a_facilitator_expires_and_is_renewed_first(monkeypatch, amara):
    shows(monkeypatch, FACILITATES)

    badge = badges.give(amara, "L3", at=LATER)

    assert badge.valid_until.date() == (NOON + timedelta(days=365.25)).date()
    assert badges.give(amara, "L2", at=LATER).valid_until is None
    much_later = NOON + timedelta(days=400)
    assert refused(amara, "L3", at=much_later) is Reason.RENEW_FIRST


def test_who_went_on_learning_can_have_a_badge_that_lasts_longer(monkeypatch, amara):
    shows(monkeypatch, FACILITATES)
    first = badges.give(amara, "L3", at=LATER)
    (own,) = passport_of(amara, at=LATER).standings
    assert told(own, at=LATER).levels[3].badge == first

    kept = [
        Item(kind=Evidence.CPD_HOUR, at=LATER, amount=6),
        *[Item(kind=Evidence.SUPERVISION, at=LATER) for _ in range(2)],
    ]
    shows(monkeypatch, [*FACILITATES, *kept])
    (own,) = passport_of(amara, at=LATER).standings

    assert told(own, at=LATER).levels[3].badge is None
    assert badges.give(amara, "L3", at=LATER).valid_until > first.valid_until


def test_an_organisation_stands_for_what_it_switched_on_and_no_other_body(
    practised, amara
):
    programme = a_programme(amara)
    ours, wial = a_pathway(programme, "askwell"), a_pathway(programme, "wial")

    badge = badges.give(amara, "L1", at=LATER, adopted=ours)

    _, said = parts_of(badge.credential)
    assert said["issuer"]["name"] == programme.home.name
    address = reverse("passports:issuer_of", args=[ours.pk])
    assert said["issuer"]["id"].endswith(address)
    assert Client().get(address).json()["name"] == programme.home.name
    assert refused(amara, "CALC", adopted=wial) is Reason.ONLY_THE_BODY


def test_a_badge_for_other_numbers_says_so_and_never_passes_for_askwells_own(
    practised, amara
):
    programme = a_programme(amara)
    adopted = a_pathway(programme, "askwell")
    adopting.renumber(adopted, {"lessons": 1.0}, at=NOON)
    theirs = badges.give(amara, "L1", at=LATER, adopted=adopted)
    as_theirs = checked(badge=theirs.credential)

    adopted.delete()
    page = signed_in(amara).get(reverse("passports:own")).content.decode()
    ours = badges.give(amara, "L1", at=LATER)

    name = f"Askwell’s levels, as {programme.home.name} changed them: Practice"
    assert name in as_theirs
    assert "Who they are was not checked." in as_theirs
    assert ours.pk != theirs.pk
    assert reverse("passports:badge", args=[theirs.pk]) in page
    assert "Who they are was not checked." not in checked(badge=ours.credential)


def test_it_follows_no_level_of_which_nothing_is_asked(monkeypatch, amara):
    shows(monkeypatch, FACILITATES)
    adopted = a_pathway(a_programme(amara), "askwell")
    none = dict.fromkeys(("lessons", "coached_questions", "practice_slots"), 0.0)
    adopting.renumber(adopted, none, at=NOON)

    badge = badges.give(amara, "L2", at=LATER, adopted=adopted)

    _, said = parts_of(badge.credential)
    criteria = said["credentialSubject"]["achievement"]["criteria"]["narrative"]
    assert criteria.endswith("It follows these levels: Guided host.")


def test_it_lasts_to_the_end_of_a_day_and_tells_no_instant(monkeypatch, amara):
    shows(monkeypatch, FACILITATES)

    badge = badges.give(amara, "L3", at=LATER)

    assert f"{badge.valid_until:%H:%M:%S}" == "23:59:59"


def test_a_badge_whose_key_is_gone_says_so_and_another_can_be_had(practised, amara):
    badge = badges.give(amara, "L1", at=LATER)
    vault.shred_author(amara.pk, amara.pk, at=LATER)
    browser = signed_in(amara)

    page = browser.get(reverse("passports:badge", args=[badge.pk])).content.decode()
    data = browser.get(reverse("passports:as_json")).json()

    assert "This badge can no longer be read here" in page
    assert data["pathways"][0]["badges"] == []
    assert badges.give(amara, "L1", at=LATER) != badge


def test_a_pathway_of_others_gives_no_badge(practised, amara):
    theirs = a_pathway(a_programme(), "askwell")

    page = signed_in(amara).post(
        reverse("passports:give"), {"level": "L1", "pathway": f"{theirs.pk}"}
    )

    assert page.status_code == 404


def test_the_key_is_where_the_badge_says(practised, amara):
    header, _ = parts_of(badges.give(amara, "L1", at=LATER).credential)
    path = header["kid"].partition("/badges/")[2]

    key = Client().get(f"/badges/{path}").json()

    assert {name: key[name] for name in ("e", "kty", "n")} == header["jwk"]
    assert key in Client().get(reverse("passports:keys")).json()["keys"]
    assert Client().get("/badges/keys/of-nobody/").status_code == 404
