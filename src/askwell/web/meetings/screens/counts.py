"""What kinds of turns a set takes, in numbers: counted by hand, and read by the coach.

Numbers are for the whole set, never by person. What was read needs everybody's yes
(INV-20); what whoever facilitates has counted by hand is theirs until they show it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.process.choices import HeardAs
from askwell.process.kinds import Family, kind_named
from askwell.process.listening import IN_STEPS_OF, in_whole_steps
from askwell.process.records import Contribution, Slot
from askwell.process.uses import CAPTIONS, SHARES, countable
from askwell.web.meetings.ear import heard_as
from askwell.web.meetings.hearing import hearing_of
from askwell.web.meetings.screens.sight import Sight

Counts = Counter[HeardAs]

TURNS: Final = frozenset(
    {
        Family.QUESTION,
        Family.EXPERIENCE,
        Family.OBSERVATION,
        Family.SUPPORT,
        Family.TELLING,
    }
)
# One or two people's numbers would be about one or two people.
LEAST_PEOPLE: Final = 3
KEPT: Final = 4096

# How a contribution was read, by its meeting, its number, and a digest of its words:
# words are kept nowhere but where they can be forgotten.
_read: dict[tuple[str, int, int], HeardAs] = {}


@dataclass(frozen=True, slots=True)
class Button:
    """One press that counts a turn."""

    heard_as: str
    title: str
    counted: int


@dataclass(frozen=True, slots=True)
class TallySeen:
    """The tally of a slot: to count with, or as the set is shown it."""

    buttons: list[Button]
    sentence: str
    slot: int
    presenter: str
    undo: bool
    shown: bool
    to_show: bool


def tally(see: Sight) -> TallySeen | None:
    """For whoever facilitates while a slot runs; for all once it is shown to them."""
    slot = see.slot
    if slot is None:
        return None
    counted = _counted(see, slot)
    if not counts_here(see) and not _is_shown(see, slot):
        return None
    return TallySeen(
        buttons=_buttons(see, counted) if counts_here(see) else [],
        sentence=sentence(counted) if counted else "",
        slot=slot.number,
        presenter=see.short(slot.presenter),
        undo=bool(counted) and counts_here(see),
        shown=_is_shown(see, slot),
        to_show=counts_here(see) and counted.total() >= IN_STEPS_OF,
    )


def counts_here(see: Sight) -> bool:
    return see.here and see.facilitates and not see.presents


def _buttons(see: Sight, counted: Counts) -> list[Button]:
    learning = see.state.script.action_learning
    return [
        Button(each.heard_as, _(each.title), counted[each.heard_as])
        for each in countable(action_learning=learning)
    ]


def has_tally(see: Sight) -> bool:
    return not see.quiet and tally(see) is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """What the set was shown of somebody's time."""

    presenter: str
    sentence: str


def tallies_shown(see: Sight) -> list[Counted]:
    """Slot by slot, for the set to look back on."""
    shown = (slot for slot in see.state.slots if _is_shown(see, slot))
    return [
        Counted(see.name(slot.presenter), sentence(_counted(see, slot)))
        for slot in shown
    ]


def _is_shown(see: Sight, slot: Slot) -> bool:
    return slot.number in see.state.tallies_shown and bool(_counted(see, slot))


def _counted(see: Sight, slot: Slot) -> Counts:
    return Counter(each.heard_as for each in see.state.tallied_in(slot.number))


# What was read


@dataclass(frozen=True, slots=True)
class Share:
    """Where turns were taken, and what kinds they were."""

    where: str
    sentence: str


def has_shares(see: Sight) -> bool:
    facilitates = see.here and see.facilitates and see.running
    return facilitates and not see.quiet and see.state.allows(SHARES.name)


def shares_now(see: Sight) -> list[Share]:
    """Of the slot that runs; nothing outside a slot."""
    return _shares(see, (see.slot,)) if see.slot else []


def shares_of_meeting(see: Sight) -> list[Share]:
    """Of all slots so far, once there is more than the one that runs."""
    earlier = [slot for slot in see.state.slots if not slot.running]
    return _shares(see, see.state.slots) if earlier else []


