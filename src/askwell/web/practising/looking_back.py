"""The look back at a practice meeting, turn by turn, in the words of a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from askwell.facilitation.interventions import intervention
from askwell.practice.case import Case
from askwell.practice.cases import CASES
from askwell.practice.debrief import Debrief, OnCompetency, Overdone, Seen
from askwell.practice.moments import How
from askwell.practice.rehearsal import Lead, Rehearsal
from askwell.practice.turns import Act, Turn
from askwell.process.people import PersonId
from askwell.web.practising.models import Seat
from askwell.web.practising.queries.runs import names_in


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a turn: `how` is noticed, late, let_be, missed or too_much."""

    how: str
    words: str
    say: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """One turn as it is replayed; `name` is empty where nobody spoke."""

    number: int
    name: str
    words: str
    mine: bool
    minute: int
    remarks: list[Remark]


@dataclass(frozen=True, slots=True)
class Part:
    """A phase of the meeting."""

    title: str
    turns: list[Played]

    @property
    def remarks(self) -> int:
        return sum(len(turn.remarks) for turn in self.turns)


@dataclass(frozen=True, slots=True)
class ToTry:
    words: str
    say: str
    turn: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the meeting showed of one competency."""

    title: str
    seen_as: str
    noticed: int
    missed: int
    too_much: int
    well: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A part of how the set was doing: at the beginning, and at the end."""

    title: str
    began: str
    ended: str


@dataclass(frozen=True, slots=True)
class Led:
    """Somebody who facilitated, from this turn and part of the meeting on."""

    person: str
    name: str
    turn: int
    phase: str


@dataclass(frozen=True, slots=True)
class LookBack:
    """Everything on the page."""

    went_well: list[str]
    to_try: list[ToTry]
    noticed: int
    late: int
    missed: int
    too_much: int
    not_understood: int
    shown: list[Shown]
    not_shown: list[str]
    parts: list[Part]
    changes: list[Changed]
    leaders: list[Led]
    so_far: bool


def look_back(found: Rehearsal, made: Debrief, seats: dict[str, Seat]) -> LookBack:
    names = _Names(found, seats)
    on = [_shown(each) for each in made.competencies if each.showed]
    return LookBack(
        went_well=[_(words) for words in made.went_well],
        to_try=[
            ToTry(_(each.words), names.filled(each.say, each.about), each.turn)
            for each in made.to_try
        ],
        noticed=len(made.noticed),
        late=len(made.late),
        missed=len(made.missed),
        too_much=len(made.overdone),
        not_understood=len(made.not_understood),
        shown=on,
        not_shown=[_(c.competency.title) for c in made.competencies if not c.showed],
        parts=list(_parts(found, made, names)),
        changes=_changes(found),
        leaders=_leaders(found, names),
        so_far=not found.over,
    )


def _leaders(found: Rehearsal, names: "_Names") -> list[Led]:
    """Who led when; from where on is told by the part of the meeting."""
    return [
        Led(lead.person, names.of.get(lead.person, ""), lead.turn, _part(found, lead))
        for lead in found.leads
    ]


def _part(found: Rehearsal, lead: Lead) -> str:
    following = found.turns[lead.turn - 1 : lead.turn]
    phase = following[0].phase if following else found.turns[-1].phase
    return _(found.state.script.phase(phase).title)


class _Names:
    """How people are called, and sentences with their names in them."""

    def __init__(self, found: Rehearsal, seats: dict[str, Seat]) -> None:
        self.of = names_in(found, seats)
        self.presenter = found.case.presenter.first_name

    def filled(self, words: str, about: PersonId | None = None) -> str:
        if not words:
            return ""
        name = self.of.get(about or "", "").split(" ")[0]
        return _(words) % {"presenter": self.presenter, "name": name}


def _shown(each: OnCompetency) -> Shown:
    return Shown(
        title=_(each.competency.title),
        seen_as=_(each.competency.seen_as),
        noticed=len(each.noticed),
        missed=len(each.missed),
        too_much=len(each.overdone),
        well=len(each.well),
    )


def _parts(found: Rehearsal, made: Debrief, names: _Names) -> Iterator[Part]:
    """Phase by phase; turns in which nothing was said or done are left out."""
    overdone = {each.turn.number: each for each in made.overdone}
    title, turns = "", list[Played]()
    for turn in found.turns:
        if turn.act is Act.WENT_ON:
            continue
        phase = _(found.state.script.phase(turn.phase).title)
        if phase != title and turns:
            yield Part(title, turns)
            turns = []
        title = phase
        turns.append(_played(turn, found, made, names, overdone.get(turn.number)))
    if turns:
        yield Part(title, turns)


def _played(
    turn: Turn,
    found: Rehearsal,
    made: Debrief,
    names: _Names,
    overdone: Overdone | None,
) -> Played:
    remarks = [_remark(seen, names) for seen in made.about_turn(turn.number)]
    if overdone:
        remarks.append(Remark("too_much", _(overdone.why)))
    if turn in made.not_understood:
        words = _("Askwell could not tell what you meant. You know better.")
        remarks.append(Remark("unread", words))
    return Played(
        number=turn.number,
        name=names.of.get(turn.by or "", ""),
        words=turn.words or _without_words(turn, names),
        mine=turn.act in LEADS,
        minute=int(turn.seconds // 60) + 1,
        remarks=remarks,
    )


def _without_words(turn: Turn, names: _Names) -> str:
    about = {"name": names.of.get(turn.about or "", "")}
    return {
        Act.JOINED: _("came in"),
        Act.HANDED_OVER: _("passed the facilitator’s seat to %(name)s") % about,
        Act.SILENCE: _("held the silence"),
        Act.GAVE_TURN: _("gave the turn"),
        Act.LET_BE: _("let it be"),
    }.get(turn.act, _("Nobody said anything."))


LEADS = (Act.WORD, Act.SILENCE, Act.GAVE_TURN, Act.LET_BE, Act.HANDED_OVER)
"""What only whoever facilitates does."""
HOWS = {
    How.IN_TIME: "noticed",
    How.LATE: "late",
    How.LET_BE: "let_be",
    How.MISSED: "missed",
}


def _remark(seen: Seen, names: _Names) -> Remark:
    words = intervention(seen.moment.trigger)
    missed = seen.moment.how in (How.MISSED, How.LATE)
    return Remark(
        how=HOWS[seen.moment.how],
        words=names.filled(words.happened, seen.about),
        say=names.filled(words.say, seen.about) if missed else "",
    )


SEEN = {
    "safety": marked("How safe it was to speak"),
    "focus": marked("How near the talk was to the question"),
    "energy": marked("How awake the room was"),
    "telling": marked("How much people were inclined to tell"),
    "insight": marked("How much clearer it became for the presenter"),
    "ownership": marked("How much the way is the presenter’s own"),
}
STEPS = (marked("very little"), marked("a little"), marked("some"), marked("much"))
MOST = marked("very much")


def _changes(found: Rehearsal) -> list[Changed]:
    """How the made-up set was doing when it began, and when it ended."""
    first, last = found.turns[0].levels, found.turns[-1].levels
    return [
        Changed(_(title), in_words(getattr(first, name)), in_words(getattr(last, name)))
        for name, title in SEEN.items()
    ]


def in_words(level: float) -> str:
    """How much it is, in five steps; never as a number."""
    number = int(level * 5)
    return _(STEPS[number]) if number < len(STEPS) else _(MOST)


def next_case(case: Case) -> Case | None:
    """The next one in the same context."""
    own = [each for each in CASES if each.context == case.context]
    after = own[own.index(case) + 1 :]
    return after[0] if after else None
