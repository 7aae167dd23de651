"""Changing a division by hand, one step at a time, each of which can be undone."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from askwell.composer import amending
from askwell.composer.amending import Amendment
from askwell.composer.appraising import Appraisal, Board
from askwell.composer.proposal import Proposal, ProposedSet, Rule
from askwell.web.composing import boards, codec
from askwell.web.composing.boards import Loaded
from askwell.web.composing.models import Change, Composition
from askwell.web.composing.operations.holding import hold
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.people.models import Person

Json = dict[str, Any]
Kind = Change.Kind
# A set may lack its facilitator for a while; everything else stays whole.
MAY_APPEAR = frozenset({Rule.FACILITATOR})


class ForbiddenError(NotComposedError):
    """It would break a rule; the appraisal says which."""

    def __init__(self, appraisal: Appraisal, board: Board) -> None:
        super().__init__(Reason.BROKEN)
        self.told = board.tell(appraisal)


def is_possible(appraisal: Appraisal) -> bool:
    return all(each.rule in MAY_APPEAR for each in appraisal.appearing)


@transaction.atomic
def move(
    composition: Composition,
    person: str,
    to_set: str,
    *,
    version: int,
    by: Person,
    at: datetime,
) -> Change | None:
    """Somebody goes to another set, if no rule is broken by it."""
    held = hold(composition, version=version)
    found = boards.loaded(held)
    _must_be_free(held, found.board, people=[person], sets=[to_set])
    if _set_of(found.board, person) == to_set:
        return None
    appraisal = _asked(lambda: found.board.move(person, to_set))
    return _do(held, found, appraisal, Kind.MOVED, by=by, at=at)


@transaction.atomic
def swap(
    composition: Composition,
    one: str,
    other: str,
    *,
    version: int,
    by: Person,
    at: datetime,
) -> Change:
    """Two people change places."""
    held = hold(composition, version=version)
    found = boards.loaded(held)
    _must_be_free(held, found.board, people=[one, other])
    appraisal = _asked(lambda: found.board.swap(one, other))
    return _do(held, found, appraisal, Kind.SWAPPED, by=by, at=at)


@transaction.atomic
def take(
    composition: Composition,
    facilitator: str | None,
    set_id: str,
    *,
    version: int,
    by: Person,
    at: datetime,
) -> Change:
    """Somebody else facilitates a set, or nobody for now."""
    held = hold(composition, version=version)
    found = boards.loaded(held)
    if set_id in held.locks.get("sets", ()) or set_id in held.locks.get(
        "facilitators", {}
    ):
        raise NotComposedError(Reason.HELD)
    appraisal = _asked(lambda: found.board.take(facilitator, set_id))
    if facilitator and not _fits(appraisal, set_id):
        raise ForbiddenError(appraisal, found.board)
    return _do(held, found, appraisal, Kind.TOOK, by=by, at=at)


def _fits(appraisal: Appraisal, set_id: str) -> bool:
    """A facilitator who does not fit is refused also where the last one did not."""
    return not any(each.rule == Rule.FACILITATOR for each in appraisal.appearing)


@transaction.atomic
def lock(
    composition: Composition,
    what: str,
    which: str,
    *,
    on: bool,
    version: int,
    by: Person,
    at: datetime,
) -> Change:
    """Hold a person, a set or a facilitator in place, or let them go again."""
    held = hold(composition, version=version)
    board = boards.loaded(held).board
    locks = {
        "people": dict(held.locks.get("people", {})),
        "sets": list(held.locks.get("sets", [])),
        "facilitators": dict(held.locks.get("facilitators", {})),
    }
    _turn(locks, board, what, which, on=on)
    kind = Kind.LOCKED if on else Kind.FREED
    before: Json = {"sets": {}, "locks": held.locks}
    return _keep(held, kind, before, {"sets": {}, "locks": locks}, by=by, at=at)


def _turn(locks: Json, board: Board, what: str, which: str, *, on: bool) -> None:
    match what:
        case "person":
            locks["people"].pop(which, None)
            if on:
                locks["people"][which] = _set_of(board, which)
        case "set":
            locks["sets"] = sorted({*locks["sets"]} - {which})
            if on:
                locks["sets"] = sorted([*locks["sets"], _there(board, which).id])
        case _:
            locks["facilitators"].pop(which, None)
            if on:
                locks["facilitators"][which] = _there(board, which).facilitator


@transaction.atomic
def place_and_take_out(
    composition: Composition, *, version: int, by: Person, at: datetime
) -> Amendment:
    """Late joiners get a set and leavers go, with the fewest others moved."""

    def amended(found: Loaded) -> Amendment:
        left = amending.leave(found.board.brief, found.proposal)
        return amending.join(left.brief, left.proposal)

    return _amend(composition, Kind.PLACED, amended, version=version, by=by, at=at)


@transaction.atomic
def staff(
    composition: Composition, *, version: int, by: Person, at: datetime
) -> Amendment:
    """Facilitators only: nobody else moves."""
    return _amend(
        composition,
        Kind.STAFFED,
        lambda found: amending.staff(found.board.brief, found.proposal),
        version=version,
        by=by,
        at=at,
    )


@transaction.atomic
def merge(
    composition: Composition, set_id: str, *, version: int, by: Person, at: datetime
) -> Amendment:
    """A set is dissolved, and its people find places in the others."""
    return _amend(
        composition,
        Kind.MERGED,
        lambda found: amending.merge(
            found.board.brief, found.proposal, sets=[_there(found.board, set_id).id]
        ),
        version=version,
        by=by,
        at=at,
    )


def _amend(
    composition: Composition,
    kind: Kind,
    amended: Callable[[Loaded], Amendment],
    *,
    version: int,
    by: Person,
    at: datetime,
) -> Amendment:
    held = hold(composition, version=version)
    boards.forget(held)
    amendment = amended(boards.loaded(held))
    was = {each["id"]: each for each in held.sets}
    will = {each.id: codec.set_to_json(each) for each in amendment.proposal.sets}
    ids = [each for each in {**was, **will} if was.get(each) != will.get(each)]
    if not ids:
        raise NotComposedError(Reason.NO_WAY)
    _keep(
        held,
        kind,
        {"sets": {each: was.get(each) for each in ids}, "locks": held.locks},
        {"sets": {each: will.get(each) for each in ids}, "locks": held.locks},
        by=by,
        at=at,
    )
    return amendment


@transaction.atomic
def undo(composition: Composition, *, version: int, by: Person, at: datetime) -> Change:
    """Take back the last step that stands, whoever made it."""
    held = hold(composition, version=version)
    last = held.changes.filter(is_undone=False).last()
    return _turn_back(held, last, last.before if last else {}, is_undone=True)


@transaction.atomic
def redo(composition: Composition, *, version: int, by: Person, at: datetime) -> Change:
    """Do again what was taken back last."""
    held = hold(composition, version=version)
    first = held.changes.filter(is_undone=True).first()
    return _turn_back(held, first, first.after if first else {}, is_undone=False)


def _turn_back(
    held: Composition, change: Change | None, state: Json, *, is_undone: bool
) -> Change:
    if change is None:
        raise NotComposedError(Reason.NOTHING_TO_UNDO)
    change.is_undone = is_undone
    change.save(update_fields=["is_undone"])
    _write(held, state)
    return change


def _do(
    held: Composition,
    found: Loaded,
    appraisal: Appraisal,
    kind: Kind,
    *,
    by: Person,
    at: datetime,
) -> Change:
    if not is_possible(appraisal):
        raise ForbiddenError(appraisal, found.board)
    before, after = (
        {"sets": _sets_to_json(sets), "locks": held.locks}
        for sets in (appraisal.edit.before, appraisal.edit.after)
    )
    return _keep(held, kind, before, after, by=by, at=at)


def _sets_to_json(sets: Mapping[str, ProposedSet | None]) -> Json:
    return {
        set_id: codec.set_to_json(one) if one else None for set_id, one in sets.items()
    }


def _keep(
    held: Composition,
    kind: Kind,
    before: Json,
    after: Json,
    *,
    by: Person,
    at: datetime,
) -> Change:
    """What had been taken back is gone once something else is done instead."""
    held.changes.filter(is_undone=True).delete()
    last = held.changes.last()
    change = Change.objects.create(
        composition=held,
        number=last.number + 1 if last else 1,
        kind=kind,
        before=before,
        after=after,
        by=by,
        at=at,
    )
    _write(held, after)
    return change


def _write(held: Composition, state: Json) -> None:
    """Make the sets and locks so, and judge the division anew."""
    sets = {each["id"]: each for each in held.sets} | state["sets"]
    held.sets = [each for each in sets.values() if each is not None]
    held.locks = state["locks"]
    held.version += 1
    held.dates = {
        set_id: date
        for set_id, date in held.dates.items()
        if set_id not in state["sets"]
    }
    judged: Proposal = boards.loaded(held).proposal
    held.score = codec.score_to_json(judged.score)
    held.broken = codec.broken_to_json(judged.broken)
    held.collisions = []
    held.save()


def _asked(question: Callable[[], Appraisal]) -> Appraisal:
    try:
        return question()
    except KeyError as unknown:
        raise NotComposedError(Reason.NOT_THERE) from unknown


def _set_of(board: Board, person: str) -> str | None:
    try:
        return board.set_of(person)
    except KeyError as unknown:
        raise NotComposedError(Reason.NOT_THERE) from unknown


def _there(board: Board, set_id: str) -> ProposedSet:
    try:
        return board[set_id]
    except KeyError as unknown:
        raise NotComposedError(Reason.NOT_THERE) from unknown


def _must_be_free(
    held: Composition, board: Board, *, people: Iterable[str], sets: Iterable[str] = ()
) -> None:
    people = list(people)
    touched = {*sets, *(_set_of(board, who) for who in people)}
    locked = {*held.locks.get("sets", ())}
    if touched & locked or any(who in held.locks.get("people", {}) for who in people):
        raise NotComposedError(Reason.HELD)
