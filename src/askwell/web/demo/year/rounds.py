"""The year's rounds of questions: before, along the way, and one that is open now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db.models import Q

from askwell.insight.instruments import Instrument, Item, instrument_named
from askwell.web.demo.naming import id_of
from askwell.web.demo.year.making import MANAGER
from askwell.web.demo.year.phrases import often
from askwell.web.demo.year.plan import Plan
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Programme, SetMembership
from askwell.web.surveys.models import Asked, Count, Round, Ties
from askwell.web.surveys.picks import written

LASTS = timedelta(days=14)
Moment = Round.Moment
# What is higher, but does not become better: surroundings change as they do.
LEANS = {"changing_fast": 0.15}


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A round that opened so many days ago, and how well people then thought of it."""

    days_ago: int
    moment: Round.Moment
    instruments: tuple[str, ...]
    mood: float
    asks_ties: bool = False
    answered: float = 0.82


SENT = (
    Sent(
        days_ago=330,
        moment=Moment.BEFORE,
        instruments=("listening", "trust", "learning_culture", "law"),
        mood=0.48,
        asks_ties=True,
    ),
    Sent(
        days_ago=225,
        moment=Moment.ALONG,
        instruments=(
            *("psychological_safety", "listening", "engagement"),
            *("support_in_change", "law"),
        ),
        mood=0.58,
    ),
    Sent(
        days_ago=125,
        moment=Moment.ALONG,
        instruments=("listening", "trust", "learning_culture", "law"),
        mood=0.64,
        asks_ties=True,
    ),
    Sent(
        days_ago=75,
        moment=Moment.ALONG,
        instruments=(
            *("psychological_safety", "team_reflexivity", "engagement"),
            *("support_in_change", "law"),
        ),
        mood=0.66,
    ),
    Sent(
        days_ago=5,
        moment=Moment.ALONG,
        instruments=("psychological_safety", "listening", "support_in_change", "law"),
        mood=0.68,
        asks_ties=True,
        answered=0.4,
    ),
)


def send_rounds(plan: Plan, programme: Programme) -> None:
    """Whoever was in a set then was asked; most answered, nobody can say what."""
    oldest = max(each.days_ago for each in plan.starts)
    for number, sent in enumerate(SENT):
        if sent.days_ago < oldest:
            _send(plan, programme, sent, plan.chance(f"rounds/{number}"))


def _send(plan: Plan, programme: Programme, sent: Sent, chance: Random) -> None:
    opens_at = plan.now - timedelta(days=sent.days_ago)
    closes_at = opens_at + LASTS
    is_over = closes_at < plan.now
    round_ = Round.objects.create(
        id=id_of("round", f"year/{sent.days_ago}"),
        programme=programme,
        moment=sent.moment,
        instruments=list(sent.instruments),
        asks_ties=sent.asks_ties,
        opened_by_id=id_of("person", MANAGER),
        opens_at=opens_at,
        closes_at=closes_at,
        begun_at=opens_at,
        reminded_at=closes_at - timedelta(days=3) if is_over else None,
        settled_at=closes_at if is_over else None,
    )
    asked = _asked(round_, _there(programme, opens_at), sent, chance)
    Asked.objects.bulk_create(asked)
    Count.objects.bulk_create(_counts(round_, asked, sent, chance))
    if sent.asks_ties:
        Ties.objects.bulk_create(_ties(programme, round_, asked, sent, chance))


def _there(programme: Programme, at: datetime) -> dict[UUID, UUID]:
    """Who sat in which set at that time."""
    stayed = Q(left_at__isnull=True) | Q(left_at__gt=at)
    going_on = Q(learning_set__ended_at__isnull=True) | Q(learning_set__ended_at__gt=at)
    here = SetMembership.objects.filter(
        stayed,
        going_on,
        learning_set__cohort__programme=programme,
        belonging="member",
        joined_at__lte=at,
    )
    return dict(here.order_by("person").values_list("person", "learning_set"))


def _asked(
    round_: Round, there: dict[UUID, UUID], sent: Sent, chance: Random
) -> list[Asked]:
    amara = id_of("person", "Amara")
    return [
        Asked(
            round=round_,
            person_id=person,
            learning_set_id=learning_set,
            # What is open now is left for one of the cast to answer.
            has_answered=often(sent.answered, chance)
            and not (round_.settled_at is None and person == amara),
        )
        for person, learning_set in sorted(there.items())
    ]


def _counts(
    round_: Round, asked: Sequence[Asked], sent: Sent, chance: Random
) -> Iterator[Count]:
    """All of a set's rows at once, as when its first answer comes in."""
    answered = Counter(each.learning_set_id for each in asked if each.has_answered)
    for learning_set, many in sorted(answered.items()):
        mood = sent.mood + chance.uniform(-0.1, 0.1)
        for instrument in map(instrument_named, sent.instruments):
            for item in instrument.items:
                values = Counter(_values(instrument, item, mood, many, chance))
                for value in instrument.scale.values:
                    yield Count(
                        round=round_,
                        learning_set_id=learning_set,
                        item=item.key,
                        value=value,
                        number=values[value],
                    )


def _values(
    instrument: Instrument, item: Item, mood: float, many: int, chance: Random
) -> Iterator[int]:
    """So many answers around one point of the scale; turned where the item is."""
    scale = instrument.scale
    mood += LEANS.get(item.metric, 0.0)
    for _each in range(many):
        share = min(1.0, max(0.0, chance.gauss(mood, 0.17)))
        value = round(scale.lowest + share * (scale.highest - scale.lowest))
        yield round(scale.turned(value)) if item.is_reversed else value


# Whom one could turn to


def _ties(
    programme: Programme,
    round_: Round,
    asked: Sequence[Asked],
    sent: Sent,
    chance: Random,
) -> Iterator[Ties]:
    listed = programme.enrolments.order_by("name")
    mine = {each.person_id: each for each in listed}
    near = _by_area(listed)
    in_set: defaultdict[UUID, list[Enrolment]] = defaultdict(list)
    for each in asked:
        in_set[each.learning_set_id].append(mine[each.person_id])
    for each in asked:
        if each.has_answered:
            me = mine[each.person_id]
            picks = _picks(
                me, near[me.area], in_set[each.learning_set_id], sent, chance
            )
            yield Ties(round=round_, person_id=each.person_id, picks=written(picks))


def _by_area(listed: Iterable[Enrolment]) -> dict[str, list[Enrolment]]:
    near: defaultdict[str, list[Enrolment]] = defaultdict(list)
    for each in listed:
        near[each.area].append(each)
    return near


def _picks(
    me: Enrolment,
    near: Sequence[Enrolment],
    in_set: Sequence[Enrolment],
    sent: Sent,
    chance: Random,
) -> list[UUID]:
    """First those of the same area; with time more and more of the set."""
    own = [each for each in near if each.partner_id == me.partner_id and each != me]
    others = [each for each in in_set if each != me]
    known = max(0.0, sent.mood - 0.4) * 2.2
    picks = chance.sample(own, min(len(own), 3))
    picks += [each for each in others if often(known, chance)]
    return [each.pk for each in picks]
