"""What may be wrong with a row, and how it is said."""

from dataclasses import dataclass
from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments.reading.fields import Field


class Kind(Enum):
    """One fault of one cell."""

    NO_EMAIL = auto()
    NO_ADDRESS = auto()
    SEVERAL_ADDRESSES = auto()
    MISTYPED = auto()
    TWICE = auto()
    ELSEWHERE = auto()
    NO_NAME = auto()
    NOT_A_NAME = auto()
    TOO_LONG = auto()
    A_FORMULA = auto()
    WHICH_ORGANISATION = auto()
    UNKNOWN_WORD = auto()
    CAPACITY = auto()
    NO_PART = auto()
    MANAGER_MISTYPED = auto()
    MANAGER_UNKNOWN = auto()
    MANAGER_UNCLEAR = auto()
    OWN_MANAGER = auto()
    CIRCLE = auto()


SENTENCES = {
    Kind.NO_EMAIL: _("The e-mail address is missing."),
    Kind.NO_ADDRESS: _("This is not yet an e-mail address."),
    Kind.SEVERAL_ADDRESSES: _("One address for each person, please."),
    Kind.MISTYPED: _("This looks mistyped. In the box it stands as it may be meant."),
    Kind.TWICE: _("This person stands in row %(row)s already."),
    Kind.ELSEWHERE: _(
        "This address is on the programme's list already, with another organisation. "
        "Ask whoever looks after the whole programme."
    ),
    Kind.NO_NAME: _("The name is missing."),
    Kind.NOT_A_NAME: _("Write the name only, without signs such as / : @ < >."),
    Kind.TOO_LONG: _("Shorten it to 120 letters."),
    Kind.A_FORMULA: _("This is a formula, which is not worked out. Write its value."),
    Kind.WHICH_ORGANISATION: _("It is not said who this person works for."),
    Kind.UNKNOWN_WORD: _("“%(typed)s” is not known here."),
    Kind.CAPACITY: _("Write a whole number from 0 to 12."),
    Kind.NO_PART: _(
        "Neither a member nor a facilitator: say yes to one of them, or leave the row "
        "out."
    ),
    Kind.MANAGER_MISTYPED: _("The manager's address looks mistyped."),
    Kind.MANAGER_UNKNOWN: _(
        "Nobody of this name is in the file or on the list. Write the manager's e-mail "
        "address, or leave it empty."
    ),
    Kind.MANAGER_UNCLEAR: _(
        "Several people have this name. Write the manager's e-mail address."
    ),
    Kind.OWN_MANAGER: _("Nobody is their own manager."),
    Kind.CIRCLE: _(
        "Managers go round in a circle here: %(circle)s. Put the right manager into "
        "one of these rows, or leave it empty."
    ),
}


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, and what was probably meant, if that is plain."""

    field: Field
    kind: Kind
    typed: str = ""
    meant: str | None = None
    detail: str = ""

    @property
    def is_a_word(self) -> bool:
        """Mended once for all rows with the same word."""
        return self.kind is Kind.UNKNOWN_WORD

    @property
    def again(self) -> str:
        """What stands in the box to be mended."""
        return self.typed if self.meant is None else self.meant

    def in_words(self) -> str:
        details = {"typed": self.typed, "row": self.detail, "circle": self.detail}
        return str(SENTENCES[self.kind] % details)
