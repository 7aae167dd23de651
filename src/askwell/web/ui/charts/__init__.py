"""Pictures of figures, worked out on the server: places and words, no more.

A page hands in what was counted and one sentence that says what it shows. What comes
back is drawn by the component of the same name: `{% line_chart chart %}`.
"""

from askwell.web.ui.charts.band import Band, Tick, band
from askwell.web.ui.charts.bars import Bar, Bars, Part, bar, bars
from askwell.web.ui.charts.line import Line, Point, Series, line
from askwell.web.ui.charts.spark import Spark, spark

__all__ = [
    "Band",
    "Bar",
    "Bars",
    "Line",
    "Part",
    "Point",
    "Series",
    "Spark",
    "Tick",
    "band",
    "bar",
    "bars",
    "line",
    "spark",
]
