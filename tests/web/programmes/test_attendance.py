"""What a programme learns of who came: said in the contract, and lowered by anybody."""

import pytest
from django.urls import reverse

from askwell.web.programmes import operations, template
from askwell.web.programmes.models import Belonging, LedgerLine, Programme
from askwell.web.programmes.refusals import NotDoneError
from askwell.web.programmes.sentences import in_words
from factories import (
    NOON,
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    a_set,
    is_in,
    signed_in,
)

pytestmark = pytest.mark.django_db

COUNTS, NAMES, NOTHING = (
    Programme.Attendance.COUNTS,
    Programme.Attendance.NAMES,
    Programme.Attendance.NOTHING,
)


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def learning_set(amara):
    found = a_set(amara, a_person("Jonas Lindqvist"))
    found.cohort, found.attendance = a_cohort(a_programme()), NAMES
    found.save()
    return found


def contract(learning_set):
    return reverse("programmes:contract", args=[learning_set.pk])


def test_the_contract_says_what_the_programme_learns(amara, learning_set):
    page = signed_in(amara).get(contract(learning_set)).text

    assert "how many meetings each of you came to" in page
    assert "Let it learn only how many came" in page


def test_a_set_in_no_programme_says_nothing_of_one(amara):
    assert "programme learns" not in signed_in(amara).get(contract(a_set(amara))).text


def test_any_member_lowers_it_and_the_ledger_says_so(amara, learning_set):
    address = reverse("programmes:attendance", args=[learning_set.pk])

    signed_in(amara).post(address, {"attendance": "counts"})

    learning_set.refresh_from_db()
    line = LedgerLine.objects.get(kind=LedgerLine.Kind.CONTRACT)
    assert learning_set.attendance == COUNTS
    assert in_words(line) == (
        "Amara Okafor lowered what the programme learns of who came: only how many."
    )


def test_nobody_raises_it_again(amara, learning_set):
    operations.lower_attendance(learning_set, NOTHING, by=amara, at=NOON)

    with pytest.raises(NotDoneError, match="ONLY_LOWER"):
        operations.lower_attendance(learning_set, COUNTS, by=amara, at=NOON)


def test_who_facilitates_from_outside_does_not_lower_it(learning_set):
    guest = a_person("Tomasz Wren")
    is_in(learning_set, guest, belonging=Belonging.FACILITATOR, is_facilitator=True)

    with pytest.raises(NotDoneError, match="NOT_YOURS_TO_DO"):
        operations.lower_attendance(learning_set, NOTHING, by=guest, at=NOON)
    assert "Let it learn" not in signed_in(guest).get(contract(learning_set)).text


class TestTheWordsOfAProgramme:
    def test_they_keep_its_pace_and_say_what_it_learns(self):
        programme = a_programme(every_weeks=3, meetings=8)

        words = template.programme_words(programme)

        assert "about every 3 weeks, 8 times" in words
        assert "how many of us came, and nothing else" in words
        assert "We report nothing about our meetings to anyone." not in words

    def test_across_organisations_they_add_joint_confidentiality(self):
        programme = a_programme()
        alone = template.programme_words(programme)
        a_partner(programme)

        words = template.programme_words(programme)

        assert "jointly" not in alone
        assert "jointly" in words
        assert "prices, margins, bids, customers or wages" in words
        assert "may withdraw its people" in words

    def test_what_binds_stays_whatever_else_is_worded(self):
        programme = a_programme(
            contract_words="We eat together first.", attendance=NOTHING
        )

        points = template.programme_words(programme).split("\n\n")

        assert points[0] == "We eat together first."
        assert "not who came" in points[1]
