"""Real objects for tests; names come from the cast, the rest from defaults."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from allauth.account.models import EmailAddress
from django.test import Client
from django_scopes import scope

from askwell.insight.periods import Quarter
from askwell.web.actions import operations as action_operations
from askwell.web.actions.models import Action
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Membership, Organisation, Person
from askwell.web.programmes import operations, queries
from askwell.web.programmes.models import (
    Belonging,
    Cohort,
    LearningSet,
    Office,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.releasing.models import Figure, Snapshot
from askwell.web.topics import operations as topic_operations
from askwell.web.topics.models import Topic

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
PASSWORD = "seven quiet herons"

_numbers = count(1)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def a_person(
    name: str = "Amara Okafor", email: str = "", password: str | None = None
) -> Person:
    """Somebody with a verified address; their own unless one is given."""
    first, number = name.lower().partition(" ")[0], next(_numbers)
    email = email or f"{first}.{number}@people.example"
    person = Person.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(
        user=person, email=person.email, verified=True, primary=True
    )
    return person


def an_organisation(name: str = "") -> Organisation:
    return Organisation.objects.create(name=name or f"Organisation {next(_numbers)}")


def a_place(
    person: Person,
    organisation: Organisation,
    *,
    manager: Membership | None = None,
    level: int = 2,
) -> Membership:
    """A person's membership of an organisation."""
    with scope(organisation=organisation):
        return Membership.objects.create(
            person=person, organisation=organisation, manager=manager, level=level
        )


def a_set(
    *members: Person,
    facilitator: Person | None = None,
    guests: Sequence[Person] = (),
    waiting: Sequence[Person] = (),
    left: Sequence[Person] = (),
    agreed: bool = False,
    name: str = "Thursday set",
    words: str = "What is said here stays here.",
) -> LearningSet:
    """A set begun by its first member; who facilitates is in it as well."""
    by = members[0] if members else facilitator or a_person()
    learning_set = operations.begin_set(
        name=name, by=by, at=NOON, facilitates=by == facilitator, words=words
    )
    others = [one for one in (*members, facilitator) if one not in (None, by)]
    for person in dict.fromkeys(others):
        is_in(learning_set, person, is_facilitator=person == facilitator)
    for person in guests:
        is_in(learning_set, person, belonging=Belonging.GUEST)
    for person in waiting:
        is_in(learning_set, person, joined_at=None)
    for person in left:
        is_in(learning_set, person, left_at=NOON + minutes(5))
    if agreed:
        everyone_agrees(learning_set)
    return learning_set


def is_in(learning_set: LearningSet, person: Person, **how: object) -> SetMembership:
    """Put somebody into a set without asking anybody."""
    how = {"asked_at": NOON, "joined_at": NOON, **how}
    return SetMembership.objects.create(learning_set=learning_set, person=person, **how)


def everyone_agrees(learning_set: LearningSet, *, at: datetime = NOON) -> None:
    contract = queries.current_contract(learning_set)
    for person in queries.standing_in(learning_set):
        operations.agree(learning_set, read=contract.version, by=person, at=at)
    learning_set.refresh_from_db()


def an_action(
    owner: Person,
    learning_set: LearningSet | None = None,
    words: str = "Ask the ward clerks what they would change",
    **how: object,
) -> Action:
    return action_operations.note(
        learning_set=learning_set or a_set(owner),
        owner=owner,
        words=words,
        at=NOON,
        **how,
    )


def a_topic(
    owner: Person, headline: str = "The rota that nobody wants", **how: object
) -> Topic:
    return topic_operations.keep(owner=owner, headline=headline, **{"at": NOON, **how})


def signed_in(person: Person) -> Client:
    """A browser in which somebody is signed in."""
    browser = Client()
    browser.force_login(person)
    return browser


def a_programme(manager: Person | None = None, **how: object) -> Programme:
    """Looked after by a manager, at home in an organisation that takes part."""
    by = manager or a_person("Ingrid Solberg")
    home = how.pop("home", None) or an_organisation()
    programme = Programme.objects.create(
        **{
            "name": "Leading through change",
            "meant_for": Programme.For.LEADERSHIP,
            "aim": "People ask before they decide.",
            "home": home,
            "starts_on": NOON.date(),
            "ends_on": NOON.date() + timedelta(days=300),
            "created_by": by,
            **how,
        }
    )
    Partner.objects.create(programme=programme, organisation=home)
    holds_office(programme, by)
    return programme


def a_partner(programme: Programme, manager: Person | None = None) -> Partner:
    """Another organisation that takes part, and who speaks for it."""
    partner = Partner.objects.create(
        programme=programme, organisation=an_organisation()
    )
    if manager:
        holds_office(programme, manager, partner=partner)
    return partner


def holds_office(programme: Programme, person: Person, **how: object) -> Office:
    return Office.objects.create(
        programme=programme, person=person, email=person.email, name=person.name, **how
    )


def a_cohort(programme: Programme, name: str = "Spring") -> Cohort:
    return Cohort.objects.create(
        programme=programme, name=name, starts_on=programme.starts_on
    )


def an_enrolment(
    programme: Programme, person: Person | None = None, **how: object
) -> Enrolment:
    """On the list; with a person they have joined, unless it is said otherwise."""
    number = next(_numbers)
    joined = {"status": Enrolment.Status.JOINED, "answered_at": NOON} if person else {}
    return Enrolment.objects.create(
        **{
            "programme": programme,
            "cohort": programme.cohorts.first(),
            "partner": programme.partners.first(),
            "email": person.email if person else f"someone.{number}@people.example",
            "name": person.name if person else f"Someone No {number}",
            "person": person,
            "level": 2,
            **joined,
            **how,
        }
    )


def a_snapshot(
    programme: Programme,
    quarter: Quarter,
    *,
    cohort: Cohort | None = None,
    people: int = 40,
    sets: int = 6,
    **figures: float | str | tuple[float, float, float] | dict[str, float | str],
) -> Snapshot:
    """Frozen figures by metric: a value, one with its band, or why it is withheld.

    A measure of several parts is given as a dict by their names.
    """
    snapshot, _is_new = Snapshot.objects.get_or_create(
        programme=programme,
        year=quarter.year,
        number=quarter.number,
        defaults={"people": people, "sets": sets, "made_at": quarter.until},
    )
    Figure.objects.bulk_create(
        Figure(snapshot=snapshot, cohort=cohort, metric=metric, about=about, **known)
        for metric, given in figures.items()
        for about, each in (given if isinstance(given, dict) else {"": given}).items()
        for known in [_known(each, people=people, sets=sets)]
    )
    return snapshot


def _known(
    given: float | str | tuple[float, float, float], *, people: int, sets: int
) -> dict[str, object]:
    if isinstance(given, str):
        return {"withheld": given}
    value, low, high = given if isinstance(given, tuple) else (given, None, None)
    return {"value": value, "low": low, "high": high, "people": people, "sets": sets}
