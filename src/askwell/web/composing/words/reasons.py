"""Why a set is as it is, in two sentences."""

from collections.abc import Mapping

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.composer.appraising import Alikeness
from askwell.composer.explaining import (
    Explanation,
    FacilitatorExplained,
    FacilitatorReason,
    Shaper,
    Shaping,
    Standing,
    Trait,
)
from askwell.web.composing.words.names import listed, named
from askwell.web.enrolments.models import Enrolment

STANDINGS = {
    Standing.AMONG_THE_BEST: _("among the strongest"),
    Standing.LIKE_MOST: _("as strong as most"),
    Standing.AMONG_THE_POOREST: _("among the weaker ones"),
    Standing.ALONE: _("the only one"),
}
ALIKE = {
    Alikeness.ALIKE: _("alike"),
    Alikeness.SOMEWHAT: _("somewhat alike"),
    Alikeness.VARIED: _("varied"),
}
People = Mapping[str, Enrolment]


def sentences(
    explained: Explanation, people: People, organisations: Mapping[str, str]
) -> tuple[str, str]:
    """What speaks for the set, and what left little choice."""
    return _for_it(explained), _little_choice(explained, people, organisations)


def _for_it(explained: Explanation) -> str:
    strong = [_strong(trait) for trait in explained.strong]
    if explained.challenges:
        said = gettext("challenges that are %(how)s")
        strong.append(said % {"how": ALIKE[explained.challenges]})
    if not strong:
        return gettext("It is like most sets in every way.")
    return gettext("It brings together %(what)s.") % {"what": listed(strong)}


def _strong(trait: Trait) -> str:
    match trait.wish:
        case "level":
            said = ngettext("%(n)s level", "%(n)s levels", trait.kinds)
        case "function":
            said = ngettext("%(n)s area", "%(n)s areas", trait.kinds)
        case "organisation":
            said = ngettext("%(n)s organisation", "%(n)s organisations", trait.kinds)
        case "location":
            said = ngettext("%(n)s place", "%(n)s places", trait.kinds)
        case _ if trait.kinds:
            said = ngettext(
                "people of whom only %(n)s pair has met in a set before",
                "people of whom only %(n)s pairs have met in a set before",
                trait.kinds,
            )
        case _:
            said = gettext("people who have not met in a set before")
    return said % {"n": trait.kinds}


def _little_choice(
    explained: Explanation, people: People, organisations: Mapping[str, str]
) -> str:
    if explained.shaped:
        return _shaped(explained.shaped[0], people, organisations)
    if explained.weak:
        return _weak(explained.weak[0])
    if explained.facilitator:
        return _facilitator(explained.facilitator, people)
    return gettext("No rule left it little choice.")


def _shaped(shaping: Shaping, people: People, organisations: Mapping[str, str]) -> str:
    who = named(shaping.people, people)
    match shaping.by:
        case Shaper.MUST:
            said = gettext("%(who)s were to be together.")
        case Shaper.FEW_HOURS:
            said = gettext("There are few hours at which %(who)s can meet others.")
        case Shaper.JUST_ENOUGH_HOURS:
            said = gettext("They have just enough hours in common.")
        case Shaper.ORGANISATION_FULL:
            said = gettext("No more people of %(about)s could sit here.")
        case Shaper.JUST_ENOUGH_ORGANISATIONS:
            said = gettext("Fewer organisations than these would not do.")
        case Shaper.SMALLEST:
            said = gettext("It could not be smaller.")
        case Shaper.LARGEST:
            said = gettext("It could not be larger.")
        case Shaper.LEVELS_AT_THE_GAP:
            said = gettext("Its levels lie as far apart as may be.")
        case _:
            said = gettext("%(who)s were held here.")
    about = organisations.get(shaping.about, shaping.about)
    return said % {"who": who, "about": about}


def _weak(trait: Trait) -> str:
    match trait.wish:
        case "level":
            said = ngettext(
                "It has but %(n)s level.", "It has but %(n)s levels.", trait.kinds
            )
        case "function":
            said = ngettext(
                "It has but %(n)s area.", "It has but %(n)s areas.", trait.kinds
            )
        case "organisation":
            said = ngettext(
                "It has but %(n)s organisation.",
                "It has but %(n)s organisations.",
                trait.kinds,
            )
        case "location":
            said = ngettext(
                "It has but %(n)s place.", "It has but %(n)s places.", trait.kinds
            )
        case _:
            said = ngettext(
                "%(n)s pair has met in a set before.",
                "%(n)s pairs have met in a set before.",
                trait.kinds,
            )
    return said % {"n": trait.kinds}


def _facilitator(explained: FacilitatorExplained, people: People) -> str:
    who = named([explained.facilitator] if explained.facilitator else [], people)
    match explained.reason:
        case FacilitatorReason.LOCKED:
            said = gettext("%(who)s was held as its facilitator.")
        case FacilitatorReason.ONLY_ONE_WHO_FITS:
            said = gettext("%(who)s is the only facilitator who fits.")
        case FacilitatorReason.ONE_OF_FEW:
            said = ngettext(
                "%(who)s is the one facilitator who fits.",
                "%(who)s is one of %(n)s facilitators who fit.",
                explained.fitting,
            )
        case FacilitatorReason.ONE_OF_MANY:
            said = gettext("%(who)s fits, as would %(others)s others.")
        case FacilitatorReason.DOES_NOT_FIT:
            said = gettext("Its facilitator does not fit.")
        case FacilitatorReason.ALL_TAKEN:
            said = gettext("Every facilitator who fits has as many sets as they can.")
        case _:
            said = gettext("No facilitator fits.")
    figures = {"n": explained.fitting, "others": max(explained.fitting - 1, 0)}
    return said % {"who": who, **figures}
