"""The coach's kinds in the reader's words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from askwell.coach import Subtype, TurnKind

# In the order in which they are offered.
KINDS: Final[Mapping[TurnKind, str | Promise]] = {
    TurnKind.OPEN_QUESTION: _("an open question"),
    TurnKind.CLOSED_QUESTION: _("a question for yes, no or a fact"),
    TurnKind.LEADING_QUESTION: _("a question with an answer in it"),
    TurnKind.ADVICE: _("advice"),
    TurnKind.SHARING: _("something I lived through"),
    TurnKind.REFLECTION: _("saying back what I heard"),
    TurnKind.OTHER: _("something else"),
}

SUBTYPES: Final[Mapping[Subtype, str | Promise]] = {
    Subtype.CLARIFYING: _("asks for a fact"),
    Subtype.PROBING: _("follows their words"),
    Subtype.CHALLENGING: _("tests an assumption"),
    Subtype.SYSTEMIC: _("looks at the whole"),
    Subtype.REFLECTIVE: _("asks them to notice themselves"),
    Subtype.STACKED: _("several questions at once"),
    Subtype.AFFIRMATION: _("appreciates"),
    Subtype.OFFER: _("offers help"),
}
