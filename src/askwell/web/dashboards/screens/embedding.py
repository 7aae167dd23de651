"""Draws where a programme stands, from tinkering to embedded, by frozen figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.embedding import (
    METRICS,
    Evidence,
    Helps,
    Reached,
    Sign,
    Standing,
    standing,
)
from askwell.insight.metric import Unit
from askwell.insight.periods import Quarter
from askwell.web.dashboards.wording import name_in_table
from askwell.web.releasing.models import Figure
from askwell.web.releasing.queries import Key
from askwell.web.ui.charts.scale import percent, placed

QUARTERS = 4
"""A sign is as good as its last figure for so long."""

HEIGHT, LOWEST, GAP = 120.0, 0.28, 0.01


@dataclass(frozen=True)
class Stair:
    """One step of the picture, the higher the further on."""

    number: int
    title: str
    means: str
    is_reached: bool
    is_here: bool
    x: str
    middle: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Shown:
    """What one sign says, as the table has it."""

    step: str
    title: str
    said: str
    enough: str
    verdict: str
    is_known: bool
    holds: bool


@dataclass(frozen=True)
class Next:
    """The one thing that would help most; `place` names where, of a programme."""

    words: str
    label: str
    place: str


@dataclass(frozen=True)
class Picture:
    """Five stairs, where one stands on them, what shows it, and what helps next."""

    sentence: str
    says: str
    height: str
    stairs: tuple[Stair, ...]
    rows: tuple[Shown, ...]
    unknown: str
    next: Next | None


def newest(course: Mapping[Key, Sequence[Figure]]) -> dict[Key, Figure]:
    """Of each figure the last that was shown within a year, else the very last.

    Not every quarter has sets that meet for the first time, or decide to go on.
    """
    last = {key: figures[-1] for key, figures in course.items() if figures}
    shown = {
        key: next((one for one in reversed(figures[-QUARTERS:]) if one.is_shown), None)
        for key, figures in course.items()
    }
    return {key: shown[key] or figure for key, figure in last.items()}


def drawn(figures: Mapping[Key, Figure], looked_at: Quarter | None = None) -> Picture:
    """From `newest(course_of(programme, METRICS))`, or the figures of one snapshot.

    What is of another quarter than `looked_at` says of which.
    """
    values = {metric: _value(figures, metric) for metric in METRICS}
    stands = standing(values)
    rows = tuple(_rows(stands, figures, looked_at))
    return Picture(
        sentence=_sentence(stands),
        says=_says(stands),
        height=placed(HEIGHT),
        stairs=tuple(_stairs(stands)),
        rows=rows,
        unknown=_unknown(rows),
        next=_next(stands.next) if stands.next else None,
    )


def _value(figures: Mapping[Key, Figure], metric: str) -> float | None:
    figure = figures.get((metric, ""))
    return figure.value if figure else None


def _sentence(stands: Standing) -> str:
    if not _is_known(stands):
        return _("It cannot be said yet how far it is embedded.")
    told = {"number": stands.number, "title": _(stands.step.title)}
    words = _("Step %(number)s of 5: %(title)s") % told
    climbed = stands.steps[: stands.number]
    in_part = any(not one.is_known for each in climbed for one in each.evidence)
    return words + _(", as far as is known") if in_part else words


def _says(stands: Standing) -> str:
    if not _is_known(stands):
        return _("Nothing that would show it is known so far.")
    return _(stands.step.means)


def _is_known(stands: Standing) -> bool:
    """Whether anything is: of nobody it is said without reason that they tinker."""
    signs = (one for each in stands.steps for one in each.evidence)
    return any(one.is_known for one in signs)


def _stairs(stands: Standing) -> Iterator[Stair]:
    here = stands.number if _is_known(stands) else 0
    width, last = 1 / len(stands.steps), len(stands.steps) - 1
    for place, each in enumerate(stands.steps):
        high = HEIGHT * (LOWEST + (1 - LOWEST) * place / last)
        yield Stair(
            number=place + 1,
            title=_(each.step.title),
            means=_(each.step.means),
            is_reached=place < here,
            is_here=place + 1 == here,
            x=percent(place * width),
            middle=percent((place + 0.5) * width - GAP / 2),
            y=placed(HEIGHT - high),
            width=percent(width - GAP),
            height=placed(high),
        )


def _rows(
    stands: Standing, figures: Mapping[Key, Figure], looked_at: Quarter | None
) -> Iterator[Shown]:
    for reached in stands.steps:
        for each in reached.evidence:
            figure = figures.get((each.sign.metric, ""))
            yield _row(reached, each, figure, looked_at)


def _row(
    reached: Reached,
    evidence: Evidence,
    figure: Figure | None,
    looked_at: Quarter | None,
) -> Shown:
    sign = evidence.sign
    known = evidence.value is not None
    holds = _("enough") if evidence.holds else _("not yet enough")
    return Shown(
        step=_(reached.step.title),
        title=_(sign.definition.title),
        said=_why(figure)
        if evidence.value is None
        else said(sign, evidence.value) + _when(figure, looked_at),
        enough=_enough(sign),
        verdict=holds if known else _("not known"),
        is_known=known,
        holds=evidence.holds,
    )


def _when(figure: Figure | None, looked_at: Quarter | None) -> str:
    if looked_at is None or figure is None or figure.snapshot.quarter == looked_at:
        return ""
    told = {"quarter": name_in_table(figure.snapshot.quarter)}
    return _(" (%(quarter)s)") % told


def _why(figure: Figure | None) -> str:
    if figure and figure.withheld:
        return str(figure.get_withheld_display())
    return _("not counted yet")


def said(sign: Sign, value: float) -> str:
    """A sign's value as people say it."""
    if sign.definition.unit is Unit.SHARE:
        return _("%(share)s %%") % {"share": number_format(100 * value, 0)}
    days = round(value)
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


def _enough(sign: Sign) -> str:
    words = _("at most %(value)s") if sign.is_less_better else _("at least %(value)s")
    return words % {"value": said(sign, sign.enough)}


def _unknown(rows: Sequence[Shown]) -> str:
    """What is not known, in one sentence; empty where all is."""
    names = ", ".join(each.title.lower() for each in rows if not each.is_known)
    return _("Not known yet: %(names)s.") % {"names": names} if names else ""


def _next(helps: Helps) -> Next:
    if helps.is_to_know and helps.sign.metric == "coverage":
        return Next(_(helps.words), _("Say how many there are"), "changes:settings")
    return Next(_(helps.words), _(helps.sign.label), helps.sign.leads_to)
