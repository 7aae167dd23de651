"""How a set is doing, in pictures and in words; nobody is named, nobody ranked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from askwell.web.growth.queries.doing import Course, Doing, Point
from askwell.web.ui import charts
from askwell.web.ui.charts import Line, Series, Spark

# Below this a set may want to try something; above, it may go on as it does.
ASKS_ENOUGH, EVEN_ENOUGH, USUALLY = 0.6, 0.7, 0.5
# A difference that small is none.
ALIKE = 0.05


@dataclass(frozen=True)
class Measure:
    """One measure of a set: what it is, what it shows, and what it cannot tell."""

    metric: str
    title: str
    picture: Line | None
    says: str
    cannot_tell: str
    course: Spark


def measures_of(doing: Doing) -> list[Measure]:
    """In the order of a meeting's own course, whatever they say."""
    return [_measure(each) for each in doing.courses]


def _measure(course: Course) -> Measure:
    says = _says(course)
    return Measure(
        metric=course.metric,
        title=_title(course.metric),
        picture=_picture(course, says) if _is_a_course(course) else None,
        says=says,
        cannot_tell=_cannot_tell(course.metric),
        course=charts.spark([each.value for each in course.points]),
    )


def _is_a_course(course: Course) -> bool:
    """Whether a meeting opened with report-backs is yes or no, and no line."""
    return len(course.known) > 1 and course.metric != "report_backs_first"


def _title(metric: str) -> str:
    return {
        "asking_share": _("Asking against telling"),
        "turn_equality": _("Everybody gets a turn"),
        "report_backs_first": _("Opening with what became of actions"),
    }[metric]


def _cannot_tell(metric: str) -> str:
    return {
        "asking_share": _(
            "Known only where the coach or somebody there counted; both may mishear."
        ),
        "turn_equality": _(
            "At 100 % everybody takes equally many turns. Only those that were noted "
            "count, and not how long they were. Silence can be a gift."
        ),
        "report_backs_first": _("Only meetings to which an open action came count."),
    }[metric]


def _says(course: Course) -> str:
    if not course.known:
        return _("Nothing was counted yet, or fewer than four members were there.")
    match course.metric:
        case "asking_share":
            return _asked(course.known)
        case "turn_equality":
            return _even(course.known)
        case _:
            return _opened(course.known)


def _asked(known: Sequence[float]) -> str:
    said = _("Last time, of the turns that asked or told, %(share)s asked.") % {
        "share": percent(known[-1])
    }
    more, less = _("That is more than before."), _("That is less than before.")
    return f"{said} {_change(known, more=more, less=less)}".strip()


def _even(known: Sequence[float]) -> str:
    if known[-1] >= EVEN_ENOUGH:
        said = _("Last time turns were spread fairly evenly.")
    else:
        said = _("Last time some took many turns and some few.")
    more, less = _("It was more even before."), _("It was less even before.")
    return f"{said} {_change(known, more=less, less=more)}".strip()


def _opened(known: Sequence[float]) -> str:
    return ngettext(
        "%(opened)s of one meeting opened with what became of actions.",
        "%(opened)s of %(number)s meetings opened with what became of actions.",
        len(known),
    ) % {"opened": round(sum(known)), "number": len(known)}


def _change(known: Sequence[float], *, more: str, less: str) -> str:
    """Against the set's own earlier meetings, never against another set."""
    if not known[:-1]:
        return ""
    before = sum(known[:-1]) / len(known[:-1])
    if abs(known[-1] - before) < ALIKE:
        return _("That is about as before.")
    return more if known[-1] > before else less


def _picture(course: Course, says: str) -> Line:
    title = _title(course.metric)
    return charts.line(
        [Series(title, tuple(_point(each) for each in course.points))],
        title=title,
        says=says,
        over=_("Meeting"),
        written=percent,
        lowest=0.0,
        highest=1.0,
    )


def _point(one: Point) -> charts.Point:
    day = timezone.localtime(one.at)
    return charts.Point(
        name=formats.date_format(day, "j M Y"),
        value=one.value,
        said=_("not known") if one.value is None else percent(one.value),
        short=formats.date_format(day, "j M"),
    )


def percent(share: float) -> str:
    return pgettext("percent", "%(number)s %%") % {"number": round(share * 100)}


def hint_of(doing: Doing) -> str:
    """One thing a set could try; chosen from what it saw of itself, and only a hint."""
    return next(_hints(doing), "")


def _hints(doing: Doing) -> Iterator[str]:
    last = {each.metric: each.last for each in doing.courses if each.last is not None}
    opened = next(each for each in doing.courses if each.metric == "report_backs_first")
    if last.get("asking_share", 1.0) < ASKS_ENOUGH:
        yield _(
            "Next time, begin a slot with two quiet minutes in which everybody writes "
            "down one question before anybody speaks."
        )
    if last.get("turn_equality", 1.0) < EVEN_ENOUGH:
        yield _(
            "Next time, go once around before anybody speaks a second time; who likes "
            "may pass."
        )
    if opened.known and sum(opened.known) / len(opened.known) < USUALLY:
        yield _(
            "Next time, begin with what became of your actions: two minutes each, and "
            "what you learned from it."
        )
    if not doing.is_empty:
        yield _("Next time, ask at the end: which question helped most, and why?")
