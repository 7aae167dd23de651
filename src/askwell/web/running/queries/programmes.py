"""The programmes of one person, and who else looks after one."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils import timezone

from askwell.web.people.models import Person
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.parts import Part, part_of


@dataclass(frozen=True)
class OwnProgramme:
    """A programme as it stands in somebody's list."""

    programme: Programme
    part: Part
    speaks_for: tuple[str, ...]
    """Whose people they answer for, where that is not everybody."""

    @property
    def has_begun(self) -> bool:
        return self.programme.starts_on <= timezone.localdate()


def programmes_of(person: Person) -> list[OwnProgramme]:
    """Those somebody holds an office in, those that go on first; two queries."""
    held = defaultdict(list)
    offices = Office.objects.of(person).select_related("partner__organisation")
    for each in offices:
        held[each.programme_id].append(each)
    programmes = Programme.objects.filter(pk__in=held).select_related("home")
    over = Case(
        When(ended_at__isnull=True, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return [
        _own(each, held[each.pk]) for each in programmes.order_by(over, "-starts_on")
    ]


def _own(programme: Programme, offices: list[Office]) -> OwnProgramme:
    part = part_of(offices) or Part.SPONSOR
    names = sorted(
        each.partner.organisation.name for each in offices if each.partner is not None
    )
    return OwnProgramme(programme, part, tuple(names))


def whole_of(person: Person) -> list[Programme]:
    """The programmes that somebody looks after as a whole, and that go on."""
    held = Office.objects.of(person).filter(
        kind=Office.Kind.MANAGER, partner__isnull=True
    )
    found = Programme.objects.filter(pk__in=held.values("programme"))
    return list(found.filter(ended_at__isnull=True).order_by("-starts_on"))


def offices_in(programme: Programme) -> QuerySet[Office]:
    """Who holds an office now: managers of the whole, of partners, sponsors."""
    held = Office.objects.open().filter(programme=programme)
    return held.select_related("partner__organisation", "person").order_by(
        "kind", "partner__organisation__name", "name"
    )


def to_remind(*, at: datetime) -> list[UUID]:
    """The programmes whose managers may be told that something waits."""
    on = Programme.objects.filter(ended_at__isnull=True, ends_on__gte=at.date())
    return list(on.values_list("pk", flat=True))
