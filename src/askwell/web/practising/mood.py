"""How a practice set is doing, in words and small bars, for whoever cares to look."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked

from askwell.practice.rehearsal import Rehearsal
from askwell.process.people import PersonId
from askwell.web.practising.looking_back import in_words

LEVELS = {
    "safety": marked("How safe it is to speak"),
    "focus": marked("How near the talk is to the question"),
    "energy": marked("How awake people are"),
    "telling": marked("How much people are inclined to tell"),
}


@dataclass(frozen=True, slots=True)
class Level:
    """`value` is from 0 to 1, for a bar; `words` say it."""

    title: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Mood:
    """The whole set, and how much of the talking each member has had so far."""

    levels: list[Level]
    turns: list[Level]


def mood(found: Rehearsal, names: dict[PersonId, str]) -> Mood:
    levels, people = found.mood.levels, found.mood.people
    spoken = any(stance.share for stance in people.values())
    return Mood(
        levels=[_level(_(title), getattr(levels, n)) for n, title in LEVELS.items()],
        turns=[
            Level(names.get(person, ""), _bar(stance.share), _share(stance.share))
            for person, stance in people.items()
            if spoken
        ],
    )


def _level(title: str, value: float) -> Level:
    return Level(title, _bar(value), in_words(value))


def _bar(value: float) -> str:
    """As HTML has it, in every language."""
    return f"{value:.2f}"


def _share(share: float) -> str:
    if not share:
        return _("nothing yet")
    return _("%(percent)d %% of the turns") % {"percent": round(share * 100)}
