"""What a meeting with too few people can still be: one slot, to practise with."""

from dataclasses import dataclass

from askwell.process.formats import FORMATS, format_named
from askwell.process.formats.shape import Format
from askwell.process.plan import plan

# A set meeting is held with four, the presenter among them.
QUORUM = 4
STEP = 15


@dataclass(frozen=True)
class Practice:
    """In which format, and how long it takes."""

    format: str
    minutes: int


def practice(usual: str, *, people: int) -> Practice:
    """One slot in the usual format, or in one that is meant for so few."""
    people = max(people, 1)
    chosen = _suited(format_named(usual), people)
    here = max(people, chosen.least_people)
    whole = plan(chosen.script(), people=here, booked=0, presenters=1)
    return Practice(chosen.name, -(-whole.total // STEP) * STEP)


def _suited(usual: Format, people: int) -> Format:
    """The usual one if it can be; else action learning before other formats."""
    if usual.least_people <= people:
        return usual
    few = [each for each in FORMATS if each.least_people <= people]
    ranked = sorted(few, key=lambda each: not each.script().action_learning)
    return ranked[0] if ranked else usual
