"""What is asked before the sets are made: a few short pages, each kept by itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments.models import Enrolment

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy


@dataclass(frozen=True)
class Step:
    """One page: its place in the address, its heading, and a sentence why."""

    slug: str
    title: "Lazy"
    lead: "Lazy"
    # Asked also of those who come only to facilitate.
    of_all: bool = False

    @property
    def template(self) -> str:
        return f"intake/say_{self.slug}.html"


WHERE = Step(
    "where",
    _("Where you work"),
    _("So that a set brings together people who do not see one another every day."),
)
WHEN = Step(
    "when",
    _("When you could meet"),
    _("Mark the hours of an ordinary week in which a meeting would be possible."),
    of_all=True,
)
CHALLENGE = Step(
    "challenge",
    _("What you would bring"),
    _("Nobody reads it: not your manager, not the programme, not your set."),
)
APART = Step(
    "apart",
    _("Who should not be in your set"),
    _("Nobody sees what you write here, and no reason is needed."),
)
FACILITATING = Step(
    "facilitating",
    _("Facilitating"),
    _("Every set has somebody who looks after how it talks. No training is needed."),
    of_all=True,
)
ALL = (WHERE, WHEN, CHALLENGE, APART, FACILITATING)


def steps_for(enrolment: Enrolment) -> tuple[Step, ...]:
    """All of them, or what is asked of those who only facilitate."""
    return tuple(step for step in ALL if step.of_all or enrolment.takes_part)


def following(step: Step, steps: tuple[Step, ...]) -> Step | None:
    place = steps.index(step)
    return steps[place + 1] if place + 1 < len(steps) else None


def before(step: Step, steps: tuple[Step, ...]) -> Step | None:
    place = steps.index(step)
    return steps[place - 1] if place else None
