"""To whom the facilitator's role goes next, where it goes round by rota."""

from dataclasses import dataclass

from askwell.process.decide.walk import index_after
from askwell.process.formats.shape import Capture, Section
from askwell.process.people import PersonId
from askwell.process.relay import next_to_facilitate
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Relay:
    """Who comes next; `gives` for whoever has the role, `mine` for who gets it."""

    person: PersonId
    name: str
    gives: bool
    mine: bool


def rota(see: Sight) -> list[str]:
    """While it is settled who does what: whom the rota names, slot after slot."""
    phase, brief = see.phase, see.state.brief
    if phase is None or brief is None or Capture.FACILITATOR not in phase.captures:
        return []
    if not see.state.format.rotates_facilitator:
        return []
    return [see.short(person) for person in brief.rota if person]


def relay(see: Sight) -> Relay | None:
    """Shown to those two alone, when the time for it has come."""
    if see.paused or not _is_time(see):
        return None
    person = next_to_facilitate(see.state)
    gives = bool(see.me) and see.me == see.state.facilitator
    if person is None or not (gives or person == see.me):
        return None
    return Relay(person, see.short(person), gives=gives, mine=person == see.me)


def _is_time(see: Sight) -> bool:
    """While it is settled who does what, before the first slot, and as a slot ends."""
    phase, now = see.phase, see.now
    if phase is None or now is None:
        return False
    ends = index_after(see.state, now) is None
    return Capture.FACILITATOR in phase.captures or (
        ends and now.section is not Section.CLOSING
    )
