"""Checks that good facilitation leads to better meetings, case by case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from askwell.practice import policies
from askwell.practice.case import Case
from askwell.practice.outcome import Outcome, outcome
from askwell.practice.policies import Policy, run

POLICIES: Final[Mapping[str, Policy]] = {
    "at_triggers": policies.at_triggers,
    "random": policies.random,
    "never": policies.never,
    "always": policies.always,
}
"""The best first; nothing is claimed between the last two."""
TRICKS: Final[Mapping[str, Policy]] = {
    "late": policies.late,
    "curt": policies.curt,
    "one_sentence": policies.one_sentence,
    "all_silence": policies.all_silence,
    "telling": policies.telling,
}
"""Ways that must not come out best, however right some of their words are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The mean outcome of one policy in one case."""

    case: str
    policy: str
    mean: Outcome

    @property
    def worth(self) -> float:
        return self.mean.worth


def check(
    cases: Iterable[Case],
    seeds: Sequence[int],
    chosen: Mapping[str, Policy] | None = None,
) -> tuple[Checked, ...]:
    chosen = {**POLICIES, **TRICKS} if chosen is None else chosen
    return tuple(
        Checked(case=case.name, policy=name, mean=_mean(case, policy, seeds))
        for case in cases
        for name, policy in chosen.items()
    )


def _mean(case: Case, policy: Policy, seeds: Sequence[int]) -> Outcome:
    found = [outcome(run(case, policy, seed=seed)) for seed in seeds]
    number = len(found)
    return Outcome(
        depth=sum(each.depth for each in found) / number,
        way=sum(each.way for each in found) / number,
        safety=sum(each.safety for each in found) / number,
        turns=sum(each.turns for each in found) / number,
    )


def out_of_order(checked: Iterable[Checked]) -> tuple[str, ...]:
    """A sentence for each case in which the order does not hold; none if all is well.

    At the right triggers comes before random, random before never and before always,
    and no trick comes before the right triggers or, said blindly, before random.
    """
    worth: dict[str, dict[str, float]] = {}
    for each in checked:
        worth.setdefault(each.case, {})[each.policy] = each.worth
    return tuple(
        f"{case}: {better} ({found[better]:.3f}) is not better than "
        f"{worse} ({found[worse]:.3f})."
        for case, found in worth.items()
        for better, worse in ORDER
        if better in found and worse in found and found[better] <= found[worse]
    )


ORDER: Final = (
    ("at_triggers", "random"),
    ("random", "never"),
    ("random", "always"),
    *(("at_triggers", trick) for trick in TRICKS),
    ("random", "one_sentence"),
    ("random", "all_silence"),
    ("random", "telling"),
)
