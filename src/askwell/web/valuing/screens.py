"""Amounts in words, and what was worked out as pictures."""

from dataclasses import dataclass

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.insight.valuing import (
    Available,
    Cost,
    Gap,
    Needed,
    Reach,
    gap_to,
    needed_for,
    reach_of,
    rounded,
)
from askwell.web.ui.charts import Bars, bar, bars
from askwell.web.valuing.queries.page import ValuePage

Words = str | Promise
DIGITS = 3


def number(value: float) -> str:
    return formats.number_format(round(value), decimal_pos=0, force_grouping=True)


def money(amount: float | None, currency: str) -> str:
    """As in "GBP 12,400": no more exact than it is, and no dollar for another."""
    if amount is None:
        return ""
    return f"{currency} {number(rounded(amount, digits=DIGITS))}"


def cost_bars(cost: Cost, currency: str, missing: dict[str, bool]) -> Bars:
    """What the cost consists of, in the order in which it is asked for."""
    parts: list[tuple[str, Words, float]] = [
        ("facilitator_hour", _("Facilitators’ time"), cost.facilitators),
        ("member_hour", _("Members’ time"), cost.members),
        ("platform_year", _("Askwell"), cost.platform),
        ("other", _("Everything else"), cost.other),
    ]
    unsaid = _("not written down")
    return bars(
        [
            bar(
                str(name), value, unsaid if missing.get(key) else money(value, currency)
            )
            for key, name, value in parts
        ],
        title=_("What the programme has cost so far"),
        says=_("Altogether about %(money)s.") % {"money": money(cost.total, currency)},
        over=_("What for"),
        parts=[_("Cost")],
    )


def missing_rates(page: ValuePage) -> dict[str, bool]:
    """Which prices nobody has written down."""
    names = ("facilitator_hour", "member_hour", "platform_year")
    return {name: getattr(page.costing, name, None) is None for name in names}


@dataclass(frozen=True)
class Plan:
    """What the planner works out of one form."""

    reach: Reach
    needed: Needed | None
    gap: Gap | None
    says: tuple[str, ...]
    chart: Bars

    @property
    def reaches_all(self) -> bool:
        return self.gap is not None and not self.gap.people


def planned(people: int | None, available: Available) -> Plan:
    reach = reach_of(available)
    needed = needed_for(people, set_size=available.set_size) if people else None
    gap = gap_to(people, available) if people else None
    return Plan(
        reach=reach,
        needed=needed,
        gap=gap,
        says=tuple(_says(reach, gap)),
        chart=_reach_bars(reach, people),
    )


def _says(reach: Reach, gap: Gap | None) -> list[str]:
    said = [_reached(reach)]
    if gap and not gap.people:
        said.append(_("That is everybody you would like to reach."))
    elif gap:
        said.append(_left_over(gap))
    return said


def _reached(reach: Reach) -> str:
    if not reach.together:
        return _("With nobody available yet, nobody is reached.")
    people = ngettext(
        "Together they reach one person at a time",
        "Together they reach %(number)s people at a time",
        reach.together,
    ) % {"number": number(reach.together)}
    parts = _(": %(coached)s by one-to-one coaching, %(in_sets)s in sets.") % {
        "coached": number(reach.by_coaching),
        "in_sets": number(reach.by_sets),
    }
    return people + parts


def _left_over(gap: Gap) -> str:
    left = ngettext(
        "One person is left. To reach them in sets takes",
        "%(number)s people are left. To reach them in sets takes",
        gap.people,
    ) % {"number": number(gap.people)}
    more = ngettext("one more set:", "%(number)s more sets:", gap.sets) % {
        "number": number(gap.sets)
    }
    who = _(
        "facilitators who are new to it: %(new)s, or experienced ones: %(experienced)s."
    ) % {"new": number(gap.new), "experienced": number(gap.experienced)}
    return f"{left} {more} {who}"


def _reach_bars(reach: Reach, people: int | None) -> Bars:
    reached = [
        (_("By one-to-one coaching"), reach.by_coaching),
        (_("In sets"), reach.by_sets),
        (_("Together"), reach.together),
    ]
    if people:
        reached.append((_("You would like to reach"), people))
    return bars(
        [bar(name, float(value), number(value)) for name, value in reached],
        title=_("How many people are reached at a time"),
        says=_("How far coaches and facilitators reach, side by side."),
        over=_("How"),
        parts=[_("People")],
    )
