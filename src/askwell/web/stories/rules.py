"""Who may read and do what with an offer; whatever is not said here is refused."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    Programme,
    SetMembership,
)
from askwell.web.programmes.offices import visible_programmes
from askwell.web.stories.models import Named, Offer, OfferQuerySet, Say

Audience = Offer.Audience


def sets_to_tell_of(person: Person) -> QuerySet[LearningSet]:
    """Sets a person is or was a member of, in a programme that goes on."""
    been = SetMembership.objects.filter(
        person=person, joined_at__isnull=False, belonging=Belonging.MEMBER
    )
    sets = LearningSet.objects.filter(
        pk__in=been.values("learning_set"), cohort__programme__ended_at__isnull=True
    )
    return sets.select_related("cohort__programme").order_by("name")


def own_offers(person: Person) -> OfferQuerySet:
    """Theirs for ever, whatever becomes of set and programme."""
    return _told_about().there().filter(owner=person)


def offers_asked_about(person: Person) -> OfferQuerySet:
    """Those a person has a say in now: as a member of the set, or being named."""
    as_member = Say.objects.concerned().filter(offer=OuterRef("pk"), person=person)
    named = Named.objects.filter(offer=OuterRef("pk"), person=person, is_over=False)
    return _told_about().asked().filter(Exists(as_member) | Exists(named))


def readable_offers(person: Person) -> OfferQuerySet:
    """Published ones: of the programmes, of the own sets, and where one is named."""
    own_sets = SetMembership.objects.readers().filter(person=person)
    named = Named.objects.filter(offer=OuterRef("pk"), person=person, is_over=False)
    told = Q(programme__in=programmes_of_staff(person)) | Q(
        programme__in=programmes_of_people(person), audience=Audience.EVERYBODY
    )
    here = Q(learning_set__in=own_sets.values("learning_set"))
    return _told_about().published().filter(told | here | Exists(named))


def visible_offers(person: Person) -> OfferQuerySet:
    """All that a person may open, be it their own, to be asked about, or told."""
    doors = (own_offers, offers_asked_about, readable_offers)
    known = Q()
    for door in doors:
        known |= Q(pk__in=door(person).values("pk"))
    return _told_about().filter(known)


def told_to(person: Person, programme: Programme) -> OfferQuerySet:
    """What of a programme's stories a person reads on its page."""
    told = _told_about().published().filter(programme=programme)
    if audience_of(person, programme) == Audience.STAFF:
        return told
    return told.filter(audience=Audience.EVERYBODY)


def readable_programmes(person: Person) -> QuerySet[Programme]:
    """Those whose stories a person reads, as long as the programme goes on."""
    found = Programme.objects.filter(ended_at__isnull=True)
    return found.filter(
        Q(pk__in=programmes_of_staff(person)) | Q(pk__in=programmes_of_people(person))
    ).order_by("name")


def audience_of(person: Person, programme: Programme) -> Audience:
    """The widest that a reader of the programme belongs to."""
    is_staff = programmes_of_staff(person).filter(pk=programme.pk).exists()
    return Audience.STAFF if is_staff else Audience.EVERYBODY


def programmes_of_staff(person: Person) -> QuerySet[Programme]:
    """Whoever manages or sponsors, of the whole or for one organisation."""
    return visible_programmes(person).filter(ended_at__isnull=True)


def programmes_of_people(person: Person) -> QuerySet[Programme]:
    """Whoever has said that they take part, or is in one of its sets."""
    joined = Enrolment.objects.joined().filter(person=person)
    in_sets = SetMembership.objects.readers().filter(person=person)
    return Programme.objects.filter(
        Q(pk__in=joined.values("programme"))
        | Q(pk__in=in_sets.values("learning_set__cohort__programme")),
        ended_at__isnull=True,
    )


def has_a_say(person: Person, offer: Offer) -> bool:
    """A member of the set who was asked and is still there."""
    if offer.status != Offer.Status.ASKED:
        return False
    return offer.says.concerned().filter(person=person).exists()


def is_named(person: Person, offer: Offer) -> bool:
    """Their yes is asked for, or stands and can be taken back."""
    if offer.status not in (Offer.Status.ASKED, Offer.Status.PUBLISHED):
        return False
    return offer.named.filter(person=person, is_over=False).exists()


def _told_about() -> OfferQuerySet:
    return Offer.objects.select_related("owner", "learning_set", "programme")
