"""Reads a folder with people, facilitators, pairs, earlier sets and rules."""

from collections.abc import Callable
from pathlib import Path

from askwell.composer.brief import Brief, Facilitator, Pair, Person
from askwell.composer.files import values
from askwell.composer.files.rows import Table, Unfit, Wrong, shown
from askwell.composer.files.rules import read_rules

PEOPLE = {
    "person_id": values.name,
    "organisation": values.name,
    "function": values.name,
    "level": values.level,
    "location": values.name,
    "manager_id": values.maybe,
    "available": values.mask,
    "challenge_vec": values.direction,
}
FACILITATORS = {
    "facilitator_id": values.name,
    "person_id": values.maybe,
    "organisation": values.name,
    "location": values.name,
    "available": values.mask,
    "capacity": values.count,
}
KINDS = ("must", "must_not")


def read(folder: Path) -> Brief:
    """The brief in this folder; Unfit, saying where and what, when it is not one."""
    if not folder.is_dir():
        raise Unfit(folder, "a folder with people.csv and the other files")
    people = _people(folder / "people.csv")
    known = {person.id for person in people}
    pairs = _pairs(folder / "pairs.csv", known)
    asked = read_rules(folder / "rules.json", people=len(people))
    return Brief(
        people=people,
        facilitators=_facilitators(folder / "facilitators.csv", known),
        rules=asked.rules,
        weights=asked.weights,
        must=pairs["must"],
        must_not=pairs["must_not"],
        earlier=_earlier(folder / "history.csv", known),
        fairness_share=asked.fairness_share,
    )


def _people(path: Path) -> tuple[Person, ...]:
    table = Table(path, tuple(PEOPLE))
    readers = tuple(PEOPLE.values())
    people: list[Person] = []
    lines: list[int] = []
    ids: set[str] = set()
    width = 0
    for row in table.rows():
        try:
            person = _person(row)
        except Wrong:
            raise table.wrong(row, *readers) from None
        if person.id in ids:
            raise table.unfit(f"each person once, not {person.id} again", "person_id")
        if len(person.challenge) != (width := width or len(person.challenge)):
            raise table.unfit(
                f"{width} numbers, as before, not {len(person.challenge)}",
                "challenge_vec",
            )
        ids.add(person.id)
        people.append(person)
        lines.append(table.line)
    if not people:
        raise table.unfit("at least one person")
    _check_managers(path, people, lines, ids)
    return tuple(people)


def _person(row: tuple[str, ...]) -> Person:
    who, organisation, function, level, location, manager, available, challenge = row
    return Person(
        id=values.name(who),
        organisation=values.name(organisation),
        function=values.name(function),
        level=values.level(level),
        location=values.name(location),
        manager=values.maybe(manager),
        available=values.mask(available),
        challenge=values.direction(challenge),
    )


def _check_managers(
    path: Path, people: list[Person], lines: list[int], ids: set[str]
) -> None:
    for person, line in zip(people, lines, strict=True):
        manager = person.manager
        if manager is not None and (manager not in ids or manager == person.id):
            expected = f"somebody else's person_id or nothing, not {shown(manager)}"
            raise Unfit(path, expected, line, "manager_id")


def _facilitators(path: Path, known: set[str]) -> tuple[Facilitator, ...]:
    table = Table(path, tuple(FACILITATORS))
    found: dict[str, Facilitator] = {}
    for row in table.rows():
        try:
            who, person, organisation, location, available, capacity = row
            each = Facilitator(
                id=values.name(who),
                person=values.maybe(person),
                organisation=values.name(organisation),
                location=values.name(location),
                available=values.mask(available),
                capacity=values.count(capacity),
            )
        except Wrong:
            raise table.wrong(row, *FACILITATORS.values()) from None
        if each.id in found:
            expected = f"each facilitator once, not {each.id} again"
            raise table.unfit(expected, "facilitator_id")
        if each.person is not None and each.person not in known:
            raise table.unfit(_somebody(each.person, " or nothing"), "person_id")
        found[each.id] = each
    return tuple(found.values())


def _pairs(path: Path, known: set[str]) -> dict[str, tuple[Pair, ...]]:
    table = Table(path, ("person_a", "person_b", "kind"))
    pairs: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    for first, second, kind in table.rows():
        for column, who in (("person_a", first), ("person_b", second)):
            _check_known(table, column, who, known)
        if first == second:
            raise table.unfit(f"two different people, not {first} twice", "person_b")
        if kind not in pairs:
            raise table.unfit(f"must or must_not, not {shown(kind)}", "kind")
        pairs[kind].append((first, second))
    return {kind: tuple(found) for kind, found in pairs.items()}


def _earlier(path: Path, known: set[str]) -> tuple[frozenset[str], ...]:
    table = Table(path, ("round", "earlier_set_id", "person_id"))
    sets: dict[tuple[str, str], set[str]] = {}
    for row in table.rows():
        when, earlier, who = row
        if not (when and earlier):
            checks: tuple[Callable[[str], object], ...] = (values.name, values.name)
            raise table.wrong(row, *checks, values.maybe)
        _check_known(table, "person_id", who, known)
        sets.setdefault((when, earlier), set()).add(who)
    return tuple(frozenset(members) for members in sets.values())


def _check_known(table: Table, column: str, who: str, known: set[str]) -> None:
    if who not in known:
        raise table.unfit(_somebody(who), column)


def _somebody(who: str, besides: str = "") -> str:
    return f"a person_id of people.csv{besides}, not {shown(who)}"
