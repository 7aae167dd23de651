"""A passport in words: what there is, what is missing, and one thing to do next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format, localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.pathways.progress import (
    OfLevel,
    OfRenewal,
    Progress,
    Reached,
)
from askwell.facilitation.pathways.progress import Standing as Stands
from askwell.web.passports.models import Badge, Confirmation
from askwell.web.passports.queries.passport import Standing, lasts_until


@dataclass(frozen=True)
class Line:
    """One requirement, told."""

    title: str
    says: str
    met: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LevelTold:
    """One level, told; `badge` is the newest that stands."""

    name: str
    title: str
    says: str
    lines: tuple[Line, ...]
    reached_at: datetime | None
    is_next: bool
    may_have_badge: bool
    badge: Badge | None


@dataclass(frozen=True)
class RenewalTold:
    """What keeps a level, told."""

    says: str
    lines: tuple[Line, ...]
    stands: bool


@dataclass(frozen=True)
class Told:
    """One pathway of somebody's, told."""

    standing: Standing
    levels: tuple[LevelTold, ...]
    renewal: RenewalTold | None

    @property
    def title(self) -> str:
        return _(self.standing.pathway.title)

    @property
    def now(self) -> LevelTold | None:
        """The furthest that was reached."""
        reached = [each for each in self.levels if each.reached_at]
        return reached[-1] if reached else None


@dataclass(frozen=True)
class Step:
    """One thing to do next, the name of the address where, and what to press."""

    says: str
    to: str = ""
    label: str = ""


def told(standing: Standing, *, at: datetime) -> Told:
    """Everything of one pathway, in the reader's language."""
    found = standing.progress
    given = {each.requirement: each for each in standing.confirmations}
    levels = tuple(_level(each, standing, given, at=at) for each in found.levels)
    renewal = found.renewal and _renewal(found.renewal, given)
    return Told(standing, levels, renewal or None)


def _level(
    of: OfLevel, standing: Standing, given: Mapping[str, Confirmation], *, at: datetime
) -> LevelTold:
    level, found = of.level, standing.progress
    return LevelTold(
        name=level.name,
        title=_(level.title),
        says=_(level.says),
        lines=tuple(_line(each, given) for each in of.reached),
        reached_at=of.reached_at,
        is_next=of is found.following,
        may_have_badge=_may_have_badge(of, found),
        badge=_badge(level.name, standing, at=at),
    )


def _may_have_badge(of: OfLevel, found: Progress) -> bool:
    if not (found.pathway.awards and of.reached_at and of.reached):
        return False
    renewal = found.renewal
    if renewal and found.pathway.stands_at_least(of.level, renewal.renewal.since):
        return renewal.standing is Stands.STANDS
    return True


def _badge(level: str, standing: Standing, *, at: datetime) -> Badge | None:
    """The newest that counts, unless one could be had that lasts longer."""
    renewal = standing.progress.renewal
    until = lasts_until(renewal) if renewal else at
    for each in standing.badges:
        lasts = each.valid_until is None or each.valid_until >= max(until, at)
        if each.level == level and lasts and each.withdrawn_at is None:
            return each
    return None


def _line(of: Reached, given: Mapping[str, Confirmation]) -> Line:
    return Line(
        title=_(of.requirement.title),
        says=_by_hand(of, given) if of.requirement.by_hand else _counted(of),
        met=of.met,
        notes=tuple(_notes(of)),
    )


def _counted(of: Reached) -> str:
    amounts = {"have": number(of.have), "need": number(of.requirement.at_least)}
    if of.have > of.requirement.at_least:
        return _("%(have)s; asked for: %(need)s") % amounts
    return _("%(have)s of %(need)s") % amounts


def _by_hand(of: Reached, given: Mapping[str, Confirmation]) -> str:
    confirmed = given.get(of.requirement.name)
    if confirmed is None:
        return _("not confirmed yet")
    told = {"day": day(confirmed.at), "name": str(confirmed.by or _("somebody"))}
    return _("confirmed by %(name)s on %(day)s") % told


