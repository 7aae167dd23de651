"""A division that can be tried and changed; only the sets touched are looked at."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.composer.appraising import division
from askwell.composer.appraising.appraisal import Appraisal, Change, Edit, Told
from askwell.composer.appraising.division import Division
from askwell.composer.appraising.figures import FAIRNESS, Summed
from askwell.composer.appraising.seating import Seating
from askwell.composer.appraising.telling import told
from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal, ProposedSet
from askwell.composer.tables import Floats, Tables, tabulate

# How many moves of somebody, and how many swaps, are looked at closely.
CLOSELY = 40


class Board:
    """A division that can be tried and changed.

    Asking (`move`, `swap`, `take`, `new_set`, `remove`, `suggestions`) changes
    nothing; `apply` does, and `apply(appraisal.edit.inverse)` takes it back. Unknown
    people, sets or facilitators raise `KeyError`. Making a board looks at every set
    once; keep it while somebody works on it.
    """

    def __init__(self, brief: Brief, proposal: Proposal) -> None:
        self.brief = brief
        self.tables: Tables = tabulate(brief)
        self._seed, self._steps = proposal.seed, proposal.steps
        self._now = Division(self.tables)
        self._now.put({each.id: each for each in proposal.sets})

    @property
    def sets(self) -> tuple[ProposedSet, ...]:
        return tuple(self._now.there())

    @property
    def proposal(self) -> Proposal:
        """The division as it is now, scored."""
        return self._now.proposal(seed=self._seed, steps=self._steps)

    def __getitem__(self, set_id: str) -> ProposedSet:
        return self._now[set_id]

    def quality(self, set_id: str) -> float:
        """How good a set is on its own."""
        return self._now.judged[set_id].quality

    def parts(self, set_id: str) -> Floats:
        """How well a set meets each wish, in the order of `wishes.PARTS`."""
        return self._now.judged[set_id].parts

    def set_of(self, person: str) -> str | None:
        """The set somebody is in."""
        return self._now.set_of(person)

    def move(self, person: str, to_set: str | None) -> Appraisal:
        """Somebody into another set; None: into none for now."""
        return self.try_out(self._now.moving({person: to_set}))

    def swap(self, a: str, b: str) -> Appraisal:
        """Two people change places."""
        return self.try_out(self._now.moving({a: self.set_of(b), b: self.set_of(a)}))

    def take(self, facilitator: str | None, set_id: str) -> Appraisal:
        """A facilitator takes a set; None leaves it without one."""
        if facilitator and facilitator not in self.tables.place_of_facilitator:
            raise KeyError(facilitator)
        return self.try_out({set_id: replace(self[set_id], facilitator=facilitator)})

    def new_set(
        self, set_id: str, members: Sequence[str] = (), facilitator: str | None = None
    ) -> Appraisal:
        """A further set, of people who leave theirs for it.

        Raises `ValueError` where there is a set of that id.
        """
        if self._now.sets.get(set_id) is not None:
            raise ValueError(set_id)
        new = ProposedSet(set_id, tuple(members), facilitator)
        return self.try_out(self._now.moving(dict.fromkeys(members)) | {set_id: new})

    def remove(self, set_id: str) -> Appraisal:
        """A set goes; who was in it is in none for now."""
        return self.try_out({self[set_id].id: None})

    def apply(self, edit: Edit | Appraisal) -> Appraisal:
        """Do it, and say what it did.

        Raises `ValueError` if the sets are not as `edit.before` says: somebody else
        was quicker.
        """
        edit = edit.edit if isinstance(edit, Appraisal) else edit
        if any(self._now.sets.get(each) != was for each, was in edit.before.items()):
            raise ValueError("the sets are not what they were")
        appraisal = self.try_out(edit.after)
        self._now.put(edit.after)
        return appraisal

    def try_out(self, change: division.Change) -> Appraisal:
        """What it would do if these sets were so."""
        then = self._now.changed(change)
        was, will = self._now.summed(), then.summed()
        appearing, vanishing = self._now.differences(change, then)
        return Appraisal(
            edit=Edit({each: self._now.sets.get(each) for each in change}, change),
            total=Change(was.total, will.total),
            parts=_parts(was, will),
            sets={
                each: Change(self.quality(each), then.judged[each].quality)
                for each, new in change.items()
                if new is not None and self._now.sets.get(each) is not None
            },
            appearing=appearing,
            vanishing=vanishing,
        )

    def tell(self, appraisal: Appraisal) -> Told:
        """What people may see of an appraisal made by this board."""
        return told(self.tables, appraisal, sets=self._now.figures.sets)

    def suggestions(self, person: str, *, best: int = 5) -> tuple[Appraisal, ...]:
        """The best places for somebody: moves and swaps, what breaks nothing first,
        then what mends most, then by total. Nobody locked is swapped."""
        seating = Seating(self._now, fixed=self.brief.locks.people)
        moves = seating.moves_of(person, most=CLOSELY)
        swaps = seating.swaps_of(person, most=CLOSELY)
        tries = [self.try_out(self._now.moving(ways)) for ways in (*moves, *swaps)]
        return tuple(sorted(tries, key=_rank)[:best])


def _parts(was: Summed, will: Summed) -> dict[str, Change]:
    parts = {each: Change(was.parts[each], will.parts[each]) for each in was.parts}
    return parts | {FAIRNESS: Change(was.fairness, will.fairness)}


def _rank(appraisal: Appraisal) -> tuple[bool, int, float]:
    appearing, vanishing = len(appraisal.appearing), len(appraisal.vanishing)
    return appearing > 0, appearing - vanishing, -appraisal.total.after
