"""What has changed from one list of points to another."""

from hypothesis import given
from hypothesis import strategies as some

from askwell.web.programmes.points import How, changes, points_of, words_of


def drawn(before, after):
    """Each change with its pieces marked: +added+, -removed-."""
    marks = {How.SAME: "", How.ADDED: "+", How.REMOVED: "-"}
    return [
        "".join(f"{marks[p.how]}{p.words}{marks[p.how]}" for p in change.pieces)
        for change in changes(before, after)
    ]


def test_the_same_points_have_not_changed():
    assert drawn(["Phones off."], ["Phones off."]) == ["Phones off."]


def test_a_word_that_was_replaced_is_struck_out_before_the_new_one():
    before, after = ["We begin on time."], ["We begin on Tuesday."]

    assert drawn(before, after) == ["We begin on -time-+Tuesday+."]


def test_a_new_point_stands_where_it_was_put():
    before, after = ["One.", "Two."], ["One.", "Quite another.", "Two."]

    assert drawn(before, after) == ["One.", "+Quite another.+", "Two."]


def test_points_with_little_in_common_are_two_points():
    before, after = ["Phones are off."], ["Nobody reports anything to anyone outside."]

    assert drawn(before, after) == [
        "-Phones are off.-",
        "+Nobody reports anything to anyone outside.+",
    ]


def test_a_point_taken_out_is_still_shown():
    assert drawn(["One.", "Two."], ["Two."]) == ["-One.-", "Two."]


lines = some.text("abc '.,", min_size=1, max_size=12).map(str.strip).filter(bool)
lists = some.lists(lines, max_size=6)


@given(before=lists, after=lists)
def test_nothing_is_lost_and_nothing_invented(before, after):
    found = changes(before, after)

    def told(left_out):
        points = (
            "".join(piece.words for piece in change.pieces if piece.how != left_out)
            for change in found
        )
        return [point for point in points if point]

    assert told(How.REMOVED) == after
    assert told(How.ADDED) == before


@given(points=lists)
def test_points_are_read_as_they_were_kept(points):
    assert points_of(words_of(points)) == points
