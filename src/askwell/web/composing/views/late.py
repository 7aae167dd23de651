"""Where somebody who comes late could sit, among sets that were adopted."""

from collections.abc import Sequence
from dataclasses import dataclass

from askwell.composer.appraising import Board
from askwell.composer.proposal import Proposal, ProposedSet, Score
from askwell.web.composing.brief import Known, known_of
from askwell.web.composing.models import Composition
from askwell.web.composing.queries import Placed, PlacedSet
from askwell.web.composing.views.drawing import sized_of
from askwell.web.composing.words.verdicts import Verdict, newcomer_verdict
from askwell.web.enrolments.models import Enrolment

# More than these are not looked at for one page; they are placed after the first.
MOST_PEOPLE, MOST_SETS = 20, 60


@dataclass(frozen=True)
class Late:
    """Somebody without a set, and what each set would say; the best come first."""

    enrolment: Enrolment
    places: list[tuple[PlacedSet, Verdict]]

    @property
    def has_place(self) -> bool:
        return any(said.is_possible for _set, said in self.places)


def late(
    composition: Composition, sets: Sequence[PlacedSet], people: Sequence[Enrolment]
) -> list[Late]:
    """For those who take part and sit nowhere."""
    if not people:
        return []
    known = known_of(composition.cohort, composition.asked)
    board = Board(known.brief, _as_they_are(sets, known))
    shown = sets[:MOST_SETS]
    return [
        Late(one, _places(board, known, composition, one, shown))
        for one in people[:MOST_PEOPLE]
    ]


def _as_they_are(sets: Sequence[PlacedSet], known: Known) -> Proposal:
    """With those who are in or are asked, and without those who said no."""
    people = {one.id for one in known.brief.people}
    leaders = {one.id for one in known.brief.facilitators}
    return Proposal(
        sets=tuple(
            ProposedSet(
                str(each.learning_set.pk),
                tuple(who for who in _still(each.members) if who in people),
                next((e for e in _still(each.facilitators) if e in leaders), None),
            )
            for each in sets
        ),
        score=Score(total=0.0, parts={}, fairness=0.0, sets={}),
    )


def _still(placed: Sequence[Placed]) -> list[str]:
    there = [each for each in placed if each.is_still_there]
    return [str(each.placement.enrolment_id) for each in there]


def _places(
    board: Board,
    known: Known,
    composition: Composition,
    one: Enrolment,
    sets: Sequence[PlacedSet],
) -> list[tuple[PlacedSet, Verdict]]:
    # Nobody is asked anew into the set they have just said no to.
    tried = [
        (each, board.move(str(one.pk), str(each.learning_set.pk)))
        for each in sets
        if not each.was_offered_to(one)
    ]
    tried.sort(key=lambda pair: -pair[1].total.after)
    sized = sized_of(composition)
    said = [
        (each, newcomer_verdict(appraisal, board, known.enrolments, sized))
        for each, appraisal in tried
    ]
    return sorted(said, key=lambda pair: not pair[1].is_possible)
