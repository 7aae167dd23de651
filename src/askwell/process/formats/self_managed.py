"""The classic meeting run by the set itself: the facilitator's role goes round."""

from collections.abc import Mapping
from dataclasses import replace

from askwell.process.formats.classic import OPTIONS as CLASSIC_OPTIONS
from askwell.process.formats.classic import slot
from askwell.process.formats.phases import (
    BIDS,
    CHECK_IN,
    LEARNING_ROUND,
    REPORT_BACKS,
)
from askwell.process.formats.shape import (
    Capture,
    Counting,
    Floor,
    Format,
    Nudge,
    Option,
    Phase,
    Role,
    Script,
)
from askwell.process.kinds import FEEDBACK
from askwell.process.words import _

ARRIVE = replace(CHECK_IN, minutes=7)
REPORT = replace(REPORT_BACKS, minutes_each=3)
BID = replace(BIDS, minutes=3)

ROLES = Phase(
    name="roles",
    title=_("Who does what"),
    purpose=_("The set settles who facilitates each slot, who observes and who hosts."),
    floor=Floor.EVERYONE,
    minutes=5,
    prompts={
        Role.FACILITATOR: _(
            "Who facilitates which slot? Nobody facilitates their own. Who would "
            "like to watch quietly how we work, and who hosts the next meeting?"
        ),
        Role.MEMBER: _("Offer to facilitate a slot, to observe, or to host."),
    },
    captures=(Capture.FACILITATOR,),
    nudges=(
        Nudge(
            when=_("The facilitator wants to ask a question themselves"),
            say=_("I hand the role to … while I ask this, and take it back after."),
        ),
    ),
    spoken_only=True,
)

HEALTH = Phase(
    name="health_review",
    title=_("How is our set?"),
    purpose=_("The set looks at itself, and renews or changes what it agreed."),
    floor=Floor.EVERYONE,
    minutes=20,
    kinds={
        Role.MEMBER: (FEEDBACK,),
        Role.FACILITATOR: (FEEDBACK,),
        Role.OBSERVER: (FEEDBACK,),
    },
    prompts={
        Role.FACILITATOR: _(
            "How safe, how useful and how honest is this set just now? What do we "
            "keep, what do we change, and do we go on for another five meetings?"
        ),
        Role.MEMBER: _(
            "Say what you would keep and what you would change about this set."
        ),
    },
    captures=(Capture.HEALTH, Capture.CONTRACT),
    nudges=(
        Nudge(
            when=_("Several people are uneasy"),
            say=_("Would it help to invite a trained facilitator for a meeting?"),
        ),
    ),
)

HEALTH_OPTION = Option(
    name="health_review",
    title=_("With a look at how the set is doing"),
    help=_("Twenty minutes near the end; every fourth or fifth meeting is good."),
    default=False,
)
STRICT = next(option for option in CLASSIC_OPTIONS if option.name == "strict")


def build(options: Mapping[str, bool | str]) -> Script:
    health = (HEALTH,) if options["health_review"] else ()
    return Script(
        format="self_managed",
        options=options,
        counting=Counting.ACTION_LEARNING,
        opening=(ARRIVE, ROLES, REPORT, BID),
        slot=slot(strict=bool(options["strict"])),
        closing=(*health, LEARNING_ROUND),
    )


SELF_MANAGED = Format(
    name="self_managed",
    title=_("Self-managed"),
    sentence=_("The classic meeting, with a different member facilitating each slot."),
    fits=_("Fits a practised set that has chosen to do without a facilitator."),
    build=build,
    default_minutes=150,
    least_people=4,
    most_people=8,
    best_people=6,
    options=(STRICT, HEALTH_OPTION),
    rotates_facilitator=True,
    has_observer=True,
    sources=(
        _("Action Learning Associates: the keys to successful self-facilitation"),
        _("Midlands probation training: sets that facilitate themselves"),
        _("A fourteen-year set, in Action Learning: Research and Practice, 2012"),
    ),
)
