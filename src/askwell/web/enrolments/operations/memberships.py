"""The places of those who have joined in their organisations, and their lines there.

What keeps people of one line apart in every set (INV-17) is read from these places.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django_scopes import scope

from askwell.web.enrolments.models import Enrolment, ReportingLine
from askwell.web.people.models import Membership, Person
from askwell.web.programmes.models import Partner


@transaction.atomic
def write(enrolment: Enrolment, person: Person) -> Membership:
    """Write what is known of somebody who has joined; call it when they say yes."""
    partner = Partner.objects.select_related("organisation").get(
        pk=enrolment.partner_id
    )
    place = _placed(enrolment, person.pk, partner)
    settle(partner)
    with scope(organisation=partner.organisation):
        place.refresh_from_db()
    return place


@transaction.atomic
def write_all(enrolments: Iterable[Enrolment]) -> None:
    """The same of many who have joined; the lines of each organisation once."""
    joined = [(one, one.person_id) for one in enrolments if one.person_id]
    partners = Partner.objects.select_related("organisation").in_bulk(
        {one.partner_id for one, _who in joined}
    )
    for one, who in joined:
        _placed(one, who, partners[one.partner_id])
    for partner in partners.values():
        settle(partner)


def _placed(enrolment: Enrolment, person_id: UUID, partner: Partner) -> Membership:
    known = {
        "level": enrolment.level,
        "function": enrolment.area,
        "place": enrolment.place,
    }
    said = {name: value for name, value in known.items() if value}
    with scope(organisation=partner.organisation):
        place, _made = Membership.objects.update_or_create(
            organisation=partner.organisation, person_id=person_id, defaults=said
        )
    return place


def settle(partner: Partner) -> int:
    """Lead everybody's line to the nearest manager who is known; how many changed.

    Managers in between need not know Askwell: the line goes on above them. Only of
    people who have joined: a file alone writes nothing about anybody else.
    """
    above = _lines_of(partner)
    joined = dict(partner.enrolments.joined().values_list("email", "person_id"))
    with scope(organisation=partner.organisation):
        places = Membership.objects.filter(organisation=partner.organisation)
        by_person = {each.person_id: each for each in places.select_related("person")}
        by_email = {each.person.email: each for each in by_person.values()}
        # By the address on the list, whatever the account's is by now.
        own = {
            email: by_person[who] for email, who in joined.items() if who in by_person
        }
        known, moved = by_email | own, []
        for email in own.keys() & above.keys():
            place = own[email]
            manager_id = _nearest(email, above, known)
            if manager_id not in (place.manager_id, place.pk):
                place.manager_id = manager_id
                moved.append(place)
        Membership.objects.bulk_update(moved, ["manager"], batch_size=500)
    return len(moved)


def _lines_of(partner: Partner) -> dict[str, str]:
    found = ReportingLine.objects.filter(partner=partner)
    return dict(found.values_list("email", "manager_email"))


def _nearest(
    email: str, above: dict[str, str], by_email: dict[str, Membership]
) -> UUID | None:
    """The first above somebody with a place; a circle of managers ends the walk."""
    climbed = {email}
    step = above.get(email, "")
    while step and step not in climbed:
        if step in by_email:
            return by_email[step].pk
        climbed.add(step)
        step = above.get(step, "")
    return None
