"""How what a facilitator or an observer wrote is kept as JSON, and read again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from askwell.facilitation.competencies import COMPETENCIES
from askwell.facilitation.duties import Went

FROM_1_TO_4 = {
    1: _("1: not yet"),
    2: _("2: now and then"),
    3: _("3: mostly"),
    4: _("4: throughout"),
}


@dataclass(frozen=True)
class Reviewed:
    """A word for the name of a duty, and two free lines."""

    went: Mapping[str, Went] = field(default_factory=dict)
    same: str = ""
    differently: str = ""


def review_in(words: str | None) -> Reviewed:
    """Empty where the words are gone."""
    if not words:
        return Reviewed()
    kept = json.loads(words)
    went = {name: Went(each) for name, each in kept["went"].items()}
    return Reviewed(went, kept["same"], kept["differently"])


@dataclass(frozen=True)
class Rating:
    """From 1 to 4, or None: not seen; and what was seen or heard."""

    rating: int | None
    evidence: str = ""


def ratings_in(words: str | None) -> dict[str, Rating]:
    """By the name of a competency; empty where the words are gone."""
    kept = json.loads(words) if words else {}
    return {
        name: Rating(each["rating"], each["evidence"]) for name, each in kept.items()
    }


def written(ratings: Mapping[str, Rating]) -> str:
    return json.dumps(
        {
            name: {"rating": each.rating, "evidence": each.evidence}
            for name, each in ratings.items()
        }
    )


def is_complete(ratings: Mapping[str, Rating]) -> bool:
    """Something for each of the ten, and a sentence beside each number."""
    return all(
        each.name in ratings
        and (ratings[each.name].rating is None or ratings[each.name].evidence)
        for each in COMPETENCIES
    )
