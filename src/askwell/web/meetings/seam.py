"""What the live room's machinery asks of its screens and forms.

`askwell.web.meetings.screens` and `.forms` fulfil it; tests of the machinery bring
small ones of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.http import QueryDict

from askwell.coach import TurnKind
from askwell.process.commands import Command
from askwell.process.events import Event
from askwell.process.refusals import Refused
from askwell.process.state import State
from askwell.web.meetings.hold import Held
from askwell.web.meetings.screens.viewer import Directory, Fragment, Viewer


class Form(Protocol):
    """A Django form, as far as the room needs one."""

    def is_valid(self) -> bool: ...

    def command(self, *, by: str, token: str) -> Command: ...


class MakesForm(Protocol):
    def __call__(self, data: QueryDict) -> Form: ...


class Screens(Protocol):
    """Draws; everything but `directory` runs on the event loop, without a database."""

    def directory(self, meeting: UUID) -> Directory:
        """Read from the database who and what the room's screens may name."""

    def draw(
        self, events: Sequence[Event], state: State, viewer: Viewer
    ) -> Sequence[Fragment]:
        """What of the viewer's page these events have changed, as it is now."""

    def redraw(self, state: State, viewer: Viewer) -> Sequence[Fragment]:
        """Every part of the viewer's page, as it is now."""

    def brought_by_time(
        self, state: State, viewer: Viewer, *, shown: Any
    ) -> tuple[Any, Sequence[Fragment]]:
        """What no event but the clock has changed of the viewer's page, since `shown`.

        The first of the two is what to call `shown` the next time; at first it is None.
        """

    def explain(self, refused: Refused, state: State, viewer: Viewer) -> str:
        """Why the process said no and what to do, as a fragment for the form."""

    def correct(self, form: Any, viewer: Viewer) -> str:
        """What the form lacks, as a fragment for the form."""

    def answer_page(self, message: str, kept: QueryDict, viewer: Viewer) -> str:
        """The message and the kept text as a small page, without JavaScript."""

    def hold(self, held: Held, viewer: Viewer) -> str:
        """What its author is asked about a contribution, as a fragment for the form."""

    def held_page(self, held: Held, viewer: Viewer) -> str:
        """The same as a small page with the words in a box, without JavaScript."""

    def room_path(self, meeting: UUID, *, shared: bool) -> str:
        """Where the room's page is."""


class Corrects(Protocol):
    def __call__(
        self, meeting: UUID, contribution: int, *, by: str, meant: TurnKind
    ) -> None:
        """Keep how its author means a contribution that the coach heard otherwise."""


@dataclass(frozen=True, slots=True)
class Seam:
    """The screens and the acts one room application works with.

    `corrects` is called off the event loop; without it nothing is kept.
    """

    screens: Screens
    acts: Mapping[str, MakesForm]
    corrects: Corrects | None = None
