"""Who of the cast is in the year's programme, and what each of them would see of it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.demo.cast import character
from askwell.web.demo.groups import Group, Seat
from askwell.web.demo.naming import id_of
from askwell.web.demo.year.making import KEY, MANAGER, SPONSOR
from askwell.web.demo.year.people import LEADING, SEATED
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet, Programme

__all__ = ["KEY", "around_the_year", "way_into_year"]


def around_the_year() -> list[Group]:
    """Nothing as long as it is not here."""
    programme = Programme.objects.filter(pk=id_of("programme", KEY)).first()
    if programme is None:
        return []
    sets = LearningSet.objects.filter(cohort__programme=programme).count()
    badge = ngettext("%(n)d set", "%(n)d sets", sets) % {"n": sets}
    return [
        Group(
            key=KEY,
            name=programme.name,
            words=_(
                "A year of a programme across four organisations: what it has brought "
                "in figures, and nothing of what was said."
            ),
            badge=badge,
            seats=_seats(),
        )
    ]


def _seats() -> tuple[Seat, ...]:
    return (
        Seat(
            character=character(SPONSOR),
            sees=_("Backs it: reads what it has brought, quarter by quarter."),
            try_first=_("See what a year of sets has brought"),
            because=_("Is it alive, does it help, and does learning keep up?"),
        ),
        Seat(
            character=character(MANAGER),
            sees=_("Looks after it: rounds of questions, changes, costs and figures."),
        ),
        Seat(
            character=character(SEATED.cast),
            sees=_("Sits in one of its sets, and sees how she has grown in it."),
        ),
        Seat(
            character=character(LEADING.cast),
            sees=_("Facilitates three of its sets, and sees what they share with him."),
        ),
    )


def way_into_year(person: Person) -> str:
    """Figures for an office; one's own growth, or one's sets, for who sits in it."""
    ways = {SEATED.id: "/growth/", LEADING.id: "/facilitating/"}
    insight = f"/programmes/{id_of('programme', KEY)}/insight/"
    return ways.get(person.pk, insight)
