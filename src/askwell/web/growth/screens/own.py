"""A person's own growth, in pictures and in words; compared with nobody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from askwell.insight.own import OwnCounts
from askwell.process.kinds import (
    CHALLENGING_QUESTION,
    CLARIFYING_QUESTION,
    CLOSED_QUESTION,
    SYSTEMIC_QUESTION,
    Kind,
)
from askwell.web.growth.screens.doing import percent
from askwell.web.measuring.queries import Own
from askwell.web.ui import charts
from askwell.web.ui.charts import Bar, Bars, Line, Part, Point, Series

AT_ONCE, BARS, FEW = 12, 8, 3
"""So many meetings are places of a line, are bars, and are spoken of in words."""


@dataclass(frozen=True)
class Growth:
    """What a person's page shows; the newest meeting stands last."""

    meetings: int
    says: tuple[str, ...]
    questions: Bars
    finer: Line | None
    starred: str
    air_time: str
    turns: Line | None
    turns_say: str
    doings: Bars


def growth_of(mine: Sequence[Own]) -> Growth | None:
    """Nothing before the first meeting."""
    if not mine:
        return None
    shown = mine[-AT_ONCE:]
    return Growth(
        meetings=len(mine),
        says=tuple(_says(mine)),
        questions=_questions(shown[-BARS:]),
        finer=_finer(shown),
        starred=_starred(mine),
        air_time=_air_time(mine),
        turns=_turns(shown),
        turns_say=_turns_say(mine),
        doings=_doings(shown[-BARS:]),
    )


# In words


def _says(mine: Sequence[Own]) -> list[str]:
    """The last few meetings, and the few before them: one's own beside one's own."""
    lately, before = mine[-FEW:], mine[-2 * FEW : -FEW]
    said = [_asked(lately)]
    if len(before) == FEW:
        said.append(_asked_before(before))
    said.append(_chosen(lately))
    return said


def _asked(lately: Sequence[Own]) -> str:
    asked, free = _total(lately, lambda one: one.asked), _total(lately, is_open)
    where = ngettext(
        "In your last meeting", "In your last %(number)s meetings", len(lately)
    ) % {"number": len(lately)}
    what = ngettext(
        "you asked one question that was noted, %(free)s of it open.",
        "you asked %(asked)s questions that were noted, %(free)s of them open.",
        asked,
    ) % {"asked": asked, "free": free}
    if not asked:
        what = _("no question of yours was noted.")
    return f"{where} {what}"


def _asked_before(before: Sequence[Own]) -> str:
    return _(
        "In the %(number)s before, it was %(asked)s questions, %(free)s of them open."
    ) % {
        "number": len(before),
        "asked": _total(before, lambda one: one.asked),
        "free": _total(before, is_open),
    }


def _chosen(lately: Sequence[Own]) -> str:
    actions = _total(lately, lambda one: one.actions)
    learnings = _total(lately, lambda one: one.learnings)
    chose = ngettext(
        "You chose one action", "You chose %(number)s actions", actions
    ) % {"number": actions or pgettext("actions", "no")}
    noted = ngettext(
        "and noted one learning.", "and noted %(number)s learnings.", learnings
    ) % {"number": learnings or pgettext("learnings", "no")}
    return f"{chose} {noted}"


def _starred(mine: Sequence[Own]) -> str:
    number = _total(mine, lambda one: one.starred)
    if not number:
        return _(
            "No question of yours was starred yet. Many that help are never marked."
        )
    return ngettext(
        "A presenter starred one question of yours: it moved them.",
        "Presenters starred %(number)s questions of yours: they moved them.",
        number,
    ) % {"number": number}


def _air_time(mine: Sequence[Own]) -> str:
    """How often there was a time of one's own."""
    slots = _total(mine, lambda one: one.slots)
    return ngettext(
        "You presented once in your newest meetings.",
        "You presented %(number)s times in your newest meetings.",
        slots,
    ) % {"number": slots or pgettext("times", "no")}


