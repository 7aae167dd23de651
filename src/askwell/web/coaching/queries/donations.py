"""Questions about a donation: what its file would hold, and whose yes it waits for."""

from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from django.db.models import F, QuerySet

from askwell.process.records import Contribution
from askwell.process.state import State
from askwell.web.coaching.masking import masked
from askwell.web.coaching.models import Correction, Donation, Gift
from askwell.web.coaching.queries.turns import Turn, turns
from askwell.web.meetings import memory
from askwell.web.people.models import Person
from askwell.web.programmes.models import Invitation, LearningSet, SetMembership
from askwell.web.programmes.queries import readers_of


@dataclass(frozen=True)
class Line:
    """One line of the file; only `id` and `author` stay out of it."""

    id: UUID
    author: Person
    text: str
    read: str
    meant: str
    phase: str
    role: str
    is_left_out: bool
    masks: str
    """What its author has masked beside names and numbers, one row each."""

    def told(self) -> dict[str, str]:
        """As it stands in the file."""
        return {
            "text": self.text,
            "read": self.read,
            "meant": self.meant,
            "phase": self.phase,
            "role": self.role,
        }


@dataclass(frozen=True)
class Share:
    """What a donation holds, in an order that says nothing of when it was said."""

    donation: Donation
    lines: tuple[Line, ...]
    answers: dict[UUID, bool]

    @property
    def authors(self) -> list[Person]:
        """Whose turns they are, by name."""
        found = {each.author.pk: each.author for each in self.lines}
        return sorted(found.values(), key=lambda one: one.name.lower())

    @property
    def waits_for(self) -> list[Person]:
        """Who has a turn that would go out, and has not said yes or no."""
        return [each for each in self.authors if each.pk not in self.answers]

    @property
    def given(self) -> list[Line]:
        """What would go out: only what its author gives."""
        return [
            each
            for each in self.lines
            if self.answers.get(each.author.pk) and not each.is_left_out
        ]

    def shown_to(self, person: Person) -> list[Line]:
        """What is given, and one's own; nobody's else before they give it."""
        given = {each.id for each in self.given}
        return [
            each for each in self.lines if each.id in given or each.author == person
        ]

    @property
    def may_be_made(self) -> bool:
        return bool(self.given) and not self.waits_for


def current_donation(learning_set: LearningSet) -> Donation | None:
    """The one that is open, or else the last whose file was made."""
    donations = Donation.objects.filter(learning_set=learning_set, dropped_at=None)
    return donations.order_by(F("made_at").desc(nulls_first=True)).first()


def to_be_given(learning_set: LearningSet) -> int:
    """How many corrections of present members no file holds yet."""
    return _open_corrections(learning_set).count()


def share_of(donation: Donation) -> Share:
    corrections = list(_corrections_of(donation))
    found = _turns_of(corrections)
    known = _Known.of(donation.learning_set)
    lines = [
        _line(each, found[each.pk], known) for each in corrections if each.pk in found
    ]
    gifts = Gift.objects.filter(donation=donation)
    return Share(
        donation=donation,
        lines=tuple(sorted(lines, key=lambda line: _by_chance(donation, line))),
        answers=dict(gifts.values_list("person_id", "gives")),
    )


def own_line(person: Person, donation: Donation, line: UUID) -> Correction | None:
    return _corrections_of(donation).filter(author=person, pk=line).first()


def _corrections_of(donation: Donation) -> QuerySet[Correction]:
    if donation.made_at:
        return donation.corrections.select_related("author", "meeting")
    return _open_corrections(donation.learning_set)


def _open_corrections(learning_set: LearningSet) -> QuerySet[Correction]:
    """Of those who are in the set: nobody gives away what a leaver said."""
    return Correction.objects.filter(
        learning_set=learning_set,
        donation=None,
        author__in=readers_of(learning_set),
    ).select_related("author", "meeting")


def _turns_of(corrections: list[Correction]) -> dict[UUID, Turn]:
    meetings = {each.meeting_id: each.meeting for each in corrections}
    states = memory.states(meetings.values())
    said = {each.pk: _said(each, states) for each in corrections}
    wanted = [
        (meetings[each.meeting_id], contribution)
        for each in corrections
        if (contribution := said[each.pk])
    ]
    found = turns(wanted, states)
    return {
        each.pk: turn
        for each in corrections
        if said[each.pk] and (turn := found[each.meeting_id, each.contribution]).words
    }


def _said(correction: Correction, states: dict[UUID, State]) -> Contribution | None:
    said = states[correction.meeting_id].contributions.get(correction.contribution)
    return None if said is None or said.taken_back else said


@dataclass(frozen=True)
class _Known:
    """What a set's own people would know somebody by."""

    names: tuple[str, ...]
    set_name: str

    @classmethod
    def of(cls, learning_set: LearningSet) -> "_Known":
        """Of everybody who was ever in it, or asked to be."""
        people = SetMembership.objects.filter(learning_set=learning_set)
        asked = Invitation.objects.filter(learning_set=learning_set)
        names = (
            *people.values_list("person__name", flat=True),
            *asked.exclude(name="").values_list("name", flat=True),
        )
        return cls(names, learning_set.name)


def _line(correction: Correction, turn: Turn, known: _Known) -> Line:
    masks = correction.masked or ""
    more = (known.set_name, *masks.splitlines())
    return Line(
        id=correction.pk,
        author=correction.author,
        text=masked(turn.words, names=known.names, more=more),
        read=correction.read or "",
        meant=correction.meant or "",
        phase=turn.heard.phase,
        role=turn.heard.role,
        is_left_out=correction.is_left_out,
        masks=masks,
    )


def _by_chance(donation: Donation, line: Line) -> bytes:
    """The same at every look, and no sign of when or by whom it was said."""
    return blake2b(donation.pk.bytes + line.id.bytes, digest_size=8).digest()
