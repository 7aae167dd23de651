"""Figures, in pictures and beside them in words."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

CHARTS = (
    Component(
        "key_figure",
        "One number, what it is of, and what to know of it. Three at most in a row.",
        (
            needs("label", "What it is of."),
            needs("value", "The number in words; nothing where it is withheld."),
            may("note", "Of what it speaks, or why it is withheld."),
            may("href", "Where it is explained."),
            may("course", "How it went: a spark."),
        ),
        (
            Example(
                "in a row",
                '<div class="key-figures">'
                '{% key_figure "took part, of those who could" "83 %" '
                'note="at least 140 people in 24 sets" href="#key_figure" '
                "course=spark %}"
                '{% key_figure "meetings held" "61" %}'
                '{% key_figure "felt safe to speak" "" '
                'note="Withheld: too few people or sets." %}</div>',
            ),
        ),
    ),
    Component(
        "line_chart",
        "A course over quarters or meetings, with its sentence and its table.",
        (needs("chart", "What `charts.line` gave."),),
        (
            Example("one line with a band and a gap", "{% line_chart one_line %}"),
            Example("two lines", "{% line_chart two_lines %}"),
        ),
    ),
    Component(
        "bar_chart",
        "A few categories side by side; the table is the picture.",
        (needs("chart", "What `charts.bars` gave."),),
        (
            Example("bars", "{% bar_chart simple_bars %}"),
            Example("stacked", "{% bar_chart stacked_bars %}"),
        ),
    ),
    Component(
        "band_chart",
        "One value on its scale, and how sure it is.",
        (needs("chart", "What `charts.band` gave."),),
        (
            Example("a value and its band", "{% band_chart value_band %}"),
            Example("nothing to show", "{% band_chart empty_band %}"),
        ),
    ),
    Component(
        "spark",
        "A course so small that it stands beside a number.",
        (needs("course", "What `charts.spark` gave."),),
        (Example("a course", "{% spark spark %}"),),
    ),
)
