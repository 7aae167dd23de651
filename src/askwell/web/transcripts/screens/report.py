"""A report laid out: places in percent of the width, so that one drawing fits all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.coach import QUESTIONS, Role, TurnKind
from askwell.transcripts.report import (
    Figure,
    Part,
    Person,
    Report,
    RoleTime,
    Speech,
)
from askwell.web.transcripts.screens import timeline
from askwell.web.transcripts.screens.clock import lasting
from askwell.web.transcripts.screens.timeline import Timeline

ROLES: Final[Mapping[Role, Promise]] = {
    Role.PRESENTER: gettext_lazy("presenter"),
    Role.MEMBER: gettext_lazy("member"),
    Role.FACILITATOR: gettext_lazy("facilitator"),
}
PARTS: Final[Mapping[Role, Promise]] = {
    Role.PRESENTER: gettext_lazy("Presenters"),
    Role.MEMBER: gettext_lazy("Members"),
    Role.FACILITATOR: gettext_lazy("Facilitators"),
}
WHOLE: Final = 100.0
PAUSES: Final = ("wait_time", "silences")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a bar: where it begins and how long it is, in percent."""

    kind: str
    x: float
    width: float
    label: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class TalkRow:
    """How long one person, or all of one role, had the air."""

    name: str
    role: str
    kind: str
    width: float
    share: int
    lasted: str
    longest: str = ""
    turns: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class AskRow:
    """What one person asked and told, in sentences."""

    name: str
    role: str
    asked: int
    told: int
    asked_width: float
    told_width: float
    asked_x: float
    open: int
    closed: int
    leading: int
    advice: int
    sharing: int
    reflections: int


@dataclass(frozen=True, slots=True)
class SpeechRow:
    speech: Speech
    role: str
    width: float
    lasted: str


@dataclass(frozen=True, slots=True)
class CastRow:
    part: Part
    role: str
    sureness: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything the partials draw."""

    report: Report
    facts: str
    roles: tuple[TalkRow, ...]
    role_bar: tuple[Block, ...]
    people: tuple[TalkRow, ...]
    asking: tuple[AskRow, ...]
    openness: tuple[Block, ...]
    questions: int
    timeline: Timeline
    speeches: tuple[SpeechRow, ...]
    pauses: tuple[Figure, ...]
    cast: tuple[CastRow, ...]


def drawn(report: Report) -> View:
    roles = [each for each in report.roles if each.seconds]
    blocks = _openness(report.roles)
    return View(
        report=report,
        facts=_facts(report),
        roles=tuple(_role_row(each) for each in roles),
        role_bar=_blocks([(each.role, each.share, PARTS[each.role]) for each in roles]),
        people=_people(report.people),
        asking=_asking(report.people),
        openness=blocks,
        questions=sum(each.count for each in blocks),
        timeline=timeline.drawn(report),
        speeches=_speeches(report.speeches),
        pauses=_pauses(report.figures),
        cast=tuple(_cast_row(each) for each in report.cast),
    )


def _facts(report: Report) -> str:
    """How long, how many, and whether under their names, in one line."""
    turns = ngettext("%(number)d turn", "%(number)d turns", report.turns)
    voices = ngettext("%(number)d voice", "%(number)d voices", len(report.people))
    said = _("%(lasted)s, %(voices)s, %(turns)s.") % {
        "lasted": lasting(report.end - report.start),
        "voices": voices % {"number": len(report.people)},
        "turns": turns % {"number": report.turns},
    }
    return f"{said} {_('Names are hidden.')}" if report.anonymous else said


def _role_row(role: RoleTime) -> TalkRow:
    return TalkRow(
        name=str(PARTS[role.role]),
        role="",
        kind=role.role.value,
        width=_percent(role.share),
        share=round(WHOLE * role.share),
        lasted=lasting(role.seconds),
        people=role.people,
    )


def _people(people: Sequence[Person]) -> tuple[TalkRow, ...]:
    most = max((each.share for each in people), default=0) or 1
    return tuple(
        TalkRow(
            name=each.name,
            role=str(ROLES[each.role]),
            kind=each.role.value,
            width=_percent(each.share / most),
            share=round(WHOLE * each.share),
            lasted=lasting(each.seconds),
            longest=lasting(each.longest),
            turns=each.turns,
        )
        for each in people
    )


def _asking(people: Sequence[Person]) -> tuple[AskRow, ...]:
    """Asked grows to the left of the middle, told to its right, in one measure."""
    most = max((max(each.asked, each.told) for each in people), default=0) or 1
    return tuple(_ask_row(each, most) for each in people)


def _ask_row(person: Person, most: int) -> AskRow:
    kinds = person.kinds
    asked_width = _percent(person.asked / most / 2)
    return AskRow(
        name=person.name,
        role=str(ROLES[person.role]),
        asked=person.asked,
        told=person.told,
        asked_width=asked_width,
        told_width=_percent(person.told / most / 2),
        asked_x=round(WHOLE / 2 - asked_width, 2),
        open=kinds.get(TurnKind.OPEN_QUESTION, 0),
        closed=kinds.get(TurnKind.CLOSED_QUESTION, 0),
        leading=kinds.get(TurnKind.LEADING_QUESTION, 0),
        advice=kinds.get(TurnKind.ADVICE, 0),
        sharing=kinds.get(TurnKind.SHARING, 0),
        reflections=kinds.get(TurnKind.REFLECTION, 0),
    )


def _openness(roles: Iterable[RoleTime]) -> tuple[Block, ...]:
    """Questions of members and facilitators; a presenter's are about something else."""
    asking = [each for each in roles if each.role is not Role.PRESENTER]
    counts = {
        kind: sum(each.kinds.get(kind, 0) for each in asking)
        for kind in TurnKind
        if kind in QUESTIONS
    }
    whole = sum(counts.values())
    names = {
        TurnKind.OPEN_QUESTION: _("open"),
        TurnKind.CLOSED_QUESTION: _("closed"),
        TurnKind.LEADING_QUESTION: _("leading"),
    }
    parts = [(kind, n / whole, names[kind]) for kind, n in counts.items() if n]
    return tuple(
        replace(block, count=counts[TurnKind(block.kind)]) for block in _blocks(parts)
    )


def _blocks(parts: Iterable[tuple[str, float, str | Promise]]) -> tuple[Block, ...]:
    """Side by side, in the order given; shares of one."""
    blocks, x = [], 0.0
    for kind, share, label in parts:
        width = _percent(share)
        blocks.append(Block(str(kind), round(x, 2), width, str(label)))
        x += width
    return tuple(blocks)


def _pauses(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(
        each for each in figures if each.name in PAUSES and each.value is not None
    )


def _speeches(speeches: Sequence[Speech]) -> tuple[SpeechRow, ...]:
    most = max((each.seconds for each in speeches), default=0) or 1
    return tuple(
        SpeechRow(
            speech=each,
            role=str(ROLES[each.role]),
            width=_percent(each.seconds / most),
            lasted=lasting(each.seconds),
        )
        for each in speeches
    )


def _cast_row(part: Part) -> CastRow:
    return CastRow(part, str(ROLES[part.role]), round(WHOLE * part.confidence))


def _percent(share: float) -> float:
    return round(WHOLE * min(max(share, 0.0), 1.0), 2)
