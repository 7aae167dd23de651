"""Plain ways to divide people, for comparison: a deal, and a greedy build.

The greedy build is what a careful organiser does by hand: the least available first,
each into the best of some open sets.
"""

import random
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.judging import PARTS, Problem, common_free, mixed, parts_of

Division = dict[str, list[str]]

# The greedy build looks at so many open sets for each person.
OPEN = 40


def deal(problem: Problem, seed: int) -> Division:
    """A shuffled list, dealt out like cards."""
    people = list(problem.people)
    random.Random(seed).shuffle(people)
    sets = problem.rules["sets"]
    return {str(at): people[at::sets] for at in range(sets)}


def greedy(problem: Problem, seed: int) -> Division:
    """The least available first, each into the best of up to 40 open sets."""
    chance = random.Random(seed)
    division: Division = {str(at): [] for at in range(problem.rules["sets"])}
    bound = sizes(problem)
    together = must_groups(problem)
    done: set[str] = set()
    for who in sorted(problem.people, key=lambda who: problem.free[who].bit_count()):
        group = [each for each in together.get(who, [who]) if each not in done]
        if not group:
            continue
        done.update(group)
        room = [s for s, m in division.items() if len(m) + len(group) <= bound[s]]
        if not room:
            room = [s for s in division if len(division[s]) < problem.rules["size_max"]]
        fitting = [s for s in room if allowed(problem, division[s], group)]
        begun = [s for s in fitting if division[s]]
        new = [s for s in fitting if not division[s]][:1]
        looked_at = chance.sample(begun, min(OPEN, len(begun))) + new
        best = max(looked_at or room, key=lambda s: worth(problem, division[s] + group))
        division[best].extend(group)
    return division


def sizes(problem: Problem) -> dict[str, int]:
    sets = problem.rules["sets"]
    each, more = divmod(len(problem.people), sets)
    return {str(at): each + (at < more) for at in range(sets)}


def must_groups(problem: Problem) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for kind, a, b in problem.pairs:
        if kind == "must":
            joined = list(dict.fromkeys(groups.get(a, [a]) + groups.get(b, [b])))
            groups |= dict.fromkeys(joined, joined)
    return groups


def apart(problem: Problem) -> Iterator[tuple[str, str]]:
    """Pairs that may not meet."""
    for who, row in problem.people.items():
        if row["manager_id"]:
            yield who, row["manager_id"]
    yield from ((a, b) for kind, a, b in problem.pairs if kind == "must_not")


def allowed(problem: Problem, members: list[str], group: list[str]) -> bool:
    if not hasattr(problem, "apart"):
        problem.apart = defaultdict(set)
        for a, b in apart(problem):
            problem.apart[a].add(b)
            problem.apart[b].add(a)
    joined = members + group
    if any(who in problem.apart[other] for who in group for other in members):
        return False
    free = common_free(problem, joined).bit_count()
    enough = free >= problem.rules["min_common_blocks"]
    most = problem.rules["max_per_organisation"]
    organisations = [problem.people[who]["organisation"] for who in joined]
    crowded = any(organisations.count(name) > most for name in organisations)
    full = len(joined) >= problem.rules["size_min"]
    return enough and not crowded and (not full or mixed(problem, joined))


def worth(problem: Problem, members: list[str]) -> float:
    """Quality, and some regard for the time the set keeps in common."""
    weights = problem.rules["weights"]
    parts = parts_of(problem, members)
    free = min(10, common_free(problem, members).bit_count())
    return sum(weights[name] * parts[name] for name in PARTS) + 0.005 * free
