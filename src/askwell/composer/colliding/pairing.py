"""Collisions of people who are to be together, or are locked together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from askwell.composer.appraising import appraise
from askwell.composer.brief import Brief
from askwell.composer.checking import Fault, Wrong, chains, check
from askwell.composer.colliding.collision import (
    Clash,
    Collision,
    Lever,
    Relaxation,
    Relaxing,
)
from askwell.composer.colliding.counting import most_sets
from askwell.composer.colliding.loosening import relaxed, rule, smallest_first
from askwell.composer.proposal import ProposedSet, Rule
from askwell.composer.tables import line_above

CLASHES = {
    Wrong.MUST_IN_ONE_LINE: (Clash.MUST_IN_ONE_LINE, Rule.LINE_MANAGER),
    Wrong.MUST_ACROSS_LEVELS: (Clash.MUST_ACROSS_LEVELS, Rule.LEVEL_GAP),
    Wrong.MUST_OF_COMPETITORS: (Clash.MUST_OF_COMPETITORS, Rule.EXCLUSIVE),
    Wrong.MUST_WITHOUT_COMMON_TIME: (
        Clash.MUST_WITHOUT_COMMON_TIME,
        Rule.AVAILABILITY,
    ),
    Wrong.MUST_CHAIN_TOO_LARGE: (Clash.MUST_TOO_MANY, Rule.SIZE),
}
# Somebody and their own manager are never offered to be put together.
DIRECT = 1
# Rules that people locked together can break, whoever joins them.
OF_LOCKS = frozenset(
    (
        *(Rule.LINE_MANAGER, Rule.MUST_NOT, Rule.AVAILABILITY),
        *(Rule.EXCLUSIVE, Rule.LEVEL_GAP),
    )
)


def paired(brief: Brief) -> Iterator[Collision]:
    """Must pairs, reporting lines and locks that cannot be as they are."""
    for fault in check(brief):
        if fault.wrong in CLASHES:
            clash, against = CLASHES[fault.wrong]
            yield Collision(
                clash,
                (Rule.MUST, against),
                people=fault.about,
                there=fault.there,
                needed=fault.allowed,
                relaxations=smallest_first(list(_relaxations(brief, fault))),
            )
        if fault.wrong == Wrong.MUST_AND_MUST_NOT:
            yield _against_private_wish(brief, fault)
    yield from _lines(brief)
    yield from _locked(brief)


def _against_private_wish(brief: Brief, fault: Fault) -> Collision:
    """Names nobody: it would tell who does not want to sit with whom."""
    none = Relaxing(Lever.MUST, before=len(brief.must), after=0)
    concerns = len({who for pair in brief.must for who in pair})
    return Collision(
        Clash.MUST_AGAINST_PRIVATE_WISH,
        (Rule.MUST, Rule.MUST_NOT),
        there=fault.there,
        relaxations=(relaxed(brief, none, concerns=concerns),),
    )


def _relaxations(brief: Brief, fault: Fault) -> Iterator[Relaxation]:
    chain = next(e for e in chains(brief) if set(fault.about) <= set(e))
    concerns = len(fault.about)
    match fault.wrong:
        case Wrong.MUST_IN_ONE_LINE:
            storeys = _storeys(brief, *fault.about)
            if storeys > DIRECT:
                depth = rule(brief, Lever.LINE_DEPTH, storeys - 1)
                yield relaxed(brief, depth, concerns=concerns)
        case Wrong.MUST_ACROSS_LEVELS:
            wider = rule(brief, Lever.LEVEL_GAP, fault.there)
            yield relaxed(brief, wider, concerns=concerns)
        case Wrong.MUST_WITHOUT_COMMON_TIME if fault.there:
            fewer = rule(brief, Lever.MIN_COMMON_BLOCKS, fault.there)
            yield relaxed(brief, fewer, concerns=concerns)
        case Wrong.MUST_CHAIN_TOO_LARGE:
            larger = rule(brief, Lever.SIZE_MAX, len(chain))
            yield relaxed(brief, larger, concerns=concerns)
        case Wrong.MUST_OF_COMPETITORS:
            homes = {e.organisation for e in brief.people if e.id in chain}
            groups = [group for group in brief.exclusive if len(group & homes) > 1]
            may_meet = (
                Relaxing(Lever.EXCLUSIVE, about=tuple(sorted(e))) for e in groups
            )
            yield relaxed(brief, *may_meet, concerns=concerns)
    for pair in brief.must:
        if set(pair) <= set(chain):
            apart = relaxed(brief, Relaxing(Lever.MUST, about=pair), concerns=len(pair))
            if fault not in check(apart.brief):
                yield apart


def _managers(brief: Brief) -> dict[str, str]:
    own = {person.id: person.manager for person in brief.people if person.manager}
    return dict(brief.managers) | own


def _storeys(brief: Brief, who: str, above: str) -> int:
    """How many storeys somebody is above somebody."""
    return [*line_above(who, _managers(brief), None)].index(above) + 1


def _lines(brief: Brief) -> Iterator[Collision]:
    """People of one line who all need a set of their own."""
    sets, depth = most_sets(brief), brief.rules.line_depth
    managers, known = _managers(brief), {person.id for person in brief.people}
    longest: tuple[str, ...] = ()
    for person in brief.people:
        above = [e for e in line_above(person.id, managers, depth) if e in known]
        longest = max(longest, (person.id, *above), key=len)
    if len(longest) > sets:
        found = []
        if sets > DIRECT:
            nearer = rule(brief, Lever.LINE_DEPTH, sets - 1)
            found.append(relaxed(brief, nearer, concerns=len(longest)))
        more = rule(brief, Lever.SETS, len(longest))
        if brief.rules.sets and len(longest) * brief.rules.size_min <= len(known):
            found.append(relaxed(brief, more, concerns=len(known)))
        yield Collision(
            Clash.LINE_TOO_LONG,
            (Rule.LINE_MANAGER, Rule.NUMBER_OF_SETS),
            people=longest,
            there=len(longest),
            needed=len(longest),
            relaxations=smallest_first(found),
        )


def _locked(brief: Brief) -> Iterator[Collision]:
    """People locked into one set who break a rule among themselves."""
    together: dict[str, list[str]] = defaultdict(list)
    known = {person.id for person in brief.people}
    for who, at in brief.locks.people.items():
        if who in known:
            together[at].append(who)
    for at, members in together.items():
        alone = replace(brief, people=tuple(e for e in brief.people if e.id in members))
        broken = appraise(alone, (ProposedSet(at, tuple(members)),)).broken
        against = dict.fromkeys(e.rule for e in broken if e.rule in OF_LOCKS)
        if against:
            named = {who for e in broken if e.rule in against for who in e.about}
            private = Rule.MUST_NOT in against
            people = tuple(e for e in members if private or not named or e in named)
            free = Relaxing(Lever.LOCK, about=people)
            yield Collision(
                Clash.LOCKED_IN_BREACH,
                tuple(against),
                people=people,
                sets=(at,),
                relaxations=(relaxed(brief, free, concerns=len(people)),),
            )
