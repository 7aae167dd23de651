"""What people, levels, wishes and sets of a composition are called."""

from collections.abc import Iterable, Mapping

from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments.models import Enrolment

# Level one to five where an organisation has no words of its own.
LEVELS = (
    _("team leader"),
    _("manager"),
    _("senior manager"),
    _("director"),
    _("executive"),
)
WISHES = {
    "level": _("Levels"),
    "function": _("Areas"),
    "organisation": _("Organisations"),
    "location": _("Places"),
    "challenge": _("Challenges"),
    "novelty": _("New faces"),
    "fairness": _("No poor set"),
}
# The same within a sentence.
WISHED_FOR = {
    "level": _("levels"),
    "function": _("areas"),
    "organisation": _("organisations"),
    "location": _("places"),
    "novelty": _("new faces"),
}
# What each wish is for, for whoever says how much it counts.
WISHED = {
    "level": _("People of different levels sit together."),
    "function": _("People of different areas sit together."),
    "organisation": _("People of different organisations sit together."),
    "location": _("People of different places sit together."),
    "challenge": _("Challenges in a set are alike or unlike, whichever you ask for."),
    "novelty": _("People sit with others than in earlier sets."),
    "fairness": _("The weakest sets are made as strong as can be."),
}


def level_of(enrolment: Enrolment) -> str:
    """In the organisation's own words, if it has any; empty where it is not known."""
    if not enrolment.level:
        return ""
    own = enrolment.partner.level_names
    at = enrolment.level - 1
    if at < len(own) and own[at]:
        return str(own[at])
    return str(LEVELS[at])


def named(ids: Iterable[str], people: Mapping[str, Enrolment]) -> str:
    """Names in a row, with an and before the last."""
    names = [people[who].name if who in people else gettext("somebody") for who in ids]
    return listed(names)


def listed(words: list[str]) -> str:
    return get_text_list(words, gettext("and"))


def set_name(number: int) -> str:
    return gettext("Set %(number)s") % {"number": number}
