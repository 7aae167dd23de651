"""What one person did in one meeting, counted for themselves alone."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from askwell.insight.told import Told
from askwell.process.kinds import (
    CHALLENGING_QUESTION,
    CLARIFYING_QUESTION,
    CLOSED_QUESTION,
    OPEN_QUESTION,
    PROBING_QUESTION,
    REFLECTIVE_QUESTION,
    SYSTEMIC_QUESTION,
)
from askwell.process.people import PersonId

QUESTIONS = (
    OPEN_QUESTION,
    PROBING_QUESTION,
    CHALLENGING_QUESTION,
    SYSTEMIC_QUESTION,
    REFLECTIVE_QUESTION,
    CLARIFYING_QUESTION,
    CLOSED_QUESTION,
)
"""The kinds of questions, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCounts:
    """One person's counts of one meeting; nobody else ever reads them.

    `questions` are by the name of their kind. `turns` are what was noted of them in
    the whole meeting, `turns_of_all` of all the `people` who were there together.
    """

    questions: Mapping[str, int] = field(default_factory=dict)
    starred: int = 0
    turns: int = 0
    turns_of_all: int = 0
    people: int = 0
    slots: int = 0
    actions: int = 0
    learnings: int = 0
    report_backs: int = 0

    @property
    def asked(self) -> int:
        return sum(self.questions.values())

    @property
    def share(self) -> float | None:
        """Their part of all turns; None where nobody's were noted."""
        return self.turns / self.turns_of_all if self.turns_of_all else None

    @property
    def even_share(self) -> float | None:
        """What each would have had, had all taken equally many turns."""
        return 1 / self.people if self.people else None

    @classmethod
    def from_json(cls, text: str) -> "OwnCounts":
        """What an older record lacks is nought; what a newer one adds is left out."""
        known = {each.name for each in fields(cls)}
        return cls(**{k: v for k, v in json.loads(text).items() if k in known})

    def to_json(self) -> str:
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(values, separators=(",", ":"), sort_keys=True)


def own_counts(told: Told) -> dict[PersonId, OwnCounts]:
    """Of everybody who came to the meeting."""
    asked: dict[PersonId, Counter[str]] = {person: Counter() for person in told.came}
    for question in told.questions:
        asked.setdefault(question.person, Counter())[question.kind] += 1
    starred = Counter(each.person for each in told.questions if each.starred)
    presented = Counter(each.presenter for each in told.slots)
    actions = Counter(each.person for each in told.actions)
    learnings = Counter(each.person for each in told.learnings)
    reported = Counter(each.person for each in told.carried if each.reported)
    turns_of_all, people = sum(told.turns.values()), len(told.came)
    return {
        person: OwnCounts(
            questions=dict(asked[person]),
            starred=starred[person],
            turns=told.turns.get(person, 0),
            turns_of_all=turns_of_all,
            people=people,
            slots=presented[person],
            actions=actions[person],
            learnings=learnings[person],
            report_backs=reported[person],
        )
        for person in told.came
    }
