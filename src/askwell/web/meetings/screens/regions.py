"""The regions of the room's page, and which events change which of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from askwell.process import events as happened
from askwell.process.decide.outcomes import HIGHEST_PULSE
from askwell.process.events import Event
from askwell.process.formats.shape import Capture, Floor, Section
from askwell.process.kinds import KEY_QUESTION, Family, kind_named
from askwell.web.meetings.screens import (
    asks,
    calls,
    course,
    helm,
    outcomes,
    people,
    said,
    tools,
    turns,
)
from askwell.web.meetings.screens.sight import Sight

Events = tuple[type[Event], ...]
Context = Mapping[str, Any]

# Where everything may look different, for everybody.
STEPS: Events = (
    happened.Convened,
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
BIDDING: Events = (
    happened.BidPlaced,
    happened.BidWithdrawn,
    happened.SlotDeclined,
    happened.OrderChosen,
)
FREE = (Floor.EVERYONE, Floor.MEMBERS, Floor.MEMBERS_AND_PRESENTER)
# How many contributions the shared screen has room for.
LATEST = 3
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
    context: Callable[[Sight], Context]
    by: Events = ()
    by_me: Events = ()
    in_rounds: Events = ()
    only: Callable[[Event, Sight], bool] = lambda event, see: True
    shows: Callable[[Sight], bool] = lambda see: True
    at_the_door: bool = False

    @property
    def template(self) -> str:
        return f"meetings/room/{self.name.replace('-', '_')}.html"

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
    frame = '<div id="{}" class="region">{}</div>'
    return format_html(frame, region.name, mark_safe(inside.strip()))  # noqa: S308


def _ribbon(see: Sight) -> Context:
    return {"stops": course.ribbon(see)}


def _clock(see: Sight) -> Context:
    now = see.now
    return {
        "phase": now,
        "minutes": now.minutes + now.extended if now else 0,
        "now": timezone.now(),
    }


def _prelude(see: Sight) -> Context:
    return {
        "format": see.state.format,
        "minutes": see.state.booked_minutes,
        "improvement": see.state.improvement,
        "first": see.state.brief is not None and see.state.brief.meeting_number == 1,
    }


def _is_beginning(see: Sight) -> bool:
    """In the lobby, and while the first phase lasts."""
    if see.now is None:
        return see.lobby
    return see.now.section is Section.OPENING and see.now.index == 0


def _calls(see: Sight) -> Context:
    return {
        "newcomers": calls.newcomers(see),
        "to_agree": calls.to_agree(see),
        "agreement_waits_for": calls.agreement_waits_for(see),
        "handed_over_to": calls.handed_over_to(see),
        "extension": calls.extension(see),
        "signals": calls.signals(see),
        "my_signal": calls.my_signal(see),
        **_pulse(see),
        "statements": calls.statements(see),
    }


def _pulse(see: Sight) -> Context:
    pulse = calls.pulse(see)
    return {
        "pulse": pulse,
        "answered": pulse is not None and see.me in pulse.answers,
        "pulse_values": range(1, HIGHEST_PULSE + 1),
    }


def _now(see: Sight) -> Context:
    return {
        "ask": asks.ask(see),
        "spoke": asks.spoke(see),
        "nudges": helm.nudges(see),
    }


def _round(see: Sight) -> Context:
    reporting = see.floor is Floor.ACTION_OWNERS
    return {
        "places": [
            (place, outcomes.carried_actions(see, place.person) if reporting else [])
            for place in turns.places(see)
        ],
        "statuses": tools.statuses(),
    }


def _bids(see: Sight) -> Context:
    return {
        "bids": list(see.state.bids.values()),
        "chosen": course.presenters(see),
        "chooses": helm.chooses_order(see),
        "proposal": course.proposal(see),
        "candidates": helm.candidates(see),
        "places": range(course.slots_planned(see)),
    }


def _tools(see: Sight) -> Context:
    return {
        "tools": tools.laid_out(see),
        "kinds": tools.spoken_kinds(see),
        "not_now": tools.not_now(see),
        "open_actions": tools.my_open_actions(see),
        "actions": tools.my_actions(see),
        "bid": tools.my_bid(see),
        "review": tools.my_review(see),
        "statuses": tools.statuses(),
        "subjects": tools.subjects(),
        "methods": tools.methods(),
        "outcomes": tools.outcomes(),
    }


def _topic(see: Sight) -> Context:
    return {"topic": see.topic, "presenter": see.short(see.state.presenter)}


def _said(see: Sight) -> Context:
    if sorts(see):
        return {"shelves": said.notes(see), "sorting": True}
    if see.shared:
        return {"items": said.now(see)[:LATEST], "sorting": False}
    return {
        "items": said.now(see),
        "earlier": said.earlier(see),
        "sorting": False,
        "hushed": not tools.takes_words(see),
    }


def sorts(see: Sight) -> bool:
    """Whether questions stand where the presenter has put them."""
    return bool(see.phase and see.phase.sorted_by_presenter)


def _outcomes(see: Sight) -> Context:
    return {
        "actions": outcomes.noted_actions(see),
        "learnings": outcomes.learnings(see),
        "reviews": outcomes.reviews(see),
    }


def _people(see: Sight) -> Context:
    return {"faces": people.faces(see), "silent": helm.silent(see)}


def _queue(see: Sight) -> Context:
    return {"queue": people.queue(see), "floor": see.state.course.floor}


def _jot(see: Sight) -> Context:
    return {"jot": helm.jot(see)}


def _foot(see: Sight) -> Context:
    return {"raised": any(hand.person == see.me for hand in see.state.hands)}


def _plan(see: Sight) -> Context:
    return {
        "presenters": course.presenters(see),
        "rest": course.rest(see),
        "cost": course.cost(see) if see.steers or see.presents else "",
    }


def _helm(see: Sight) -> Context:
    return {"helm": helm.helm(see)}


def _notes(see: Sight) -> Context:
    mine = [note for note in see.state.notes.values() if note.person == see.me]
    return {"notes": mine}


def _in_round(see: Sight) -> bool:
    return bool(see.floor and see.floor.in_turn)


def _takes_bids(see: Sight) -> bool:
    return see.phase is not None and Capture.BIDS in see.phase.captures


def _has_foot(see: Sight) -> bool:
    """A presenter's own reins, or a member's hand where the set speaks freely."""
    if not see.here or see.slot is None or see.facilitates or see.quiet:
        return False
    return see.presents or (see.works and _speaks_freely(see))


def _speaks_freely(see: Sight) -> bool:
    """Where hands are raised, because nobody's turn is set."""
    return see.slot is not None and see.floor in FREE


