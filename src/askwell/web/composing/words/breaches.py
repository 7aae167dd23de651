"""Which rule is broken, between whom, in a sentence; private wishes name nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.composer.proposal import Broken, Rule
from askwell.web.composing.words.names import named
from askwell.web.enrolments.models import Enrolment

People = Mapping[str, Enrolment]


# Where it is known whom it is about.
ABOUT = {
    Rule.LINE_MANAGER: _("%(who)s are above and below each other in one line."),
    Rule.EXCLUSIVE: _("%(who)s come from competitors."),
    Rule.MUST: _("%(who)s are to be together, and are not."),
    Rule.LEVEL_GAP: _("Levels lie too far apart: %(who)s."),
    Rule.ORGANISATION_MIX: _("Too many people of one organisation: %(who)s."),
    Rule.FACILITATOR: _("%(who)s does not fit as facilitator here."),
    Rule.ASSIGNED_ONCE: _("%(who)s has no set."),
}
SENTENCES = {
    Rule.MUST_NOT: _("They are not possible together."),
    Rule.ORGANISATION_MIX: _("Too few organisations sit together."),
    Rule.FACILITATOR: _("It has no facilitator."),
    Rule.NUMBER_OF_SETS: _("There are not as many sets as the terms ask for."),
}


@dataclass(frozen=True)
class Sized:
    """The numbers that the sentences need."""

    smallest: int
    largest: int
    beginnings: int


def breach(broken: Broken, people: People, sized: Sized) -> str:
    """One sentence for one breach."""
    match broken.rule:
        case Rule.SIZE:
            return _size(sized)
        case Rule.AVAILABILITY:
            return _hours(sized)
    said = ABOUT.get(broken.rule) if broken.about else None
    words = said or SENTENCES.get(broken.rule, _("A rule is broken."))
    return str(words) % {"who": named(broken.about, people)}


def breaches(broken: Iterable[Broken], people: People, sized: Sized) -> list[str]:
    """Each sentence once."""
    return list(dict.fromkeys(breach(each, people, sized) for each in broken))


def _size(sized: Sized) -> str:
    said = gettext("A set has %(smallest)s to %(largest)s people.")
    return said % {"smallest": sized.smallest, "largest": sized.largest}


def _hours(sized: Sized) -> str:
    said = ngettext(
        "They have less than %(number)s time a week in common.",
        "They have fewer than %(number)s times a week in common.",
        sized.beginnings,
    )
    return said % {"number": sized.beginnings}
