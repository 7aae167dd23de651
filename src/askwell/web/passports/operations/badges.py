"""Giving badges, signed, and withdrawing them."""

import secrets
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from askwell.facilitation.pathways import Level, Pathway
from askwell.facilitation.pathways.progress import Progress
from askwell.facilitation.pathways.progress import Standing as Stands
from askwell.web.passports.credentials import keys
from askwell.web.passports.credentials.addresses import (
    WITHDRAWN,
    address,
    issuer_of,
    key_address,
)
from askwell.web.passports.credentials.credential import (
    Achieved,
    Recipient,
    credential,
)
from askwell.web.passports.credentials.jose import sign
from askwell.web.passports.models import Adopted, Badge, Withdrawn
from askwell.web.passports.queries.passport import lasts_until, standing_of
from askwell.web.passports.refusals import NotDoneError, Reason
from askwell.web.people.models import Person
from askwell.web.vault import operations as vault


def give(
    person: Person,
    level: str,
    *,
    at: datetime,
    adopted: Adopted | None = None,
    named: bool = False,
) -> Badge:
    """For a level that was reached; one that says the same already is given again.

    Raises NotDoneError, and KeyError for a level that the pathway has not.
    """
    progress = standing_of(person, adopted, at=at).progress
    reached = progress.pathway.level(level)
    _check(progress, reached)
    until = _until(progress, reached)
    vault.prepare_own([person.pk])
    with transaction.atomic():
        same = Badge.objects.standing(at=at).filter(
            person=person,
            adopted=adopted,
            is_of_programme=adopted is not None,
            pathway=progress.pathway.name,
            level=level,
            is_named=named,
            valid_until=until,
        )
        readable = (each for each in same if each.credential)
        return next(readable, None) or _given(
            person, progress, reached, at=at, adopted=adopted, named=named, until=until
        )


@transaction.atomic
def withdraw(badge: Badge, *, at: datetime) -> None:
    """From now on it counts no more, wherever it was handed to."""
    Badge.objects.filter(pk=badge.pk).update(withdrawn_at=at)
    withdraw_credential(badge.pk, at=at)


@transaction.atomic
def withdraw_credential(credential_id: UUID, *, at: datetime) -> None:
    """Also one whose owner has no account any more."""
    Badge.objects.filter(pk=credential_id, withdrawn_at=None).update(withdrawn_at=at)
    Withdrawn.objects.get_or_create(credential=credential_id, defaults={"at": at})


def _check(progress: Progress, level: Level) -> None:
    pathway, renewal = progress.pathway, progress.renewal
    NotDoneError.unless(pathway.awards, Reason.ONLY_THE_BODY)
    NotDoneError.unless(bool(level.asked), Reason.NOTHING_TO_SHOW)
    has_it = {each.level.name for each in progress.levels if each.reached_at}
    NotDoneError.unless(level.name in has_it, Reason.NOT_REACHED)
    if renewal and pathway.stands_at_least(level, renewal.renewal.since):
        NotDoneError.unless(renewal.standing is Stands.STANDS, Reason.RENEW_FIRST)


def _until(progress: Progress, level: Level) -> datetime | None:
    """Levels before the first that is renewed stand for good."""
    renewal = progress.renewal
    if renewal and progress.pathway.stands_at_least(level, renewal.renewal.since):
        return lasts_until(renewal)
    return None


def _given(
    person: Person,
    progress: Progress,
    level: Level,
    *,
    at: datetime,
    adopted: Adopted | None,
    named: bool,
    until: datetime | None,
) -> Badge:
    badge = Badge(
        id=uuid4(),
        person=person,
        adopted=adopted,
        is_of_programme=adopted is not None,
        pathway=progress.pathway.name,
        level=level.name,
        is_named=named,
        issued_at=at,
        valid_until=until,
    )
    badge.credential = _signed(badge, achieved_of(progress, level, adopted))
    badge.save(force_insert=True)
    return badge


def _signed(badge: Badge, achieved: Achieved) -> str:
    key = keys.signing_key()
    person = badge.person
    said = credential(
        id=badge.pk,
        issuer=issuer_of(badge.adopted),
        recipient=Recipient(
            id=uuid4(),
            email=person.email,
            salt=secrets.token_hex(16),
            name=person.name if badge.is_named else "",
        ),
        achieved=achieved,
        status_list=address(WITHDRAWN),
        at=badge.issued_at,
        until=badge.valid_until,
    )
    return sign(said, key=key, kid=key_address(key))


def achieved_of(progress: Progress, level: Level, adopted: Adopted | None) -> Achieved:
    """What a badge says of a level: what it took, and nothing of where it was done."""
    pathway = progress.pathway
    lines = [
        _(each.title) if each.by_hand else f"{_(each.title)}: {each.at_least:g}"
        for each in level.asked
    ]
    criteria = "\n".join(f"- {each}" for each in lines)
    if before := _before(progress.pathway, level):
        after = {"levels": ", ".join(before)}
        criteria += "\n\n" + _("It follows these levels: %(levels)s.") % after
    told = f"{settings.BASE_URL}|{adopted and adopted.pk}|{level.name}|{criteria}"
    return Achieved(
        id=uuid5(NAMESPACE_URL, told),
        name=f"{_whose(pathway, adopted)}: {_(level.title)}",
        says=_(level.says),
        criteria=criteria,
    )


def _before(pathway: Pathway, level: Level) -> list[str]:
    """But not one of which nothing is left that is asked for."""
    before = pathway.levels[: pathway.levels.index(level)]
    return [_(each.title) for each in before if each.asked or not each.requirements]


def _whose(pathway: Pathway, adopted: Adopted | None) -> str:
    """Other numbers than the pathway’s own are never passed off as its own."""
    title = _(pathway.title)
    if adopted is None or not adopted.own_rules:
        return title
    if home := adopted.programme.home:
        named = {"pathway": title, "organisation": home.name}
        return _("%(pathway)s, as %(organisation)s changed them") % named
    return _("%(pathway)s, with other numbers") % {"pathway": title}
