"""Where somebody stands on each pathway that is theirs; for their eyes alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from django.db.models import Q
from django.utils import timezone

from askwell.facilitation.evidence import Evidence, Item
from askwell.facilitation.pathways import OURS, Level, Pathway
from askwell.facilitation.pathways.progress import OfRenewal, Progress, progress
from askwell.web.enrolments.models import Enrolment
from askwell.web.feedback.queries import evidence as feedback
from askwell.web.passports.models import Adopted, Badge, Confirmation, Facilitated
from askwell.web.passports.queries import evidence as own
from askwell.web.people.models import Person
from askwell.web.practising.queries import evidence as practising
from askwell.web.programmes.models import Office, SetMembership
from askwell.web.training.queries import evidence as training

# An entry for each app in which somebody does something that counts.
SOURCES: Sequence[Callable[[Person], Iterable[Item]]] = (
    training.evidence,
    practising.evidence,
    feedback.evidence,
    own.evidence,
)


@dataclass(frozen=True)
class Standing:
    """One pathway of somebody's, and whose it is; of Askwell itself, nobody's."""

    progress: Progress
    adopted: Adopted | None = None
    badges: Sequence[Badge] = ()
    confirmations: Sequence[Confirmation] = ()

    @property
    def pathway(self) -> Pathway:
        return self.progress.pathway


@dataclass(frozen=True)
class Passport:
    """All that somebody can show."""

    person: Person
    at: datetime
    items: Sequence[Item]
    own: Standing
    others: Sequence[Standing] = ()
    facilitated: Sequence[Facilitated] = field(default_factory=list)
    badges: Sequence[Badge] = ()

    @property
    def is_empty(self) -> bool:
        return not self.items and not self.facilitated

    @property
    def standings(self) -> list[Standing]:
        return [self.own, *self.others]

    @property
    def further_badges(self) -> list[Badge]:
        """Those that stand, of pathways that are switched off or left or gone."""
        here = {badge.pk for each in self.standings for badge in each.badges}
        return [each for each in self.badges if each.pk not in here]

    def amount(self, kind: Evidence, *, different: bool = False) -> float:
        """How much of a kind there is in all."""
        fit = [each for each in self.items if each.kind is kind]
        if different:
            return len({each.about for each in fit})
        return sum(each.amount for each in fit)


def items_of(person: Person) -> list[Item]:
    """Everything that counts for something, from wherever it was done."""
    return [item for evidence in SOURCES for item in evidence(person)]


def passport_of(person: Person, *, at: datetime) -> Passport:
    """The same number of queries, however much there is."""
    items = items_of(person)
    adopted = list(adopted_for(person))
    badges = list(Badge.objects.filter(person=person))
    rows = Facilitated.objects.filter(person=person, left_out=False)
    return Passport(
        person=person,
        at=at,
        items=items,
        own=_own(person, items, badges, at=at),
        others=list(_others(person, adopted, items, badges, at=at)),
        facilitated=list(rows.order_by("-at")),
        badges=[each for each in badges if each.stands(at=at)],
    )


def standing_of(person: Person, adopted: Adopted | None, *, at: datetime) -> Standing:
    """On one pathway: Askwell's own, or one that is switched on for them."""
    items = items_of(person)
    if adopted is None:
        return _own(person, items, [], at=at)
    return next(iter(_others(person, [adopted], items, [], at=at)))


def level_of(person: Person, *, at: datetime | None = None) -> Level:
    """On Askwell's own pathway; everybody is a guided host at least."""
    at = at or timezone.now()
    return cast(Level, standing_of(person, None, at=at).progress.level)


def lasts_until(renewal: OfRenewal) -> datetime:
    """The end of the day: the instant is that of a meeting, which others share."""
    day = renewal.until.astimezone(UTC)
    return day.replace(hour=23, minute=59, second=59, microsecond=0)


def adopted_for(person: Person) -> list[Adopted]:
    """Pathways switched on in programmes that somebody takes part in."""
    enrolled = Enrolment.objects.joined().filter(person=person)
    in_sets = SetMembership.objects.current().filter(person=person)
    offices = Office.objects.of(person)
    known = Confirmation.objects.filter(person=person)
    found = Adopted.objects.on().filter(
        Q(programme__in=enrolled.values("programme"))
        | Q(programme__in=in_sets.values("learning_set__cohort__programme"))
        | Q(programme__in=offices.values("programme"))
        | Q(pk__in=known.values("adopted")),
        programme__ended_at__isnull=True,
    )
    return list(found.select_related("programme__home"))


def _own(
    person: Person, items: Sequence[Item], badges: Sequence[Badge], *, at: datetime
) -> Standing:
    found = progress(OURS, items, at=at, begun_at=person.created_at)
    own = [each for each in badges if not each.is_of_programme]
    return Standing(found, badges=[one for one in own if one.pathway == OURS.name])


def _others(
    person: Person,
    adopted: Sequence[Adopted],
    items: Sequence[Item],
    badges: Sequence[Badge],
    *,
    at: datetime,
) -> Iterator[Standing]:
    rows = Confirmation.objects.filter(person=person, adopted__in=adopted)
    confirmed = list(rows.select_related("by"))
    for each in adopted:
        its = [one for one in confirmed if one.adopted_id == each.pk]
        given = {one.requirement: one.at for one in its}
        found = progress(
            each.pathway, items, at=at, confirmed=given, begun_at=person.created_at
        )
        own = [one for one in badges if one.adopted_id == each.pk]
        yield Standing(found, each, own, its)
