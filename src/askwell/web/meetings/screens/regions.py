"""The regions of the room's page, and which events change which of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from askwell.process import events as happened
from askwell.process.events import Event
from askwell.process.kinds import KEY_QUESTION, Family, kind_named
from askwell.web.meetings.screens import contents, counts, uses
from askwell.web.meetings.screens.sight import Sight

Events = tuple[type[Event], ...]

# Where everything may look different, for everybody.
STEPS: Events = (
    happened.Convened,
    happened.Rebriefed,
    happened.MeetingOpened,
    happened.MeetingClosed,
    happened.MeetingReopened,
    happened.StepUndone,
    happened.SlotBegan,
    happened.SlotStopped,
    happened.SlotEnded,
    happened.PhaseBegan,
    happened.PhaseSkipped,
    happened.RoleHandedOver,
    happened.RoleTakenBack,
    happened.RoleSwitched,
    happened.CoFacilitatorNamed,
    happened.FacilitatorAppointed,
    happened.PartGiven,
)
# Where everything may look different for whom it is about.
MINE: Events = (
    happened.GuideSwitched,
    happened.Arrived,
    happened.Left,
    happened.Admitted,
    happened.Removed,
    happened.JoinAsked,
    happened.JoinDeclined,
)
COMING: Events = (
    happened.Arrived,
    happened.Left,
    happened.Admitted,
    happened.Removed,
)
# Where there are more or fewer to speak, so that rounds take more or less time.
NUMBERS: Events = (happened.Admitted, happened.Removed)
SPEAKING: Events = (
    happened.CheckedIn,
    happened.ReportedBack,
    happened.Contributed,
    happened.Passed,
    happened.LearningRecorded,
    happened.ReviewGiven,
    happened.ActionNoted,
    happened.TurnGiven,
)
HANDS: Events = (happened.HandRaised, happened.HandLowered)
BIDDING: Events = (
    happened.BidPlaced,
    happened.BidWithdrawn,
    happened.SlotDeclined,
    happened.OrderChosen,
)
ALLOWING: Events = (
    happened.UseAsked,
    happened.UseAllowed,
    happened.UseEnded,
    happened.CaptionAddressMade,
    happened.CaptionAddressClosed,
)
TALLYING: Events = (
    happened.TurnTallied,
    happened.TallyUndone,
    happened.TallyShown,
)
CLOCK: Events = (happened.Paused, happened.Resumed, happened.Extended)


@dataclass(frozen=True, slots=True)
class Region:
    """One piece of the page with an id of its own.

    `by` are the events of anybody that change it, beside the steps that change
    everything; `by_me` those that do so when they are the viewer's own. A region
    in which people type has only the latter. `in_rounds` holds events that change
    it only where the set speaks in turn; `only` says which of all these do change it.
    """

    name: str
    context: Callable[[Sight], contents.Context]
    by: Events = ()
    by_me: Events = ()
    in_rounds: Events = ()
    only: Callable[[Event, Sight], bool] = lambda event, see: True
    shows: Callable[[Sight], bool] = lambda see: True
    at_the_door: bool = False

    @property
    def template(self) -> str:
        return f"meetings/room/{self.name.replace('-', '_')}.html"

    @property
    def kinds(self) -> Events:
        """Every kind of event that changes it under some condition."""
        return (*self.by, *self.by_me, *self.in_rounds)

    def changes(self, event: Event, see: Sight) -> bool:
        kind = type(event)
        if not self.only(event, see):
            return False
        if kind in self.by:
            return True
        if kind in self.in_rounds:
            return see.floor is not None and see.floor.in_turn
        return kind in self.by_me and event.person == see.me


def draw(region: Region, see: Sight) -> SafeString:
    """The region with its frame; an empty frame where there is nothing to show."""
    if not region.shows(see) or not (see.inside or region.at_the_door):
        return format_html('<div id="{}" class="region" hidden></div>', region.name)
    inside = get_template(region.template).render({"see": see, **region.context(see)})
    # An empty frame holds not even a line break, so that style sheets can tell.
    bare = mark_safe(inside.strip())  # noqa: S308 - the template has escaped it
    return format_html('<div id="{}" class="region">{}</div>', region.name, bare)


def _uses_up_a_tool(event: Event, see: Sight) -> bool:
    """Where all speak freely, a question or an answer leaves the tools as they are."""
    if isinstance(event, happened.Contributed) and not contents.in_round(see):
        return kind_named(event.kind).family not in (Family.QUESTION, Family.ANSWER)
    return True


def _moves_hands(event: Event, see: Sight) -> bool:
    """Whoever speaks moves back in the order of hands, if there is an order.

    In a round their turn is over as well, and they stand there as speaking no more.
    """
    if isinstance(event, SPEAKING) and not contents.in_round(see):
        return len(see.state.hands) > 1 or isinstance(event, happened.TurnGiven)
    return True


def _moves_the_turn(event: Event, see: Sight) -> bool:
    """Turns go on in rounds; elsewhere who is guided reads whose hand comes first."""
    if isinstance(event, happened.TurnGiven):
        return True
    if contents.in_round(see):
        return not isinstance(event, HANDS)
    if isinstance(event, (*HANDS, *SPEAKING)):
        return see.guided and (isinstance(event, HANDS) or bool(see.state.hands))
    return True


def _concerns(event: Event, see: Sight) -> bool:
    """An answer to a pulse shows to its author, and counts for whoever steers."""
    if isinstance(event, happened.PulseAnswered):
        return event.person == see.me or see.steers
    return True


def _is_about_the_topic(event: Event, see: Sight) -> bool:
    """Of all that is said, only the key question words the topic anew."""
    if isinstance(event, happened.Contributed):
        return event.kind == KEY_QUESTION.name
    return True


def _tells_the_viewer(event: Event, see: Sight) -> bool:
    """A count not shown to the set is news for nobody but whoever facilitates."""
    shown = see.slot is not None and see.slot.number in see.state.tallies_shown
    return isinstance(event, happened.TallyShown) or see.facilitates or shown


def _helps_the_viewer(event: Event, see: Sight) -> bool:
    return see.steers


ROOM = (
    Region("ribbon", contents.for_ribbon, by=(*CLOCK, *NUMBERS, happened.OrderChosen)),
    Region(
        "clock", contents.for_clock, by=CLOCK, shows=lambda see: see.now is not None
    ),
    Region(
        "calls",
        contents.for_calls,
        by=(
            *COMING,
            happened.Paused,
            happened.Resumed,
            happened.JoinAsked,
            happened.JoinDeclined,
            happened.ConsentGiven,
            happened.ContractAgreed,
            happened.ExtensionProposed,
            happened.Extended,
            happened.PulseOpened,
            happened.PulseAnswered,
            happened.PulseClosed,
            happened.HelpSignalled,
            happened.HelpAcknowledged,
            happened.StatementsRead,
            happened.AgreementChecked,
        ),
        in_rounds=(happened.Contributed, happened.ContributionTakenBack),
        only=_concerns,
    ),
    Region("uses", contents.for_uses, by=(*COMING, *ALLOWING), shows=uses.shows_any),
    Region(
        "now",
        contents.for_now,
        by=(
            *COMING,
            *SPEAKING,
            *HANDS,
            happened.JoinAsked,
            happened.JoinDeclined,
            happened.OrderChosen,
            happened.Paused,
            happened.Resumed,
        ),
        only=_moves_the_turn,
        at_the_door=True,
    ),
    Region(
        "moment",
        contents.for_moment,
        by=(
            *COMING,
            *SPEAKING,
            *TALLYING,
            *ALLOWING,
            *CLOCK,
            happened.TurnHeard,
            happened.ContributionTakenBack,
            happened.StatementsRead,
            happened.HelpSignalled,
            happened.HelpAcknowledged,
            happened.ActionDropped,
            happened.OutcomeMarked,
            happened.PulseOpened,
            happened.MomentMet,
        ),
        only=_helps_the_viewer,
        shows=contents.has_cockpit,
    ),
    Region(
        "cockpit",
        contents.for_cockpit,
        by=(*COMING, *TALLYING, *ALLOWING, *CLOCK),
        only=_helps_the_viewer,
        shows=contents.has_cockpit,
    ),
    Region(
        "prelude",
        contents.for_prelude,
        by=(happened.ImprovementCarriedIn,),
        shows=contents.is_beginning,
    ),
    Region(
        "round",
        contents.for_round,
        by=COMING,
        in_rounds=(*SPEAKING, happened.ActionChanged, happened.ActionDropped),
        shows=contents.in_round,
    ),
    Region(
        "hint",
        contents.for_hint,
        by=(*COMING, *ALLOWING),
        by_me=(happened.TurnHeard, happened.CoachHushed),
        shows=contents.loud,
    ),
    Region(
        "tools",
        contents.for_tools,
        by_me=(
            *BIDDING,
            happened.ReportedBack,
            happened.Contributed,
            happened.ActionNoted,
            happened.ActionChanged,
            happened.ActionDropped,
            happened.LearningRecorded,
            happened.LearningTakenBack,
            happened.ReviewGiven,
            happened.TopicStated,
            happened.OutcomeMarked,
        ),
        by=(happened.NextMeetingAgreed,),
        only=_uses_up_a_tool,
        shows=contents.loud,
    ),
    Region(
        "queue",
        contents.for_queue,
        by=(
            *COMING,
            happened.HandRaised,
            happened.HandLowered,
            *SPEAKING,
        ),
        only=_moves_hands,
        shows=contents.has_queue,
    ),
    Region(
        "jot",
        contents.for_jot,
        by=COMING,
        shows=contents.has_jot,
    ),
    Region(
        "bids",
        contents.for_bids,
        by=(*COMING, *BIDDING),
        shows=contents.takes_bids,
    ),
    Region(
        "topic",
        contents.for_topic,
        by=(happened.TopicStated, happened.OutcomeMarked, happened.Contributed),
        only=_is_about_the_topic,
        shows=lambda see: see.topic is not None and not see.quiet,
    ),
    Region(
        "said",
        contents.for_said,
        by=(happened.StatementsRead,),
        shows=lambda see: see.phase is not None and not see.quiet,
    ),
    Region(
        "outcomes",
        contents.for_outcomes,
        by=(
            happened.ActionNoted,
            happened.ActionChanged,
            happened.ActionDropped,
            happened.LearningRecorded,
            happened.LearningTakenBack,
            happened.ReviewGiven,
            happened.NextMeetingAgreed,
        ),
        shows=lambda see: see.now is not None and not see.quiet,
    ),
    Region(
        "foot",
        contents.for_foot,
        by=(happened.TurnGiven, *CLOCK),
        by_me=(happened.HandRaised, happened.HandLowered),
        shows=contents.has_foot,
    ),
    Region(
        "tally",
        contents.for_tally,
        by=TALLYING,
        only=_tells_the_viewer,
        shows=counts.has_tally,
    ),
    Region(
        "shares",
        contents.for_shares,
        by=(
            *COMING,
            *ALLOWING,
            *TALLYING,
            happened.TurnHeard,
            happened.Contributed,
            happened.ContributionTakenBack,
            happened.StatementsRead,
        ),
        only=lambda event, see: see.facilitates,
        shows=counts.has_shares,
    ),
    Region(
        "coach",
        contents.for_uses,
        by=(*COMING, *ALLOWING),
        shows=uses.has_panel,
    ),
    Region(
        "people",
        contents.for_people,
        by=(
            *COMING,
            happened.HandRaised,
            happened.HandLowered,
            happened.ContractAgreed,
            happened.FacilitatorNominated,
            *SPEAKING,
        ),
        only=_moves_hands,
        shows=contents.loud,
    ),
    Region(
        "plan",
        contents.for_plan,
        by=(*CLOCK, *NUMBERS, happened.OrderChosen, happened.ActionCarriedIn),
        shows=contents.loud,
    ),
    Region("notes", contents.for_notes, by_me=(happened.NoteWritten,)),
    Region(
        "helm",
        contents.for_helm,
        by=(*CLOCK, *COMING, happened.OrderChosen, happened.TurnGiven),
        shows=lambda see: see.steers,
    ),
)

# By kind of event, what it may change at all.
TOUCHED_BY = {
    kind: tuple(region for region in ROOM if kind in region.kinds)
    for kind in {kind for region in ROOM for kind in region.kinds}
}
