"""What each region of the room shows, and when it shows anything at all."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from askwell.process.decide.outcomes import HIGHEST_PULSE
from askwell.process.formats.shape import Capture, Floor, Section
from askwell.process.people import PersonId
from askwell.web.meetings.screens import (
    asks,
    calls,
    cockpit,
    counts,
    course,
    helm,
    outcomes,
    people,
    relaying,
    said,
    tools,
    turns,
    uses,
)
from askwell.web.meetings.screens.sight import Sight

Context = Mapping[str, Any]

# How many contributions the shared screen has room for.
LATEST = 3


def for_ribbon(see: Sight) -> Context:
    return {"stops": course.ribbon(see)}


def for_clock(see: Sight) -> Context:
    now = see.now
    return {
        "phase": now,
        "minutes": now.minutes + now.extended if now else 0,
        "now": timezone.now(),
    }


def for_prelude(see: Sight) -> Context:
    return {
        "format": see.state.format,
        "starts_at": see.state.brief.starts_at if see.state.brief else None,
        "minutes": see.state.booked_minutes,
        "improvement": see.state.improvement,
        "booked": [see.name(each) for each in _booked(see)],
        "first": see.state.brief is not None and see.state.brief.meeting_number == 1,
    }


def _booked(see: Sight) -> tuple[PersonId, ...]:
    return see.state.brief.booked if see.state.brief else ()


def is_beginning(see: Sight) -> bool:
    """In the lobby, and while the first phase lasts."""
    if see.now is None:
        return see.lobby
    return see.now.section is Section.OPENING and see.now.index == 0


def for_calls(see: Sight) -> Context:
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


def for_now(see: Sight) -> Context:
    return {
        "ask": asks.ask(see),
        "spoke": asks.spoke(see),
        "guide": cockpit.guide(see),
        "helm": helm.helm(see),
        "relay": relaying.relay(see),
        "rota": relaying.rota(see),
        "facilitator": see.short(see.state.facilitator),
    }


def for_moment(see: Sight) -> Context:
    return {"moment": cockpit.moment(see)}


def for_cockpit(see: Sight) -> Context:
    return {
        "phase": see.phase,
        "watch": cockpit.watch(see),
        "unknown": cockpit.unknown(see),
    }


def has_cockpit(see: Sight) -> bool:
    """For whoever leads through a phase; never on the shared screen."""
    return see.steers and see.phase is not None


def for_round(see: Sight) -> Context:
    reporting = see.floor is Floor.ACTION_OWNERS
    return {
        "places": [
            (place, outcomes.carried_actions(see, place.person) if reporting else [])
            for place in turns.places(see)
        ],
        "statuses": tools.statuses(),
    }


def for_bids(see: Sight) -> Context:
    return {
        "bids": list(see.state.bids.values()),
        "chosen": course.presenters(see),
        "chooses": helm.chooses_order(see),
        "proposal": course.proposal(see),
        "candidates": helm.candidates(see),
        "places": range(course.slots_planned(see)),
    }


def for_tools(see: Sight) -> Context:
    return {
        "tools": tools.laid_out(see),
        "kinds": tools.spoken_kinds(see),
        "not_now": tools.not_now(see),
        "open_actions": tools.my_open_actions(see),
        "actions": tools.my_actions(see),
        "bid": tools.my_bid(see),
        "declined": see.me in see.state.declined,
        "review": tools.my_review(see),
        "statuses": tools.statuses(),
        "report_questions": tools.report_questions(),
        "subjects": tools.subjects(),
        "methods": tools.methods(),
        "outcomes": tools.outcomes(),
    }


def for_topic(see: Sight) -> Context:
    return {"topic": see.topic, "presenter": see.short(see.state.presenter)}


def for_said(see: Sight) -> Context:
    if sorts(see):
        shelves = [each for each in said.notes(see) if each.items]
        return {"shelves": shelves, "sorting": True}
    if see.shared:
        return {"items": said.now(see)[:LATEST], "sorting": False}
    return {
        "items": said.now(see),
        "earlier": said.earlier(see),
        "sorting": False,
        "reviewing": said.reviews_now(see),
        "hushed": not tools.takes_words(see),
    }


def sorts(see: Sight) -> bool:
    """Whether questions stand where the presenter has put them."""
    return bool(see.phase and see.phase.sorted_by_presenter)


def for_outcomes(see: Sight) -> Context:
    return {
        "actions": outcomes.noted_actions(see),
        "learnings": outcomes.learnings(see),
        "reviews": outcomes.reviews(see),
    }


def for_people(see: Sight) -> Context:
    return {
        "faces": people.faces(see),
        "successors": people.successors(see),
        "voices": people.voices(see),
        "facilitator": see.short(see.state.facilitator),
    }


def for_queue(see: Sight) -> Context:
    return {"queue": people.queue(see), "floor": see.state.course.floor}


def for_jot(see: Sight) -> Context:
    return {"jot": helm.jot(see)}


def for_foot(see: Sight) -> Context:
    return {"raised": any(hand.person == see.me for hand in see.state.hands)}


def for_plan(see: Sight) -> Context:
    return {
        "presenters": course.presenters(see),
        "rest": course.rest(see),
        "left_out": course.left_out(see),
        "cost": course.cost(see) if see.steers or see.presents else "",
    }


def for_uses(see: Sight) -> Context:
    return {"uses": uses.uses(see), "runs_captions": uses.runs_captions(see)}


def for_hint(see: Sight) -> Context:
    return {"hint": uses.hint(see)}


def for_tally(see: Sight) -> Context:
    reviewing = see.phase is not None and see.phase.is_review
    return {"tally": counts.tally(see), "reviewing": reviewing}


def for_shares(see: Sight) -> Context:
    return {"now": counts.shares_now(see), "meeting": counts.shares_of_meeting(see)}


def for_helm(see: Sight) -> Context:
    return {"helm": helm.helm(see)}


def for_notes(see: Sight) -> Context:
    mine = [note for note in see.state.notes.values() if note.person == see.me]
    return {"notes": mine}


def in_round(see: Sight) -> bool:
    return bool(see.floor and see.floor.in_turn)


def takes_bids(see: Sight) -> bool:
    return see.phase is not None and Capture.BIDS in see.phase.captures


def has_jot(see: Sight) -> bool:
    return helm.jot(see) is not None


def has_foot(see: Sight) -> bool:
    """A presenter's own reins, or a member's hand where the set speaks freely."""
    if not see.here or see.slot is None or see.facilitates or see.quiet:
        return False
    return see.presents or (see.works and people.speak_freely(see))


def has_queue(see: Sight) -> bool:
    if not people.speak_freely(see):
        return False
    return bool(see.state.hands) or (see.steers and bool(see.state.course.floor))


def loud(see: Sight) -> bool:
    """Silence phases show nothing but what is needed to be silent."""
    return not see.quiet
