"""The first things asked of a programme: a sentence, a picture, and three figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.metrics import metric_named
from askwell.web.dashboards.queries import Chosen
from askwell.web.dashboards.screens import course
from askwell.web.dashboards.wording import (
    note_of,
    of_earlier,
    shown,
    since,
    why_not,
)
from askwell.web.releasing.models import Figure
from askwell.web.releasing.wording import presented
from askwell.web.ui.charts import Line, Spark, spark

CAME, TOOK_PART, HELD = "attendance", "participation", "meetings_held"
OPEN, LEARNED = "open_share", "slots_with_learning"
LISTENED, SAFE, FREELY = "listening", "psychological_safety", "said_freely"
GOAL, DAYS = "goal_attainment", "days_bid_to_action"
SPARED, BALANCE = "avoided_spend", "net_benefit"
AS_HOPED, CLEARLY = 50, 3
"""Goals between 47 and 53 went about as hoped."""


@dataclass(frozen=True)
class Tile:
    """One key figure; without a value, `note` says kindly why."""

    metric: str
    label: str
    value: str
    note: str
    course: Spark | None = None


@dataclass(frozen=True)
class Section:
    """One question, its answer in a sentence, and what shows it."""

    name: str
    asks: str
    sentence: str
    lead: str
    tiles: tuple[Tile, ...]
    chart: Line | None = None


def alive(chosen: Chosen) -> Section:
    came = chosen.now(CAME)
    people, sets = _there(chosen)
    return Section(
        name="alive",
        asks=_("Is it alive?"),
        sentence=_how_alive(people, sets),
        lead=_told_of(chosen, CAME, _("%(value)s of members came to their meetings"))
        or (why_not(came) if sets else ""),
        tiles=(_people(people, sets), *_tiles(chosen, HELD, CAME)),
        chart=course.drawn(
            chosen, [CAME, TOOK_PART], title=_("Who came, and who took part")
        ),
    )


def _there(chosen: Chosen) -> tuple[int, int]:
    """How many people, in fives, in how many sets; of a cohort as of those who met."""
    if chosen.cohort is None:
        return chosen.snapshot.people, chosen.snapshot.sets
    held = chosen.now(HELD)
    return (held.people, held.sets) if held and held.is_shown else (0, 0)


def _how_alive(people: int, sets: int) -> str:
    if not sets:
        return _("Too few people took part in too few sets to tell of them.")
    words = ngettext(
        "At least %(people)s people took part in %(sets)s set.",
        "At least %(people)s people took part in %(sets)s sets.",
        sets,
    )
    return words % {"people": number_format(people), "sets": sets}


def _people(people: int, sets: int) -> Tile:
    in_sets = ngettext("in %(sets)s set", "in %(sets)s sets", sets) % {"sets": sets}
    return Tile(
        metric="",
        label=_("people taking part, at least"),
        value=number_format(people) if people else "",
        note=in_sets if people else _("Shown from ten people in three sets on."),
    )


def people(chosen: Chosen) -> Section:
    return Section(
        name="people",
        asks=_("Is it helping people?"),
        sentence=_how_they_ask(chosen),
        lead=_told_of(
            chosen,
            LEARNED,
            _("Somebody noted a learning %(value)s of the times a topic was worked on"),
        ),
        tiles=tuple(_tiles(chosen, LISTENED, SAFE, FREELY)),
        chart=course.drawn(
            chosen,
            [OPEN, LEARNED],
            title=_("How people ask, and whether they note what they learn"),
        ),
    )


def _how_they_ask(chosen: Chosen) -> str:
    told = _told_of(chosen, OPEN, _("%(value)s of the questions invited thinking"))
    return told or _("How people ask cannot be shown for these months.")


def organisation(chosen: Chosen) -> Section:
    return Section(
        name="organisation",
        asks=_("Is it helping the organisation?"),
        sentence=_how_far_by(chosen),
        lead=_told_of(
            chosen, DAYS, _("From bringing a topic to the first step it took %(value)s")
        ),
        tiles=tuple(_tiles(chosen, GOAL, DAYS, _worth(chosen))),
    )


def _how_far_by(chosen: Chosen) -> str:
    goal = chosen.latest(GOAL)
    return _how_far(goal) + (_when(goal, chosen) if goal and goal.is_shown else "")


def _when(figure: Figure, chosen: Chosen) -> str:
    return of_earlier(figure.snapshot.quarter, chosen.snapshot.quarter)


def _how_far(goal: Figure | None) -> str:
    if goal is None or goal.value is None:
        return _("How far topics came cannot be shown for these months.")
    off = goal.value - AS_HOPED
    if abs(off) <= CLEARLY:
        return _("Topics came about as far as their owners had hoped.")
    if off > 0:
        return _("Topics came further than their owners had hoped.")
    return _("Topics came less far than their owners had hoped.")


def _worth(chosen: Chosen) -> str:
    """What was spared less what was spent, where both are known."""
    return BALANCE if chosen.value(BALANCE) is not None else SPARED


def _told_of(chosen: Chosen, name: str, words: str) -> str:
    """A sentence of the last value and the one before; empty without a value."""
    metric, figure = metric_named(name), chosen.latest(name)
    if figure is None or figure.value is None:
        return ""
    quarter = figure.snapshot.quarter
    told = words % {"value": presented(figure)}
    if when := _when(figure, chosen):
        return f"{told}.{when}"
    return f"{told}{since(metric, figure, chosen.at(name, quarter.previous))}."


def _tiles(chosen: Chosen, *names: str) -> Iterator[Tile]:
    for name in names:
        yield _tile(chosen, name, chosen.latest(name))


def _tile(chosen: Chosen, name: str, figure: Figure | None) -> Tile:
    is_shown = figure is not None and figure.is_shown
    return Tile(
        metric=name,
        label=_(metric_named(name).title),
        value=shown(figure, chosen) if figure and is_shown else "",
        note=note_of(figure, chosen.snapshot)
        if figure and is_shown
        else why_not(figure),
        course=_spark(chosen, name),
    )


def _spark(chosen: Chosen, name: str) -> Spark | None:
    figures = (chosen.at(name, quarter) for quarter in chosen.quarters)
    drawn = spark([each.value if each else None for each in figures])
    return drawn if drawn.is_drawn else None


def told_elsewhere(chosen: Chosen) -> str:
    """How much of it members have told others themselves in this quarter."""
    figures = (chosen.now(each) for each in ("stories_published", "themes_shared"))
    stories, themes = (each.value if each else None for each in figures)
    return " ".join(_counted(stories, themes))


def _counted(stories: float | None, themes: float | None) -> Iterator[str]:
    if stories:
        number = round(stories)
        words = ngettext(
            "In these months members told others %(number)s story of what they "
            "learned.",
            "In these months members told others %(number)s stories of what they "
            "learned.",
            number,
        )
        yield words % {"number": number}
    if themes:
        number = round(themes)
        words = ngettext(
            "%(number)s theme comes up in several sets.",
            "%(number)s themes come up in several sets.",
            number,
        )
        yield words % {"number": number}
