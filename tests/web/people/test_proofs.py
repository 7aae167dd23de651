"""Codes that prove an address."""

import pytest

from askwell.web.people import operations
from askwell.web.people.models import AddressProof, Person
from askwell.web.people.operations import TooManyCodesError, Tried
from factories import NOON, a_person, minutes

pytestmark = pytest.mark.django_db


def begin(email="noor@people.example", at=NOON):
    return operations.begin_proof(email=email, name="Noor Idris", at=at)


def test_the_right_code_proves_the_address():
    proof, code = begin()

    assert operations.try_code(proof.id, code, at=NOON) is Tried.RIGHT


def test_spaces_and_dashes_do_no_harm():
    proof, code = begin()

    typed = f" {code[:3]} - {code[3:]} "

    assert operations.try_code(proof.id, typed, at=NOON) is Tried.RIGHT


def test_a_code_serves_once():
    proof, code = begin()
    operations.try_code(proof.id, code, at=NOON)

    assert operations.try_code(proof.id, code, at=NOON) is Tried.OVER


def test_a_code_serves_for_fifteen_minutes():
    proof, code = begin()

    late = NOON + minutes(15)

    assert operations.try_code(proof.id, code, at=late) is Tried.OVER


def test_the_fifth_wrong_try_is_the_last():
    proof, code = begin()
    tried = [operations.try_code(proof.id, "none", at=NOON) for _ in range(5)]

    assert tried == [*[Tried.WRONG] * 4, Tried.OVER]
    assert operations.try_code(proof.id, code, at=NOON) is Tried.OVER


def test_one_proofs_code_is_no_good_for_another():
    _, code = begin("a@people.example")
    other, other_code = begin("b@people.example")

    right = Tried.RIGHT if code == other_code else Tried.WRONG
    assert operations.try_code(other.id, code, at=NOON) is right


def test_an_address_gets_five_codes_in_a_quarter_of_an_hour():
    for minute in range(5):
        begin(at=NOON + minutes(minute))

    with pytest.raises(TooManyCodesError):
        begin(at=NOON + minutes(5))
    begin("another@people.example", at=NOON + minutes(5))
    begin(at=NOON + minutes(15))


def test_the_code_itself_is_not_kept():
    proof, code = begin()

    kept = AddressProof.objects.get(pk=proof.pk)
    assert code not in " ".join(str(value) for value in vars(kept).values())


def test_a_new_address_is_a_new_person_with_a_verified_address():
    proof, _ = begin("Noor@People.example")

    noor = operations.person_at(proof)

    assert (noor.name, noor.email) == ("Noor Idris", "noor@people.example")
    assert noor.emailaddress_set.get().verified
    assert not noor.has_usable_password()


def test_a_known_address_is_the_person_who_has_it():
    noor = a_person("Noor", "noor@people.example")
    proof, _ = begin("NOOR@people.example")

    assert operations.person_at(proof) == noor
    assert Person.objects.get().name == "Noor"


def test_who_never_came_is_forgotten_after_a_day():
    begin("a@people.example")

    begin("b@people.example", at=NOON + minutes(25 * 60))

    assert [proof.email for proof in AddressProof.objects.all()] == ["b@people.example"]
