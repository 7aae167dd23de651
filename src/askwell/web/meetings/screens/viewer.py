"""For whom a screen is drawn, and the pieces in which it reaches them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from django.utils import timezone, translation

HOMES_KEPT: Final = 1024

How = Literal["replace", "put", "lead", "remove"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of the page.

    "replace": the html takes the place of the element whose id is `target`.
    "put": `target` is the id of a list; the html is one element with an id of its
    own, which takes the place of the element with that id, or else comes last.
    "lead": the same, but it comes first.
    "remove": the element whose id is `target` goes.
    """

    target: str
    how: How
    html: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """What the room calls things: kept for a while, so that drawing asks no database.

    `names` holds the full name of everyone who may appear, by person id. Forms post
    their acts to an address below `acts`; the room's own where it is empty.
    """

    meeting: str
    learning_set: str
    set_name: str
    code: str = ""
    link: str = ""
    acts: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def posts_to(self) -> str:
        return self.acts or f"/live/{self.meeting}/"


@dataclass(frozen=True, slots=True)
class Viewer:
    """One pair of eyes: a person, or the shared screen, which belongs to nobody."""

    person: str
    directory: Directory
    shared: bool = False
    language: str = ""
    time_zone: str = ""
    hints: bool = True
    """Whether the question coach may hint to them while they write."""

    @contextmanager
    def at_home(self) -> Iterator[None]:
        """Words in the viewer's language, times in their time zone."""
        zone = timezone.override(self.time_zone or None)
        with translation.override(self.language or None), zone:
            yield


@lru_cache(HOMES_KEPT)
def home(language: str, time_zone: str) -> Context:
    """A context for tasks that draw for one viewer, who is at home in all of it.

    Entering it costs nothing, and everybody of that language and time zone shares it.
    """
    context = Context()
    context.run(_settle_in, language, time_zone)
    return context


def _settle_in(language: str, time_zone: str) -> None:
    if language:
        translation.activate(language)
    else:
        translation.deactivate_all()
    if time_zone:
        timezone.activate(time_zone)
    else:
        timezone.deactivate()