def _turns_say(mine: Sequence[Own]) -> str:
    noted = [one.counts for one in mine[-FEW:] if one.counts.share is not None]
    if not noted:
        return _("Turns were not noted in your last meetings.")
    last = noted[-1]
    return _(
        "Last time %(share)s of the turns that were noted were yours; had all "
        "%(people)s of you taken equally many, it would have been %(even)s. Presenting "
        "brings many turns, listening few: neither is better."
    ) % {
        "share": percent(last.share or 0.0),
        "people": last.people,
        "even": percent(last.even_share or 0.0),
    }


# In pictures


def is_open(one: OwnCounts) -> int:
    """All that leave the answer open, whatever finer kind they are of."""
    return one.asked - _of(one, CLARIFYING_QUESTION) - _of(one, CLOSED_QUESTION)


def _questions(shown: Sequence[Own]) -> Bars:
    rows = [
        Bar(
            _day(one),
            _parts(
                is_open(one.counts),
                _of(one.counts, CLARIFYING_QUESTION),
                _of(one.counts, CLOSED_QUESTION),
            ),
        )
        for one in shown
    ]
    return charts.bars(
        rows,
        title=_("Questions I asked, meeting by meeting"),
        says=_("Questions of yours that were noted, the newest meeting last."),
        over=_("Meeting"),
        parts=[_("open"), _("clarifying"), _("closed")],
    )


def _finer(shown: Sequence[Own]) -> Line | None:
    """Those that question what is taken for granted, and that look at the whole."""
    if not shown[1:]:
        return None
    kinds = (
        (_("challenging"), CHALLENGING_QUESTION),
        (_("systemic"), SYSTEMIC_QUESTION),
    )
    return charts.line(
        [Series(name, tuple(_counted(one, of) for one in shown)) for name, of in kinds],
        title=_("Challenging and systemic questions"),
        says=_(
            "Questions that turn over what was taken for granted, and questions that "
            "look at the whole around it."
        ),
        over=_("Meeting"),
    )


def _counted(one: Own, kind: Kind) -> Point:
    number = _of(one.counts, kind)
    return _point(one, float(number), str(number))


def _turns(shown: Sequence[Own]) -> Line | None:
    noted = [one for one in shown if one.counts.share is not None]
    if not noted[1:]:
        return None
    mine = tuple(_share(one, one.counts.share) for one in shown)
    even = tuple(
        _share(one, one.counts.even_share if one.counts.share is not None else None)
        for one in shown
    )
    return charts.line(
        [Series(_("my share"), mine), Series(_("an even share"), even)],
        title=_("My share of the turns"),
        says=_("Your part of the turns that were noted, beside an even share."),
        over=_("Meeting"),
        written=percent,
        lowest=0.0,
    )


def _share(one: Own, share: float | None) -> Point:
    return _point(one, share, _("not noted") if share is None else percent(share))


def _doings(shown: Sequence[Own]) -> Bars:
    rows = [
        Bar(
            _day(one),
            _parts(one.counts.actions, one.counts.report_backs, one.counts.learnings),
        )
        for one in shown
    ]
    return charts.bars(
        rows,
        title=_("Actions and learnings, meeting by meeting"),
        says=_("What you chose to do, told of, and learned."),
        over=_("Meeting"),
        parts=[_("actions"), _("report-backs"), _("learnings")],
    )


def _total(some: Sequence[Own], of: Callable[[OwnCounts], int]) -> int:
    return sum(of(one.counts) for one in some)


def _of(one: OwnCounts, kind: Kind) -> int:
    return one.questions.get(kind.name, 0)


def _day(one: Own) -> str:
    return formats.date_format(timezone.localtime(one.at), "j M Y")


def _point(one: Own, value: float | None, said: str) -> Point:
    day = timezone.localtime(one.at)
    return Point(
        name=_day(one),
        value=value,
        said=said,
        short=formats.date_format(day, "j M"),
    )


def _parts(*numbers: int) -> tuple[Part, ...]:
    """What one bar is made of, each part with its number in words."""
    return tuple(Part(float(number), str(number)) for number in numbers)
