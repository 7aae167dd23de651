"""Writing an offer, and settling what is to become of the names in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.stories import queries, rules
from askwell.web.stories.models import Named, Offer
from askwell.web.stories.operations.holding import held
from askwell.web.stories.queries.names import ASK, OUT, STANDS, Choice
from askwell.web.stories.refusals import NotToldError, Reason, need
from askwell.web.stories.spotting import replaced


@dataclass(frozen=True, kw_only=True)
class Written:
    """The owner's own words, and for whom they are."""

    title: str = ""
    words: str = ""
    helped: str = ""
    did: str = ""
    came: str = ""
    audience: Offer.Audience = Offer.Audience.EVERYBODY
    with_name: bool = False


@transaction.atomic
def begin(
    learning_set: LearningSet,
    kind: Offer.Kind,
    *,
    by: Person,
    at: datetime,
    source: str = "",
) -> Offer:
    """A draft that nobody else reads, with own words in it if they were chosen."""
    found = rules.sets_to_tell_of(by).filter(pk=learning_set.pk).first()
    if found is None or found.cohort is None:
        raise NotToldError(Reason.NO_PROGRAMME)
    words = _from(source, by=by, set_id=found.pk, kind=kind) if source else {}
    return Offer.objects.create(
        owner=by,
        learning_set=found,
        programme=found.cohort.programme,
        kind=kind,
        begun_at=at,
        **words,
    )


def _from(
    key: str, *, by: Person, set_id: UUID, kind: Offer.Kind
) -> dict[str, str | None]:
    """Only words of one's own, and only those of the set that is asked about them."""
    sources = {each.key: each for each in queries.sources_of(by, sets={set_id})}
    source = sources.get(key)
    if source is None:
        return {}
    if kind == Offer.Kind.LEARNING or not source.is_story:
        return {"words": source.learned or source.happened or None}
    came = "\n\n".join(each for each in (source.happened, source.learned) if each)
    return {"did": source.did or None, "came": came or None}


@transaction.atomic
def write(offer: Offer, written: Written, *, by: Person) -> Offer:
    """Change a draft; what the set has its say on is taken back first."""
    offer = _own(offer, by)
    for name in Offer.WORDS:
        setattr(offer, name, getattr(written, name) or None)
    offer.audience, offer.with_name = written.audience, written.with_name
    offer.status = Offer.Status.DRAFT
    offer.save()
    return offer


@transaction.atomic
def settle(offer: Offer, said: Mapping[str, str], *, by: Person) -> Offer:
    """Do with each thing that was found what its owner said: key to choice.

    Whoever is to be asked is asked together with the set, and not before.
    """
    offer = _own(offer, by)
    cleared, asked = set(), set()
    # A whole name goes before a part of it does.
    found = sorted(queries.choices_of(offer), key=lambda each: -len(each.spot.words))
    for choice in found:
        answer = said.get(choice.spot.key, choice.said)
        if answer == OUT:
            _take_out(offer, choice)
        elif answer == STANDS:
            cleared.add(choice.spot.key)
        elif (person := _to_ask(choice, answer)) is not None:
            asked.add(person.pk)
    offer.cleared = json.dumps(sorted(cleared))
    offer.status = Offer.Status.DRAFT
    offer.save()
    # A refusal is remembered, also for when the name comes back into the words.
    offer.named.filter(is_over=False).exclude(person__in=asked).delete()
    for pk in asked:
        Named.objects.get_or_create(offer=offer, person_id=pk)
    return offer


def _take_out(offer: Offer, choice: Choice) -> None:
    instead = str(queries.TAKEN_OUT_OF[choice.spot.sort])
    for name in Offer.WORDS:
        if words := getattr(offer, name):
            setattr(offer, name, replaced(words, choice.spot, instead))


def _to_ask(choice: Choice, answer: str) -> Person | None:
    asked = {f"{ASK}:{each.pk}": each for each in choice.askable}
    return asked.get(answer)


def _own(offer: Offer, by: Person) -> Offer:
    offer = held(offer)
    need(offer.owner_id == by.pk, Reason.NOT_YOURS)
    need(offer.is_editable, Reason.NOT_NOW)
    return offer
