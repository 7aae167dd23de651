"""One topic as a sheet that leaves with its owner: their own words, nobody else's."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.web.topics.models import Brought, Topic

Known = Topic.Known


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the owner's words under it; `name` is what data calls it."""

    name: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the owner wrote, and on which days a set worked on it; no set is named."""

    headline: str
    over: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    brought_on: tuple[str, ...]


def ground(topic: Topic) -> str:
    """What to ask oneself, by how well one knows the task and its setting."""
    match topic.task, topic.setting:
        case Known.FAMILIAR, Known.FAMILIAR:
            return _("You know both. What have you stopped noticing?")
        case Known.FAMILIAR, Known.UNFAMILIAR:
            return _("You know the work, not the place. Who knows how things go there?")
        case Known.UNFAMILIAR, Known.FAMILIAR:
            return _("New work on known ground. Who would let you try something small?")
        case Known.UNFAMILIAR, Known.UNFAMILIAR:
            return _("Both are new: nobody has your answer, and good questions go far.")
    return ""


def of(topic: Topic, brought: Iterable[Brought]) -> Sheet:
    """Only what there is: nothing left empty is shown."""
    days = (localtime(each.at).date() for each in brought)
    return Sheet(
        headline=topic.headline or _("These words can no longer be read."),
        over=_over(topic),
        facts=tuple((name, str(value)) for name, value in _facts(topic) if value),
        parts=tuple(Part(*each) for each in _answers(topic) if each[-1]),
        brought_on=tuple(date_format(day, "j F Y") for day in days),
    )


def _over(topic: Topic) -> str:
    kind = capfirst(topic.get_kind_display())
    return kind if topic.is_open else f"{kind} · {topic.get_status_display()}"


def _facts(topic: Topic) -> Iterator[tuple[str, str]]:
    yield _("Part of this change"), topic.change or ""
    yield _("When it will show"), topic.get_horizon_display()
    yield _("What has to be done"), topic.get_task_display()
    yield _("Where it has to be done"), topic.get_setting_display()


def _answers(topic: Topic) -> Iterator[tuple[str, str, str]]:
    yield "what", _("What it is"), topic.what or ""
    yield "why_now", _("Why now"), topic.why_now or ""
    yield "tried", _("What I have tried"), topic.tried or ""
    yield "worthwhile", _("What would make the time worthwhile"), topic.worthwhile or ""
    yield "alpha", _("The plan"), topic.alpha or ""
    yield "beta", _("The doing"), topic.beta or ""
    yield "gamma", _("Myself"), topic.gamma or ""
    yield "outcome", _("What came of it"), _outcome(topic)
    yield "ending", _("How it stands"), topic.ending or ""


def _outcome(topic: Topic) -> str:
    came = [
        (topic.brought_clarity, _("clarity")),
        (topic.brought_direction, _("direction")),
        (topic.brought_action, _("action")),
        (topic.stands is not None, topic.get_stands_display()),
    ]
    return ", ".join(str(word) for holds, word in came if holds)


def in_markdown(sheet: Sheet) -> str:
    """Also read well as plain text."""
    blocks = [f"# {sheet.headline}", sheet.over]
    for part in sheet.parts:
        blocks += [f"## {part.heading}", part.words]
    if sheet.facts:
        blocks.append("\n".join(f"- {name}: {value}" for name, value in sheet.facts))
    if sheet.brought_on:
        days = "\n".join(f"- {day}" for day in sheet.brought_on)
        blocks += [f"## {_('Brought to a set on')}", days]
    return "\n\n".join(blocks) + "\n"


def in_json(topic: Topic, sheet: Sheet, brought: Iterable[Brought]) -> str:
    """The same for other software; times in UTC."""
    written = {
        "headline": topic.headline,
        "kind": topic.kind,
        "change": topic.change,
        "status": topic.status,
        "horizon": topic.horizon or None,
        "task": topic.task or None,
        "setting": topic.setting or None,
        "stands": topic.stands,
        "created_at": topic.created_at.isoformat(),
        "changed_at": topic.changed_at.isoformat(),
        "words": {part.name: part.words for part in sheet.parts},
        "brought_at": [each.at.isoformat() for each in brought],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"
