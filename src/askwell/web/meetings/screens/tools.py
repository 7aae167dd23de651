"""What the viewer can write or press in this phase, the likeliest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process.choices import ActionStatus, LearningAbout, Outcome
from askwell.process.formats.kollegiale_beratung import METHODS
from askwell.process.formats.shape import Capture, Choice, Phase, Role
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    BID,
    FEEDBACK,
    INTERVENTION,
    LEARNING,
    METHOD_CHOICE,
    STORY,
    UPDATE,
    Kind,
)
from askwell.process.records import Action, Bid, Review
from askwell.web.meetings.screens.sight import Sight

# Kinds that have a tool of their own; all others share the speaking box.
OWN_TOOLS = (
    (STORY, "topic"),
    (UPDATE, "reports"),
    (BID, "bid"),
    (METHOD_CHOICE, "method"),
    (LEARNING, "learning"),
    (ACTION, "action"),
    (FEEDBACK, "review"),
)
WITHOUT_TOOL = (ANSWER, INTERVENTION)
# What a slot has brought is asked where its presenter says what comes of it.
BROUGHT = frozenset({Capture.ACTIONS, Capture.TAKEAWAY})
LEADING_TOOLS = ("reports", "bid", "topic", "method")


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind as the speaking box offers it."""

    name: str
    family: str
    title: str
    verb: str
    placeholder: str
    help: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """A kind that must wait, why, and for which phase."""

    title: str
    words: str
    later: str


def names(see: Sight) -> list[str]:
    """The tools before this viewer; each has a template of its name."""
    if not see.here or see.phase is None or see.phase.spoken_only:
        return []
    wanted = dict.fromkeys((*_wanted(see), *_captured(see, see.phase)))
    return sorted(wanted, key=lambda name: name not in LEADING_TOOLS)


@dataclass(frozen=True, slots=True)
class Laid:
    """A tool as it lies before the viewer: open, or one press away."""

    name: str
    title: str
    open: bool

    @property
    def template(self) -> str:
        return f"meetings/tools/{self.name}.html"


def laid_out(see: Sight) -> list[Laid]:
    """A presenter's tools lie open; of anybody else's, only the likeliest does.

    Whoever facilitates has the process in hand first: their tools lie closed.
    """
    named = names(see)
    return [
        Laid(
            name=name,
            title=_titles(see)[name],
            open=see.presents or (place == 0 and not see.facilitates),
        )
        for place, name in enumerate(named)
    ]


def _titles(see: Sight) -> dict[str, str]:
    spoken = spoken_kinds(see)
    return {
        "topic": _("My topic"),
        "reports": _("Report back on my actions"),
        "bid": _("Ask for time"),
        "method": _("Choose a method"),
        "speak": spoken[0].title if spoken else "",
        "learning": _("Note a learning"),
        "action": _("Note an action of mine"),
        "review": _("How we worked"),
        "outcome": _("What this time has brought"),
        "next": _("The next meeting"),
    }


def _wanted(see: Sight) -> Iterator[str]:
    own = {kind.name: name for kind, name in OWN_TOOLS}
    for kind in kinds(see):
        if kind is UPDATE and not my_open_actions(see):
            continue
        if kind is BID and not see.works:
            continue
        if kind.name in own:
            yield own[kind.name]
        elif kind not in WITHOUT_TOOL:
            yield "speak"


def _captured(see: Sight, phase: Phase) -> Iterator[str]:
    """Tools for what a phase leaves behind beside contributions."""
    if see.presents and not BROUGHT.isdisjoint(phase.captures):
        yield "outcome"
    if Capture.NEXT_MEETING in phase.captures and see.works:
        yield "next"


def kinds(see: Sight) -> tuple[Kind, ...]:
    """Every kind that the viewer's roles are offered in this phase."""
    if see.phase is None or see.only_watches:
        return ()
    offered = (kind for role in see.roles for kind in see.phase.offered(role))
    return tuple(dict.fromkeys(offered))


def spoken_kinds(see: Sight) -> list[Offered]:
    """The kinds of the speaking box."""
    apart = (*(kind for kind, _name in OWN_TOOLS), *WITHOUT_TOOL)
    return [offered(kind) for kind in kinds(see) if kind not in apart]


