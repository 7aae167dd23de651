"""Meetings played up to the phase in which a story begins."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Any
from uuid import UUID

from django.utils import timezone

from askwell.process import State, commands
from askwell.process.choices import Stage
from askwell.process.commands import Command
from askwell.process.formats.shape import Section
from askwell.process.records import PhaseNow
from askwell.web.meetings import log, operations
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.writer import Accepted
from askwell.web.programmes.models import LearningSet
from browser.arrange import sets

TOPIC = "Two depots, one canteen"
QUESTION = "What would make them want to sit together?"

_tokens = count(1)


def make(
    *,
    members: list[str],
    facilitator: str = "",
    presenter: str = "",
    until: str = "lobby",
    here: Sequence[str] | None = None,
    meeting_format: str = "virtual_60",
    **of_set: Any,
) -> dict[str, Any]:
    """A set with a meeting that stands at the phase named by `until`.

    `here` are those in the room, everybody unless named; who presents is the first
    member unless named. At "called" the meeting is only in the calendar.
    """
    made = sets.make(
        members=members,
        facilitator=facilitator,
        meeting_format=meeting_format,
        **of_set,
    )
    meeting = operations.schedule(
        LearningSet.objects.get(pk=UUID(made["id"])),
        starts_at=timezone.now(),
        booked_minutes=60,
    )
    if until != "called":
        ids = made["people"]
        seated = [ids[key] for key in (ids if here is None else here)]
        Play(
            meeting,
            seated,
            lead=ids[facilitator or members[0]],
            presenter=ids[presenter or members[-1]],
        ).until(until)
    return {
        **made,
        "set": made["id"],
        "meeting": str(meeting.pk),
        "code": meeting.code,
        "room": f"/meetings/{meeting.pk}/",
        "screen": f"/meetings/{meeting.pk}/screen/",
        "mine": f"/meetings/{meeting.pk}/mine/",
        "review": f"/meetings/{meeting.pk}/review/",
    }


class Play:
    """Puts the commands of one meeting, phase by phase."""

    def __init__(
        self,
        meeting: Meeting,
        here: Sequence[str],
        *,
        lead: str,
        presenter: str,
        watching: Sequence[str] = (),
    ) -> None:
        self.watching = watching
        self.meeting = meeting
        self.here = here
        self.lead = lead
        self.presenter = presenter

    @property
    def state(self) -> State:
        return log.state(self.meeting.pk)

    def until(self, phase: str) -> None:
        operations.convene(self.meeting)
        if phase == "lobby":
            return
        for person in (*self.here, *self.watching):
            self.does(commands.Arrive, person)
        self.does(commands.Open, self.lead)
        while (now := self._now()) and now.name != phase:
            self._fill(now.name)
            self._go_on(is_last=now.section is Section.CLOSING)

    def _now(self) -> PhaseNow | None:
        state = self.state
        return state.phase if state.stage is Stage.RUNNING else None

    def does(self, make: Callable[..., Command], by: str, **how: object) -> None:
        token = f"arranged-{next(_tokens)}"
        outcome = operations.submit(self.meeting.pk, make(by=by, token=token, **how))
        if not isinstance(outcome, Accepted):
            raise RuntimeError(f"{make.__name__}: {outcome}")

    def _go_on(self, *, is_last: bool) -> None:
        step = commands.Close if is_last else commands.NextPhase
        self.does(step, self.lead, expected_phase=self.state.phase_number)

    def _fill(self, phase: str) -> None:
        """What a phase needs before the meeting can go on from it."""
        match phase:
            case "check_in":
                for person in self.here:
                    self.does(commands.CheckIn, person)
            case "bids":
                self.does(commands.PlaceBid, self.presenter, headline=TOPIC)
                self.does(
                    commands.ChooseOrder,
                    self.lead,
                    expected_phase=self.state.phase_number,
                    order=(self.presenter,),
                )
            case "present":
                self.does(
                    commands.StateTopic, self.presenter, topic=TOPIC, question=QUESTION
                )
            case "reflect_and_act":
                self.does(commands.RecordLearning, self.presenter, words="I can ask.")
            case "process_review":
                self.does(commands.GiveReview, self.presenter, went_well="Long pauses.")
            case "learning_round":
                self.does(commands.RecordLearning, self.lead, words="Slower is fine.")


def said(*, meeting: str) -> list[str]:
    """The words of everything said in a meeting, in order, taken back or not."""
    return list(_words(log.state(UUID(meeting))))


def _words(state: State) -> Iterator[str]:
    return (each.words for each in state.contributions.values() if each.words)
