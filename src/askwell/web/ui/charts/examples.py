"""The pictures that the catalogue shows."""

from askwell.web.ui.charts.band import Tick, band
from askwell.web.ui.charts.bars import Bar, Part, bar, bars
from askwell.web.ui.charts.line import Point, Series, line
from askwell.web.ui.charts.spark import spark

QUARTERS = (
    ("Q1", "2029"),
    ("Q2", "2029"),
    ("Q3", "2029"),
    ("Q4", "2029"),
    ("Q1", "2030"),
    ("Q2", "2030"),
    ("Q3", "2030"),
)
ATTENDED = (0.71, 0.76, None, 0.8, 0.79, 0.83, 0.85)
AROUND = 0.04
FEW = "withheld: too few people or sets"


def _percent(value: float | None) -> str:
    return FEW if value is None else f"{value:.0%}"


def _attended(number: int, value: float | None) -> Point:
    short, under = QUARTERS[number]
    return Point(
        name=f"{short} {under}",
        value=value,
        said=_percent(value),
        short=short,
        under=under,
        low=None if value is None else value - AROUND,
        high=None if value is None else value + AROUND,
    )


def _counted(name: str, *values: int) -> Series:
    days = ("3 Mar", "7 Apr", "5 May", "9 Jun")
    points = (
        Point(day, value, str(value)) for day, value in zip(days, values, strict=True)
    )
    return Series(name, tuple(points))


ONE_LINE = line(
    [
        Series(
            "came",
            tuple(_attended(number, each) for number, each in enumerate(ATTENDED)),
        )
    ],
    title="Who came, of those who could",
    says="More came from quarter to quarter: 85 % in the last one, 71 % in the first.",
    over="Quarter",
    written="{:.0%}".format,
    lowest=0.0,
    highest=1.0,
    goal=0.75,
    goal_says="hoped for",
)
TWO_LINES = line(
    [_counted("open questions", 9, 12, 14, 17), _counted("closed ones", 8, 7, 7, 4)],
    title="Questions, meeting by meeting",
    says="Open questions grew from 9 to 17 a meeting, closed ones fell from 8 to 4.",
    over="Meeting",
)
SIMPLE_BARS = bars(
    [
        bar("Operations", 34, "34"),
        bar("Finance and people", 21, "21"),
        bar("Research", None, "withheld"),
    ],
    title="Meetings by area",
    says="Operations held 34 meetings, finance and people 21.",
    over="Area",
    parts=["meetings"],
)
STACKED_BARS = bars(
    [
        Bar("Spring", (Part(12, "12"), Part(6, "6"), Part(3, "3"))),
        Bar("Autumn", (Part(15, "15"), Part(9, "9"), Part(2, "2"))),
    ],
    title="How actions ended",
    says="In autumn 15 of 26 actions were done, in spring 12 of 21.",
    over="Season",
    parts=["done", "partly", "dropped"],
)
VALUE_BAND = band(
    0.75,
    title="Learning against change",
    says="For every four changes noticed, three have been learned from.",
    said="0.75",
    low=0.4,
    high=1.1,
    ends=(0.0, 2.0),
    ticks=[
        Tick(0.0, "nothing learned"),
        Tick(1.0, "as fast as change"),
        Tick(2.0, "twice"),
    ],
    rows=[("learning over change", "0.75"), ("at least", "0.4"), ("at most", "1.1")],
)
EMPTY_BAND = band(
    None,
    title="Learning against change",
    says="There is no figure yet: no change was noted in this quarter.",
    said="",
    ends=(0.0, 2.0),
    ticks=[Tick(0.0, "nothing learned"), Tick(1.0, "as fast as change")],
    rows=[("learning over change", "nothing to count")],
)
SPARK = spark(ATTENDED)

EXAMPLES = {
    "one_line": ONE_LINE,
    "two_lines": TWO_LINES,
    "simple_bars": SIMPLE_BARS,
    "stacked_bars": STACKED_BARS,
    "value_band": VALUE_BAND,
    "empty_band": EMPTY_BAND,
    "spark": SPARK,
}