def _notes(of: Reached) -> Iterator[str]:
    asked = of.requirement
    if asked.note:
        yield _(asked.note)
    if other := asked.otherwise:
        values = {
            "number": number(other.at_least),
            "note": _(other.note),
            "source": _(other.source),
        }
        yield _("Elsewhere it says %(number)s: “%(note)s” (%(source)s).") % values
    if asked.up_to and not of.met:
        yield _("Usually not more than %(most)s.") % {"most": number(asked.up_to)}
    if of.only_time_is_missing:
        months = {"months": asked.over_months}
        yield _("There is enough of it; it has to span %(months)s months.") % months


def _renewal(of: OfRenewal, given: Mapping[str, Confirmation]) -> RenewalTold:
    return RenewalTold(
        says=_standing(of),
        lines=tuple(_line(each, given) for each in of.reached),
        stands=of.standing is Stands.STANDS,
    )


def _standing(of: OfRenewal) -> str:
    when = {"day": day(of.until), "months": of.renewal.months}
    return _standings()[of.standing] % when


def _standings() -> Mapping[Stands, str]:
    return {
        Stands.STANDS: _(
            "It stands until %(day)s. This keeps it, each time within %(months)s "
            "months:"
        ),
        Stands.RECOVERABLE: _(
            "It has lapsed on %(day)s, and that can be mended: it stands again as "
            "soon as this lies within the last %(months)s months."
        ),
        Stands.ASK_THE_BODY: _(
            "It has lapsed on %(day)s, longer ago than the body allows for. Ask them "
            "how to take it up again."
        ),
    }


def number(value: float) -> str:
    """Without a fraction where there is none."""
    rounded = round(value, 1)
    return str(localize(int(rounded) if rounded == int(rounded) else rounded))


def day(at: datetime) -> str:
    return date_format(localtime(at), "j F Y")


def next_step(of: Told) -> Step | None:
    """None where everything there is was reached."""
    step = of.standing.progress.next_step
    if step is None:
        return None
    if step.requirement.evidence is None:
        asked = {"what": _(step.requirement.title)}
        return Step(_("Ask whoever trains you to confirm: %(what)s.") % asked)
    return _steps()[step.requirement.evidence]


def _steps() -> Mapping[Evidence, Step]:
    """In the reader's language, so made when they are asked for."""
    lead = Step(_("Facilitate your next meeting."), "home:front", _("To your sets"))
    log = Step(
        _("Write a line in your practice log."), "feedback:log", _("To your log")
    )
    return {
        Evidence.LESSON: Step(
            _("Work through the next short lesson."),
            "training:path",
            _("To the lessons"),
        ),
        Evidence.COACHED_QUESTION: Step(
            _("Write a question in the question gym."),
            "training:path",
            _("To the question gym"),
        ),
        Evidence.PRACTICE_SLOT: Step(
            _("Facilitate a practice set, where nothing can go wrong."),
            "practising:cases",
            _("To the practice sets"),
        ),
        Evidence.OBSERVED_SLOT: Step(
            _("Ask somebody experienced to observe a slot that you facilitate."),
            "feedback:observations",
            _("To observations"),
        ),
        Evidence.LOG_ENTRY: log,
        Evidence.LOG_WORDS: log,
        Evidence.MEETING: lead,
        Evidence.LEARNING_SET: Step(
            _("Facilitate a second set, with other people."),
            "home:front",
            _("To your sets"),
        ),
        Evidence.HOUR: lead,
        Evidence.SUPERVISION: Step(
            _("Go to a set of facilitators, and mark it as your supervision set."),
            "passports:counted",
            _("Mark it"),
        ),
        Evidence.CPD_HOUR: Step(
            _("Write down what you learned elsewhere."),
            "passports:learning",
            _("Write it down"),
        ),
        Evidence.OBSERVED_OTHERS: Step(
            _("Observe a slot of somebody who is learning it."),
            "feedback:observations",
            _("To observations"),
        ),
    }
