"""How levels are said to people."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading.words import HIGHEST, LOWEST

STEPS: Final = range(LOWEST, HIGHEST + 1)


def level_label(step: int, names: Sequence[str]) -> str:
    """“3: Ward sister”, or what the outermost numbers mean."""
    usual = {LOWEST: _("1, the first level"), HIGHEST: _("5, the highest level")}
    named = names[step - 1] if step <= len(names) else ""
    return f"{step}: {named}" if named else usual.get(step, str(step))


def level_of(enrolment: Enrolment) -> str:
    """Somebody's level as their organisation calls it, or its number."""
    if not enrolment.level:
        return ""
    names = enrolment.partner.level_names
    named = names[enrolment.level - 1] if enrolment.level <= len(names) else ""
    return named or str(enrolment.level)
