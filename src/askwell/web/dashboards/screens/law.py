"""Draws Revans' law from frozen figures: what changed, and what was learned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.law import NO_VALIDATED_MEASURE, WEIGHTS
from askwell.insight.periods import Quarter
from askwell.web.dashboards.wording import name_of, of_earlier, short_name_of
from askwell.web.releasing.models import Figure
from askwell.web.releasing.queries import Key
from askwell.web.ui.charts import Line, Point, Series, line

RATIO, NOTICED = "learning_over_change", "changes_noticed"
LEARNED, BACKLOG, DAYS = "changes_learned", "unlearned_backlog", "days_to_loop"
KEEPING_UP, CHANGING_FAST = "keeping_up", "changing_fast"
METRICS = (NOTICED, LEARNED, RATIO, BACKLOG, DAYS, KEEPING_UP, CHANGING_FAST)
"""The figures this picture is drawn from."""

AS_FAST = 0.03
"""So near to one for one is one for one."""
FAR = 10
"""Beyond ten for one nobody counts."""
OF = (1, 2, 3, 4, 5, 10)
WIDE = 1.5
"""Where one end of the band is so many times the other, it says little."""
SIMPLER = 0.004
"""How much nearer a longer fraction has to come."""


@dataclass(frozen=True)
class Picture:
    """One big sentence, how sure it is, and the course of it."""

    sentence: str
    when: str
    """The quarter it speaks of; empty where there is none."""
    how_sure: str
    """The band in words; empty where there is none."""
    backlog: str
    chart: Line | None
    facts: tuple[str, ...]
    """How long learning took, and what people say themselves."""
    missing: str
    """Which quarter cannot be shown and why, said kindly; mostly empty."""
    caveat: str
    """Stands wherever the picture does."""


class _Course:
    """Figures by metric and quarter."""

    def __init__(self, course: Mapping[Key, Sequence[Figure]]) -> None:
        self._by_metric = {
            metric: {
                each.snapshot.quarter: each for each in course.get((metric, ""), ())
            }
            for metric in METRICS
        }
        self.quarters = _without_gaps(
            {quarter for each in self._by_metric.values() for quarter in each}
        )

    def at(self, metric: str, quarter: Quarter) -> Figure | None:
        return self._by_metric[metric].get(quarter)

    def value(self, metric: str, quarter: Quarter) -> float | None:
        figure = self.at(metric, quarter)
        return figure.value if figure else None

    def latest(self, metric: str) -> tuple[Quarter, float] | None:
        values = ((each, self.value(metric, each)) for each in reversed(self.quarters))
        found = ((when, value) for when, value in values if value is not None)
        return next(found, None)


def _without_gaps(quarters: set[Quarter]) -> list[Quarter]:
    every, last = [], max(quarters, default=None)
    quarter = min(quarters, default=None)
    while quarter and last and quarter <= last:
        every.append(quarter)
        quarter = quarter.following
    return every


def drawn(course: Mapping[Key, Sequence[Figure]]) -> Picture:
    """From `course_of(programme, METRICS)`, which may be empty."""
    known = _Course(course)
    newest = _newest(known)
    return Picture(
        sentence=_sentence(known, newest),
        when=name_of(newest) if newest else "",
        how_sure=_how_sure(known, newest),
        backlog=_backlog(known, newest),
        chart=_chart(known),
        facts=tuple(_facts(known, newest)),
        missing=_missing(known, newest),
        caveat=f"{_(WEIGHTS)} {_(NO_VALIDATED_MEASURE)}",
    )


def _newest(known: _Course) -> Quarter | None:
    """The latest quarter of which something can be said."""
    shown = (each for each in reversed(known.quarters) if _is_told(known, each))
    return next(shown, None)


def _is_told(known: _Course, quarter: Quarter) -> bool:
    ratio, noticed = known.value(RATIO, quarter), known.value(NOTICED, quarter)
    return ratio is not None or noticed == 0


# --- in words


def _sentence(known: _Course, newest: Quarter | None) -> str:
    if newest is None:
        return _("It cannot be said yet whether learning keeps up with change.")
    ratio = known.value(RATIO, newest)
    if ratio is None:
        return _("Nobody noticed a change.")
    return in_words(ratio)


def in_words(ratio: float) -> str:
    """L/C as a director says it."""
    if ratio <= 0:
        return _("Nobody has learned from what changed yet.")
    if abs(ratio - 1) <= AS_FAST:
        return _("We learned as fast as things changed.")
    if ratio > FAR:
        return _("We learned from far more than changed.")
    changes, learned = _fraction(ratio)
    if not learned:
        return _("We learned from fewer than one change in ten.")
    words = ngettext(
        "For every change we learned from %(learned)s.",
        "For every %(changes)s changes we learned from %(learned)s.",
        changes,
    )
    return words % {"changes": changes, "learned": learned}


def _fraction(ratio: float) -> tuple[int, int]:
    """The simplest fraction that comes near: of how many changes, and how many."""

    def off(of: int) -> float:
        return abs(ratio - round(ratio * of) / of) + SIMPLER * of

    of = min(OF, key=off)
    return of, round(ratio * of)


def _how_sure(known: _Course, newest: Quarter | None) -> str:
    figure = known.at(RATIO, newest) if newest else None
    if figure is None or figure.low is None or figure.high is None:
        return ""
    if figure.high < 1:
        return _("That is too little, even if chance is allowed for.")
    if figure.low > 1:
        return _("That is more than changed, even if chance is allowed for.")
    ends = {"low": round(10 * figure.low), "high": round(10 * figure.high)}
    few = _(
        "With so few changes much of that is chance: anything from %(low)s to "
        "%(high)s for every 10 would fit as well."
    )
    many = _("Chance allowed for, it is from %(low)s to %(high)s for every 10.")
    is_wide = figure.high > WIDE * figure.low
    return (few if is_wide else many) % ends


def _backlog(known: _Course, newest: Quarter | None) -> str:
    if (found := known.latest(BACKLOG)) is None:
        return ""
    quarter, now = found[0], round(found[1])
    when = of_earlier(quarter, newest)
    if not now:
        return _("Nothing that was noticed is left to learn from.") + when
    words = _("What nobody has learned from yet stands at %(now)s") % {"now": now}
    return f"{words}{_grown(now, known.value(BACKLOG, quarter.previous))}.{when}"


def _grown(now: int, before: float | None) -> str:
    if before is None:
        return ""
    by = now - round(before)
    if not by:
        return _(", as many as the quarter before")
    more = _(", %(number)s more than the quarter before")
    fewer = _(", %(number)s fewer than the quarter before")
    return (more if by > 0 else fewer) % {"number": abs(by)}


def _facts(known: _Course, newest: Quarter | None) -> Iterator[str]:
    for metric, says in (
        (DAYS, _took),
        (KEEPING_UP, _keeps_up),
        (CHANGING_FAST, _fast),
    ):
        if (found := known.latest(metric)) is not None:
            quarter, value = found
            yield says(value) + of_earlier(quarter, newest)


def _took(days: float) -> str:
    words = ngettext(
        "It took %(days)s day from noticing a change to having learned from it.",
        "It took %(days)s days from noticing a change to having learned from it.",
        round(days),
    )
    return words % {"days": round(days)}


def _keeps_up(mean: float) -> str:
    words = _("“We learn as fast as things change”: people say %(mean)s of 10.")
    return words % {"mean": number_format(mean, 1)}


def _fast(mean: float) -> str:
    words = _("“Our surroundings change fast”: people say %(mean)s of 10.")
    return words % {"mean": number_format(mean, 1)}


def _missing(known: _Course, newest: Quarter | None) -> str:
    """Why the latest quarter is not the one that is told."""
    if not known.quarters or known.quarters[-1] == newest:
        return ""
    latest = known.quarters[-1]
    figure = known.at(RATIO, latest)
    told = {"quarter": name_of(latest), "why": _why(figure)}
    return _("%(quarter)s is not shown: %(why)s.") % told


def _why(figure: Figure | None) -> str:
    if figure and figure.withheld:
        return str(figure.get_withheld_display())
    return _("nothing was counted")


# --- as a picture


def _chart(known: _Course) -> Line | None:
    """Both add up from quarter to quarter: what lies between is not yet learned."""
    learned_so_far = 0.0
    changed, learned = [], []
    for quarter in known.quarters:
        fresh, backlog = known.value(LEARNED, quarter), known.value(BACKLOG, quarter)
        if fresh is None or backlog is None:
            why = _why(known.at(BACKLOG, quarter))
            changed.append(_point(quarter, None, why))
            learned.append(_point(quarter, None, why))
            continue
        learned_so_far += fresh
        both = learned_so_far, learned_so_far + backlog
        changed.append(_point(quarter, both[1], _counted(both[1]), between=both))
        learned.append(_point(quarter, both[0], _counted(both[0])))
    if all(each.value is None for each in changed):
        return None
    return line(
        [
            Series(_("what changed"), tuple(changed)),
            Series(_("what we learned from"), tuple(learned)),
        ],
        title=_("What changed and what we learned from it"),
        says=_says(known, changed[-1], learned[-1]),
        over=_("By the end of"),
        written=_counted,
        band_says=_("not yet learned from"),
    )


def _point(
    quarter: Quarter,
    value: float | None,
    said: str,
    between: tuple[float, float] | None = None,
) -> Point:
    low, high = between or (None, None)
    return Point(
        name=name_of(quarter),
        value=value,
        said=said,
        short=short_name_of(quarter),
        under=str(quarter.year),
        low=low,
        high=high,
    )


def _counted(value: float) -> str:
    return str(round(value))


def _says(known: _Course, changed: Point, learned: Point) -> str:
    if changed.value is None or learned.value is None:
        return _("Two lines climb: what is noticed, and what is learned from.")
    left = round(changed.value - learned.value)
    if not left:
        return _("The two lines meet: everything noticed has been learned from.")
    gap = _("The gap, %(left)s, is what nobody has learned from yet.") % {"left": left}
    if not _begins(known):
        return gap
    told = {"changed": changed.said, "learned": learned.said}
    so_far = _(
        "So far changes come to %(changed)s, and what we learned from to %(learned)s."
    )
    return f"{so_far % told} {gap}"


def _begins(known: _Course) -> bool:
    """Whether nothing was waiting before the first quarter of the picture."""
    first = known.quarters[0]
    noticed, learned = known.value(NOTICED, first), known.value(LEARNED, first)
    if noticed is None or learned is None:
        return False
    return known.value(BACKLOG, first) == noticed - learned
