"""Who may enter which meeting and read what of it; whatever is not said is refused."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import BY_CONSENT, SetMembership
from askwell.web.programmes.rules import attended_sets, readable_sets


def attended_meetings(person: Person) -> QuerySet[Meeting]:
    """The meetings whose room a person may enter, as member or admitted guest."""
    return _with_set().filter(learning_set__in=attended_sets(person))


def readable_meetings(person: Person) -> QuerySet[Meeting]:
    """The meetings of which a person may read what the set keeps; guests may not."""
    return _with_set().filter(learning_set__in=readable_sets(person))


def enterable_meetings(person: Person) -> QuerySet[Meeting]:
    """Those at whose door a person may stand: also who waits to be let into the set.

    But not who would watch: that all of the set consents to, not those at a meeting.
    """
    waiting = (
        SetMembership.objects.waiting()
        .exclude(belonging__in=BY_CONSENT)
        .filter(person=person, learning_set=OuterRef("learning_set"))
    )
    own = Q(learning_set__in=attended_sets(person))
    return _with_set().filter(own | Exists(waiting))


def meeting_of_code(person: Person, code: str) -> Meeting | None:
    """The meeting that a short code opens; for everyone else it does not exist."""
    return enterable_meetings(person).filter(code=code.strip().lower()).first()


def _with_set() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("learning_set")
