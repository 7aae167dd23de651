"""The measure once more, from its description: plain Python, nothing of the package.

`score` and `broken` are the checks and balances of the composer: whatever it says of
a division must be what is counted here.
"""

import math
from collections import Counter
from itertools import combinations

ATTRIBUTES = ("level", "function", "organisation", "location")


def score(brief, division):
    """The total, the six averages, fairness, and the quality of each set by its id."""
    people = {person.id: person for person in brief.people}
    kinds = {
        name: len({getattr(person, name) for person in brief.people})
        for name in ATTRIBUTES
    }
    met = {
        frozenset(pair)
        for group in brief.earlier
        for pair in combinations(sorted(group), 2)
    }
    figures, sizes = {}, {}
    for learning_set in division:
        members = [people[who] for who in learning_set.members if who in people]
        sizes[learning_set.id] = len(members)
        figures[learning_set.id] = figures_of(brief, members, kinds, met)
    wishes = (*ATTRIBUTES, "challenge", "novelty")
    weights = {wish: brief.weights.get(wish, 0) for wish in wishes}
    qualities = {
        set_id: weighted([(weights[wish], parts[wish]) for wish in wishes])
        for set_id, parts in figures.items()
    }
    seated = sum(sizes.values())
    averages = {
        wish: sum(sizes[each] * figures[each][wish] for each in sizes) / max(1, seated)
        for wish in wishes
    }
    poorest = math.ceil(brief.fairness_share * len(division))
    lowest = sorted(qualities.values())[: max(1, poorest)]
    fairness = sum(lowest) / len(lowest) if lowest else 0
    everything = [(weights[wish], averages[wish]) for wish in wishes]
    everything.append((brief.weights.get("fairness", 0), fairness))
    return {
        "total": weighted(everything),
        "parts": averages,
        "fairness": fairness,
        "sets": qualities,
    }


def figures_of(brief, members, kinds, met):
    m = len(members)
    if m < 2:
        return dict.fromkeys((*ATTRIBUTES, "challenge", "novelty"), 0)
    pairs = list(combinations(members, 2))
    figures = {}
    for name in ATTRIBUTES:
        differ = sum(getattr(a, name) != getattr(b, name) for a, b in pairs)
        k = min(m, kinds[name])
        q, r = divmod(m, k)
        most = len(pairs) - r * q * (q + 1) / 2 - (k - r) * q * (q - 1) / 2
        figures[name] = differ / most if most else 1
    cosines = [cosine(a.challenge, b.challenge) for a, b in pairs]
    alike = max(0, sum(cosines) / len(pairs))
    figures["challenge"] = 1 - alike if brief.unlike else alike
    new = [pair for pair in pairs if frozenset(each.id for each in pair) not in met]
    figures["novelty"] = len(new) / len(pairs)
    return figures


def cosine(a, b):
    along = sum(x * y for x, y in zip(a, b, strict=False))
    lengths = math.hypot(*a) * math.hypot(*b)
    return along / lengths if lengths else 0


def weighted(pairs):
    weight = sum(each for each, _ in pairs)
    return sum(each * value for each, value in pairs) / weight if weight else 0


def broken(brief, division):
    """How often each rule is broken, rules that are kept left out."""
    people = {person.id: person for person in brief.people}
    counts = Counter()
    named = Counter(who for each in division for who in each.members)
    counts["assigned_once"] = sum(named[who] != 1 for who in people)
    counts["assigned_once"] += sum(who not in people for who in named)
    wanted = len(division) if brief.rules.sets is None else brief.rules.sets
    counts["number_of_sets"] = abs(len(division) - wanted)
    for each in division:
        members = [people[who] for who in each.members if who in people]
        counts.update(breaches_within(brief, members))
    where = {who: each.id for each in division for who in each.members}
    pairs = {frozenset(pair) for pair in brief.must if people.keys() >= set(pair)}
    counts["must"] = sum(len({where.get(who) for who in pair}) > 1 for pair in pairs)
    counts["facilitator"] = without_fitting_facilitator(brief, division)
    return {rule: count for rule, count in counts.items() if count}


def breaches_within(brief, members):
    rules, m = brief.rules, len(members)
    pairs = list(combinations(members, 2))
    homes = Counter(person.organisation for person in members)
    levels = [person.level for person in members] or [0]
    kept_apart = {frozenset(pair) for pair in brief.must_not}
    most = m if rules.max_per_organisation is None else rules.max_per_organisation
    gap = math.inf if rules.level_gap is None else rules.level_gap
    return {
        "size": not rules.size_min <= m <= rules.size_max,
        "line_manager": sum(in_one_line(brief, a.id, b.id) for a, b in pairs),
        "must_not": sum(frozenset((a.id, b.id)) in kept_apart for a, b in pairs),
        "availability": bool(members)
        and free_in_common(members) < rules.min_common_blocks,
        "organisation_mix": len(homes) < rules.min_organisations
        or max(homes.values(), default=0) > most,
        "exclusive": sum(
            a.organisation != b.organisation
            and any({a.organisation, b.organisation} <= g for g in brief.exclusive)
            for a, b in pairs
        ),
        "level_gap": max(levels) - min(levels) > gap,
    }


def free_in_common(members):
    """How many blocks of the week everybody of these is free in."""
    blocks = [
        {block for block in range(200) if person.available >> block & 1}
        for person in members
    ]
    return len(set.intersection(*blocks))


def managers_above(brief, who):
    """Whom somebody reports to, as many storeys up as are kept apart."""
    manager_of = dict(brief.managers)
    manager_of |= {each.id: each.manager for each in brief.people if each.manager}
    depth = math.inf if brief.rules.line_depth is None else brief.rules.line_depth
    above = []
    while len(above) < depth and manager_of.get(who) not in (None, *above):
        who = manager_of[who]
        above.append(who)
    return above


def in_one_line(brief, a, b):
    return a in managers_above(brief, b) or b in managers_above(brief, a)


def fits(brief, facilitator, members):
    together = free_in_common([facilitator, *members])
    name = facilitator.line or facilitator.person
    return (
        together >= brief.rules.min_common_blocks
        and facilitator.person not in {person.id for person in members}
        and not any(name in managers_above(brief, person.id) for person in members)
    )


def without_fitting_facilitator(brief, division):
    """Sets whose named facilitator does not fit or has no room left for it."""
    if not brief.facilitators:
        return 0
    people = {person.id: person for person in brief.people}
    known = {each.id: each for each in brief.facilitators}
    taken, without = Counter(), 0
    for each in division:
        facilitator = known.get(each.facilitator)
        members = [people[who] for who in each.members if who in people]
        able = facilitator is not None and fits(brief, facilitator, members)
        if able and taken[facilitator.id] < facilitator.capacity:
            taken[facilitator.id] += 1
        else:
            without += 1
    return without


def fewest_without(brief, division):
    """The fewest sets that must stay without a facilitator, whoever is named."""
    people = {person.id: person for person in brief.people}
    seats = [each for each in brief.facilitators for _ in range(each.capacity)]
    able = {
        learning_set.id: [
            at
            for at, each in enumerate(seats)
            if fits(brief, each, [people[who] for who in learning_set.members])
        ]
        for learning_set in division
    }
    sat = {}
    found = sum(_seated(set_id, able, sat, set()) for set_id in able)
    return len(division) - found


def _seated(set_id, able, sat, asked):
    """Whether a set finds a seat, others moving along if they can (Kuhn 1955)."""
    for seat in able[set_id]:
        if seat not in asked:
            asked.add(seat)
            if seat not in sat or _seated(sat[seat], able, sat, asked):
                sat[seat] = set_id
                return True
    return False
