"""What the house says to people."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

TONES = ("info", "done", "warning", "danger")

WORDS = (
    Component(
        "banner",
        "Something to know about the whole page.",
        (
            may("heading", "In a few words."),
            may("kind", "Of what weight.", "info", (*TONES, "offline")),
        ),
        (
            Example(
                "info",
                '{% banner heading="Jonas has joined" %}He sees all that was asked '
                "so far.{% endbanner %}",
            ),
            Example(
                "done",
                '{% banner heading="Your action is kept" kind="done" %}{% endbanner %}',
            ),
            Example(
                "warning",
                '{% banner heading="Ten minutes behind the plan" kind="warning" %}'
                "The second slot would have 32 minutes.{% endbanner %}",
            ),
            Example(
                "danger",
                '{% banner heading="This could not be kept" kind="danger" %}'
                "Your words are still here. Try again in a moment.{% endbanner %}",
            ),
            Example(
                "offline",
                '{% banner heading="The line is lost" kind="offline" %}'
                "Keep writing: what you write is kept and sent once.{% endbanner %}",
            ),
        ),
        has_inside=True,
    ),
    Component(
        "toast",
        "A short word that something has happened. Lives in the toast region.",
        (
            needs("words", "One sentence."),
            may("kind", "Of what weight.", "info", TONES),
        ),
        (
            Example("info", '{% toast "Copied." %}'),
            Example("done", '{% toast "Your question is with Amara." kind="done" %}'),
            Example("warning", '{% toast "Two minutes left." kind="warning" %}'),
            Example("danger", '{% toast "That could not be sent." kind="danger" %}'),
        ),
    ),
    Component(
        "badge",
        "A small label.",
        (
            needs("label", "One to four words."),
            may(
                "kind",
                "Of what weight.",
                "plain",
                ("plain", "accent", "warning", "danger"),
            ),
            may("icon", "A drawing before the label."),
        ),
        (
            Example("plain", '{% badge "Peer consultation, not action learning" %}'),
            Example("accent", '{% badge "In progress" kind="accent" %}'),
            Example(
                "warning", '{% badge "Due tomorrow" kind="warning" icon="clock" %}'
            ),
            Example("danger", '{% badge "Ends on Friday" kind="danger" %}'),
        ),
    ),
    Component(
        "card",
        "A thing among others of its kind.",
        (
            may("heading", "Its name."),
            may("over", "A few words above the name."),
            may("href", "Makes the whole card lead there."),
            may("level", "Of the heading.", "3", ("2", "3", "4")),
            may(
                "tone",
                "Of its ground.",
                "raised",
                ("raised", "sunken", "accent", "line"),
            ),
        ),
        (
            Example(
                "raised",
                '{% card heading="Thursday set" over="Next on 3 June" %}<p>Six people '
                "from four organisations.</p>{% endcard %}",
            ),
            Example(
                "leads somewhere",
                '{% card heading="Thursday set" href="#card" %}'
                "<p>One open action is yours.</p>{% endcard %}",
            ),
            Example(
                "sunken",
                '{% card heading="Private notes" tone="sunken" level="2" %}'
                "<p>Only you can read these.</p>{% endcard %}",
            ),
            Example(
                "accent",
                '{% card heading="You facilitate this time" tone="accent" %}'
                "<p>Askwell gives you the words.</p>{% endcard %}",
            ),
            Example(
                "line",
                '{% card heading="Last time" tone="line" level="4" %}'
                "<p>Three actions.</p>"
                "{% endcard %}",
            ),
        ),
        has_inside=True,
    ),
    Component(
        "step_list",
        "What to do in which order, and how far it has come.",
        (needs("steps", "Each with title, words and state (past, now or next)."),),
        (Example("steps", "{% step_list steps %}"),),
    ),
    Component(
        "definitions",
        "Names and values in two columns.",
        (
            needs("rows", "Pairs of a name and a value."),
            may("label", "What they describe, for those who listen."),
        ),
        (Example("table", '{% definitions facts label="This meeting" %}'),),
    ),
    Component(
        "empty_state",
        "Nothing here yet, and what would change that.",
        (
            needs("heading", "What is not here."),
            may("words", "What will be, or how it comes about."),
            may("icon", "A drawing above.", "ring"),
            may("level", "1 makes it the heading of the page.", "", ("", "1")),
        ),
        (
            Example(
                "empty",
                '{% empty_state "No questions yet" '
                'words="They appear here as they are asked." %}{% endempty_state %}',
            ),
            Example(
                "with an act",
                '{% empty_state "You are in no set yet" words="Gather four to seven '
                'people who do not answer to one another." %}'
                '{% button "Found a set" kind="primary" %}{% endempty_state %}',
            ),
            Example(
                "as the page",
                '{% empty_state "There is nothing here" level="1" icon="lock" '
                'words="It may belong to a set you are not in." %}{% endempty_state %}',
            ),
        ),
        has_inside=True,
    ),
)
