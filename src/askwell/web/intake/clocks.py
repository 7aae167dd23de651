"""Hours and levels in words."""

from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.web.programmes.models import Partner

# What the five levels are called where an organisation has no words of its own.
USUAL_LEVELS = (
    gettext_lazy("Leading nobody, or a single piece of work"),
    gettext_lazy("Leading a team"),
    gettext_lazy("Leading several teams, or other leaders"),
    gettext_lazy("Leading an area or a department"),
    gettext_lazy("Leading the organisation, with others or alone"),
)


def level_choices(partner: Partner) -> list[tuple[int, str]]:
    """The levels as the organisation calls them, the lowest first.

    A level it has no word for is left out: nobody there is on it.
    """
    own: Sequence[str] = partner.level_names
    names = own or [str(each) for each in USUAL_LEVELS]
    return [(number, name) for number, name in enumerate(names, 1) if name]


def level_name(partner: Partner, level: int | None) -> str:
    """One level as the organisation calls it; how the others call theirs is theirs."""
    return dict(level_choices(partner)).get(level or 0, "")


def duration(minutes: int) -> str:
    """Hours and minutes, as one would say them."""
    hours, rest = divmod(minutes, 60)
    spoken = ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    left = ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest}
    if not rest:
        return spoken
    return _("%(hours)s %(minutes)s") % {"hours": spoken, "minutes": left}


def hours(number: float) -> str:
    return number_format(number, decimal_pos=0 if number == int(number) else 1)
