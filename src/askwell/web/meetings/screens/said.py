"""What has been said in this slot, as far as the viewer may see it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process.choices import Place
from askwell.process.formats.kollegiale_beratung import METHODS
from askwell.process.formats.shape import Capture, Role
from askwell.process.kinds import ANSWER, METHOD_CHOICE, Family, kind_named
from askwell.process.people import PersonId
from askwell.process.records import Contribution
from askwell.web.meetings.screens.sight import Sight

OFFERED = frozenset({Family.SUPPORT, Family.EXPERIENCE, Family.TELLING})


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution, and what this viewer may do with it."""

    number: int
    kind: str
    family: str
    words: str
    speaker: PersonId
    name: str
    mine: bool
    noted_by: str
    starred: bool
    place: str
    passed: bool
    kept: bool
    to_star: bool
    to_sort: bool
    to_keep: bool
    to_answer: bool
    to_help: bool
    to_take_back: bool
    helped: bool
    answers: tuple["Said", ...]

    @property
    def aside(self) -> bool:
        return self.passed or self.place in (Place.PARKED, Place.DISCARDED)

    @property
    def is_question(self) -> bool:
        return self.family == Family.QUESTION

    @property
    def acts(self) -> bool:
        return (
            self.to_star
            or self.to_sort
            or self.to_keep
            or self.to_answer
            or self.to_help
            or self.to_take_back
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Contributions that belong together, under a heading."""

    title: str
    name: str
    items: list[Said]

    @property
    def asked(self) -> bool:
        """Whether it holds questions."""
        return any(item.is_question for item in self.items)


def visible(see: Sight, contribution: Contribution) -> bool:
    """Whether the viewer may see it at all."""
    mine = bool(see.me) and see.me in (contribution.person, contribution.noted_by)
    return not contribution.taken_back and (mine or not contribution.hidden)


def now(see: Sight) -> list[Said]:
    """What has been said in the present phase, the latest first."""
    own = [each for each in _in_slot(see) if _in_phase(see, each)]
    return [seen(see, each) for each in reversed(own)]


def earlier(see: Sight) -> list[Shelf]:
    """What was said in the earlier phases of this slot, phase by phase."""
    shelves: dict[str, list[Said]] = {}
    for each in _in_slot(see):
        if not _in_phase(see, each):
            shelves.setdefault(each.phase, []).append(seen(see, each))
    return [
        Shelf(_(see.state.script.phase(name).title), name, items)
        for name, items in shelves.items()
    ]


def notes(see: Sight) -> list[Shelf]:
    """All questions of the slot, where the presenter has put them."""
    titles = {
        Place.OPEN: _("Not sorted yet"),
        Place.KEPT: _("Kept"),
        Place.PARKED: _("Parked"),
        Place.DISCARDED: _("Discarded"),
    }
    questions = [seen(see, each) for each in _in_slot(see) if _is_question(each)]
    return [
        Shelf(title, place, [each for each in questions if each.place == place])
        for place, title in titles.items()
    ]


def written(see: Sight) -> int:
    """How many have written what is not to be read yet."""
    return sum(
        each.hidden
        and not each.taken_back
        and each.slot == _slot_number(see)
        and _in_phase(see, each)
        for each in see.state.contributions.values()
    )


def _in_slot(see: Sight) -> list[Contribution]:
    slot = _slot_number(see)
    return [
        each
        for each in see.state.contributions.values()
        if each.slot == slot and _stands_alone(see, each)
    ]


def _stands_alone(see: Sight, contribution: Contribution) -> bool:
    """Answers stand beneath their question."""
    return contribution.to is None and visible(see, contribution)


def _slot_number(see: Sight) -> int | None:
    return see.now.slot if see.now else None


def _in_phase(see: Sight, contribution: Contribution) -> bool:
    return bool(see.now and see.now.name == contribution.phase)


def _is_question(contribution: Contribution) -> bool:
    return kind_named(contribution.kind).is_question


def seen(see: Sight, contribution: Contribution) -> Said:
    kind = kind_named(contribution.kind)
    presents = see.presents and contribution.slot == _slot_number(see)
    mine = contribution.person == see.me
    return Said(
        number=contribution.number,
        kind=_(kind.title),
        family=kind.family,
        words=_words(contribution),
        speaker=contribution.person,
        name=see.name(contribution.person),
        mine=mine,
        noted_by=_noted_by(see, contribution),
        starred=contribution.starred,
        place=contribution.place,
        passed=contribution.passed,
        kept=contribution.kept,
        to_star=presents and kind.is_question,
        to_sort=presents and kind.is_question and _sorts(see),
        to_keep=presents and kind.family in OFFERED,
        to_answer=presents and kind.is_question and _answers_now(see),
        to_help=kind.is_question and reviews_now(see),
        to_take_back=_may_take_back(see, contribution),
        helped=kind.is_question and _helped(see, contribution),
        answers=_answers(see, contribution),
    )


def _words(contribution: Contribution) -> str:
    """A chosen method by its name in the reader's language."""
    words = contribution.words or ""
    if contribution.kind == METHOD_CHOICE.name:
        titles = {each.value: _(each.title) for each in METHODS}
        return titles.get(words, words)
    return words


def _noted_by(see: Sight, contribution: Contribution) -> str:
    noted_by = contribution.noted_by
    return see.short(noted_by) if noted_by and noted_by != contribution.person else ""


def _sorts(see: Sight) -> bool:
    return bool(see.phase and see.phase.sorted_by_presenter)


def _answers_now(see: Sight) -> bool:
    return bool(see.phase and see.phase.welcomes(Role.PRESENTER, ANSWER))


def reviews_now(see: Sight) -> bool:
    captures = see.phase.captures if see.phase else ()
    asked = bool(see.roles) and not see.only_watches
    return Capture.HELPFUL_QUESTION in captures and asked


def _may_take_back(see: Sight, contribution: Contribution) -> bool:
    """Offered to its author, and to whoever jotted it, while the phase lasts."""
    by_me = see.me in (contribution.person, contribution.noted_by)
    return bool(see.me) and by_me and _in_phase(see, contribution)


def _helped(see: Sight, contribution: Contribution) -> bool:
    """Whether the viewer named this question as the one that helped most."""
    named = [r.helpful for r in see.state.reviews if r.person == see.me and r.helpful]
    return bool(named) and named[-1] == contribution.number


def _answers(see: Sight, contribution: Contribution) -> tuple[Said, ...]:
    answers = (see.state.contributions[number] for number in contribution.answers)
    return tuple(seen(see, each) for each in answers if visible(see, each))
