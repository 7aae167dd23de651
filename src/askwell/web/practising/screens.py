"""What a practice meeting looks like: the room's own screens, and what can be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from askwell.facilitation.interventions import Trigger, intervention
from askwell.practice.case import Case
from askwell.practice.moments import Moment
from askwell.practice.moves import Does
from askwell.practice.rehearsal import Option, Rehearsal
from askwell.web.meetings.screens import Directory, Sight, Viewer
from askwell.web.meetings.screens.cockpit import MomentSeen
from askwell.web.meetings.screens.regions import ROOM, draw
from askwell.web.people.models import Person
from askwell.web.practising.models import Run, Seat
from askwell.web.practising.mood import Mood, mood
from askwell.web.practising.queries.runs import names_in

SHOWN = ("ribbon", "now", "topic", "said", "outcomes")
"""The regions of the real room that a practice meeting is shown in."""
DONE = {
    Does.GIVE_TURN: marked("Somebody was given the turn."),
    Does.HOLD_SILENCE: marked("The silence was held."),
    Does.JOIN: marked("Somebody came in."),
    Does.HAND_OVER: marked("The facilitator’s seat has changed hands."),
}


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody in the room, as far as one knows them."""

    person: str
    name: str
    about: str
    presents: bool = False
    real: bool = False
    me: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Something that could be said now; `number` is what its button sends."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Latest:
    """What was said last, beside what can be done about it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Room:
    """Everything on the page of a practice meeting, for one of those in it."""

    run: Run
    case: Case
    see: Sight
    others: list[Face]
    mood: Mood
    regions: Mapping[str, SafeString]
    faces: list[Face]
    options: list[Said]
    moment: MomentSeen | None
    earlier: Latest | None
    next_label: str
    after: int
    facilitates: bool
    began_it: bool
    can_take_back: bool
    alone: bool
    asks: bool
    over: bool
    ripe: bool
    just_now: str
    latest: Latest | None


def room(run: Run, found: Rehearsal, seats: dict[str, Seat], person: Person) -> Room:
    """The meeting as `person` sees it."""
    see = Sight.of(found.state, _viewer(run, found, seats, person))
    me, faces = str(person.pk), _faces(found, seats, str(person.pk))
    facilitates = found.facilitator == me
    return Room(
        run=run,
        case=found.case,
        see=see,
        others=[each for each in faces if each.real and not each.me],
        mood=mood(found, names_in(found, seats)),
        regions={
            region.name: draw(region, see) for region in ROOM if region.name in SHOWN
        },
        faces=faces,
        options=_options(found.options) if facilitates else [],
        moment=_moment(found, see) if run.with_help and facilitates else None,
        earlier=_earlier(found, seats),
        next_label=_next_label(see),
        after=len(found.moves),
        facilitates=facilitates,
        began_it=seats[me].began_it,
        can_take_back=_is_own(found, me),
        alone=len(seats) == 1,
        asks=not facilitates and see.phase is not None,
        over=found.over,
        ripe=found.ripe,
        just_now=_just_now(found),
        latest=_latest(found, seats),
    )


def _is_own(found: Rehearsal, me: str) -> bool:
    last = found.moves[-1] if found.moves else None
    return last is not None and last.by == me and last.does is not Does.JOIN


def _viewer(
    run: Run, found: Rehearsal, seats: dict[str, Seat], person: Person
) -> Viewer:
    directory = Directory(
        meeting=str(run.pk),
        learning_set="",
        set_name=_(found.case.title),
        acts=reverse("practising:room", args=[run.pk]) + "acts/",
        names=names_in(found, seats),
    )
    return Viewer(
        person=str(person.pk), directory=directory, time_zone=person.time_zone
    )


def _faces(found: Rehearsal, seats: dict[str, Seat], me: str) -> list[Face]:
    """The presenter first, then real people, then those who are made up."""
    real = [
        Face(
            person=one,
            name=seats[one].person.name,
            about=_about(found, one),
            real=True,
            me=one == me,
        )
        for one in found.present
        if one in seats
    ]
    presenter, *members = (
        Face(person=each.person, name=each.name, about=_(each.job))
        for each in found.case.people
        if each.person in found.simulated
    )
    first = Face(presenter.person, presenter.name, presenter.about, presents=True)
    return [first, *real, *members]


def _about(found: Rehearsal, person: str) -> str:
    if person == found.facilitator:
        return _("facilitates")
    member = person in found.mood.people
    return _("asks, as a member") if member else _("watches and asks")


def _options(options: tuple[Option, ...]) -> list[Said]:
    """What can be said; to say nothing is to listen on, which has its own button."""
    return [
        Said(number, _(each.words) % each.names if each.names else _(each.words))
        for number, each in enumerate(options)
        if each.words
    ]


def _moment(found: Rehearsal, see: Sight) -> MomentSeen | None:
    """The newest thing to say a word on, as a cockpit would show it."""
    newest = moment_open(found)
    if newest is None:
        return None
    happened = intervention(newest.trigger).happened
    return MomentSeen(
        trigger=newest.trigger,
        about=newest.about or "",
        happened=_(happened) % _names(found, newest),
        say=said_to(found, newest),
    )


BY_WORDS = frozenset(Trigger) - {
    Trigger.ONE_VOICE,
    Trigger.SILENT,
    Trigger.ANSWERS_FAST,
    Trigger.PROCESS_CHECK,
}
"""What came up with something that somebody said."""


def _earlier(found: Rehearsal, seats: dict[str, Seat]) -> Latest | None:
    """The words a moment came up with, where others have spoken since."""
    newest = moment_open(found)
    if newest is None or newest.trigger not in BY_WORDS:
        return None
    turn = found.turns[newest.opened - 1]
    if not turn.words or newest.opened == len(found.turns):
        return None
    return Latest(names_in(found, seats).get(turn.by or "", ""), turn.words)


def moment_open(found: Rehearsal, trigger: str = "") -> Moment | None:
    """The newest that is there and was not let be; of one trigger, if it is named."""
    there = [
        each
        for each in found.pending
        if each.seen_at is None and trigger in ("", each.trigger.value)
    ]
    return max(there, key=lambda each: each.opened, default=None)


def said_to(found: Rehearsal, moment: Moment) -> str:
    """What there is to say to it, in the reader's language."""
    return _(intervention(moment.trigger).say) % _names(found, moment)


