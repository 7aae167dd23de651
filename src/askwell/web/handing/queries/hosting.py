"""What a host sees to before the next meeting, drawn from what is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.actions.queries import awaiting_report
from askwell.web.handing.queries.rota import OfMeeting, is_shared, rota
from askwell.web.planning.queries import ComingMeeting, upcoming
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.queries import host_of, roles_of, yet_to_agree

AHEAD = 3
"""So many dates ahead, and no one meeting that fails ends a set."""


@dataclass(frozen=True)
class Item:
    """One thing to see to: whether it is done, how it stands, and where it is done."""

    title: str
    words: str
    is_done: bool
    label: str
    href: str


@dataclass(frozen=True)
class Checklist:
    """For the next meeting; without a date there is one thing to do."""

    next: ComingMeeting | None
    items: tuple[Item, ...]

    @property
    def left(self) -> list[Item]:
        return [each for each in self.items if not each.is_done]

    @property
    def done(self) -> list[Item]:
        return [each for each in self.items if each.is_done]


def checklist(learning_set: LearningSet, *, at: datetime) -> Checklist:
    """In the order in which things are best seen to."""
    coming = [
        each for each in upcoming(learning_set, at=at) if not each.meeting.cancelled_at
    ]
    following = coming[0] if coming else None
    items = [_host(learning_set), _dates(learning_set, coming)]
    if following is not None:
        items += _of_meeting(learning_set, following, at=at)
    items += [_actions(learning_set, following, at=at), _agreed(learning_set)]
    return Checklist(following, tuple(items))


def _host(learning_set: LearningSet) -> Item:
    host = host_of(learning_set)
    return Item(
        title=_("A host"),
        words=str(host.person) if host else _("Nobody minds dates and rooms yet."),
        is_done=host is not None,
        label=_("Choose a host"),
        href=reverse("programmes:roles", args=[learning_set.pk]),
    )


def _dates(learning_set: LearningSet, coming: list[ComingMeeting]) -> Item:
    dates = [_day(each.meeting.starts_at) for each in coming[:AHEAD]]
    return Item(
        title=_("Dates for the next three meetings"),
        words=", ".join(dates) if dates else _("No meeting is planned."),
        is_done=len(coming) >= AHEAD,
        label=_("Plan dates"),
        href=reverse("planning:dates", args=[learning_set.pk]),
    )


def _of_meeting(
    learning_set: LearningSet, following: ComingMeeting, *, at: datetime
) -> Iterator[Item]:
    yield _coming(learning_set, following)
    yield _place(learning_set, following)
    yield _facilitators(learning_set, following, at=at)
    yield _presenters(learning_set, following)


def _coming(learning_set: LearningSet, following: ComingMeeting) -> Item:
    silent = [each.name for each in following.silent]
    words = ngettext(
        "%(number)s person comes.", "%(number)s people come.", len(following.coming)
    ) % {"number": len(following.coming)}
    if silent:
        names = ", ".join(silent)
        words = f"{words} " + _("No word yet from %(names)s.") % {"names": names}
    return Item(
        title=_("Who comes"),
        words=words,
        is_done=not silent and not following.missing,
        label=_("See who comes"),
        href=reverse("planning:dates", args=[learning_set.pk]),
    )


def _place(learning_set: LearningSet, following: ComingMeeting) -> Item:
    link = following.meeting.link or learning_set.meeting_link
    return Item(
        title=_("A link, or a room that everybody knows"),
        words=_("There is a link.")
        if link
        else _("There is no link. If you meet in a room, tell everybody which."),
        is_done=bool(link),
        label=_("Give the link"),
        href=reverse("programmes:edit", args=[learning_set.pk]),
    )


def _facilitators(
    learning_set: LearningSet, following: ComingMeeting, *, at: datetime
) -> Item:
    names, is_done = _who_facilitates(learning_set, following, at=at)
    return Item(
        title=_("Who facilitates"),
        words=names or _("Nobody is named yet."),
        is_done=is_done,
        label=_("See the rota")
        if is_shared(learning_set)
        else _("Choose who facilitates"),
        href=reverse("handing:set", args=[learning_set.pk])
        if is_shared(learning_set)
        else reverse("programmes:roles", args=[learning_set.pk]),
    )


def _who_facilitates(
    learning_set: LearningSet, following: ComingMeeting, *, at: datetime
) -> tuple[str, bool]:
    if not is_shared(learning_set):
        usual = roles_of(learning_set).next
        return (str(usual.person) if usual else "", usual is not None)
    planned = [
        each
        for each in rota(learning_set, at=at)
        if each.meeting.pk == following.meeting.pk
    ]
    people = planned[0].people if planned else []
    names = ", ".join(dict.fromkeys(str(each) for each in people))
    return names, bool(planned) and _is_full(planned[0])


def _is_full(planned: OfMeeting) -> bool:
    return len(planned.people) == len(planned.turns)


def _presenters(learning_set: LearningSet, following: ComingMeeting) -> Item:
    names = ", ".join(str(each) for each in following.presenters)
    return Item(
        title=_("Who presents"),
        words=names or _("Nobody has taken a turn yet."),
        is_done=bool(names),
        label=_("Share out turns"),
        href=reverse("planning:turns", args=[learning_set.pk]),
    )


def _actions(
    learning_set: LearningSet, following: ComingMeeting | None, *, at: datetime
) -> Item:
    """Whose is due is theirs to say; a host sees how many, never whose or what."""
    until = following.meeting.starts_at if following else at
    waiting = awaiting_report(learning_set)
    due = waiting.filter(Q(due_on__lte=until.date())).count()
    words = ngettext(
        "%(number)s action waits for a report-back. Begin the meeting with it.",
        "%(number)s actions wait for a report-back. Begin the meeting with them.",
        due,
    ) % {"number": due}
    return Item(
        title=_("Actions reported on"),
        words=words if due else _("None is overdue."),
        is_done=not due,
        label=_("See the set’s page"),
        href=learning_set.get_absolute_url(),
    )


def _agreed(learning_set: LearningSet) -> Item:
    missing = [str(each) for each in yet_to_agree(learning_set)]
    names = ", ".join(missing)
    return Item(
        title=_("What you agreed"),
        words=_("Not agreed yet by %(names)s.") % {"names": names}
        if missing
        else _("Everybody has agreed to it."),
        is_done=not missing,
        label=_("Read what we agree"),
        href=reverse("programmes:contract", args=[learning_set.pk]),
    )


def _day(at: datetime) -> str:
    return date_format(localtime(at), "j F")
