"""OR-Tools' CP-SAT on the composer's problem, for comparison; needs `ortools`.

It is given the whole problem but fairness, with sets of equal size, and the greedy
build to begin with; the time to write the model down is not counted against it.
"""

import time
from collections import defaultdict

from ortools.sat.python import cp_model

from benchmarks.judging import MIXED, Problem
from benchmarks.rivals import Division, apart, greedy, sizes

# It counts in whole numbers: a part of 1 is so much, and weights are per cent.
UNIT = 10_000
# It may take so many seconds to fill in what follows from the hint; not counted.
FILLING = 30.0


def solve(problem: Problem, seed: int, seconds: float) -> tuple[Division, float]:
    """What is found on one core, and how long writing it down took."""
    began = time.perf_counter()
    model = cp_model.CpModel()
    people = list(problem.people)
    size = sizes(problem)
    x = {(p, s): model.new_bool_var("") for p in people for s in size}
    for p in people:
        model.add_exactly_one(x[p, s] for s in size)
    for s, m in size.items():
        model.add(sum(x[p, s] for p in people) == m)
    _rules(model, problem, x, size)
    model.maximize(sum(_worths(model, problem, x, size)))
    _hint(model, x, greedy(problem, seed))
    written = time.perf_counter() - began
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {}, written
    division: Division = defaultdict(list)
    for (p, s), chosen in x.items():
        if solver.boolean_value(chosen):
            division[s].append(p)
    return dict(division), written


def _hint(model, x, division: Division) -> None:
    """Begin with this division, and all that follows from it, if it keeps the rules."""
    where = {who: s for s, members in division.items() for who in members}
    fixed = model.clone()
    for (p, s), chosen in x.items():
        fixed.add(fixed.get_bool_var_from_proto_index(chosen.index) == (where[p] == s))
    filling = cp_model.CpSolver()
    filling.parameters.max_time_in_seconds = FILLING
    if filling.solve(fixed) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for at, found in enumerate(filling.response_proto.solution):
            model.proto.solution_hint.vars.append(at)
            model.proto.solution_hint.values.append(found)


def _rules(model, problem: Problem, x, size) -> None:
    people, rules = problem.people, problem.rules
    by_organisation = defaultdict(list)
    for p, row in people.items():
        by_organisation[row["organisation"]].append(p)
    blocks = range(60)
    busy = {b: [p for p in people if not problem.free[p] >> b & 1] for b in blocks}
    usable = [b for b in blocks if len(busy[b]) <= len(people) - rules["size_min"]]
    for s, m in size.items():
        for a, b in apart(problem):
            model.add_bool_or(~x[a, s], ~x[b, s])
        for kind, a, b in problem.pairs:
            if kind == "must":
                model.add(x[a, s] == x[b, s])
        present = []
        for members in by_organisation.values():
            there = sum(x[p, s] for p in members)
            model.add(there <= rules["max_per_organisation"])
            present.append(model.new_bool_var(""))
            model.add(there >= present[-1])
        model.add(sum(present) >= rules["min_organisations"])
        _free(
            model,
            problem,
            {p: x[p, s] for p in people},
            m=m,
            busy=busy,
            usable=usable,
        )
    _leaders(model, problem, x, size)


def _free(model, problem: Problem, seats, *, m: int, busy, usable) -> None:
    meets = {b: model.new_bool_var("") for b in usable}
    model.add(sum(meets.values()) >= problem.rules["min_common_blocks"])
    for b, here in meets.items():
        model.add(sum(seats[p] for p in busy[b]) <= m * (1 - here))


def _leaders(model, problem: Problem, x, size) -> None:
    """Whoever leads is free in two blocks in which everybody is."""
    blocks = range(60)
    y = {(f, s): model.new_bool_var("") for f in problem.leaders for s in size}
    for s, m in size.items():
        model.add_exactly_one(y[f, s] for f in problem.leaders)
        meets = {b: model.new_bool_var("") for b in blocks}
        model.add(sum(meets.values()) >= problem.rules["min_common_blocks"])
        for b, here in meets.items():
            away = [p for p in problem.people if not problem.free[p] >> b & 1]
            model.add(sum(x[p, s] for p in away) <= m * (1 - here))
            busy = [f for f, row in problem.leaders.items() if not _free_at(row, b)]
            model.add(sum(y[f, s] for f in busy) <= 1 - here)
    for f, row in problem.leaders.items():
        model.add(sum(y[f, s] for s in size) <= int(row["capacity"]))
        below = [
            p
            for p, about in problem.people.items()
            if row["person_id"] and row["person_id"] in (p, about["manager_id"])
        ]
        for s in size:
            for p in below:
                model.add_bool_or(~y[f, s], ~x[p, s])


def _free_at(row, block: int) -> bool:
    return bool(int(row["available"], 16) >> block & 1)


def _worths(model, problem: Problem, x, size):
    """All parts as sums: what is alike is taken away, pair by pair."""
    weights = problem.rules["weights"]
    for s, m in size.items():
        pairs = m * (m - 1) / 2
        for name in MIXED:
            q, r = divmod(m, k := min(m, problem.kinds[name]))
            most = pairs - r * q * (q + 1) / 2 - (k - r) * q * (q - 1) / 2
            cost = round(100 * UNIT * weights[name] * m / most)
            yield from (-cost * a for a in _alike(model, problem, x, s, m=m, name=name))
        yield _nearness(model, problem, x, s, m)
        cost = round(100 * UNIT * weights["novelty"] * m / pairs)
        yield from (-cost * again for again in _again(model, problem, x, s))


def _alike(model, problem: Problem, x, s, *, m: int, name: str):
    by_kind = defaultdict(list)
    for p, row in problem.people.items():
        by_kind[row[name]].append(x[p, s])
    for seats in by_kind.values():
        if len(seats) > 1:
            # The second costs 1, the third 2, and so on: never less than that.
            alike = model.new_int_var(0, m * (m - 1) // 2, "")
            for k in range(1, min(m, len(seats))):
                model.add(alike >= k * sum(seats) - k * (k + 1) // 2)
            yield alike


def _nearness(model, problem: Problem, x, s, m: int):
    """The length of the sum of directions, squared; directions in hundredths."""
    weight = problem.rules["weights"]["challenge"]
    squares = []
    for axis in range(8):
        along = model.new_int_var(-100 * m, 100 * m, "")
        model.add(
            along
            == sum(
                round(100 * problem.directions[p][axis]) * x[p, s]
                for p in problem.people
            )
        )
        square = model.new_int_var(0, (100 * m) ** 2, "")
        model.add_multiplication_equality(square, [along, along])
        squares.append(square)
    mean = model.new_int_var(0, UNIT * m, "")
    per = (m - 1) * 10_000
    model.add(mean * per <= UNIT * (sum(squares) - m * 10_000))
    return round(100 * weight) * mean


def _again(model, problem: Problem, x, s):
    for who, met in problem.met.items():
        for other in met:
            if who < other:
                again = model.new_bool_var("")
                model.add(again >= x[who, s] + x[other, s] - 1)
                yield again