def takes_words(see: Sight) -> bool:
    """Whether anybody says anything in this phase that then stands in the list."""
    apart = (*(kind for kind, _name in OWN_TOOLS), *WITHOUT_TOOL)
    if see.phase is None or see.phase.spoken_only:
        return False
    everybody = see.phase.kinds.values()
    return any(kind not in apart for kinds in everybody for kind in kinds)


def offered(kind: Kind) -> Offered:
    return Offered(
        kind.name,
        kind.family,
        _(kind.title),
        _(kind.verb),
        _(kind.placeholder),
        _(kind.help),
    )


def not_now(see: Sight) -> list[NotNow]:
    """The kinds of neighbouring phases, and why they are not for now."""
    if see.phase is None or Role.MEMBER not in see.roles or see.phase.quiet:
        return []
    role = Role.MEMBER
    tempting = _tempting(see, see.phase, role) if see.slot else []
    return [_not_now(see, see.phase, role, kind) for kind in tempting]


def _tempting(see: Sight, phase: Phase, role: Role) -> list[Kind]:
    """What this role is offered elsewhere in the slot, but not here."""
    elsewhere = (kind for each in see.state.script.slot for kind in each.offered(role))
    return [
        kind
        for kind in dict.fromkeys(elsewhere)
        if not phase.welcomes(role, kind) and kind is not ANSWER
    ][:4]


def _not_now(see: Sight, phase: Phase, role: Role, kind: Kind) -> NotNow:
    why = see.state.script.why_not(phase, role, kind)
    later = _(why.later.title) if why.later else ""
    return NotNow(_(kind.title), _(why.words), later)


# What the single tools show


def my_open_actions(see: Sight) -> list[Action]:
    return [action for action in see.state.open_actions if action.owner == see.me]


def my_bid(see: Sight) -> Bid | None:
    return see.state.bids.get(see.me)


def my_review(see: Sight) -> Review | None:
    """What the viewer last wrote or chose; what they said aloud leaves nothing."""
    here = [r for r in see.state.reviews if r.person == see.me and r.slot == _slot(see)]
    mine = [r for r in here if r.helpful or r.went_well or r.try_next]
    return mine[-1] if mine else None


def my_actions(see: Sight) -> list[Action]:
    """What the viewer has noted in this meeting, dropped ones left out."""
    return [
        action
        for action in see.state.actions.values()
        if action.owner == see.me
        and not action.carried_in
        and action.status is not ActionStatus.DROPPED
    ]


def _slot(see: Sight) -> int | None:
    return see.now.slot if see.now else None


def methods() -> tuple[Choice, ...]:
    return METHODS


def statuses() -> list[tuple[str, str]]:
    """How an action can stand, in its owner's word."""
    return [
        (ActionStatus.DONE, _("Done")),
        (ActionStatus.PARTLY, _("Partly")),
        (ActionStatus.NOT_YET, _("Not yet")),
        (ActionStatus.CHANGED, _("It became something else")),
        (ActionStatus.DROPPED, _("Dropped it")),
    ]


def report_questions() -> list[tuple[str, str]]:
    """What an owner may tell of an action, by the name it is sent under (INV-9)."""
    return [
        ("did", _("What did I do?")),
        ("happened", _("What happened?")),
        ("learned", _("What did I learn?")),
        ("still_open", _("What is still open?")),
    ]


def subjects() -> list[tuple[str, str]]:
    """What a learning can be about."""
    return [
        (LearningAbout.TOPIC, _("the topic")),
        (LearningAbout.SELF, _("myself")),
        (LearningAbout.SET, _("our set")),
        (LearningAbout.ORGANISATION, _("where I work")),
    ]


def outcomes() -> list[tuple[str, str]]:
    """What a slot can have brought its presenter."""
    return [
        (Outcome.CLARITY, _("Clarity")),
        (Outcome.DIRECTION, _("A direction")),
        (Outcome.ACTION, _("An action")),
        (Outcome.NOT_YET, _("Nothing yet")),
    ]
