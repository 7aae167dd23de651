"""Turns a cohort and its terms into the composer's brief.

People are known there by the id of their enrolment; nothing else of them leaves.
Sealed words are opened here, in memory, and only what the composer makes of them
(a direction, a pair of ids) goes on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median_low
from typing import Any
from uuid import UUID

from django_scopes import scopes_disabled

from askwell.composer.brief import (
    USUAL_WEIGHTS,
    Brief,
    Facilitator,
    Locks,
    Pair,
    Person,
    Rules,
)
from askwell.likeness import directions
from askwell.web.composing import hours
from askwell.web.composing.models import Pairing, Terms
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.queries import lines
from askwell.web.intake import weeks
from askwell.web.intake.models import Intake
from askwell.web.intake.queries import Said, said
from askwell.web.people.models import Membership
from askwell.web.programmes.models import Cohort, Competitors, SetMembership

# How many times as usual each of the five words counts.
FACTORS = (0.0, 0.5, 1.0, 2.0, 4.0)
Asked = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What is known of the people of a cohort, and how much had to be assumed."""

    brief: Brief
    enrolments: Mapping[str, Enrolment]
    monday: datetime
    # Who painted no week: for them working hours on their own clocks are assumed.
    without_week: frozenset[str]
    without_level: frozenset[str]
    without_challenge: frozenset[str]


def asked_by(terms: Terms, people: int) -> Asked:
    """The terms as they are now, in figures, to be kept with what they lead to."""
    return {
        "sets": terms.sets or usual_number(terms, people),
        "size_min": terms.size_min,
        "size_max": terms.size_max,
        "min_common_blocks": terms.beginnings,
        "max_per_organisation": terms.max_per_organisation,
        "min_organisations": terms.min_organisations,
        "level_gap": terms.level_gap,
        "wishes": dict(terms.wishes),
        "unlike": terms.unlike,
        "together": _said(terms.cohort, Pairing.Kind.TOGETHER),
        "apart": _said(terms.cohort, Pairing.Kind.APART),
    }


