"""A reflecting team: the presenter listens while the others think in turn."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.process.formats.phases import (
    ADVICE,
    DISTRESS,
    LEARNING_ROUND,
    PROCESS_REVIEW,
    REPORT_BACKS_IF_ANY,
)
from askwell.process.formats.shape import (
    NOT_ACTION_LEARNING,
    Capture,
    Choice,
    Counting,
    Floor,
    Format,
    Nudge,
    Option,
    Phase,
    Role,
    Script,
)
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    APPRECIATION,
    BID,
    CLARIFYING_QUESTION,
    EXAMPLE,
    EXPERIENCE,
    IDEA,
    LEARNING,
    OFFER,
    STORY,
)
from askwell.process.words import _

PREPARING = Phase(
    name="preparing",
    title=_("Preparing"),
    purpose=_("The set arrives and settles who presents; the presenter thinks ahead."),
    floor=Floor.BIDDERS,
    minutes=5,
    kinds={Role.MEMBER: (BID,)},
    prompts={
        Role.FACILITATOR: _(
            "Welcome; what is said here stays here. Who would like to be reflected "
            "with today, and on what? What would be a good outcome for you?"
        ),
        Role.MEMBER: _("Would you like to present? Say in one line on what."),
    },
    captures=(Capture.ATTENDANCE, Capture.BIDS, Capture.ORDER),
)

PRESENTING = Phase(
    name="presenting",
    title=_("Presenting"),
    purpose=_("Only the presenter speaks."),
    floor=Floor.PRESENTER,
    minutes=5,
    kinds={Role.PRESENTER: (STORY,)},
    prompts={
        Role.FACILITATOR: _("What is going on, and what are your best hopes from us?"),
        Role.PRESENTER: _("Say what is going on, and what you hope for from us."),
        Role.MEMBER: _("Listen for what already works."),
    },
    captures=(Capture.TOPIC, Capture.QUESTION),
    nudges=(DISTRESS,),
)

CLARIFYING = Phase(
    name="clarifying",
    title=_("Clarifying"),
    purpose=_("The team asks for facts, above all about what already helps."),
    floor=Floor.MEMBERS_AND_PRESENTER,
    minutes=8,
    kinds={Role.MEMBER: (CLARIFYING_QUESTION,), Role.PRESENTER: (ANSWER,)},
    prompts={
        Role.FACILITATOR: _(
            "What do we need to know? Ask also for times when it went a little better."
        ),
        Role.PRESENTER: _("Answer briefly. You may pass any question."),
        Role.MEMBER: _("Ask what happened, who helped, and when it went better."),
    },
    captures=(Capture.FACTS, Capture.STARS),
    nudges=(ADVICE,),
)

AFFIRMING = Phase(
    name="affirming",
    title=_("Affirming"),
    purpose=_("Each names a quality they noticed in the presenter."),
    floor=Floor.MEMBERS_ONCE_EACH,
    minutes=3,
    kinds={Role.MEMBER: (APPRECIATION,)},
    prompts={
        Role.FACILITATOR: _(
            "Once each, one after the other: what impresses you about our "
            "presenter in this?"
        ),
        Role.PRESENTER: _("Only listen, even if it is hard not to object."),
        Role.MEMBER: _("Once: name one particular thing you appreciate. No advice."),
    },
)

REFLECTING = Phase(
    name="reflecting",
    title=_("Reflecting"),
    purpose=_("One short thought a turn, in order, while the presenter listens."),
    floor=Floor.MEMBERS_IN_TURN,
    minutes=10,
    kinds={Role.MEMBER: (EXPERIENCE, EXAMPLE, OFFER)},
    prompts={
        Role.FACILITATOR: _(
            "In order, one short thing each, from your own experience and without "
            "advice. You may pass. When all of us pass, we are done."
        ),
        Role.PRESENTER: _("Only listen. Keep what you like; leave the rest."),
        Role.MEMBER: _(
            "One short thing you lived through or saw, or an offer. Or pass."
        ),
    },
    captures=(Capture.OFFERS,),
    nudges=(
        Nudge(
            when=_("Everybody has passed"),
            say=_("Then it has all been said. Over to our presenter."),
        ),
        ADVICE,
    ),
    not_now={"answer": _("Our presenter only listens now.")},
)

REFLECTING_WITH_IDEAS = Phase(
    name="reflecting",
    title=_("Reflecting"),
    purpose=REFLECTING.purpose,
    floor=Floor.MEMBERS_IN_TURN,
    minutes=10,
    kinds={Role.MEMBER: (IDEA, EXPERIENCE, EXAMPLE, OFFER)},
    prompts={
        Role.FACILITATOR: _(
            "In order, one short idea each. You may pass. When all pass, we are done."
        ),
        Role.PRESENTER: _("Only listen. Keep what you like; leave the rest."),
        Role.MEMBER: _("One short idea, in a sentence. Or pass."),
    },
    captures=(Capture.IDEAS, Capture.OFFERS),
    nudges=REFLECTING.nudges[:1],
    not_now=REFLECTING.not_now,
)

CLOSING = Phase(
    name="closing",
    title=_("Closing"),
    purpose=_("The presenter picks what applies, and a first step if there is one."),
    floor=Floor.PRESENTER,
    minutes=4,
    kinds={Role.PRESENTER: (LEARNING, ACTION)},
    prompts={
        Role.FACILITATOR: _(
            "What of all this applies to you? Is there a first, small step?"
        ),
        Role.PRESENTER: _("Say what applies, and a first step if you see one."),
        Role.MEMBER: _("Listen. What happens next is the presenter's choice alone."),
    },
    captures=(Capture.TAKEAWAY, Capture.LEARNINGS, Capture.ACTIONS),
    required=True,
)

LAST_ROUND = replace(LEARNING_ROUND, minutes=5)

SETTING = Option(
    name="reflecting",
    title=_("What members may give"),
    help=_("Whether the reflecting turn is for experience or for ideas too."),
    default="al_safe",
    choices=(
        Choice(
            value="al_safe",
            title=_("Experience and offers"),
            help=_("Nobody tells anybody what to do: this is action learning."),
        ),
        Choice(
            value="original",
            title=_("Ideas too"),
            help=_("As first published: this is peer consultation."),
        ),
    ),
)


def build(options: Mapping[str, bool | str]) -> Script:
    safe = options["reflecting"] == "al_safe"
    return Script(
        format="reflecting_team",
        options=options,
        counting=Counting.ACTION_LEARNING if safe else Counting.PEER_CONSULTATION,
        badge=None if safe else NOT_ACTION_LEARNING,
        opening=(REPORT_BACKS_IF_ANY, PREPARING),
        slot=(
            PRESENTING,
            CLARIFYING,
            AFFIRMING,
            REFLECTING if safe else REFLECTING_WITH_IDEAS,
            CLOSING,
            PROCESS_REVIEW,
        ),
        closing=(LAST_ROUND,),
    )


REFLECTING_TEAM = Format(
    name="reflecting_team",
    title=_("Reflecting team"),
    sentence=_("The set appreciates and reflects in turn while the presenter listens."),
    fits=_("Fits sets that dwell on problems and would gain from what already works."),
    build=build,
    default_minutes=60,
    least_people=4,
    most_people=8,
    best_people=6,
    options=(SETTING,),
    sources=(_("Solutionsology: solution-focused reflecting team"),),
)
