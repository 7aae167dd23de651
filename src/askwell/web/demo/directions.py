"""Turns a line of a script into the commands that say the same to the process."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from askwell.process import Command, State, commands
from askwell.process.choices import ActionStatus, HeardAs, Outcome, Place
from askwell.process.people import PersonId
from askwell.process.records import Contribution
from askwell.process.uses import SHARES
from askwell.web.demo.scripts import Line
from askwell.web.demo.topics import topic_of_bid

URGENCY = {"can wait": 1, "soon": 2, "pressing": 3}
QUESTIONS = {
    "probing": "probing_question",
    "challenging": "challenging_question",
    "systemic": "systemic_question",
    "reflective": "reflective_question",
    "closed": "closed_question",
}
SAID = {
    "tells": "story",
    "checks": "clarifying_question",
    "reflects back": "observation",
    "steps in": "intervention",
    "recalls": "experience",
    "has seen": "example",
    "offers": "offer",
    "appreciates": "appreciation",
}


class Playing(Protocol):
    """What a line must know of the meeting it is spoken in."""

    @property
    def state(self) -> State: ...

    @property
    def people(self) -> Mapping[str, PersonId]: ...

    def token(self) -> str: ...


class MeaninglessLineError(Exception):
    """A line says or names something that the meeting does not know."""


def commands_for(line: Line, stage: Playing, *, at: datetime) -> Iterable[Command]:
    """The commands of one line; one is usual."""
    if line.verb in SAID:
        return (_said(line, stage, kind=SAID[line.verb]),)
    if line.verb not in _DIRECTIONS:
        raise MeaninglessLineError(f"line {line.number}: {line.verb}")
    answer = _DIRECTIONS[line.verb](line, stage, at)
    return answer if isinstance(answer, tuple) else (answer,)


Direction = Callable[[Line, Playing, datetime], Command | tuple[Command, ...]]


def _said(line: Line, stage: Playing, *, kind: str, to: int | None = None) -> Command:
    return commands.Contribute(
        by=_who(line, stage), token=stage.token(), kind=kind, words=line.words, to=to
    )


def _who(line: Line, stage: Playing) -> PersonId:
    return stage.people[line.who]


# Opening


def _says(line: Line, stage: Playing, _at: datetime) -> Command:
    """What is said at check-in is not kept; elsewhere it is the process review."""
    if stage.state.slot is None:
        return commands.CheckIn(by=_who(line, stage), token=stage.token())
    helped = line.detail("helped")
    return commands.GiveReview(
        by=_who(line, stage),
        token=stage.token(),
        helpful=_question_beginning(helped, stage) if helped else None,
        went_well=line.words,
        try_next=line.detail("next time"),
    )


def _reports(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.ReportBack(
        by=_who(line, stage),
        token=stage.token(),
        action=_action_beginning(line, stage),
        status=ActionStatus(line.words.replace(" ", "_")),
        did=line.detail("did"),
        happened=line.detail("happened"),
        learned=line.detail("learned"),
        still_open=line.detail("still open"),
    )


def _action_beginning(line: Line, stage: Playing) -> int:
    for number, action in stage.state.actions.items():
        mine = action.owner == _who(line, stage)
        if mine and (action.words or "").startswith(line.about):
            return number
    raise MeaninglessLineError(f"line {line.number}: no action “{line.about}”")


def _bids(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.PlaceBid(
        by=_who(line, stage),
        token=stage.token(),
        headline=line.words,
        urgency=URGENCY[line.how],
        topic_id=topic_of_bid(line.who, line.words),
    )


def _order(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.ChooseOrder(
        by=_chair(stage),
        token=stage.token(),
        expected_phase=stage.state.phase_number,
        order=tuple(stage.people[name] for name in line.names),
        reason=line.detail("because"),
    )


def _chair(stage: Playing) -> PersonId:
    if stage.state.facilitator is None:
        raise MeaninglessLineError("nobody has the chair")
    return stage.state.facilitator


# The slot


def _presents(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.StateTopic(
        by=_who(line, stage),
        token=stage.token(),
        topic=line.words,
        question=line.detail("question"),
        worthwhile=line.detail("worthwhile"),
    )


def _asks(line: Line, stage: Playing, _at: datetime) -> Command:
    return _said(line, stage, kind=QUESTIONS.get(line.how, "open_question"))


def _answers(line: Line, stage: Playing, _at: datetime) -> Command:
    return _said(line, stage, kind="answer", to=_last(stage, "_question"))


def _passes(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.Pass(
        by=_who(line, stage),
        token=stage.token(),
        contribution=_last(stage, "_question"),
    )


def _stars(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.Star(
        by=_who(line, stage),
        token=stage.token(),
        contribution=_last(stage, "_question"),
    )


def _sets_aside(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.PutAside(
        by=_who(line, stage),
        token=stage.token(),
        contribution=_last(stage, "_question"),
        place=Place.PARKED,
    )


def _keeps(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.Keep(
        by=_who(line, stage), token=stage.token(), contribution=_last(stage, "offer")
    )


def _last(stage: Playing, kind: str) -> int:
    """The newest contribution of this slot whose kind ends so."""
    for each in reversed(_in_this_slot(stage)):
        if each.kind.endswith(kind):
            return each.number
    raise MeaninglessLineError(f"nothing said yet of the kind {kind}")


def _question_beginning(words: str, stage: Playing) -> int:
    for each in _in_this_slot(stage):
        if (each.words or "").startswith(words):
            return each.number
    raise MeaninglessLineError(f"no question “{words}”")


def _in_this_slot(stage: Playing) -> tuple[Contribution, ...]:
    slot = stage.state.slot
    return stage.state.contributions_in(slot.number if slot else None)


def _hands(line: Line, stage: Playing, _at: datetime) -> tuple[Command, ...]:
    return tuple(
        commands.RaiseHand(by=stage.people[name], token=stage.token())
        for name in line.names
    )


# The coach in this meeting


def _asks_to_see_numbers(line: Line, stage: Playing, _at: datetime) -> Command:
    return _allows_numbers(_who(line, stage), stage)


def _says_yes(line: Line, stage: Playing, _at: datetime) -> tuple[Command, ...]:
    return tuple(_allows_numbers(stage.people[name], stage) for name in line.names)


def _allows_numbers(person: PersonId, stage: Playing) -> Command:
    return commands.Allow(by=person, token=stage.token(), use=SHARES.name, allows=True)


def _counts(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.Tally(
        by=_who(line, stage),
        token=stage.token(),
        heard_as=HeardAs(line.words.replace(" ", "_")),
    )


# What comes of it


def _learns(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.RecordLearning(
        by=_who(line, stage), token=stage.token(), words=line.words
    )


def _will(line: Line, stage: Playing, at: datetime) -> Command:
    by = line.detail("by")
    days = timedelta(days=int(by.removesuffix(" days"))) if by else None
    return commands.NoteAction(
        by=_who(line, stage),
        token=stage.token(),
        words=line.words,
        due_on=(at + days).date() if days else None,
        how_known=line.detail("sign"),
    )


def _found(outcome: Outcome) -> Direction:
    def direction(line: Line, stage: Playing, _at: datetime) -> Command:
        return commands.MarkOutcome(
            by=_who(line, stage), token=stage.token(), outcome=outcome
        )

    return direction


def _notes(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.WriteNote(
        by=_who(line, stage), token=stage.token(), words=line.words
    )


# The chair


def _hands_over(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.HandOver(
        by=_who(line, stage), token=stage.token(), to=stage.people[line.to]
    )


def _joins_in(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.SwitchRole(
        by=_who(line, stage), token=stage.token(), as_member=True
    )


def _keeps_out(line: Line, stage: Playing, _at: datetime) -> Command:
    return commands.SwitchRole(
        by=_who(line, stage), token=stage.token(), as_member=False
    )


_DIRECTIONS: dict[str, Direction] = {
    "says": _says,
    "reports": _reports,
    "bids": _bids,
    "Order": _order,
    "presents": _presents,
    "asks": _asks,
    "answers": _answers,
    "passes": _passes,
    "stars": _stars,
    "sets aside": _sets_aside,
    "keeps it": _keeps,
    "Hands": _hands,
    "asks to see numbers": _asks_to_see_numbers,
    "Yes": _says_yes,
    "counts": _counts,
    "learns": _learns,
    "will": _will,
    "found clarity": _found(Outcome.CLARITY),
    "found direction": _found(Outcome.DIRECTION),
    "found action": _found(Outcome.ACTION),
    "notes": _notes,
    "hands over to": _hands_over,
    "joins in": _joins_in,
    "keeps out again": _keeps_out,
}
