"""Where the meeting is, what comes next, and who presents when."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.process.agenda import takes_place
from askwell.process.choices import Why
from askwell.process.decide.walk import next_presenter
from askwell.process.formats.shape import Phase, Section
from askwell.process.people import PersonId
from askwell.process.records import PhaseNow
from askwell.process.records import Turn as Rotation
from askwell.process.rotation import propose
from askwell.process.timing import cost_of, plan_of, proposal_of
from askwell.web.meetings.screens.sentences import in_words
from askwell.web.meetings.screens.sight import Sight

# The extension that is offered, in minutes.
MORE = 5


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the ribbon; `state` is past, now or next."""

    name: str
    state: str
    minutes: int = 0


def ribbon(see: Sight) -> list[Stop]:
    """The phases of this part of the meeting, with the other parts as one stop each."""
    stops: list[Stop] = []
    for section in Section:
        if see.now and section is see.now.section:
            stops.extend(_phases(see, see.now))
        else:
            stops.extend(_parts(see, section))
    return stops


def _phases(see: Sight, now: PhaseNow) -> Iterator[Stop]:
    if now.section is Section.SLOT:
        yield from _earlier_slots(see)
    for index, phase in enumerate(see.state.script.section(now.section)):
        if index != now.index and not _takes_place(see, phase):
            continue
        state = _state(index, now.index)
        minutes = now.minutes + now.extended if state == "now" else _minutes(see, phase)
        yield Stop(_(phase.title), state, minutes)
    if now.section is Section.SLOT:
        yield from _slots_to_come(see)


def _parts(see: Sight, section: Section) -> Iterator[Stop]:
    """A part that is not under way, as one stop; a slot for each who presents."""
    state = "past" if see.closed or _is_over(see, section) else "next"
    phases = see.state.script.section(section)
    if section is Section.SLOT:
        yield from _earlier_slots(see)
        yield from _slots_to_come(see)
        if not see.state.slots and see.state.order is None:
            yield Stop(_("Time for presenters"), state)
    elif len(phases) == 1:
        yield Stop(_(phases[0].title), state, _minutes(see, phases[0]))
    elif phases:
        titles = {Section.OPENING: _("Opening"), Section.CLOSING: _("Closing")}
        yield Stop(titles[section], state)


def _is_over(see: Sight, section: Section) -> bool:
    parts = list(Section)
    return bool(see.now and parts.index(section) < parts.index(see.now.section))


def _earlier_slots(see: Sight) -> Iterator[Stop]:
    for slot in see.state.slots:
        if not slot.running:
            yield Stop(see.short(slot.presenter), "past")


def _slots_to_come(see: Sight) -> Iterator[Stop]:
    for person in see.state.presenters_to_come:
        yield Stop(see.short(person), "next")


def _state(index: int, now: int) -> str:
    if index == now:
        return "now"
    return "past" if index < now else "next"


def _takes_place(see: Sight, phase: Phase) -> bool:
    carried = sum(action.carried_in for action in see.state.actions.values())
    return takes_place(phase, open_actions=carried)


def _minutes(see: Sight, phase: Phase) -> int:
    return phase.minutes_for(len(see.state.members))


def what_next(see: Sight) -> str:
    """The name of what comes after this phase, for the button that leads there."""
    now = see.now
    if now is None:
        return ""
    for phase in see.state.script.section(now.section)[now.index + 1 :]:
        if _takes_place(see, phase):
            return _(phase.title)
    return _next_part(see, now.section)


def _next_part(see: Sight, section: Section) -> str:
    closing = see.state.script.closing
    presenter = next_presenter(see.state)
    if section is not Section.CLOSING and presenter:
        return _("%(name)s's time") % {"name": see.short(presenter)}
    if section is Section.OPENING:
        return _("Time for presenters")
    if section is not Section.CLOSING and closing:
        return _(closing[0].title)
    return ""


def rest(see: Sight) -> list[str]:
    """How the rest of the meeting looks, as of the beginning of this phase."""
    if see.now is None:
        return []
    proposal = proposal_of(see.state, at=see.now.began_at)
    return [in_words(each) for each in proposal.sentences] if proposal else []


def cost(see: Sight, *, minutes: int = MORE) -> str:
    """What more time now would cost the others."""
    if see.now is None:
        return ""
    cost = cost_of(see.state, minutes=minutes, at=see.now.began_at)
    return " ".join(in_words(each) for each in cost.sentences) if cost else ""


def slots_planned(see: Sight) -> int:
    """For how many presenters there is time."""
    return plan_of(see.state).slots if see.now else 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A presenter's place in the order; `state` is past, now or next."""

    person: PersonId
    name: str
    state: str
    why: str


def presenters(see: Sight) -> list[Turn]:
    """Who presents today, in order."""
    begun = {slot.presenter: slot.running for slot in see.state.slots}
    order = see.state.order
    reasons = {turn.person: _why(turn) for turn in order.turns} if order else {}
    people = dict.fromkeys((*begun, *reasons))
    return [
        Turn(
            person=person,
            name=see.name(person),
            state=_slot_state(begun.get(person)),
            why=reasons.get(person, ""),
        )
        for person in people
    ]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A phase that was skipped, and why."""

    title: str
    reason: str


def left_out(see: Sight) -> list[LeftOut]:
    """What has been skipped in this meeting, as the set was told."""
    return [
        LeftOut(_(see.state.script.phase(each.phase).title), each.reason)
        for each in see.state.course.skipped
        if each.reason
    ]


def proposal(see: Sight) -> list[Turn]:
    """Who would present, as the rotation proposes, and why."""
    if see.state.order or not see.steers:
        return []
    turns = propose(see.state)[: slots_planned(see)]
    return [
        Turn(
            person=turn.person, name=see.name(turn.person), state="next", why=_why(turn)
        )
        for turn in turns
    ]


def _why(turn: Rotation) -> str:
    """Why somebody stands where they stand in the order."""
    if turn.why is Why.LONGEST_SINCE and turn.presented_on:
        on = date_format(turn.presented_on, "j F")
        return _("has waited longest, since %(date)s") % {"date": on}
    words = {
        Why.BOOKED: _("is booked for today"),
        Why.NEVER_PRESENTED: _("has not presented yet"),
        Why.LONGEST_SINCE: _("has waited longest"),
        Why.FEWEST_SLOTS: _("has presented least often"),
        Why.DRAWN: _("drawn by lot"),
        Why.URGENT: _("it is pressing"),
        Why.CHOSEN: _("chosen by the set"),
    }
    return words[turn.why]


def _slot_state(running: bool | None) -> str:
    if running is None:
        return "next"
    return "now" if running else "past"
