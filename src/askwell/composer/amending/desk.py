"""A proposal while it is being amended, and what changed by it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from askwell.composer.amending.amendment import Amendment, Moved, Taken
from askwell.composer.amending.mending import Mender
from askwell.composer.amending.staffing import staffed
from askwell.composer.appraising.division import Division
from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal, ProposedSet, Rule
from askwell.composer.tables import tabulate


class Desk:
    """Amends one proposal.

    Who is not in the brief leaves at once; locks are obeyed at once (`settle`).
    """

    def __init__(
        self, brief: Brief, proposal: Proposal, *, settle: bool = True
    ) -> None:
        self.brief, self._proposal = brief, proposal
        self._home = _homes(proposal)
        sets = {each.id: each for each in proposal.sets}
        self._take({**_settled(brief, sets)} if settle else sets)

    def _take(self, sets: Mapping[str, ProposedSet]) -> None:
        """Work on these sets, from the tables of the brief as it now is."""
        self._division = Division(tabulate(self.brief))
        self._division.put(sets)

    @property
    def sets(self) -> dict[str, ProposedSet]:
        return {each.id: each for each in self._division.there()}

    def mend(self) -> None:
        """People first, then facilitators; people for facilitators where that fails."""
        self._mend_people(aside=frozenset((Rule.FACILITATOR,)))
        self.staff()
        unled = sum(each.rule == Rule.FACILITATOR for each in self._division.broken())
        if unled > self._too_few_facilitators():
            self._mend_people(aside=frozenset())
            self.staff()

    def _mend_people(self, *, aside: frozenset[Rule]) -> None:
        mender = Mender(
            self._division, locks=self.brief.locks, home=self._home, aside=aside
        )
        mended = {each.id: each for each in mender.mended().there()}
        now = self.sets
        self._division.put({at: e for at, e in mended.items() if e != now[at]})

    def _too_few_facilitators(self) -> int:
        capacity = sum(max(0, each.capacity) for each in self.brief.facilitators)
        return max(0, len(self.sets) - capacity)

    def staff(self) -> None:
        """Facilitators who fit, changing as few as can be."""
        was = {each.id: each.facilitator for each in self._proposal.sets}
        same = all(was.get(at) == each.facilitator for at, each in self.sets.items())
        unled = any(e.rule == Rule.FACILITATOR for e in self._division.broken())
        if unled or not same:
            self._division.put(staffed(self._division, self.brief.locks, was))

    def without_a_set(self) -> list[str]:
        """People of the brief who have no set."""
        sets_of = self._division.sets_of
        return [each.id for each in self.brief.people if not sets_of.get(each.id)]

    def thin_sets(self) -> list[str]:
        """Sets smaller than may be, the smallest first; locked ones stay."""
        thin = [
            (len(each.members), each.id)
            for each in self._division.there()
            if len(each.members) < self.brief.rules.size_min
            and each.id not in self.brief.locks.sets
        ]
        return [set_id for _, set_id in sorted(thin, key=lambda each: each[0])]

    def dissolve(self, sets: Collection[str]) -> None:
        """These sets go, and with them locks to them; their people have none now."""
        gone = set(sets)
        rules, locks = self.brief.rules, self.brief.locks
        there = self.sets
        if rules.sets is not None:
            fewer = max(1, rules.sets - len(gone & there.keys()))
            self.brief = replace(self.brief, rules=replace(rules, sets=fewer))
        self.brief = replace(
            self.brief,
            locks=replace(
                locks,
                people={e: at for e, at in locks.people.items() if at not in gone},
                facilitators={
                    at: e for at, e in locks.facilitators.items() if at not in gone
                },
                sets=locks.sets - gone,
            ),
        )
        self._take({at: each for at, each in there.items() if at not in gone})

    def open_a_set(self) -> None:
        """One set more, for whoever has none and those who come to them."""
        before = len(self._division.broken())
        there, fresh = self.sets, _fresh_id(self.sets)
        waiting = tuple(self.without_a_set()[: self.brief.rules.size_max])
        self._take(there | {fresh: ProposedSet(fresh, waiting)})
        self.mend()
        if len(self._division.broken()) > before:
            self._take(there)

    def amendment(self) -> Amendment:
        proposal = self._division.proposal(
            seed=self._proposal.seed, steps=self._proposal.steps
        )
        home, now = self._home, _homes(proposal)
        ways = [Moved(e, home.get(e), now.get(e)) for e in {**home, **now}]
        known = {person.id for person in self.brief.people}
        was = {each.id: each.facilitator for each in self._proposal.sets}
        return Amendment(
            brief=self.brief,
            proposal=proposal,
            moved=tuple(
                each
                for each in ways
                if each.from_set is not None
                and each.person in known
                and each.from_set != each.to_set
            ),
            placed=tuple(e for e in ways if e.from_set is None and e.to_set),
            left=tuple(e for e in ways if e.person not in known and e.from_set),
            taken=tuple(
                Taken(each.id, was.get(each.id), each.facilitator)
                for each in proposal.sets
                if was.get(each.id) != each.facilitator
            ),
        )


def _homes(proposal: Proposal) -> dict[str, str]:
    return {who: each.id for each in proposal.sets for who in each.members}


def _settled(brief: Brief, sets: Mapping[str, ProposedSet]) -> dict[str, ProposedSet]:
    """The sets with everybody of the brief at most once, and where they are locked.

    Sets that are left empty go.
    """
    locks, known = brief.locks, {person.id for person in brief.people}
    fixed = {who: at for who, at in locks.people.items() if who in known}
    seen: set[str] = set()
    found: dict[str, ProposedSet] = {}
    for at in dict.fromkeys((*sets, *fixed.values())):
        each = sets.get(at, ProposedSet(at, ()))
        stay = [e for e in each.members if e in known and fixed.get(e, at) == at]
        come = [who for who, to in fixed.items() if to == at]
        members = [e for e in dict.fromkeys((*stay, *come)) if e not in seen]
        seen.update(members)
        if members:
            leader = locks.facilitators.get(at, each.facilitator)
            found[at] = replace(each, members=tuple(members), facilitator=leader)
    return found


def _fresh_id(taken: Collection[str]) -> str:
    number = len(taken) + 1
    while f"set-{number}" in taken:
        number += 1
    return f"set-{number}"
