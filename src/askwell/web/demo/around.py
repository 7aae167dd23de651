"""Who is around the programme: what each of them sees of it, and where they begin."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.demo.cast import PROGRAMME, character, house
from askwell.web.demo.groups import Group, Seat
from askwell.web.demo.naming import id_of
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.programmes.offices import visible_programmes
from askwell.web.running.queries.people import without_set

Status = Enrolment.Status


def around_the_programme() -> list[Group]:
    """The programme with those who hold an office in it, and some on its list."""
    programme = _programme()
    if programme is None:
        return []
    people = programme.enrolments.all()
    waiting = without_set(people, at=timezone.now()).count()
    badge = ngettext(
        "%(n)d person without a set", "%(n)d people without a set", waiting
    )
    seats = [*_offices(), *(_listed(programme, key) for key in PROGRAMME.shown)]
    return [
        Group(
            key=PROGRAMME.key,
            name=programme.name,
            words=_(
                "A programme across six organisations. Those who run it are in "
                "none of its sets, and read nothing of them."
            ),
            badge=badge % {"n": waiting},
            seats=tuple(seats),
        )
    ]


def way_into_programme(person: Person) -> str:
    """The programme's page for an office, the question for whoever is asked."""
    programme = _programme()
    if programme is None:
        return "/"
    if visible_programmes(person).filter(pk=programme.pk).exists():
        return programme.get_absolute_url()
    mine = Enrolment.objects.of(person).filter(programme=programme).first()
    return f"/programmes/join/{mine.code}/" if mine else "/"


def _programme() -> Programme | None:
    return Programme.objects.filter(pk=id_of("programme", PROGRAMME.key)).first()


def _offices() -> list[Seat]:
    speaker, employer = PROGRAMME.speaks_for
    of_whom = {"organisation": house(employer).name}
    sees = {
        PROGRAMME.manager: _(
            "Puts the sets together, and sees how they go in numbers."
        ),
        speaker: _("Looks after the people of %(organisation)s, and sees no others.")
        % of_whom,
        PROGRAMME.sponsor: _("Backs it: sees counts and dates, and no names."),
    }
    nadia, *others = [
        Seat(character=character(key), sees=words) for key, words in sees.items()
    ]
    composing = replace(
        nadia,
        try_first=_("Put the people of a programme into sets"),
        because=_("Sets are proposed for them: look why, and move whom you like."),
    )
    return [composing, *others]


def _listed(programme: Programme, key: str) -> Seat:
    one = character(key)
    mine = programme.enrolments.get(email=one.email)
    words = {
        Status.INVITED: _("Is asked whether to take part, and has not answered."),
        Status.DECLINED: _("Was asked, and would rather not."),
        Status.LEFT: _("Took part, and has left."),
    }
    ready = (
        _("Has said yes, and could facilitate a set.")
        if mine.facilitates
        else _("Has said yes, and what only the composer may know.")
    )
    seat = Seat(character=one, sees=words.get(Status(mine.status), ready))
    if mine.status != Status.INVITED:
        return seat
    return replace(
        seat,
        try_first=_("Answer a programme, and paint your week"),
        because=_("Say yes or no, and what only the composer may know. Try a phone."),
    )
