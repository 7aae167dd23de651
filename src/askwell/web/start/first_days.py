"""What lies between a set's beginning and its first meeting, and how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from askwell.web.start import fitting


@dataclass(frozen=True)
class Stage:
    """One thing that happens before the first meeting; `state` as in a step list."""

    title: str
    words: str
    state: str


def first_days(
    *,
    members: int,
    invited: int,
    missing: int,
    first_at: datetime | None,
    asking: int = 0,
) -> list[Stage]:
    """People come, agree, and meet; the first that is not done is what is on now.

    `invited` have not answered yet; `missing` have not agreed; `asking` wait to be
    let in.
    """
    enough = members >= fitting.LEAST
    found = [
        (
            gettext("People come"),
            _who_is_here(members, invited, asking),
            enough and not invited and not asking,
        ),
        (
            gettext("All agree how you work"),
            _who_agrees(missing),
            enough and not missing,
        ),
        (gettext("You meet"), _when(first_at), False),
    ]
    return list(_in_order(found))


def _in_order(found: list[tuple[str, str, bool]]) -> Iterator[Stage]:
    reached = False
    for title, words, done in found:
        state = "past" if done else "next" if reached else "now"
        reached = reached or not done
        yield Stage(title, words, state)


def _who_is_here(members: int, invited: int, asking: int) -> str:
    here = ngettext("One person is here.", "%(count)s people are here.", members)
    quiet = ngettext(
        "One was invited and has not answered.",
        "%(count)s were invited and have not answered.",
        invited,
    )
    wait = ngettext(
        "One asks to join and waits for your yes.",
        "%(count)s ask to join and wait for your yes.",
        asking,
    )
    said = [here % {"count": members}]
    if asking:
        said.append(wait % {"count": asking})
    if invited:
        said.append(quiet % {"count": invited})
    elif not asking and members < fitting.LEAST:
        said.append(gettext("It takes four to meet."))
    return " ".join(said)


def _who_agrees(missing: int) -> str:
    if not missing:
        return gettext("Everyone who is here has agreed.")
    words = ngettext(
        "One of those here has not agreed yet.",
        "%(count)s of those here have not agreed yet.",
        missing,
    )
    return words % {"count": missing}


def _when(first_at: datetime | None) -> str:
    if first_at is None:
        return gettext("There is no date yet.")
    return date_format(timezone.localtime(first_at), "l j F, H:i")
