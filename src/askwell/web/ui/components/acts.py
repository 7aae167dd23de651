"""What a person can press, choose and fill in."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

BUTTON_KINDS = ("quiet", "primary", "danger", "plain")

ACTS = (
    Component(
        "button",
        "One thing to do. A page has at most one primary button.",
        (
            needs("label", "What happens when it is pressed."),
            may("kind", "How much it asks for attention.", "quiet", BUTTON_KINDS),
            may("href", "Makes it a link that looks like a button."),
            may("type", "Of the button element.", "submit", ("submit", "button")),
            may("name", "Sent with the form."),
            may("value", "Sent with the form."),
            may("form", "The id of a form elsewhere on the page."),
            may("icon", "A drawing before the label."),
            may("bare", "Shows the icon alone; the label is still read out.", False),
            may("wide", "Takes the whole width.", False),
            may("small", "Among many of its kind; still large enough to hit.", False),
            may("busy", "Work is under way.", False),
            may("disabled", "Cannot be pressed now; say why beside it.", False),
        ),
        (
            Example("primary", '{% button "Begin the meeting" kind="primary" %}'),
            Example("quiet", '{% button "Save for later" %}'),
            Example("plain", '{% button "Not now" kind="plain" %}'),
            Example("danger", '{% button "Leave this set" kind="danger" %}'),
            Example("link", '{% button "See the set" href="#button" %}'),
            Example(
                "with icon", '{% button "Next phase" icon="next" kind="primary" %}'
            ),
            Example("bare", '{% button "Undo the last step" icon="undo" bare=True %}'),
            Example("busy", '{% button "Sending" kind="primary" busy=True %}'),
            Example("disabled", '{% button "Begin the meeting" disabled=True %}'),
            Example("small", '{% button "Show the plan" small=True %}'),
            Example(
                "sends nothing by itself", '{% button "Show more" type="button" %}'
            ),
            Example("wide", '{% button "Step in" kind="primary" wide=True %}'),
        ),
    ),
    Component(
        "act",
        "A form of a single button: press once, and it is done.",
        (
            needs("label", "What happens when it is pressed."),
            needs("action", "Where the form is posted."),
            may("fields", "Hidden values: a mapping.", None),
            may("token", "Makes pressing twice harmless."),
            may("kind", "As for a button.", "quiet", BUTTON_KINDS),
            may("icon", "A drawing before the label."),
            may("bare", "Shows the icon alone.", False),
            may("pressed", "True or False makes it a switch.", None),
            may("wide", "Takes the whole width.", False),
            may("small", "Among many of its kind; still large enough to hit.", False),
            may("disabled", "Cannot be pressed now.", False),
        ),
        (
            Example(
                "act",
                '{% act "Raise my hand" action="#act" icon="hand" token="t1" %}',
            ),
            Example(
                "pressed",
                '{% act "Star" action="#act" icon="star" pressed=True fields=one %}',
            ),
            Example(
                "not pressed",
                '{% act "Star" action="#act" icon="star" pressed=False %}',
            ),
            Example(
                "bare",
                '{% act "Set aside" action="#act" icon="aside" bare=True %}',
            ),
            Example(
                "kinds",
                '{% act "Move on" action="#act" kind="primary" icon="next" %} '
                '{% act "Later" action="#act" kind="plain" %} '
                '{% act "Stop the slot" action="#act" kind="danger" %}',
            ),
            Example(
                "disabled", '{% act "Lower my hand" action="#act" disabled=True %}'
            ),
        ),
    ),
    Component(
        "field",
        "One field with its label, help and faults. A whole form draws itself so.",
        (
            needs("field", "The bound field."),
            may("counts", "Shows how many letters are left.", False),
        ),
        (
            Example("text", "{% field form.name %}"),
            Example("help", "{% field form.email %}"),
            Example("textarea", "{% field form.words counts=True %}"),
            Example("select", "{% field form.format %}"),
            Example("radio cards", "{% field form.place %}"),
            Example("checkbox", "{% field form.agree %}"),
            Example("several", "{% field form.days %}"),
            Example("fault", "{% field faulty.email %}"),
            Example("fault in a choice", "{% field faulty.place %}"),
            Example("disabled", "{% field faulty.fixed %}"),
        ),
    ),
    Component(
        "menu",
        "Further acts behind one button. Opens without JavaScript.",
        (
            needs("label", "What is inside."),
            may("icon", "A drawing before the label."),
            may("bare", "Shows the icon alone.", False),
            may("side", "Which edge it opens from.", "start", ("start", "end")),
            may("up", "Opens upwards, at the foot of a screen.", False),
            may("open", "It is open from the first.", False),
        ),
        (
            Example(
                "menu",
                '{% menu "More" %}{% button "Pause" kind="plain" icon="pause" %}'
                '{% button "Skip this phase" kind="plain" %}{% endmenu %}',
            ),
            Example(
                "open",
                '{% menu "More" open=True %}'
                '{% button "Pause" kind="plain" icon="pause" %}'
                '{% button "Skip this phase" kind="plain" icon="next" %}{% endmenu %}',
            ),
            Example(
                "bare",
                '{% menu "More" icon="more" bare=True side="end" %}'
                '{% button "Pause" kind="plain" %}{% endmenu %}',
            ),
        ),
        has_inside=True,
    ),
    Component(
        "dialog",
        "A question before something happens; a page of its own without JavaScript.",
        (
            needs("name", "Its id on the page."),
            needs("opener", "The label of the button that opens it."),
            needs("heading", "The question."),
            may("kind", "Of the opening button.", "quiet", BUTTON_KINDS),
            may("icon", "Of the opening button."),
            may("bare", "The opener shows its icon alone.", False),
            may("dismiss", "The label that closes it.", "Not now"),
            may("open", "It is open from the first.", False),
        ),
        (
            Example(
                "dialog",
                '{% dialog name="close-meeting" opener="Close the meeting" '
                'heading="Close the meeting?" %}<p>Everyone keeps their own page. '
                "You can reopen within ten minutes.</p>"
                '{% button "Close it" kind="primary" %}{% enddialog %}',
            ),
            Example(
                "openers",
                '{% dialog name="d1" kind="primary" opener="Begin" '
                'heading="Begin now?" %}<p>Five of six are here.</p>{% enddialog %} '
                '{% dialog name="d2" kind="plain" opener="Hand over" icon="people" '
                'heading="Hand over to whom?" %}<p>They must accept.</p>'
                "{% enddialog %}",
            ),
            Example(
                "open",
                '{% dialog name="leave-set" opener="Leave this set" open=True '
                'heading="Leave the Thursday set?" kind="danger" dismiss="Stay" %}'
                "<p>The others will be told. Your words go with you: you can have "
                "them destroyed.</p>"
                '{% button "Leave" kind="danger" %}{% enddialog %}',
            ),
        ),
        has_inside=True,
    ),
    Component(
        "copy_field",
        "An address or code to pass on, with a button that copies it.",
        (
            needs("label", "What it is."),
            needs("value", "What is copied."),
            may("help", "What it is good for."),
            may("rows", "How many lines a whole text shows.", 0),
        ),
        (
            Example(
                "copy field",
                '{% copy_field "Invitation link" '
                '"https://askwell.example/join/river-stone-lamp" '
                'help="Works once, for seven days." %}',
            ),
            Example(
                "whole text",
                '{% copy_field "What to write" "Would you think with us for an hour '
                'a month? Nobody will give you advice." rows=3 %}',
            ),
        ),
    ),
)
