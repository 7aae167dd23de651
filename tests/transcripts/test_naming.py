"""Speakers get other names, or none, also inside of what was said."""

import pytest

from askwell.transcripts import weigh, who
from askwell.transcripts.naming import Disguise, letters
from transcripts.written import read, sample

TALK = (
    "Amara Okafor: Will, what would okafor do? And Will again?\n"
    "Will Smith: I will ask Amara, amara's sister, and Jose.\n"
    "José Abel: Sue, Amaral and Abel's.\n"
)


def test_new_names_stand_for_the_old_ones_in_what_was_said_too():
    report = weigh(read(TALK, "m.txt"), names={"Amara": "Dr Nia"})

    assert {person.name for person in report.people} == {
        "Dr Nia",
        "Will Smith",
        "José Abel",
    }
    assert {speech.begins for speech in report.speeches} == {
        "Will, what would Dr Nia do? And Will again?",
        "I will ask Dr Nia, Dr Nia's sister, and Jose.",
        "Sue, Amaral and Abel's.",
    }


def test_two_with_the_same_new_name_are_one():
    report = weigh(
        read("Dev: One.\nDev (phone): Two.\nBen: Three.\n", "m.txt"),
        names={"Dev (phone)": "Dev"},
    )

    assert {person.name: person.turns for person in report.people} == {
        "Dev": 1,
        "Ben": 1,
    }


def test_without_names_nobody_is_named_anywhere():
    report = weigh(read(TALK, "Amara Okafor.txt"), anonymous=True)

    assert report.name == "Member A.txt"
    assert [part.name for part in report.cast] == ["Member A", "Member B", "Member C"]
    assert {speech.begins for speech in report.speeches} == {
        "Member B, what would Member A do? And Member B again?",
        "I will ask Member A, Member A's sister, and Member C.",
        "Sue, Amaral and Member C's.",
    }


def test_a_name_of_two_people_is_someone():
    disguise = Disguise([("Amara Li", "Member A"), ("Ben Li", "Member B")])

    assert disguise.of("Li asked Ben Li.") == "someone asked Member B."


def test_names_in_scripts_without_spaces_are_found():
    disguise = Disguise([("田中", "Member A")])

    assert disguise.of("田中さんは") == "Member Aさんは"


def test_there_are_letters_for_everybody():
    shown = list(letters(str(number) for number in range(28)).values())

    assert (shown[0], shown[25], shown[26]) == ("Member A", "Member Z", "Member AA")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Hannah Okoro", "Hannah Okoro"),
        ("hannah", "Hannah Okoro"),
        ("Han", None),
        ("Dev", None),
        ("Dev R", None),
        ("", None),
    ],
)
def test_a_first_name_will_do_where_only_one_has_it(name, meant):
    assert who(name, ["Hannah Okoro", "Dev Raman", "Dev Shah"]) == meant


def test_anonymous_words_are_those_of_the_sample_without_names():
    report = weigh(sample("contact_centre.teams.vtt"), anonymous=True)

    assert report.speeches[0].begins.startswith("Thanks, Member A. So I run")
