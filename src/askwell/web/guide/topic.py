"""What makes a topic good to bring: five marks, and a kind word for each that lacks."""

from collections.abc import Container
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Mark:
    """One thing that is true of a good topic, and what to do where it is not yet."""

    name: str
    words: object
    why: object
    if_not: object


MARKS = (
    Mark(
        "live",
        _("It is live"),
        _("It is going on now, or soon; you will do something about it."),
        _("If it is over, ask yourself what in it is still open. That is the topic."),
    ),
    Mark(
        "mine",
        _("It is mine"),
        _("You are in the middle of it, not somebody else."),
        _(
            "If it is about what others should do, look for your own part in it: what "
            "makes it yours to think about?"
        ),
    ),
    Mark(
        "matters",
        _("It matters to me"),
        _("You would be glad to see it move."),
        _(
            "If it leaves you cold, bring what does not. What comes to mind when you "
            "cannot sleep?"
        ),
    ),
    Mark(
        "act",
        _("I can act"),
        _("There is something you could do or stop doing, however small."),
        _(
            "If all of it is in other hands, cut out the piece that is in yours, even "
            "if it is only how you meet it."
        ),
    ),
    Mark(
        "open",
        _("There is no single right answer"),
        _("Sensible people would do different things."),
        _(
            "If someone simply knows the answer, ask them: it is a puzzle. What makes "
            "it hard for you all the same may be the topic."
        ),
    ),
)


def lacking(ticked: Container[str]) -> tuple[Mark, ...]:
    return tuple(mark for mark in MARKS if mark.name not in ticked)
