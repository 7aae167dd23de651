"""Who is here, and what they are doing."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

PEOPLE = (
    Component(
        "person",
        "One person: initials in their colour, name, and what they are doing.",
        (
            needs("name", "As they call themselves."),
            may("role", "In the meeting or the set."),
            may("present", "True or False shows whether they are here.", None),
            may("speaking", "They have the turn.", False),
            may("hand", "They wish to speak; a number tells their place.", False),
            may("me", "Marks the reader.", False),
            may("size", "Of the whole.", "small", ("small", "large", "dot")),
        ),
        (
            Example("plain", '{% person "Amara Okafor" %}'),
            Example("role", '{% person "Jonas Lindqvist" role="Facilitator" %}'),
            Example("present", '{% person "Mei-Ling Tan" present=True %}'),
            Example("away", '{% person "Rashid Haddad" present=False %}'),
            Example("speaking", '{% person "Sofía Marín" speaking=True %}'),
            Example("hand raised", '{% person "Tomasz Zieliński" hand=2 %}'),
            Example("me", '{% person "Priya Raman" me=True %}'),
            Example(
                "large", '{% person "Amara Okafor" role="Presenter" size="large" %}'
            ),
            Example("dot", '{% person "Amara Okafor" size="dot" %}'),
        ),
    ),
    Component(
        "people",
        "Several people in a row.",
        (
            needs(
                "people",
                "Each with name and, if known, role, present, speaking, hand, me.",
            ),
            may("label", "Who they are, for those who listen."),
            may("stacked", "Initials only, overlapping.", False),
        ),
        (
            Example("row", '{% people people label="In the room" %}'),
            Example("stacked", '{% people people label="Members" stacked=True %}'),
        ),
    ),
)
