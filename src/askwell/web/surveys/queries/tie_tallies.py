"""What ties add to the figures of a quarter: between areas, never between people.

A computer opens what each person picked, counts, and forgets it; nothing here is shown
to anybody before the release guard has looked at it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement
from uuid import UUID

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated
from askwell.insight.ties import Tie, matrix, new_ties, reciprocity, sides, ties_of
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Programme
from askwell.web.surveys.models import Asked, Round, Ties
from askwell.web.surveys.picks import read
from askwell.web.surveys.queries.rounds import FEWEST
from askwell.web.surveys.taps import ENOUGH

# How long the name of an area may be in that of a cell; a cell names two.
LONGEST, BETWEEN = 95, "|"
# Ties are told for so many people who answered.
FOR_EVERY = 10


@dataclass(frozen=True)
class Told:
    """Ties of one round under ids of people, and who answered, was asked, and where."""

    ties: frozenset[Tie]
    answered: frozenset[str]
    asked: Mapping[UUID, UUID]
    area: Mapping[str, str]

    @property
    def people(self) -> frozenset[UUID]:
        return frozenset(self.asked)

    @property
    def sets(self) -> frozenset[UUID]:
        return frozenset(self.asked.values())


def tie_tallies(programme: Programme, quarter: Quarter) -> Iterator[Stated]:
    """Of the latest round that asked for ties and closed in the quarter."""
    rounds = Round.objects.filter(
        programme=programme,
        asks_ties=True,
        begun_at__isnull=False,
        closes_at__lt=quarter.until,
    ).order_by("closes_at")
    found = list(rounds)
    if not found or found[-1].closes_at < quarter.since:
        return
    now = _told(found[-1])
    if len(now.answered) < FEWEST:
        return
    yield from _whole(now)
    yield from _cells(now)
    if len(found) > 1:
        yield from _since(_told(found[0]), now)


def _whole(now: Told) -> Iterator[Stated]:
    index = sides(now.ties, now.area).ei_index
    returned = reciprocity(now.ties, now.answered)
    if index is not None and len(set(now.area.values())) > 1:
        yield Stated("ei_index", index, now.people, now.sets)
    if returned is not None:
        yield Stated("tie_reciprocity", returned, now.people, now.sets)


def _cells(now: Told) -> Iterator[Stated]:
    """Also cells without a tie: that there is none is told as carefully.

    An area where hardly anybody answered is left out: its cells would be theirs. A
    cell of fewer than ten answers speaks of nobody, and is withheld.
    """
    answered = Counter(now.area[one] for one in now.answered if one in now.area)
    members: dict[str, set[UUID]] = defaultdict(set)
    for person in now.asked:
        area = now.area.get(str(person))
        if area and answered[area] >= ENOUGH:
            members[area].add(person)
    counts = matrix(now.ties, now.area)
    for one, other in combinations_with_replacement(sorted(members), 2):
        about = f"{one}{BETWEEN}{other}"
        said = sum(answered[each] for each in {one, other})
        if said < FEWEST:
            yield Stated("ties", 0.0, frozenset(), frozenset(), about=about)
            continue
        people = frozenset(members[one] | members[other])
        sets = frozenset(now.asked[each] for each in people)
        each_ten = FOR_EVERY * counts[one, other] / said
        yield Stated("ties", each_ten, people, sets, about=about)


def _since(before: Told, now: Told) -> Iterator[Stated]:
    both = before.answered & now.answered
    if len(both) < FEWEST:
        return
    value = new_ties(before.ties, now.ties, both) / len(both)
    people = before.people | now.people
    yield Stated("new_ties", value, people, before.sets | now.sets)


def _told(round_: Round) -> Told:
    """Three queries; every row of ties is opened here and nowhere else for figures."""
    asked = dict(
        Asked.objects.filter(round=round_).values_list("person", "learning_set")
    )
    enrolled = list(
        Enrolment.objects.filter(
            programme=round_.programme_id, person__isnull=False
        ).select_related("partner__organisation")
    )
    person = {each.pk: str(each.person_id) for each in enrolled}
    kept = Ties.objects.filter(round=round_, person__in=asked)
    picks = {
        str(each.person_id): [person[one] for one in read(each.picks) if one in person]
        for each in kept
    }
    return Told(ties_of(picks), frozenset(picks), asked, _areas(enrolled))


def _areas(enrolled: list[Enrolment]) -> dict[str, str]:
    """By person, their organisation; where there is but one, the area in it."""
    organisations = {each.partner_id for each in enrolled}
    return {
        str(each.person_id): _named(
            each.partner.organisation.name if len(organisations) > 1 else each.area
        )
        for each in enrolled
        if len(organisations) > 1 or each.area
    }


def _named(area: str) -> str:
    return area.replace(BETWEEN, "/")[:LONGEST]
