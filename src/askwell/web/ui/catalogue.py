"""The catalogue at /ui/: every component in every state, drawn from its examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import mark_safe

from askwell.web.ui.charts.examples import EXAMPLES
from askwell.web.ui.components import SHELVES, Component

COLOURS = (
    "paper",
    "surface",
    "sunken",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "edge",
    "accent",
    "accent-deep",
    "accent-wash",
    "warn-wash",
    "danger",
    "danger-wash",
)


@dataclass(frozen=True)
class Shown:
    state: str
    source: str
    on_paper: str
    by_lamplight: str


@dataclass(frozen=True)
class Stand:
    component: Component
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Shelf:
    name: str
    stands: tuple[Stand, ...]


def shelves(request: HttpRequest) -> tuple[Shelf, ...]:
    things = _things()
    return tuple(
        Shelf(name, tuple(_stand(each, things, request) for each in components))
        for name, components in SHELVES
    )


def _stand(component: Component, things: dict[str, Any], request: HttpRequest) -> Stand:
    return Stand(component, tuple(_shown(component, things, request)))


def _shown(
    component: Component, things: dict[str, Any], request: HttpRequest
) -> Iterator[Shown]:
    for example in component.examples:
        template = engines["django"].from_string("{% load ui %}" + example.source)
        drawn = template.render(dict(things), request)
        yield Shown(example.state, example.source, drawn, _second(drawn))


NAMES = re.compile(r'\b(id|for|name|aria-labelledby|aria-describedby)="([^"]+)"')
LABELS = re.compile(r'\baria-label="([^"]+)"')
PLACES = re.compile(r'href="#([^"]+)"')


def _second(drawn: str) -> str:
    """The same once more on the same page, so with ids and names of its own."""

    def named(match: re.Match[str]) -> str:
        names = " ".join(f"{name}-dark" for name in match[2].split())
        return f'{match[1]}="{names}"'

    drawn = PLACES.sub(r'href="#\1-dark"', NAMES.sub(named, drawn))
    # What was drawn from our own templates stays as safe as it was.
    drawn = LABELS.sub(r'aria-label="\1, by lamplight"', drawn)
    return mark_safe(drawn)  # noqa: S308 - as said


def _things() -> dict[str, Any]:
    """What the examples speak of."""
    now = datetime.now(UTC)
    return EXAMPLES | {
        "form": Sample(auto_id="sample_%s"),
        "faulty": Sample(
            {"email": "amara at example", "place": ""}, auto_id="faulty_%s"
        ),
        "one": {"question": "12"},
        "people": PEOPLE,
        "phases": _phases(
            "Check in",
            "Report back",
            "Present",
            "Clarify",
            "*Explore",
            "Silence",
            "Act",
            "Review",
            "Close",
        ),
        "first_phases": _phases("*Check in", "Present", "Explore", "Close"),
        "many_phases": _phases(*MANY),
        "now": now,
        "soon": now + timedelta(minutes=11, seconds=30),
        "later": now + timedelta(minutes=64),
        "at_once": now + timedelta(seconds=45),
        "over": now - timedelta(minutes=2, seconds=10),
        "rewrites": REWRITES,
        "kinds": KINDS,
        "one_kind": KINDS[:1],
        "steps": STEPS,
        "facts": FACTS,
        "crumbs": (("My sets", "#my-sets"), ("Thursday set", "#thursday-set")),
    }


def _phases(*names: str) -> list[dict[str, object]]:
    now = next(place for place, name in enumerate(names) if name.startswith("*"))
    return [
        {
            "name": name.removeprefix("*"),
            "state": "past" if place < now else "now" if place == now else "next",
            "minutes": MINUTES[place % len(MINUTES)],
        }
        for place, name in enumerate(names)
    ]


MINUTES = (4, 10, 5, 5, 20, 1, 4, 5, 3)
MANY = (
    "Check in",
    "Report back",
    "Who wants time",
    "Present",
    "Clarify",
    "Explore",
    "Silence",
    "Experience",
    "Reflect and act",
    "Process review",
    "Break",
    "*Present",
    "Clarify",
    "Explore",
    "Silence",
    "Experience",
    "Reflect and act",
    "Process review",
    "Close",
)

PEOPLE = (
    {"name": "Amara Okafor", "role": "Presenter", "present": True},
    {"name": "Jonas Lindqvist", "role": "Facilitator", "present": True},
    {"name": "Mei-Ling Tan", "present": True, "speaking": True},
    {"name": "Rashid Haddad", "present": True, "hand": 1},
    {"name": "Sofía Marín", "present": True, "hand": 2},
    {"name": "Tomasz Zieliński", "present": False},
    {"name": "Priya Raman", "present": True, "me": True},
)

KINDS = (
    {"name": "open", "label": "Open question", "help": "Invites thinking."},
    {"name": "clarifying", "label": "Clarifying question", "help": "Asks for a fact."},
    {"name": "reflection", "label": "What I hear", "help": "Gives back their words."},
)

REWRITES = ("What would talking to HR change?", "What have you tried so far?")

STEPS = (
    {"title": "Name the set", "words": "And what it is for.", "state": "past"},
    {"title": "Invite people", "words": "Four to seven, by link.", "state": "now"},
    {"title": "Choose a date", "words": "", "state": "next"},
)

FACTS = (
    ("Format", "Virtual, sixty minutes"),
    ("When", "Thursday 16 May, 14:00"),
    ("Who can read it", "The six members of this set"),
)


class Sample(forms.Form):
    name = forms.CharField(label="What shall we call you?")
    email = forms.EmailField(
        label="Mail address", required=False, help_text="Only to send you a code."
    )
    words = forms.CharField(
        label="What is the set for?", widget=forms.Textarea({"rows": 3}), max_length=400
    )
    format = forms.ChoiceField(
        label="Format",
        choices=(
            ("classic", "Classic, 150 minutes"),
            ("virtual", "Virtual, 60 minutes"),
        ),
    )
    place = forms.ChoiceField(
        label="Where do you meet?",
        widget=forms.RadioSelect,
        choices=(
            ("room", "In one room"),
            ("call", "On a call"),
            ("both", "Some of each"),
        ),
    )
    agree = forms.BooleanField(label="I agree to how this set works")
    days = forms.MultipleChoiceField(
        label="Which days suit you?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=(("mon", "Monday"), ("wed", "Wednesday"), ("thu", "Thursday")),
    )
    fixed = forms.CharField(label="Home organisation", disabled=True, initial="None")
