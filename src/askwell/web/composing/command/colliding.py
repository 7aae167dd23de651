"""Why rules are broken, and what would help, in words and for programs."""

from collections.abc import Iterator
from typing import Any

from askwell.composer.brief import Brief
from askwell.composer.colliding import Clash, Collision, Lever, Relaxing, collisions
from askwell.composer.compiling import is_fast
from askwell.composer.proposal import Proposal

# Relaxations are tried by short searches, and not at all where these would be long.
STEPS, PLAIN_STEPS, MOST_PEOPLE = 20_000, 200, 5_000
# So many names are printed for people.
NAMED = 20

WHY = {
    Clash.TOO_FEW_PEOPLE: "There are too few people for so many sets",
    Clash.TOO_MANY_PEOPLE: "There are too many people for so many sets",
    Clash.NO_NUMBER_FITS: "No number of sets divides the people within the sizes",
    Clash.NO_COMMON_TIME: "Too little free time in common with others",
    Clash.ORGANISATION_TOO_LARGE: "An organisation has more people than fit",
    Clash.TOO_FEW_ORGANISATIONS: "There are too few organisations",
    Clash.TOO_LITTLE_CAPACITY: "Facilitators can take too few sets",
    Clash.NO_FACILITATOR_FITS: "No facilitator fits some sets",
    Clash.MUST_IN_ONE_LINE: "A must pair is in one reporting line",
    Clash.MUST_AGAINST_PRIVATE_WISH: "A must pair is also to be kept apart",
    Clash.MUST_WITHOUT_COMMON_TIME: "A must pair has too little time in common",
    Clash.MUST_ACROSS_LEVELS: "A must pair is too many levels apart",
    Clash.MUST_OF_COMPETITORS: "A must pair is of competitors",
    Clash.MUST_TOO_MANY: "More people are tied together than fit into a set",
    Clash.LEVELS_TOO_FAR: "Levels are too far from everybody else's",
    Clash.COMPETITORS: "Competitors cannot be kept apart in so few sets",
    Clash.LINE_TOO_LONG: "One line is longer than there are sets",
    Clash.SEARCH_LONGER: "Nothing collides: a longer search keeps every rule",
    Clash.LOCKED_IN_BREACH: "What is locked breaks a rule",
    Clash.TOGETHER: "These rules together were not all kept",
}
HELP = {
    Lever.MUST: "no longer ask for a must pair",
    Lever.EXCLUSIVE: "let competitors meet",
    Lever.CAPACITY: "let a facilitator take more sets",
    Lever.WITHOUT: "leave people for a later round",
    Lever.LOCK: "undo locks",
}


def found(brief: Brief, proposal: Proposal, *, seed: int) -> tuple[Collision, ...]:
    """What collides; nothing for very many people, where finding out takes long."""
    if len(brief.people) > MOST_PEOPLE:
        return ()
    steps = STEPS if is_fast() else PLAIN_STEPS
    return collisions(brief, proposal, seed=seed, steps=steps)


def lines(collision: Collision) -> Iterator[str]:
    """For people."""
    yield f"{WHY[collision.clash]} ({', '.join(collision.rules)})"
    if collision.needed is not None:
        yield f"  there: {collision.there}, needed: {collision.needed}"
    who = (*collision.people, *collision.organisations, *collision.facilitators)
    if who or collision.sets:
        sets = tuple(f"set {each}" for each in collision.sets)
        yield f"  about {named((*who, *sets))}"
    for relaxation in collision.relaxations:
        tried = "was tried and does" if relaxation.tried else "would help"
        changes = "; ".join(map(_change, relaxation.changes))
        yield f"  {tried}: {changes}"


def named(names: tuple[str, ...]) -> str:
    """The first names, and how many there are besides."""
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _change(change: Relaxing) -> str:
    words = HELP.get(change.lever, change.lever)
    if change.lever not in HELP or change.lever is Lever.CAPACITY:
        words += f" from {_number(change.before)} to {_number(change.after)}"
    return words + (f" ({named(change.about)})" if change.about else "")


def _number(number: int | None) -> str:
    return "any" if number is None else str(number)


def as_json(collision: Collision) -> dict[str, Any]:
    """For programs; the changed briefs are left out."""
    return {
        "clash": collision.clash,
        "rules": collision.rules,
        "people": collision.people,
        "sets": collision.sets,
        "organisations": collision.organisations,
        "facilitators": collision.facilitators,
        "there": collision.there,
        "needed": collision.needed,
        "relaxations": [
            {
                "tried": each.tried,
                "concerns": each.concerns,
                "changes": [
                    {
                        "lever": change.lever,
                        "before": change.before,
                        "after": change.after,
                        "about": change.about,
                    }
                    for change in each.changes
                ],
            }
            for each in collision.relaxations
        ],
    }
