"""What one viewer sees of a meeting: the state, asked in the words of a screen."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from askwell.process import State, steers, view
from askwell.process.choices import Stage
from askwell.process.formats.shape import Floor, Phase, Role
from askwell.process.people import ASKWELL, Belonging, PersonId
from askwell.process.records import Participant, PhaseNow, Slot, Topic
from askwell.web.meetings.screens.viewer import Viewer


@dataclass(frozen=True)
class Sight:
    """One viewer's eyes on what they may see; made anew for every drawing."""

    state: State
    viewer: Viewer

    @classmethod
    def of(cls, state: State, viewer: Viewer) -> "Sight":
        """Everything that is not for this viewer is left out here, and only here."""
        return cls(view(state, None if viewer.shared else viewer.person), viewer)

    # Whose eyes

    @property
    def me(self) -> PersonId:
        """Nobody for the shared screen, whoever has opened it."""
        return "" if self.viewer.shared else self.viewer.person

    @property
    def meeting(self) -> str:
        return self.viewer.directory.meeting

    @property
    def acts(self) -> str:
        """The address below which every act of this page is posted."""
        return self.viewer.directory.posts_to

    @property
    def shared(self) -> bool:
        return self.viewer.shared

    @cached_property
    def participant(self) -> Participant | None:
        return self.state.people.get(self.me)

    @property
    def belongs(self) -> bool:
        return self.state.belongs(self.me)

    @property
    def waits(self) -> bool:
        """At the door: neither in the meeting nor, so far, turned away."""
        return self.me in self.state.joining

    @property
    def inside(self) -> bool:
        """Whether the viewer may see what goes on in the room."""
        return self.shared or self.belongs

    @property
    def here(self) -> bool:
        return self.state.is_here(self.me)

    @property
    def works(self) -> bool:
        """Whether the viewer works in the set, as a member or an admitted guest."""
        return bool(self.participant and self.participant.is_member)

    @property
    def reads_the_set(self) -> bool:
        """Guests and observers hear what is said, and read nothing of what is kept."""
        visits = (Belonging.GUEST, Belonging.OBSERVER)
        return bool(self.participant and self.participant.belonging not in visits)

    @property
    def only_watches(self) -> bool:
        """An observer, whom the set has let in to watch."""
        return self.state.only_watches(self.me)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        if self.shared or not self.belongs:
            return ()
        return self.state.roles(self.me)

    @property
    def presents(self) -> bool:
        return bool(self.me) and self.me == self.state.presenter

    @property
    def facilitates(self) -> bool:
        return bool(self.me) and self.state.facilitates(self.me)

    @cached_property
    def steers(self) -> bool:
        """Whether the viewer may move the meeting on."""
        return bool(self.me) and steers(self.state, self.me)

    @property
    def guided(self) -> bool:
        """Whether the viewer reads word for word what to say."""
        return self.steers and self.state.is_guided(self.me)

    @property
    def led_a_slot(self) -> bool:
        """Whether the viewer facilitated some of what was worked on."""
        return any(each.facilitator == self.me for each in self.state.slots)

    # Where the meeting is

    @property
    def lobby(self) -> bool:
        return self.state.stage is Stage.LOBBY

    @property
    def running(self) -> bool:
        return self.state.stage is Stage.RUNNING

    @property
    def closed(self) -> bool:
        return self.state.stage is Stage.CLOSED

    @property
    def now(self) -> PhaseNow | None:
        return self.state.phase if self.running else None

    @cached_property
    def phase(self) -> Phase | None:
        return self.state.phase_in_script if self.running else None

    @property
    def floor(self) -> Floor | None:
        return self.phase.floor if self.phase else None

    @property
    def quiet(self) -> bool:
        return bool(self.phase and self.phase.quiet)

    @property
    def paused(self) -> bool:
        return bool(self.now and self.now.paused_at)

    @property
    def slot(self) -> Slot | None:
        return self.state.slot if self.running else None

    @property
    def topic(self) -> Topic | None:
        topic = self.state.topic
        return None if topic is None or topic.withdrawn else topic

    @property
    def phase_number(self) -> int:
        """What a facilitator's step carries as the phase it expects."""
        return self.state.phase_number

    # Names

    def name(self, person: PersonId | None) -> str:
        if not person:
            return ""
        if person == ASKWELL:
            return "Askwell"
        return self.viewer.directory.names.get(person) or _("Somebody")

    def short(self, person: PersonId | None) -> str:
        """The first name, or the whole where two here share it."""
        name = self.name(person)
        first = name.split()[0] if name else ""
        return name if self._first_names.count(first) > 1 else first

    @cached_property
    def _first_names(self) -> list[str]:
        names = (self.name(person) for person in self.state.people)
        return [name.split()[0] for name in names if name]