def usual_number(terms: Terms, people: int) -> int:
    """Sets of about six, as far as the sizes allow it."""
    fewest: int = -(-people // terms.size_max)
    most: int = max(people // terms.size_min, fewest)
    return max(1, min(max(round(people / Terms.AIMED_AT), fewest), most))


def _said(cohort: Cohort, kind: Pairing.Kind) -> list[list[str]]:
    pairs = Pairing.objects.filter(cohort=cohort, kind=kind)
    return [[str(pair.one_id), str(pair.other_id)] for pair in pairs]


def members_of(cohort: Cohort) -> list[Enrolment]:
    """Who said yes and takes part, by name."""
    joined = Enrolment.objects.joined().filter(cohort=cohort, takes_part=True)
    return list(joined.select_related("partner__organisation", "person"))


def facilitators_of(cohort: Cohort) -> list[Enrolment]:
    """Who said yes and can facilitate here: of this cohort, or of none."""
    joined = Enrolment.objects.joined().filter(
        programme=cohort.programme_id, facilitates=True
    )
    here = joined.filter(cohort=cohort) | joined.filter(cohort__isnull=True)
    return list(here.select_related("partner__organisation", "person"))


def known_of(
    cohort: Cohort,
    asked: Asked,
    *,
    locks: Locks | None = None,
    monday: datetime | None = None,
) -> Known:
    """The brief of a cohort for the week it begins in, or for another one."""
    members, leaders = members_of(cohort), facilitators_of(cohort)
    week = monday or hours.monday_of(cohort.starts_on)
    everyone = {str(one.pk): one for one in [*members, *leaders]}
    ids = [_id(one) for one in members]
    told = {str(who): each for who, each in said(cohort).items()}
    free, without_week = free_in(everyone.values(), cohort, week)
    challenges = _challenges({who: told[who] for who in ids if who in told})
    room = room_of(leaders, cohort)
    usual_level = median_low([one.level for one in members if one.level] or [1])
    managers = _managers(everyone.values(), cohort)
    brief = Brief(
        people=tuple(
            Person(
                id=who,
                organisation=str(one.partner_id),
                function=one.area.strip().casefold(),
                level=one.level or usual_level,
                location=one.place.strip().casefold(),
                manager=managers.get(who),
                available=free[who],
                challenge=challenges.get(who, ()),
            )
            for who, one in zip(ids, members, strict=True)
        ),
        facilitators=tuple(_facilitator(one, free, room[one.pk]) for one in leaders),
        rules=_rules(asked),
        weights=_weights(asked["wishes"]),
        must=_pairs(asked["together"], ids),
        must_not=_pairs([*asked["apart"], *_wished_apart(told)], ids),
        exclusive=_competitors(cohort),
        earlier=_earlier(members),
        managers=managers,
        unlike=asked["unlike"],
        locks=locks or Locks(),
    )
    return Known(
        brief=brief,
        enrolments=everyone,
        monday=week,
        without_week=without_week,
        without_level=frozenset(str(one.pk) for one in members if not one.level),
        without_challenge=frozenset(ids) - frozenset(challenges),
    )


def _id(one: Enrolment) -> str:
    return str(one.pk)


def room_of(leaders: list[Enrolment], cohort: Cohort) -> dict[UUID, int]:
    """How many sets each can take beside those they have in other cohorts."""
    led = SetMembership.objects.readers().filter(
        is_facilitator=True,
        person__in=[one.person_id for one in leaders],
        learning_set__cohort__programme=cohort.programme_id,
        learning_set__ended_at__isnull=True,
    )
    others = led.exclude(learning_set__cohort=cohort)
    have: Counter[UUID | None] = Counter(others.values_list("person_id", flat=True))
    return {one.pk: max(0, one.capacity - have[one.person_id]) for one in leaders}


def _facilitator(one: Enrolment, free: Mapping[str, int], room: int) -> Facilitator:
    who = str(one.pk)
    return Facilitator(
        id=who,
        person=who if one.takes_part and one.cohort_id else None,
        organisation=str(one.partner_id),
        location=one.place.strip().casefold(),
        available=free[who],
        capacity=room,
        line=who,
    )


def _rules(asked: Asked) -> Rules:
    """Nobody sits with anybody above or below them, however far (INV-17)."""
    return Rules(
        sets=asked["sets"],
        size_min=asked["size_min"],
        size_max=asked["size_max"],
        min_common_blocks=asked["min_common_blocks"],
        max_per_organisation=asked["max_per_organisation"],
        min_organisations=asked["min_organisations"],
        line_depth=None,
        level_gap=asked["level_gap"],
    )


def _weights(wishes: Mapping[str, int]) -> dict[str, float]:
    return {
        wish: usual * FACTORS[wishes.get(wish, 2)]
        for wish, usual in USUAL_WEIGHTS.items()
    }


def _pairs(named: Iterable[Iterable[str]], ids: Iterable[str]) -> tuple[Pair, ...]:
    """Pairs of people who are both there, each once."""
    here = set(ids)
    pairs = {(min(one, other), max(one, other)) for one, other in named}
    return tuple(sorted(pair for pair in pairs if here.issuperset(pair)))


def _competitors(cohort: Cohort) -> tuple[frozenset[str], ...]:
    rivals = Competitors.objects.filter(programme=cohort.programme_id)
    return tuple(
        frozenset((str(one), str(other)))
        for one, other in rivals.values_list("one", "other")
    )


def _earlier(members: Iterable[Enrolment]) -> tuple[frozenset[str], ...]:
    """Whoever of these sat, or sits, in one set: in earlier cohorts or elsewhere."""
    known = {one.person_id: str(one.pk) for one in members if one.person_id}
    sat = SetMembership.objects.filter(
        person__in=known, joined_at__isnull=False
    ).values_list("learning_set", "person")
    together = defaultdict(set)
    for learning_set, person in sat:
        together[learning_set].add(known[person])
    return tuple(frozenset(each) for each in together.values() if len(each) > 1)


def _managers(everyone: Iterable[Enrolment], cohort: Cohort) -> dict[str, str]:
    """Who reports to whom: enrolled people by their id, everybody else by address.

    What the list says comes before what Askwell knows of an organisation.
    """
    everyone = list(everyone)
    ids = {one.email.casefold(): _id(one) for one in everyone}
    named = {
        low.casefold(): high.casefold()
        for low, high in (*_known_lines(everyone), *lines(cohort.programme).items())
    }
    return {ids.get(low, low): ids.get(high, high) for low, high in named.items()}


def _known_lines(everyone: Iterable[Enrolment]) -> list[tuple[str, str]]:
    """From the places these people have in the organisations they came from, upwards.

    A set asks the same when somebody comes into it (INV-17).
    """
    homes = {one.partner.organisation_id for one in everyone}
    found: list[tuple[str, str]] = []
    climbed: set[UUID] = set()
    # Lines of several organisations; each stays within its own.
    with scopes_disabled():
        places = Membership.objects.filter(organisation__in=homes)
        rungs = places.filter(person__in=[one.person_id for one in everyone])
        while rows := list(
            rungs.exclude(manager=None).values_list(
                "person__email", "manager__person__email", "manager"
            )
        ):
            found += [(low, high) for low, high, _rung in rows]
            above = {rung for _low, _high, rung in rows if rung} - climbed
            climbed |= above
            rungs = places.filter(pk__in=above)
    return found


def free_in(
    everyone: Iterable[Enrolment], cohort: Cohort, monday: datetime
) -> tuple[dict[str, int], frozenset[str]]:
    """When each of them could begin a meeting, and of whom that is assumed."""
    minutes, home = cohort.programme.minutes, cohort.programme.time_zone
    people = {_id(one): one for one in everyone}
    painted = _painted(people)
    free = {
        who: hours.beginnings(
            painted.get(who) or hours.USUAL, one.time_zone or home, minutes, monday
        )
        for who, one in people.items()
    }
    return free, frozenset(who for who in people if not painted.get(who))


def _painted(people: Iterable[str]) -> dict[str, int]:
    kept = Intake.objects.filter(enrolment__in=list(people))
    rows = kept.values_list("enrolment", "painted")
    return {str(who): weeks.read(painted) for who, painted in rows}


def _challenges(told: Mapping[str, Said]) -> dict[str, tuple[float, ...]]:
    """Directions of the challenges whose owners let them be compared."""
    words = {who: each.challenge for who, each in told.items() if each.challenge}
    found = directions(list(words.values())) if words else []
    return {who: way for who, way in zip(words, found, strict=True) if way}


def _wished_apart(told: Mapping[str, Said]) -> set[Pair]:
    """Pairs of whom one would rather not sit with the other; not which of them."""
    return {
        (min(who, str(other)), max(who, str(other)))
        for who, each in told.items()
        for other in each.apart
    }
