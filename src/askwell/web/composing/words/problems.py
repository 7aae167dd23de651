"""What collides, for whom, and what would help, said plainly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from askwell.composer.checking import Fault, Wrong
from askwell.composer.colliding import Clash, Lever
from askwell.web.composing.words.names import listed, named
from askwell.web.enrolments.models import Enrolment

Json = dict[str, Any]
# Nobody sits above or below anybody in their line: that is not for a manager to let
# go. People are not left out by a button, and locks are undone on the board.
OFFERED = frozenset(
    {
        Lever.SETS,
        Lever.SIZE_MIN,
        Lever.SIZE_MAX,
        Lever.MIN_COMMON_BLOCKS,
        Lever.MAX_PER_ORGANISATION,
        Lever.MIN_ORGANISATIONS,
        Lever.LEVEL_GAP,
        Lever.MUST,
    }
)

CLASHES = {
    Clash.TOO_FEW_PEOPLE: _(
        "%(there)s people are too few: %(needed)s would be needed."
    ),
    Clash.TOO_MANY_PEOPLE: _(
        "%(there)s people are too many: there is room for %(needed)s."
    ),
    Clash.NO_NUMBER_FITS: _("No number of sets divides %(there)s people so."),
    Clash.NO_COMMON_TIME: _("%(who)s can meet too few others at any time."),
    Clash.ORGANISATION_TOO_LARGE: _(
        "%(which)s has %(there)s people, and there is room for %(needed)s."
    ),
    Clash.TOO_FEW_ORGANISATIONS: _(
        "There are %(there)s organisations, and a set needs %(needed)s."
    ),
    Clash.TOO_LITTLE_CAPACITY: _(
        "Facilitators can take %(there)s sets, and there are %(needed)s."
    ),
    Clash.NO_FACILITATOR_FITS: _(
        "Only %(there)s of %(needed)s sets can have a facilitator who fits."
    ),
    Clash.MUST_IN_ONE_LINE: _("%(who)s are to be together, and are in one line."),
    Clash.MUST_AGAINST_PRIVATE_WISH: _(
        "%(who)s are to be together, and are not possible together."
    ),
    Clash.MUST_WITHOUT_COMMON_TIME: _(
        "%(who)s are to be together, and have no time in common."
    ),
    Clash.MUST_ACROSS_LEVELS: _(
        "%(who)s are to be together, and their levels lie too far apart."
    ),
    Clash.MUST_OF_COMPETITORS: _(
        "%(who)s are to be together, and come from competitors."
    ),
    Clash.MUST_TOO_MANY: _("%(who)s are to be together, and are too many for one set."),
    Clash.LEVELS_TOO_FAR: _("Too few others are near enough in level to %(who)s."),
    Clash.COMPETITORS: _("Competitors cannot be kept apart in so few sets: %(which)s."),
    Clash.LINE_TOO_LONG: _(
        "%(who)s are in one line, and there are too few sets to keep them apart."
    ),
    Clash.SEARCH_LONGER: _("Nothing collides: a longer search keeps every rule."),
    Clash.LOCKED_IN_BREACH: _("What is held in its place breaks a rule as it stands."),
}

CHANGES = {
    Lever.SETS: _("make %(after)s sets"),
    Lever.SIZE_MIN: _("let a set have only %(after)s people"),
    Lever.SIZE_MAX: _("let a set have %(after)s people"),
    Lever.MIN_COMMON_BLOCKS: _("be content with %(after)s common times a week"),
    Lever.MAX_PER_ORGANISATION: _(
        "let %(after)s people of one organisation sit together"
    ),
    Lever.MIN_ORGANISATIONS: _("be content with %(after)s organisations in a set"),
    Lever.LEVEL_GAP: _("let levels lie %(after)s apart"),
    Lever.LINE_DEPTH: _("let people of one line sit together"),
    Lever.MUST: _("let %(who)s sit apart"),
    Lever.EXCLUSIVE: _("let people of %(which)s meet"),
    Lever.CAPACITY: _("ask %(who)s to take %(after)s sets here"),
    Lever.WITHOUT: _("let %(who)s wait for a later round"),
    Lever.LOCK: _("let go what is held"),
}
CHANGES_LET_GO = {
    Lever.MAX_PER_ORGANISATION: _("let any number of one organisation sit together"),
    Lever.LEVEL_GAP: _("let any levels sit together"),
}

FAULTS = {
    Wrong.NOBODY: _("Nobody has said yes so far."),
    Wrong.SIZES: _("The largest size is below the smallest."),
    Wrong.NUMBER_OF_SETS: _(
        "%(there)s sets are not possible with these sizes: %(allowed)s are."
    ),
    Wrong.ORGANISATION_RULES: _("The two rules on organisations exclude each other."),
    Wrong.WEIGHTS: _("No wish counts anything."),
    Wrong.MUST_AND_MUST_NOT: _(
        "A pair that is to be together is not possible together."
    ),
    Wrong.MUST_CHAIN_TOO_LARGE: _(
        "%(who)s are to be together, and are too many for one set."
    ),
    Wrong.MUST_IN_ONE_LINE: _("%(who)s are to be together, and are in one line."),
    Wrong.MUST_ACROSS_LEVELS: _(
        "%(who)s are to be together, and their levels lie too far apart."
    ),
    Wrong.MUST_OF_COMPETITORS: _(
        "%(who)s are to be together, and come from competitors."
    ),
    Wrong.MUST_LOCKED_APART: _("%(who)s are to be together, and are held apart."),
    Wrong.MUST_NOT_LOCKED_TOGETHER: _(
        "Two people who are not possible together are held together."
    ),
    Wrong.LOCKED_SET_TOO_LARGE: _(
        "More people are held in one set than there is room for."
    ),
    Wrong.TOO_MANY_LOCKED_SETS: _("More sets are held than there are to be."),
    Wrong.CAPACITY: _("%(who)s can take no set."),
    Wrong.OWN_MANAGER: _("%(who)s is listed as their own manager."),
}


@dataclass(frozen=True)
class Way:
    """One way out: its number, to be asked for by, and what it changes."""

    number: int
    words: str
    is_offered: bool
    is_tried: bool
    changes: list[Json]


@dataclass(frozen=True)
class Problem:
    """Rules that collide, and ways out of it."""

    words: str
    ways: list[Way]


def problems(
    collisions: list[Json],
    people: Mapping[str, Enrolment],
    organisations: Mapping[str, str],
) -> list[Problem]:
    """In the order in which they were found; ways out are counted through."""
    found, number = [], 0
    for collision in collisions:
        ways = []
        for relaxation in collision["relaxations"]:
            changes = relaxation["changes"]
            ways.append(
                Way(
                    number,
                    listed([_change(e, people, organisations) for e in changes]),
                    all(change["lever"] in OFFERED for change in changes),
                    relaxation["tried"],
                    changes,
                )
            )
            number += 1
        found.append(Problem(_clash(collision, people, organisations), ways))
    return found


def _clash(
    collision: Json,
    people: Mapping[str, Enrolment],
    organisations: Mapping[str, str],
) -> str:
    words = {
        "who": named(collision["people"], people),
        "there": collision["there"],
        "needed": collision["needed"],
        "which": listed([organisations.get(e, e) for e in collision["organisations"]]),
    }
    said = CLASHES.get(
        Clash(collision["clash"]), _("These rules could not all be kept together.")
    )
    return str(said) % words


def _change(
    change: Json,
    people: Mapping[str, Enrolment],
    organisations: Mapping[str, str],
) -> str:
    figures = {
        "after": change["after"],
        "who": named(change["about"], people),
        "which": listed([organisations.get(each, each) for each in change["about"]]),
    }
    lever, let_go = Lever(change["lever"]), change["after"] is None
    said = CHANGES_LET_GO.get(lever) if let_go else None
    return str(said or CHANGES[lever]) % figures


def fault(found: Fault, people: Mapping[str, Enrolment]) -> str:
    """What makes no sense in the terms, before anybody is put anywhere."""
    who = named(found.about, people)
    words = {"who": who, "there": found.there, "allowed": found.allowed}
    said = FAULTS.get(found.wrong, _("Something about %(who)s makes no sense."))
    return str(said) % words
