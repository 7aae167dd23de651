"""Wishes: one file each, and enough is said of each to be measured."""

from pathlib import Path

from askwell.composer import wishes
from askwell.composer.brief import USUAL_WEIGHTS, Brief, Person
from askwell.composer.wishes import MIXED, PARTS, WISHES, Alike, Apart, Poorest


def test_each_wish_has_a_file_of_its_name():
    folder = Path(wishes.__file__).parent
    files = {each.stem for each in folder.glob("*.py")} - {"__init__", "shapes"}

    assert files == {wish.name for wish in WISHES}


def test_each_wish_has_a_usual_weight():
    assert [wish.name for wish in WISHES] == list(USUAL_WEIGHTS)


def test_each_wish_asks_a_question():
    assert [wish.name for wish in WISHES if not wish.question.endswith("?")] == []


def test_mixed_wishes_come_first_then_one_of_each_other_shape():
    assert WISHES[: len(MIXED)] == MIXED
    assert [type(wish) for wish in WISHES[len(MIXED) :]] == [Alike, Apart, Poorest]


def test_a_set_is_measured_by_everything_but_fairness():
    assert (*PARTS, "fairness") == tuple(wish.name for wish in WISHES)


def test_wishes_know_where_to_look():
    somebody = Person("anna", "council", "sales", 3, "leeds", challenge=(1.0, 2.0))
    groups = (frozenset({"anna", "ben"}),)
    of = Brief(people=(somebody,), earlier=groups)

    assert [wish.of(somebody) for wish in MIXED] == [3, "sales", "council", "leeds"]
    assert wishes.CHALLENGE.of(somebody) == (1.0, 2.0)
    assert tuple(wishes.NOVELTY.groups(of)) == groups
