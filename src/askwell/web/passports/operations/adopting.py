"""Switching pathways on and off, editing them, and confirming by hand."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from askwell.facilitation.pathways import pathway_named
from askwell.facilitation.pathways.editing import Added, Rules
from askwell.web.passports.models import Adopted, Badge, Confirmation
from askwell.web.passports.operations.badges import withdraw
from askwell.web.passports.refusals import NotDoneError, Reason
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import Programme

MOST_ADDED = 20


@transaction.atomic
def switch_on(
    programme: Programme, template: str, *, by: Person, at: datetime
) -> Adopted:
    """As it was edited when it was switched off; raises KeyError without a template."""
    pathway_named(template)
    given = {"by": by, "switched_on_at": at, "switched_off_at": None}
    found, _ = Adopted.objects.update_or_create(
        programme=programme, template=template, defaults=given
    )
    return found


@transaction.atomic
def switch_off(adopted: Adopted, *, at: datetime) -> None:
    """People no longer see it; what was edited and confirmed is kept."""
    Adopted.objects.on().filter(pk=adopted.pk).update(switched_off_at=at)


@transaction.atomic
def renumber(adopted: Adopted, numbers: Mapping[str, float], *, at: datetime) -> None:
    """Only numbers that differ from the template are kept."""
    template = pathway_named(adopted.template)
    usual = {each.name: each.at_least for each in template.requirements}
    other = {
        name: number
        for name, number in numbers.items()
        if name in usual and number != usual[name]
    }
    _keep(adopted, Rules(other, _held(adopted).own_rules.added), at=at)


@transaction.atomic
def add(adopted: Adopted, *, title: str, level: str, at: datetime) -> Added:
    """Something to confirm by hand; raises KeyError without such a level."""
    adopted.pathway.level(level)
    rules = _held(adopted).own_rules
    NotDoneError.unless(len(rules.added) < MOST_ADDED, Reason.TOO_MANY)
    added = Added(name=f"own_{uuid4().hex[:12]}", title=title, level=level)
    _keep(adopted, Rules(rules.numbers, (*rules.added, added)), at=at)
    return added


@transaction.atomic
def take_out(adopted: Adopted, name: str, *, at: datetime) -> None:
    """Who was confirmed to have done it keeps that, should it be added again."""
    rules = _held(adopted).own_rules
    kept = tuple(each for each in rules.added if each.name != name)
    _keep(adopted, Rules(rules.numbers, kept), at=at)


@transaction.atomic
def confirm(
    adopted: Adopted, person: Person, requirement: str, *, by: Person, at: datetime
) -> Confirmation:
    """Whoever calls it has seen to it that `by` may; confirmed twice, the first stays.

    Nobody confirms themselves. Raises NotDoneError for that, and where the pathway
    asks for no such thing.
    """
    NotDoneError.unless(person != by, Reason.YOURSELF)
    NotDoneError.unless(adopted.is_on, Reason.SWITCHED_OFF)
    by_hand = {each.name for each in adopted.pathway.requirements if each.by_hand}
    NotDoneError.unless(requirement in by_hand, Reason.NO_SUCH_REQUIREMENT)
    found, _ = Confirmation.objects.get_or_create(
        adopted=adopted,
        person=person,
        requirement=requirement,
        defaults={"by": by, "at": at},
    )
    return found


@transaction.atomic
def take_back(confirmation: Confirmation, *, by: Person, at: datetime) -> None:
    """It was confirmed by mistake; badges that rest on it count no more."""
    levels = _resting_on(confirmation.requirement, confirmation.adopted)
    badges = Badge.objects.filter(
        person=confirmation.person, adopted=confirmation.adopted, level__in=levels
    )
    for each in badges.standing(at=at):
        withdraw(each, at=at)
    Confirmation.objects.filter(pk=confirmation.pk).delete()
    post_notice(
        kind=Notice.Kind.TRAINING,
        path="/passport/",
        person=confirmation.person,
        by=by,
        at=at,
    )


def _resting_on(requirement: str, adopted: Adopted) -> list[str]:
    """The level that asks for it, and those that follow."""
    levels = adopted.pathway.levels
    asks = [requirement in {one.name for one in level.requirements} for level in levels]
    first = asks.index(True) if any(asks) else len(levels)
    return [each.name for each in levels[first:]]


def _held(adopted: Adopted) -> Adopted:
    """As it stands now, until this is done."""
    return Adopted.objects.select_for_update().get(pk=adopted.pk)


def _keep(adopted: Adopted, rules: Rules, *, at: datetime) -> None:
    """What is the same as before was not edited."""
    kept = rules.to_json()
    if adopted.rules == kept or not (adopted.rules or rules):
        return
    adopted.rules, adopted.edited_at = kept, at
    adopted.save(update_fields=["rules", "edited_at"])
