"""Things a trainee could say now: some right, some too early, some telling."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from askwell.facilitation.interventions import Trigger, intervention
from askwell.practice.chance import picked
from askwell.practice.moves import Does, Heard, Move
from askwell.practice.world import PRESENT, World
from askwell.process.formats.shape import Role
from askwell.process.people import PersonId
from askwell.process.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that could be said or done, to be shown as it is.

    `words` may hold `%(presenter)s` and `%(name)s`, for which `names` has the names;
    without words it is to say nothing.
    """

    does: Does
    words: str
    names: dict[str, str]
    heard_as: tuple[str, ...] = ()
    about: PersonId | None = None

    @property
    def said(self) -> str:
        return self.words % self.names if self.names else self.words

    def move(self, by: PersonId) -> Move:
        return Move(self.does, by, self.said, self.heard_as, self.about)


AGREEMENT: Final = _(
    "Before we begin: what is said here stays here. We ask and do not tell, and "
    "%(presenter)s may pass any question."
)
MOST: Final = 3
EARLY_ONES: Final = (
    Trigger.ADVICE,
    Trigger.STACKED,
    Trigger.FOCUS_LEFT,
    Trigger.ONE_VOICE,
    Trigger.PROCESS_CHECK,
    Trigger.ANSWERS_FAST,
    Trigger.PUZZLE,
    Trigger.WHAT_SHOULD_I_DO,
)
"""What may be offered though nothing calls for it."""
TELLING: Final = (
    _("I think I see what the real problem is. Shall I say it?"),
    _("If I were you, I would take it one step at a time."),
    _("You should talk to the people concerned first, I would say."),
    _("In my experience this usually sorts itself out."),
    _("The answer seems quite clear to me: begin with the easy part."),
)
"""What a facilitator had better keep to themselves."""


def options(world: World) -> tuple[Option, ...]:
    """Three or four, in an order that says nothing; the last is to say nothing."""
    names = {"presenter": world.case.presenter.first_name}
    found = [*_called_for(world, names), *_at_the_start(world, names)][:2]
    wrong = [_early(world, names, found), _telling(world)]
    said = [*found, *wrong][:MOST]
    said.sort(key=lambda each: world.chance("order", each.words, each.about))
    return (*said, Option(does=Does.LISTEN, words="", names={}))


def _called_for(world: World, names: dict[str, str]) -> Iterator[Option]:
    latest: dict[Trigger, Option] = {}
    for came in world.open_moments():
        latest[came.trigger] = worded(world, came.trigger, came.about, names)
    yield from reversed(latest.values())


def _at_the_start(world: World, names: dict[str, str]) -> Iterator[Option]:
    """What was agreed, and what each phase is for."""
    if world.phase.name == PRESENT:
        words = "" if world.agreed else AGREEMENT
    else:
        opens = not world.turns_in_phase
        words = world.phase.prompts.get(Role.FACILITATOR, "") if opens else ""
    if words:
        named = names if words is AGREEMENT else {}
        heard_as = (Heard.AGREES.value,)
        yield Option(does=Does.SAY, words=words, names=named, heard_as=heard_as)


def worded(
    world: World, trigger: Trigger, about: PersonId | None, names: dict[str, str]
) -> Option:
    seat = world.seats.get(about or "")
    name = seat.member.first_name if seat else names["presenter"]
    return Option(
        does=Does.SAY,
        words=intervention(trigger).say,
        names={**names, "name": name},
        heard_as=(trigger.value,),
        about=about,
    )


def _early(world: World, names: dict[str, str], found: list[Option]) -> Option:
    offered = {each.heard_as for each in found}
    open_now = {each.trigger for each in world.open_moments()}
    left = [
        trigger
        for trigger in EARLY_ONES
        if (trigger.value,) not in offered and trigger not in open_now
    ]
    trigger = picked(
        left, world.case.name, world.seed, world.phase.name, world.number // 2, "early"
    )
    return worded(world, trigger, None, names)


def _telling(world: World) -> Option:
    words = picked(TELLING, world.case.name, world.seed, world.number // 2, "telling")
    heard_as = (Heard.TELLING.value,)
    return Option(does=Does.SAY, words=words, names={}, heard_as=heard_as)