def _has_queue(see: Sight) -> bool:
    if not _speaks_freely(see):
        return False
    return bool(see.state.hands) or (see.steers and bool(see.state.course.floor))


def _uses_up_a_tool(event: Event, see: Sight) -> bool:
    """Where all speak freely, a question or an answer leaves the tools as they are."""
    if isinstance(event, happened.Contributed) and not _in_round(see):
        return kind_named(event.kind).family not in (Family.QUESTION, Family.ANSWER)
    return True


def _is_about_the_topic(event: Event, see: Sight) -> bool:
    """Of all that is said, only the key question words the topic anew."""
    if isinstance(event, happened.Contributed):
        return event.kind == KEY_QUESTION.name
    return True


def _loud(see: Sight) -> bool:
    """Silence phases show nothing but what is needed to be silent."""
    return not see.quiet


ROOM = (
    Region("ribbon", _ribbon, by=(*CLOCK, happened.OrderChosen)),
    Region("clock", _clock, by=CLOCK, shows=lambda see: see.now is not None),
    Region(
        "calls",
        _calls,
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
            happened.PulseClosed,
            happened.HelpSignalled,
            happened.HelpAcknowledged,
            happened.StatementsRead,
            happened.AgreementChecked,
        ),
        by_me=(happened.PulseAnswered,),
        in_rounds=(happened.Contributed, happened.ContributionTakenBack),
    ),
    Region(
        "now",
        _now,
        by=(*COMING, happened.TurnGiven, happened.JoinAsked, happened.JoinDeclined),
        in_rounds=SPEAKING,
        at_the_door=True,
    ),
    Region("prelude", _prelude, shows=_is_beginning),
    Region("round", _round, by=COMING, in_rounds=SPEAKING, shows=_in_round),
    Region(
        "tools",
        _tools,
        by_me=(
            *BIDDING,
            happened.ReportedBack,
            happened.Contributed,
            happened.ActionNoted,
            happened.ActionChanged,
            happened.ActionDropped,
            happened.LearningRecorded,
            happened.ReviewGiven,
            happened.TopicStated,
            happened.OutcomeMarked,
        ),
        by=(happened.NextMeetingAgreed,),
        only=_uses_up_a_tool,
        shows=_loud,
    ),
    Region(
        "queue",
        _queue,
        by=(
            *COMING,
            happened.HandRaised,
            happened.HandLowered,
            happened.TurnGiven,
            happened.Contributed,
        ),
        shows=_has_queue,
    ),
    Region("jot", _jot, by=COMING, shows=lambda see: helm.jot(see) is not None),
    Region(
        "bids",
        _bids,
        by=(*COMING, *BIDDING),
        shows=_takes_bids,
    ),
    Region(
        "topic",
        _topic,
        by=(happened.TopicStated, happened.OutcomeMarked, happened.Contributed),
        only=_is_about_the_topic,
        shows=lambda see: see.topic is not None and not see.quiet,
    ),
    Region(
        "said",
        _said,
        by=(happened.StatementsRead,),
        shows=lambda see: see.phase is not None and not see.quiet,
    ),
    Region(
        "outcomes",
        _outcomes,
        by=(
            happened.ActionNoted,
            happened.ActionChanged,
            happened.ActionDropped,
            happened.LearningRecorded,
            happened.ReviewGiven,
            happened.NextMeetingAgreed,
        ),
        shows=lambda see: see.now is not None and not see.quiet,
    ),
    Region(
        "foot",
        _foot,
        by=(happened.TurnGiven, *CLOCK),
        by_me=(happened.HandRaised, happened.HandLowered),
        shows=_has_foot,
    ),
    Region(
        "people",
        _people,
        by=(
            *COMING,
            happened.HandRaised,
            happened.HandLowered,
            happened.TurnGiven,
            happened.ContractAgreed,
        ),
        shows=_loud,
    ),
    Region("plan", _plan, by=(*CLOCK, happened.OrderChosen), shows=_loud),
    Region("notes", _notes, by_me=(happened.NoteWritten,)),
    Region(
        "helm",
        _helm,
        by=(*CLOCK, *COMING, happened.OrderChosen),
        shows=lambda see: see.steers,
    ),
)
