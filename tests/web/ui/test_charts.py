"""Pictures of figures lie where they should, and say in words what they show."""

from collections.abc import Callable
from typing import Any

import pytest

from askwell.web.ui import charts
from askwell.web.ui.charts import Bar, Part, Point, Series, Tick, band, bar, bars, spark
from askwell.web.ui.charts.scale import scale

Draw = Callable[..., Any]


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def rows(drawn: Any) -> list[list[str]]:
    return [[text(cell) for cell in row] for row in drawn.xpath(".//tr")]


def course(*values: float | None, name: str = "came") -> Series:
    points = (
        Point(f"Q{n}", value, "withheld" if value is None else f"{value:g}")
        for n, value in enumerate(values, start=1)
    )
    return Series(name, tuple(points))


def line(*series: Series, **more: Any) -> Any:
    told: dict[str, Any] = {"title": "Who came", "says": "More came.", "over": "When"}
    return charts.line(series, **(told | more))


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([3, 61], (0, 25, 50, 75)),
        ([0.2, 0.75], (0, 0.25, 0.5, 0.75)),
        ([-0.5, 0.5], (-0.5, 0, 0.5)),
        ([0], (0, 0.5)),
        ([], (0, 0.5)),
    ],
)
def test_a_scale_runs_in_round_steps_around_all_values(
    values: list[float], steps: tuple[float, ...]
) -> None:
    assert scale(values).steps == steps


def test_a_scale_keeps_the_ends_it_is_given() -> None:
    along = scale([0.8], lowest=0.0, highest=1.0)

    assert (along.share(0.25), along.share(7), along.share(-7)) == (0.25, 1.0, 0.0)


def test_a_course_is_drawn_from_the_floor_to_the_top() -> None:
    drawn = line(course(0, 1), lowest=0, highest=1)

    assert drawn.series[0].strokes == ("32,162 76,26",)


def test_a_course_has_a_gap_where_a_figure_is_withheld() -> None:
    drawn = line(course(1, 2, None, 3, 4))

    assert len(drawn.series[0].strokes) == 2
    assert [each.withheld for each in drawn.names] == [False, False, True, False, False]
    assert drawn.rows[2] == ("Q3", "withheld")


def test_a_single_figure_is_a_mark_without_a_line() -> None:
    drawn = line(course(None, 5, None))

    assert drawn.series[0].strokes == ()
    assert [each.label for each in drawn.series[0].marks] == ["5"]


def test_a_band_runs_around_the_line() -> None:
    points = (Point("a", 1, "1", low=0, high=2), Point("b", 1, "1", low=0, high=2))
    drawn = line(Series("c", points), lowest=0, highest=2)

    assert drawn.series[0].bands == ("32,26 76,26 76,162 32,162",)


def test_of_two_lines_the_lower_one_is_labelled_below() -> None:
    drawn = line(course(4, 4), course(1, 1, name="left"))

    upper, lower = (each.marks[-1] for each in drawn.series)
    assert float(upper.label_y) < float(upper.y)
    assert float(lower.label_y) > float(lower.y)


def test_every_other_name_may_give_way_once_there_are_many() -> None:
    drawn = line(course(*range(7)))

    assert [each.seldom for each in drawn.names] == [False, True] * 3 + [False]


def test_a_line_chart_says_what_it_shows_and_holds_its_table(draw: Draw) -> None:
    drawn = draw("{% line_chart chart %}", chart=line(course(1, None)))

    assert text(drawn.xpath(".//figcaption")[0]) == "More came."
    assert drawn.xpath("string(.//svg[@role='img']/title)") == "Who came"
    assert drawn.xpath("string(.//svg[@role='img']/desc)") == "More came."
    assert rows(drawn) == [["When", "came"], ["Q1", "1"], ["Q2", "withheld"]]


def test_bars_share_one_scale_and_keep_their_order() -> None:
    drawn = bars(
        [bar("b", 10, "10"), bar("a", 40, "40"), bar("c", None, "withheld")],
        title="t",
        says="s",
        over="area",
        parts=["meetings"],
    )

    widths = [[block.width for block in row.blocks] for row in drawn.rows]
    assert [row.name for row in drawn.rows] == ["b", "a", "c"]
    assert widths == [["25%"], ["100%"], []]


def test_parts_of_a_stacked_bar_follow_one_another(draw: Draw) -> None:
    stack = Bar("spring", (Part(1, "1"), Part(3, "3")))
    chart = bars([stack], title="t", says="s", over="when", parts=["done", "dropped"])

    drawn = draw("{% bar_chart chart %}", chart=chart)

    assert drawn.xpath(".//tbody//rect/@x") == ["0%", "25%"]
    assert rows(drawn) == [["when", "done", "dropped"], ["spring", "1", "3"]]


def test_a_value_lies_on_its_scale_with_a_band_around_it() -> None:
    drawn = band(
        1.0,
        title="t",
        says="s",
        said="1.0",
        low=0.5,
        high=1.5,
        ends=(0, 2),
        ticks=[Tick(0, "none"), Tick(2, "twice")],
        rows=[("it", "1.0")],
    )

    assert drawn.mark is not None
    assert (drawn.mark.x, drawn.since, drawn.width) == ("50%", "25%", "50%")
    assert [each.anchor for each in drawn.ticks] == ["start", "end"]


def test_a_scale_without_a_value_stays_empty(draw: Draw) -> None:
    chart = band(
        None, title="t", says="None yet.", said="", ends=(0, 2), ticks=[], rows=[]
    )

    drawn = draw("{% band_chart chart %}", chart=chart)

    assert drawn.xpath(".//circle") == []
    assert text(drawn.xpath(".//figcaption")[0]) == "None yet."


def test_a_spark_skips_what_is_withheld_and_marks_the_last_value() -> None:
    drawn = spark([1, 2, None, 2, 1])

    assert drawn.strokes == ("4,24 26,4", "70,4 92,24")
    assert (drawn.x, drawn.y) == ("92", "24")


def test_a_spark_of_nothing_is_not_drawn(draw: Draw) -> None:
    assert draw("{% spark course %}", course=spark([None])).xpath(".//svg") == []


def test_a_withheld_key_figure_says_why(draw: Draw) -> None:
    drawn = draw('{% key_figure "came" "" note="Too few people." %}')

    assert drawn[0].get("class") == "key-figure withheld"
    assert text(drawn) == "– came Too few people."
