"""The one thing asked of the viewer now, in plain words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process import rounds
from askwell.process.formats.shape import Floor, Phase, Role
from askwell.process.kinds import ACTION, FEEDBACK, LEARNING, UPDATE
from askwell.web.meetings.screens import tools
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Ask:
    """What to do now; `aloud` holds words for whoever facilitates to say."""

    asked: str
    why: str = ""
    over: str = ""
    turn: str = ""
    my_turn: bool = False
    aloud: str = ""
    quiet: bool = False


def ask(see: Sight) -> Ask:
    if see.lobby:
        return _in_lobby(see)
    if see.closed:
        return _after_close(see)
    if see.phase is None:
        return Ask(_("The meeting is about to go on."))
    return _in_phase(see, see.phase)


def _in_lobby(see: Sight) -> Ask:
    if see.shared:
        return Ask(_("Welcome. We begin when everyone is here."))
    if not see.here:
        return Ask(
            _("Come in when you are ready."),
            why=_("The others see that you are here. Nothing has begun yet."),
        )
    if see.facilitates or (see.works and not see.state.facilitator):
        return Ask(
            _("Open the meeting when the set is ready."),
            why=_("You will find the words to say for every phase."),
        )
    opener = see.short(see.state.facilitator) or _("A member")
    return Ask(
        _("%(name)s opens the meeting soon.") % {"name": opener},
        why=_("Until then there is nothing you need to do."),
    )


def _after_close(see: Sight) -> Ask:
    if see.shared:
        return Ask(_("Thank you. The meeting is over."))
    return Ask(
        _("The meeting is over. Thank you."),
        why=_("What you take away is kept on a page of your own."),
    )


def _in_phase(see: Sight, phase: Phase) -> Ask:
    if see.only_watches:
        return _watching(phase)
    if phase.floor is Floor.ACTION_OWNERS and not rounds.order(see.state):
        return _nothing_to_report(see, phase)
    whose = rounds.whose(see.state)
    return Ask(
        asked=_(phase.prompt(_role(see))),
        why=_(phase.purpose) if see.shared else "",
        over=_(phase.title) if see.shared else "",
        turn=_turn(see, whose),
        my_turn=bool(whose) and whose == see.me,
        aloud=_aloud(see, phase),
        quiet=phase.quiet,
    )


def _watching(phase: Phase) -> Ask:
    return Ask(
        _("You are here to watch and to listen."),
        why=_("The set has agreed to that. What you hear stays here."),
        over=_(phase.title),
        quiet=phase.quiet,
    )


def _aloud(see: Sight, phase: Phase) -> str:
    """What is asked of everybody alike is there to be read, not to be said."""
    words = phase.prompts.get(Role.FACILITATOR, "") if see.facilitates else ""
    return _(words) if words else ""


def _nothing_to_report(see: Sight, phase: Phase) -> Ask:
    """No open action is here to be heard: all there is to do is to go on."""
    return Ask(
        _("Nobody has an action to report on."),
        why=_("Go on when you are ready.") if see.facilitates else "",
        over=_(phase.title) if see.shared else "",
    )


def _role(see: Sight) -> Role:
    """A facilitator who also works in the set reads what is asked of members."""
    roles = [role for role in see.roles if role is not Role.FACILITATOR]
    return roles[0] if roles else Role.MEMBER


def _turn(see: Sight, whose: str | None) -> str:
    if whose and whose == see.me:
        return _("It is your turn.")
    if whose:
        return _("It is %(name)s's turn.") % {"name": see.short(whose)}
    if see.floor and see.floor.in_turn:
        return _("Everyone has had their turn.")
    if see.floor is Floor.PRESENTER and not see.presents and see.state.presenter:
        return _("%(name)s is speaking.") % {"name": see.short(see.state.presenter)}
    return ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """How to note, with one press and no words, that somebody has had their turn."""

    act: str
    kind: str = ""


def spoke(see: Sight) -> Spoke | None:
    """Nothing outside rounds, nor for report-backs: those need a status."""
    phase = see.phase
    if phase is None or not phase.floor.in_turn or phase.hidden_until_read:
        return None
    if phase.spoken_only:
        return Spoke("check-ins")
    offered = tools.kinds(see) or phase.offered(Role.MEMBER)
    if not offered or offered[0] in (UPDATE, ACTION):
        return None
    if offered[0] is LEARNING:
        return Spoke("learnings")
    if offered[0] is FEEDBACK:
        return Spoke("reviews")
    return Spoke("contributions", offered[0].name)
