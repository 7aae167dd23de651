"""Who is here, what they are doing, and whose hand is up."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.process.formats.shape import Floor, Role
from askwell.process.people import Belonging, Casting, PersonId
from askwell.web.meetings.screens.sight import Sight

FREE = (Floor.EVERYONE, Floor.MEMBERS, Floor.MEMBERS_AND_PRESENTER)


def speak_freely(see: Sight) -> bool:
    """Where hands are raised, because nobody's turn is set."""
    return see.slot is not None and see.floor in FREE


@dataclass(frozen=True, slots=True)
class Part:
    """A part that somebody may be asked to play in this format."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Face:
    """One person of the room, as the viewer may see them."""

    person: PersonId
    name: str
    role: str
    me: bool
    here: bool
    without_device: bool
    to_be_noted: bool
    """Whether even their own word is noted for them: they never came by themselves."""
    speaking: bool
    hand: int
    """Their place in the order of hands; 0 without a raised hand."""
    co_facilitates: bool
    guest: bool
    only_watches: bool
    agreed: bool
    parts: tuple[Part, ...]


def faces(see: Sight) -> list[Face]:
    """Everybody who belongs: presenter and facilitator first, the absent last."""
    queue = see.state.queue if speak_freely(see) else ()
    places = {hand.person: place for place, hand in enumerate(queue, 1)}
    people = [p for p in see.state.people.values() if not p.removed]
    seen = [
        Face(
            person=p.person,
            name=see.name(p.person),
            role=role_of(see, p.person),
            me=p.person == see.me,
            here=p.here,
            without_device=p.here and p.without_device,
            to_be_noted=p.here and p.without_device and not p.came_themselves,
            speaking=p.person == see.state.course.floor,
            hand=places.get(p.person, 0),
            co_facilitates=p.person in see.state.co_facilitators,
            guest=p.belonging is Belonging.GUEST,
            only_watches=see.state.only_watches(p.person),
            agreed=p.agreed,
            parts=parts(see, p.person),
        )
        for p in people
    ]
    return sorted(seen, key=lambda face: (not face.here, _rank(see, face.person)))


def parts(see: Sight, person: PersonId) -> tuple[Part, ...]:
    """What the facilitator may ask of this person, beside being a member."""
    watches = see.state.only_watches(person)
    if not see.steers or person == see.state.presenter or watches:
        return ()
    offered = (
        (
            see.state.format.has_secretary,
            Casting.SECRETARY,
            _("Writes for the presenter"),
        ),
        (see.state.format.has_observer, Casting.OBSERVER, _("Observes how we work")),
    )
    return tuple(
        Part(part, label)
        for known, part, label in offered
        if known and see.state.parts.get(part) != person
    )


def successors(see: Sight) -> list[Face]:
    """Whom members may name, should whoever facilitates be gone."""
    if see.closed or see.steers or not (see.here and see.works):
        return []
    if not see.state.facilitator or not see.state.format.has_facilitator:
        return []
    able = (see.state.presenter, see.state.facilitator)
    return [
        face
        for face in faces(see)
        if face.here and face.person not in able and not face.only_watches
    ]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom somebody has named to facilitate."""

    by: str
    nominee: str


def voices(see: Sight) -> list[Voice]:
    """What has been said so far about who should facilitate, while it counts."""
    now = timezone.now()
    return [
        Voice(by=see.short(person), nominee=see.short(voice.nominee))
        for person, voice in see.state.nominations.items()
        if voice.stands(voice.nominee, at=now)
    ]


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
    if role is Role.OBSERVER and (listens := _from_outside(see, person)):
        return listens
    if role is not Role.MEMBER:
        return _titles()[role]
    if see.state.facilitates(person):
        return _("Facilitator, joining in")
    return _("Guest") if _is_guest(see, person) else ""


def _from_outside(see: Sight, person: PersonId) -> str:
    """Who came to facilitate, or to learn it, and listens while another does."""
    participant = see.state.people.get(person)
    if participant and participant.belonging is Belonging.TRAINEE:
        return _("Learns to facilitate")
    if participant and participant.belonging is Belonging.FACILITATOR:
        return _("Facilitator, listening")
    return ""


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