def _names(found: Rehearsal, moment: Moment) -> dict[str, str]:
    people = found.case.by_person
    about = people.get(moment.about or "")
    presenter = found.case.presenter.first_name
    return {"presenter": presenter, "name": about.first_name if about else ""}


def _next_label(see: Sight) -> str:
    """What the button to the next phase says."""
    now = see.now
    if now is None:
        return ""
    phases = see.state.script.section(now.section)
    following = phases[now.index + 1 : now.index + 2]
    if not following:
        return _("Close the meeting")
    return _("Next: %(phase)s") % {"phase": _(following[0].title)}


def _just_now(found: Rehearsal) -> str:
    """What the last move did where it left no words in the room."""
    if not found.moves:
        return ""
    last = found.moves[-1]
    if last.does is Does.LISTEN and not found.turns[-1].words:
        return _("Nobody says anything.")
    said = DONE.get(last.does)
    return _(said) if said else ""


def _latest(found: Rehearsal, seats: dict[str, Seat]) -> Latest | None:
    """The words of the last turn in this phase, if somebody spoke."""
    phase = found.state.phase
    last = found.turns[-1] if found.turns else None
    if last is None or not last.words or not phase or last.phase != phase.name:
        return None
    return Latest(names_in(found, seats).get(last.by or "", ""), last.words)


def page_of(found: Room) -> dict[str, Any]:
    """What the template asks for."""
    return {"room": found, "see": found.see, "moment": found.moment}