def _shares(see: Sight, slots: tuple[Slot, ...]) -> list[Share]:
    """Each source for itself: the same turn may have been counted by hand as well."""
    numbers = {slot.number for slot in slots}
    by_hand = (each.heard_as for each in see.state.tallied if each.slot in numbers)
    heard = (each.heard_as for each in see.state.turns_read if each.slot in numbers)
    found = [
        Share(_("Written"), _written_sentence(see, slots)),
        Share(_("Counted by hand"), _sentence_or_nothing(Counter(by_hand))),
    ]
    if see.state.allows(CAPTIONS.name) or see.state.turns_read:
        found.append(Share(_("Heard in captions"), _captions_sentence(Counter(heard))))
    return [each for each in found if each.sentence]


def _sentence_or_nothing(counts: Counts) -> str:
    return sentence(counts) if counts else ""


def _captions_sentence(counts: Counts) -> str:
    return sentence(counts) if counts else _too_few()


def _written_sentence(see: Sight, slots: tuple[Slot, ...]) -> str:
    turns = written(see, slots)
    return sentence(Counter(turns)) if turns else _too_few()


def written(see: Sight, slots: tuple[Slot, ...]) -> list[HeardAs]:
    """How written turns read, where it says nothing about one person; else nothing."""
    turns = [each for slot in slots for each in _turns_in(see, slot)]
    # Taken out of a number shown before, a leaver's turns would tell how they asked.
    if not all(see.state.is_here(each.person) for each in turns):
        return []
    turns = turns[: in_whole_steps(len(turns))]
    if len({each.person for each in turns}) < LEAST_PEOPLE:
        return []
    return [read(see, each) for each in turns]


def _too_few() -> str:
    return _("Too few turns so far to say anything about the set.")


def _turns_in(see: Sight, slot: Slot) -> Iterator[Contribution]:
    """What members have written in it; the presenter is never read."""
    for each in see.state.contributions_in(slot.number):
        if each.words and _is_turn(each) and each.person != slot.presenter:
            yield each


def _is_turn(contribution: Contribution) -> bool:
    family = kind_named(contribution.kind).family
    return family in TURNS and not contribution.hidden


def read(see: Sight, contribution: Contribution) -> HeardAs:
    """How a contribution reads; `OTHER` where the coach is not sure enough."""
    words = contribution.words or ""
    key = see.meeting, contribution.number, hash(words)
    if key not in _read:
        if len(_read) >= KEPT:
            _read.clear()
        where = hearing_of(see.state, contribution)
        _read[key] = heard_as(words, where) or HeardAs.OTHER
    return _silent_on_advice(see, _read[key])


def _silent_on_advice(see: Sight, heard: HeardAs) -> HeardAs:
    """Where advice is welcome, nobody is told of any."""
    welcome = not see.state.script.action_learning
    return HeardAs.OTHER if welcome and heard.steers else heard


# In words


def sentence(counts: Counts) -> str:
    """Of 14 turns: 9 open questions, 2 could be heard as advice."""
    turns = counts.total()
    of = ngettext(
        "Of %(turns)d turn: %(parts)s.", "Of %(turns)d turns: %(parts)s.", turns
    )
    return of % {"turns": turns, "parts": ", ".join(_parts(counts))}


def _parts(counts: Counts) -> Iterable[str]:
    """Open questions come first, and are named even when there are none."""
    opened = counts[HeardAs.OPEN_QUESTION]
    closed = counts[HeardAs.CLOSED_QUESTION]
    steering = sum(count for kind, count in counts.items() if kind.steers)
    yield ngettext("%(n)d open question", "%(n)d open questions", opened) % {
        "n": opened
    }
    if closed:
        yield ngettext("%(n)d closed question", "%(n)d closed questions", closed) % {
            "n": closed
        }
    if steering:
        yield _("%(n)d could be heard as advice") % {"n": steering}
    if rest := counts.total() - opened - closed - steering:
        yield ngettext("%(n)d of another kind", "%(n)d of other kinds", rest) % {
            "n": rest
        }
