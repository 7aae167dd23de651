"""What a set of the year does between its meetings: taps, looks, and going on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

from askwell.web.actions.models import Action, Scale
from askwell.web.demo.year.phrases import often
from askwell.web.demo.year.plan import Course
from askwell.web.demo.year.room import Room
from askwell.web.growth.models import Sharing
from askwell.web.learning.models import Tried
from askwell.web.programmes.models import LearningSet, LedgerLine, SetMembership
from askwell.web.programmes.operations import enter
from askwell.web.renewal import tallies
from askwell.web.renewal.models import Ending, HealthCheck, Renewal
from askwell.web.renewal.statements import STATEMENTS, findings
from askwell.web.surveys.models import Pulse, Tap, Tapper
from askwell.web.surveys.taps import TAPS, VALUES

# After so many meetings a set looks at itself; after so many it decides.
LOOKS_EVERY, DECIDES_AFTER = 5, 6
KEPT = timedelta(days=80)


@dataclass(frozen=True, kw_only=True)
class Held:
    """One meeting that is over: how it stands in the tables, and what happened."""

    meeting: UUID
    number: int
    room: Room

    @property
    def over_at(self) -> datetime:
        return self.room.now


# Two taps after each meeting


def tap(course: Course, held: Sequence[Held], *, chance: Random) -> None:
    """Most tap yes; the longer a set has met, the more of them."""
    pulses = [Pulse(meeting_id=each.meeting, closes_at=_shut(each)) for each in held]
    Pulse.objects.bulk_create(pulses)
    tappers: list[Tapper] = []
    taps: list[Tap] = []
    for each in held:
        here = sorted(each.room.state.here)
        silent = [often(0.2, chance) for _one in here]
        for person, is_silent in zip(here, silent, strict=True):
            tapper = Tapper(pulse_id=each.meeting, person_id=UUID(person))
            tapper.has_tapped = not is_silent
            tappers.append(tapper)
        taps += _taps(course, each, silent.count(False), chance)
    Tapper.objects.bulk_create(tappers)
    Tap.objects.bulk_create(taps)


def _shut(each: Held) -> datetime:
    return each.over_at + Pulse.LASTS


def _taps(course: Course, each: Held, many: int, chance: Random) -> Iterator[Tap]:
    evens = course.manner(each.number).evens
    for item in TAPS:
        weights = (0.25 - 0.2 * evens, 0.5 - 0.3 * evens, 0.25 + 0.5 * evens)
        counts = Counter(chance.choices(VALUES, weights=weights, k=many))
        for value in VALUES:
            yield Tap(
                pulse_id=each.meeting, item=item.key, value=value, number=counts[value]
            )


# Looks, and going on


def look_back(
    course: Course, learning_set: LearningSet, held: Sequence[Held], *, chance: Random
) -> None:
    """Every five meetings in words; after six the set decides, and some end."""
    checks = [
        _look(course, each, chance)
        for each in held
        if (each.number + 1) % LOOKS_EVERY == 0
    ]
    HealthCheck.objects.bulk_create(checks)
    if len(held) >= DECIDES_AFTER:
        _decide(course, learning_set, held, chance)


def _look(course: Course, each: Held, chance: Random) -> HealthCheck:
    tally, evens = tallies.empty(), course.manner(each.number).evens
    for _member in course.members:
        low = {one.name: chance.choice((2, 3, 3)) for one in STATEMENTS}
        high = {one.name: chance.choice((4, 4, 5)) for one in STATEMENTS}
        steps = {
            name: high[name] if often(evens, chance) else low[name] for name in low
        }
        tally = tallies.with_answers(tally, steps)
    check = HealthCheck(
        learning_set_id=course.id,
        after_meetings=each.number + 1,
        opened_at=each.over_at + timedelta(days=1),
        closed_at=each.over_at + timedelta(days=8),
        answers=len(course.members),
    )
    check.findings = tallies.write_findings(findings(tally))
    return check


def _decide(
    course: Course, learning_set: LearningSet, held: Sequence[Held], chance: Random
) -> None:
    kinds = Renewal.Decision
    goes_on = kinds.CHANGE if often(0.3, chance) else kinds.GO_ON
    decisions = [(held[DECIDES_AFTER - 1], goes_on)]
    if course.fate.has_ended:
        decisions = [each for each in decisions if each[0] is not held[-1]]
        decisions.append((held[-1], kinds.END))
    by = course.members[0].id
    Renewal.objects.bulk_create(
        Renewal(
            learning_set=learning_set,
            asked_by_id=by,
            asked_at=each.over_at + timedelta(days=1),
            decision=decision,
            meetings=None if decision == kinds.END else 6,
            decided_by_id=by,
            decided_at=each.over_at + timedelta(days=6),
        )
        for each, decision in decisions
    )
    if course.fate.has_ended:
        _end(learning_set, by, at=held[-1].over_at + timedelta(days=6))


def _end(learning_set: LearningSet, by: UUID, *, at: datetime) -> None:
    """Its words stay until a day that has not come yet."""
    learning_set.ended_at = at
    learning_set.forget_on = (at + KEPT).date()
    learning_set.save(update_fields=["ended_at", "forget_on"])
    Ending.objects.create(learning_set=learning_set, ended_by_id=by)
    enter(learning_set, LedgerLine.Kind.ENDED, by=None, at=at)


# What a set shares with whoever facilitates it


def share(course: Course, *, at: datetime, chance: Random) -> None:
    """All say yes in some sets; in others one has not, and nothing is shown."""
    members = SetMembership.objects.members().filter(learning_set=course.id)
    yes = list(members.order_by("joined_at", "pk"))
    if not course.shares:
        yes = chance.sample(yes[1:], len(yes) // 2)
    Sharing.objects.bulk_create(Sharing(membership=each, said_at=at) for each in yes)


# What a review wanted to try


def say_what_was_tried(course: Course, held: Sequence[Held], *, chance: Random) -> None:
    """At the next meeting somebody says so for the set."""
    wanted = [
        (each, after)
        for each, after in pairwise(held)
        if any(review.try_next for review in each.room.state.reviews)
    ]
    Tried.objects.bulk_create(
        Tried(
            meeting_id=each.meeting,
            answer=_tried(course.manner(each.number).acts, chance),
            by_id=course.members[0].id,
            said_at=after.over_at,
        )
        for each, after in wanted
        if often(0.8, chance)
    )


def _tried(acts: float, chance: Random) -> str:
    if often(acts, chance):
        return Tried.Answer.YES
    return Tried.Answer.PARTLY if often(0.5, chance) else Tried.Answer.NO


# How far actions went, in their owners' own judgement


def rate_actions(course: Course, *, chance: Random) -> None:
    """About half of those that are settled have a scale."""
    settled = Action.objects.filter(
        learning_set=course.id, settled_at__isnull=False
    ).order_by("created_at", "pk")
    weights = (3, 12, 40, 30 * (0.5 + course.skill), 12 * (0.5 + course.skill))
    scales = [
        Scale(
            action=each,
            now=chance.choice((-2, -1, -1)),
            later=chance.choices((-2, -1, 0, 1, 2), weights)[0],
            later_at=each.settled_at,
        )
        for each in settled
        if often(0.5, chance)
    ]
    Scale.objects.bulk_create(scales)
