"""What the log tells a facilitator, and what an observer saw, in words to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Form
from django.utils.translation import gettext, ngettext

from askwell.facilitation.competencies import COMPETENCIES, competency_named
from askwell.facilitation.duties import DUTIES, Duty, Mirror, duty_named
from askwell.web.feedback.queries.mirror import Moments, Reflected
from askwell.web.feedback.reading import FROM_1_TO_4, Rating


@dataclass(frozen=True)
class DutyCard:
    """One duty: what to ask oneself, what the log tells, and the word for it."""

    name: str
    title: str
    asks: list[str]
    told: list[str]
    field: BoundField


def duty_cards(form: Form, reflected: Reflected) -> list[DutyCard]:
    return [
        DutyCard(
            name=each.name,
            title=gettext(each.title),
            asks=[gettext(one) for one in each.asks],
            told=list(_told(each, reflected)),
            field=form[each.name],
        )
        for each in DUTIES
    ]


def _told(duty: Duty, reflected: Reflected) -> Iterator[str]:
    yield _mirrored(duty.mirror, reflected)
    if moments := reflected.of(duty):
        yield from _of_moments(moments)


def _mirrored(mirror: Mirror, reflected: Reflected) -> str:
    match mirror:
        case Mirror.STARRED:
            return _starred(reflected.starred)
        case Mirror.PRESENTERS:
            return _share(
                reflected.presenters_share,
                gettext("The presenters had %(share)s %% of the turns noted."),
            )
        case Mirror.OWN_TURNS:
            return _share(
                reflected.own_share,
                gettext("You had %(share)s %% of the turns noted in your slots."),
            )
        case Mirror.LEARNINGS:
            return _learned(reflected)


def _starred(number: int) -> str:
    if not number:
        return gettext(
            "No question was marked as helpful. It may be that nobody marked any."
        )
    return ngettext(
        "One question in your slots was marked as helpful by the presenter.",
        "%(number)s questions in your slots were marked as helpful by presenters.",
        number,
    ) % {"number": number}


def _share(share: int | None, words: str) -> str:
    if share is None:
        return gettext("Too few turns were noted to say who spoke how often.")
    return words % {"share": share}


def _learned(reflected: Reflected) -> str:
    if not reflected.slots_with_learning:
        return gettext("No learning was noted in the slots you facilitated.")
    if reflected.slots_with_learning == reflected.slots:
        return gettext("A learning was noted in every slot you facilitated.")
    return gettext("A learning was noted in %(some)s of your %(all)s slots.") % {
        "some": reflected.slots_with_learning,
        "all": reflected.slots,
    }


def _of_moments(moments: Moments) -> Iterator[str]:
    if moments.number:
        yield gettext(
            "The screen offered you something to say: you said it %(said)s times, and "
            "let it be %(let_be)s times."
        ) % {"said": moments.said, "let_be": moments.let_be}


def about_in_words(name: str) -> str:
    """The duty or competency that a line of the log is about; nothing for none."""
    for named in (duty_named, competency_named):
        try:
            return gettext(named(name).title)
        except KeyError:
            continue
    return ""


@dataclass(frozen=True)
class RatedCard:
    """One competency as it was seen."""

    title: str
    rated: str
    evidence: str
    was_seen: bool


def rated_cards(ratings: Mapping[str, Rating]) -> list[RatedCard]:
    """Nothing where the words are gone."""
    return [
        _rated(gettext(each.title), ratings[each.name])
        for each in COMPETENCIES
        if each.name in ratings
    ]


def _rated(title: str, rating: Rating) -> RatedCard:
    seen = rating.rating is not None
    rated = str(FROM_1_TO_4[rating.rating or 1]) if seen else gettext("Not seen")
    return RatedCard(title, rated, rating.evidence, seen)


def rating_pairs(form: Form) -> list[tuple[Any, Any]]:
    """Each choice with the line beside it."""
    return [(form[each.name], form[f"{each.name}_seen"]) for each in COMPETENCIES]
