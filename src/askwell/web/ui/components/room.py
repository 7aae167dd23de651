"""What a meeting is made of."""

from askwell.web.ui.components.declaration import Component, Example, may, needs

ROOM = (
    Component(
        "phase_ribbon",
        "Where we are in the meeting, and what comes next.",
        (
            needs("phases", "Each with name, state (past, now or next) and minutes."),
            may("label", "What it is the course of.", "The course of the meeting"),
        ),
        (
            Example("in the middle", "{% phase_ribbon phases %}"),
            Example("at the beginning", "{% phase_ribbon first_phases %}"),
            Example("many phases", "{% phase_ribbon many_phases %}"),
        ),
    ),
    Component(
        "timer",
        "The time left, calmly. Server instants; it warns and never cuts off.",
        (
            needs("ends_at", "When the time is up."),
            needs("now", "The server's instant of drawing."),
            may("minutes", "How long the whole is, for the ring.", 0),
            may("paused", "The clock stands still.", False),
            may("label", "Of what.", ""),
        ),
        (
            Example("time left", "{% timer ends_at=soon now=now minutes=20 %}"),
            Example("last minute", "{% timer ends_at=at_once now=now minutes=20 %}"),
            Example("over", "{% timer ends_at=over now=now minutes=20 %}"),
            Example(
                "paused", "{% timer ends_at=soon now=now minutes=20 paused=True %}"
            ),
            Example(
                "labelled",
                '{% timer ends_at=later now=now minutes=90 label="Whole meeting" %}',
            ),
        ),
    ),
    Component(
        "now_card",
        "The one thing asked of the reader now, in plain words.",
        (
            needs("asked", "What to do."),
            may("why", "Why, or how."),
            may("quiet", "Nothing is asked: listen, or be silent.", False),
            may("label", "For those who listen; else “Asked of you now”."),
        ),
        (
            Example(
                "asked",
                '{% now_card "Ask one question that would help Amara think afresh." '
                'why="Short is best. Begin with what or how." %}'
                '{% button "Write a question" kind="primary" %}{% endnow_card %}',
            ),
            Example(
                "silence",
                '{% now_card "A minute of silence." quiet=True label="Silence" '
                'why="Stay with the question that struck you." %}{% endnow_card %}',
            ),
        ),
        has_inside=True,
    ),
    Component(
        "prompt",
        "Words to say aloud.",
        (
            needs("words", "The sentence itself."),
            may("to", "Who says it, or to whom."),
        ),
        (
            Example(
                "prompt",
                '{% prompt "What question would help them think afresh?" '
                'to="Say to the set" %}',
            ),
        ),
    ),
    Component(
        "contribution",
        "A question, an answer, an experience; with what may be done with it inside.",
        (
            needs("kind", "The name of its kind."),
            needs(
                "words", "What was said; nothing when only that it was said is kept."
            ),
            may("author", "Whose it is; nothing where it is kept anonymous."),
            may("at", "When, in words."),
            may("starred", "It shifted the presenter's thinking.", False),
            may("aside", "The presenter set it aside.", False),
            may("fresh", "It has just arrived.", False),
            may("mine", "The reader wrote it.", False),
        ),
        (
            Example(
                "question",
                '{% contribution kind="Open question" author="Mei-Ling Tan" '
                'words="What would you do if nobody had to be pleased?" %}'
                '{% act "Star" action="#" icon="star" pressed=False kind="plain" %}'
                '{% act "Set aside" action="#" icon="aside" kind="plain" %}'
                "{% endcontribution %}",
            ),
            Example(
                "starred",
                '{% contribution kind="Open question" author="Jonas Lindqvist" '
                'words="Who already knows how this ends?" starred=True %}'
                '{% act "Star" action="#" icon="star" pressed=True kind="plain" %}'
                "{% endcontribution %}",
            ),
            Example(
                "set aside",
                '{% contribution kind="Clarifying question" author="Rashid Haddad" '
                'words="Which team does Lena report to?" aside=True %}'
                "{% endcontribution %}",
            ),
            Example(
                "spoken, not written",
                '{% contribution kind="Open question" author="Sofía Marín" words="" %}'
                "{% endcontribution %}",
            ),
            Example(
                "mine, fresh",
                '{% contribution kind="Experience" author="Priya Raman" mine=True '
                'words="I once kept a supplier a year too long." fresh=True %}'
                "{% endcontribution %}",
            ),
        ),
        has_inside=True,
    ),
    Component(
        "speaking_box",
        "Where a member writes what they say. Unsent words are kept.",
        (
            needs("action", "Where the form is posted."),
            needs("kinds", "Those welcome now: each with name, label and help."),
            may("token", "Makes sending twice harmless."),
            may("chosen", "The name of the kind chosen."),
            may("words", "Kept from an earlier try."),
            may("label", "Of the box.", "Your words"),
            may("help", "What fits here."),
            may("send", "Of the button.", "Send"),
            may("refusal", "Why it was not taken, and what to do."),
            may("not_now", "Why other kinds must wait."),
            may("fields", "Hidden values: a mapping.", None),
        ),
        (
            Example(
                "empty",
                '{% speaking_box action="#" kinds=kinds label="Your question" '
                'help="Short is best." send="Ask" token="t2" '
                'not_now="Experiences come after the silence." %}{% endspeaking_box %}',
            ),
            Example(
                "refused",
                '{% speaking_box action="#" kinds=one_kind label="Your question" '
                'words="You should talk to her." send="Ask" token="t3" refusal='
                '"This is advice. Which question lies behind it?" %}'
                "{% endspeaking_box %}",
            ),
        ),
        has_inside=True,
    ),
    Component(
        "coach_line",
        "What the coach says of a draft, to its author alone. Nothing when it is good.",
        (
            may("state", "What it shows.", "", ("", "hint", "taken", "silenced")),
            may("words", "The hint, in one sentence."),
            may("rewrites", "Questions to take instead, at most two.", ()),
        ),
        (
            Example("nothing to say", "{% coach_line %}"),
            Example(
                "a hint",
                '{% coach_line state="hint" words="This could be heard as advice. '
                'What question is behind it?" rewrites=rewrites %}',
            ),
            Example(
                "a hint, and no question to take",
                '{% coach_line state="hint" words="This could be heard as advice. '
                'What question is behind it?" %}',
            ),
            Example(
                "taken",
                '{% coach_line state="taken" words="Taken. Change it as you like." %}',
            ),
            Example(
                "dismissed for the meeting",
                '{% coach_line state="silenced" '
                'words="No more hints in this meeting." %}',
            ),
        ),
    ),
    Component(
        "qr_panel",
        "How to join from a phone: a square to scan and a code to type.",
        (
            needs("address", "What the square holds."),
            needs("code", "The short code."),
            may("heading", "Above it.", "Join from your phone"),
            may("site", "Where the code is typed."),
        ),
        (
            Example(
                "panel",
                '{% qr_panel address="https://askwell.example/j/K7QM" code="K7QM" '
                'site="askwell.example/j" %}',
            ),
        ),
    ),
)
