"""What frames a page."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

PAGES = (
    Component(
        "breadcrumbs",
        "The way here.",
        (
            needs("crumbs", "Pairs of a name and a path, from the outermost inwards."),
            may("label", "For those who listen; else “The way here”."),
        ),
        (Example("breadcrumbs", '{% breadcrumbs crumbs label="The way" %}'),),
    ),
    Component(
        "page_header",
        "The name of the page, one sentence, and one next step inside.",
        (
            needs("title", "The name of the page."),
            may("lead", "One sentence about it."),
            may("over", "A few words above the name."),
            may("over_href", "Where those words lead."),
            may("crumbs", "The way here: pairs of a name and a path.", ()),
        ),
        (
            Example(
                "with a next step",
                '{% page_header "Thursday set" over="Meeting 4 of 8" '
                'lead="Six people from four organisations, meeting every third week." '
                'crumbs=crumbs %}{% button "Enter the room" kind="primary" %}'
                "{% endpage_header %}",
            ),
        ),
        has_inside=True,
    ),
)
