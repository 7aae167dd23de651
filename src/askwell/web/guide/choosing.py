"""Coaching, action learning or team coaching: three questions, and what fits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Way(StrEnum):
    """Three ways of being helped to think; they overlap, and are not the same."""

    COACHING = "coaching"
    ACTION_LEARNING = "action_learning"
    TEAM_COACHING = "team_coaching"


@dataclass(frozen=True)
class Question:
    """One question, with an answer that leans towards each way."""

    name: str
    words: object
    answers: tuple[tuple[Way, object], ...]


QUESTIONS = (
    Question(
        "whose",
        _("Whose matter is it?"),
        (
            (Way.COACHING, _("Mine, and it is personal")),
            (Way.ACTION_LEARNING, _("Mine, and others have matters of their own")),
            (Way.TEAM_COACHING, _("Ours: the whole team is in it together")),
        ),
    ),
    Question(
        "whom",
        _("With whom would you like to think?"),
        (
            (Way.COACHING, _("With one person who gives me all their attention")),
            (Way.ACTION_LEARNING, _("With several who see it from elsewhere")),
            (Way.TEAM_COACHING, _("With those I work with every day")),
        ),
    ),
    Question(
        "what",
        _("What would help most?"),
        (
            (Way.COACHING, _("Time for me alone, at my own pace")),
            (
                Way.ACTION_LEARNING,
                _("Questions I would not ask myself, and seeing others learn too"),
            ),
            (Way.TEAM_COACHING, _("To work better together, as one team")),
        ),
    ),
)


def fitting(answers: Iterable[Way]) -> Way:
    """What most answers lean to; where they are at odds, whose matter it is decides."""
    given = list(answers)
    counted = Counter(given)
    way, times = counted.most_common(1)[0]
    return way if times > 1 else given[0]
