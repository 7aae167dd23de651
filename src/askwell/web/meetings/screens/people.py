"""Who is here, what they are doing, and whose hand is up."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.process.formats.shape import Role
from askwell.process.people import Belonging, PersonId
from askwell.web.meetings.screens.sight import Sight


@dataclass(frozen=True, slots=True)
class Face:
    """One person of the room, as the viewer may see them."""

    person: PersonId
    name: str
    role: str
    me: bool
    here: bool
    without_device: bool
    speaking: bool
    hand: int
    """Their place in the order of hands; 0 without a raised hand."""
    co_facilitates: bool
    guest: bool
    agreed: bool


def faces(see: Sight) -> list[Face]:
    """Everybody who belongs: presenter and facilitator first, the absent last."""
    places = {hand.person: place for place, hand in enumerate(see.state.queue, 1)}
    people = [p for p in see.state.people.values() if not p.removed]
    seen = [
        Face(
            person=p.person,
            name=see.name(p.person),
            role=role_of(see, p.person),
            me=p.person == see.me,
            here=p.here,
            without_device=p.here and p.without_device,
            speaking=p.person == see.state.course.floor,
            hand=places.get(p.person, 0),
            co_facilitates=p.person in see.state.co_facilitators,
            guest=p.belonging is Belonging.GUEST,
            agreed=p.agreed,
        )
        for p in people
    ]
    return sorted(seen, key=lambda face: (not face.here, _rank(see, face.person)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody with a raised hand."""

    person: PersonId
    name: str
    me: bool
    times: int


def queue(see: Sight) -> list[Waiting]:
    """Raised hands: who has spoken least first."""
    return [
        Waiting(
            person=hand.person,
            name=see.short(hand.person),
            me=hand.person == see.me,
            times=see.state.turns_in_slot(hand.person),
        )
        for hand in see.state.queue
    ]


def _rank(see: Sight, person: PersonId) -> int:
    if person == see.state.presenter:
        return 0
    return 1 if see.state.facilitates(person) else 2


def role_of(see: Sight, person: PersonId) -> str:
    """What a person is just now, in a word; nothing for a member among members."""
    role = see.state.role(person)
    if role is Role.FACILITATOR and person != see.state.facilitator:
        return _("Co-facilitator")
    if role is not Role.MEMBER:
        return _titles()[role]
    if see.state.facilitates(person):
        return _("Facilitator, joining in")
    return _("Guest") if _is_guest(see, person) else ""


def _titles() -> dict[Role, str]:
    return {
        Role.PRESENTER: _("Presenter"),
        Role.FACILITATOR: _("Facilitator"),
        Role.SECRETARY: _("Secretary"),
        Role.OBSERVER: _("Observer"),
    }


def _is_guest(see: Sight, person: PersonId) -> bool:
    participant = see.state.people.get(person)
    return bool(participant and participant.belonging is Belonging.GUEST)
