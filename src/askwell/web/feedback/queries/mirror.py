"""What the log of a meeting tells whoever facilitated, of themselves alone."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from askwell.facilitation.duties import DUTIES, Duty
from askwell.web.feedback.queries.slots import Looked
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Person

MOMENT: Final = "MomentMet"
FEWEST_TURNS: Final = 10
"""With fewer noted, a share of them says nothing."""


@dataclass(frozen=True)
class Moments:
    """How many moments of a duty the screen offered, and what was done with them."""

    said: int = 0
    let_be: int = 0

    @property
    def number(self) -> int:
        return self.said + self.let_be


@dataclass(frozen=True)
class Reflected:
    """All that is known; None for what too little was noted of."""

    slots: int
    starred: int
    own_share: int | None
    presenters_share: int | None
    slots_with_learning: int
    moments: dict[str, Moments]

    def of(self, duty: Duty) -> Moments:
        return self.moments.get(duty.name, Moments())


def reflected(looked: Looked, person: Person) -> Reflected:
    """Of the slots they facilitated; one query."""
    led = looked.led_by(person)
    numbers = {each.key for each in led}
    turns: Counter[str] = Counter()
    presenting = 0
    for each in looked.told.slots:
        if each.number in numbers:
            turns.update(each.turns)
            presenting += each.turns.get(each.presenter, 0)
    questions = looked.told.questions
    learned = {each.slot for each in looked.told.learnings if each.slot in numbers}
    return Reflected(
        slots=len(led),
        starred=sum(each.starred for each in questions if each.slot in numbers),
        own_share=_share(turns[str(person.pk)], turns),
        presenters_share=_share(presenting, turns),
        slots_with_learning=len(learned),
        moments=_moments(looked.meeting, person),
    )


def _share(part: int, turns: Counter[str]) -> int | None:
    """In per cent."""
    whole = turns.total()
    return round(100 * part / whole) if whole >= FEWEST_TURNS else None


def _moments(meeting: Meeting, person: Person) -> dict[str, Moments]:
    """Those that they met themselves, by the duty they belong to."""
    rows = Entry.objects.filter(meeting=meeting, kind=MOMENT, person=str(person.pk))
    met = list(rows.values_list("data", flat=True))
    return {each.name: _of_duty(each, met) for each in DUTIES}


def _of_duty(duty: Duty, met: Iterable[dict[str, object]]) -> Moments:
    mine: Collection[str] = {each.value for each in duty.moments}
    said = [bool(each.get("said")) for each in met if each.get("trigger") in mine]
    return Moments(said=sum(said), let_be=len(said) - sum(said))
