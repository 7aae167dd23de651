"""Who turns to whom is drawn between areas, from frozen figures, and never by name."""

import pytest

from askwell.insight.periods import Quarter
from askwell.web.dashboards.screens.network import Network, drawn
from askwell.web.releasing.queries import course_of
from factories import a_programme, a_snapshot

pytestmark = pytest.mark.django_db
THEN, NOW = Quarter(2025, 2), Quarter(2026, 1)
LABS, WARDS, OFFICE = "Labs|Labs", "Wards|Wards", "Office|Office"
BEFORE = {LABS: 8.0, WARDS: 6.0, OFFICE: "few", "Labs|Wards": 2.0, "Labs|Office": 0.0}
AFTER = {LABS: 8.0, WARDS: 6.0, OFFICE: 4.0, "Labs|Wards": 8.0, "Labs|Office": 3.0}


@pytest.fixture
def network() -> Network:
    programme = a_programme()
    a_snapshot(programme, THEN, ties=BEFORE | {"Office|Wards": "telling"})
    a_snapshot(programme, NOW, ties=AFTER | {"Office|Wards": "telling"})
    found = drawn(course_of(programme, ["ties"]))
    assert found
    return found


def test_without_a_figure_of_ties_there_is_no_picture():
    assert drawn(course_of(a_programme(), ["ties"])) is None


def test_then_and_now_stand_beside_each_other(network):
    assert [each.name for each in network.moments] == [
        "Quarter 2 of 2025",
        "Quarter 1 of 2026",
    ]
    assert network.names == ("Labs", "Office", "Wards")


def test_areas_stand_in_the_same_places_both_times(network):
    before, after = (
        [(each.number, each.x, each.y) for each in moment.nodes]
        for moment in network.moments
    )

    assert before == after


def test_the_most_ties_are_the_widest_line_and_none_is_no_line(network):
    before, after = (
        [each.width for each in moment.lines if not each.is_withheld]
        for moment in network.moments
    )

    assert before == ["3.62"]
    assert after == ["4.69", "10"]


def test_what_is_withheld_is_dotted_and_always_looks_the_same(network):
    dotted = [
        each.width
        for moment in network.moments
        for each in moment.lines
        if each.is_withheld
    ]

    assert dotted == ["1.5", "1.5"]
    assert network.withholds


def test_the_sentence_compares_what_is_shown_both_times(network):
    assert network.sentence == (
        "People turn to other areas more than they did at the start."
    )


def test_the_table_says_the_same_and_why_something_is_withheld(network):
    rows = {each.name: each.said for each in network.rows}

    assert rows["Labs – Wards"] == ("2.0", "8.0")
    assert rows["inside Office"] == ("not shown: too few people or sets", "4.0")
    assert len(rows) == 6


def test_one_quarter_alone_is_one_picture():
    programme = a_programme()
    a_snapshot(programme, NOW, ties=AFTER)

    network = drawn(course_of(programme, ["ties"]))

    assert network
    assert len(network.moments) == 1
    assert network.sentence == "People turn to one another between 2 pairs of areas."


def test_too_many_areas_to_tell_lines_apart_are_a_table_alone():
    programme = a_programme()
    a_snapshot(programme, NOW, ties={f"Area {n}|Area {n}": 1.0 for n in range(13)})

    network = drawn(course_of(programme, ["ties"]))

    assert network
    assert (network.is_drawn, len(network.rows)) == (False, 13)
