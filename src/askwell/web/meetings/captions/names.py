"""Finds who is meant by the name a captioning program shows."""

import re
import unicodedata
from collections.abc import Mapping

from askwell.process.people import PersonId

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD = re.compile(r"\w+")


def whose(name: str, people: Mapping[PersonId, str]) -> PersonId | None:
    """The one person of that name; nobody where several or none could be meant.

    A first name is enough, the family name may come first, a letter may stand for
    a name, and what a program adds in brackets is left out.
    """
    shown = _words(_ASIDE.sub(" ", name))
    meant = [person for person, full in people.items() if _may_be(shown, _words(full))]
    return meant[0] if len(meant) == 1 else None


def _words(name: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _WORD.findall(plain)


def _may_be(shown: list[str], full: list[str]) -> bool:
    """Whether every word shown stands in the full name, and one of them wholly."""
    whole = any(word in full for word in shown if len(word) > 1)
    return whole and all(_stands_in(word, full) for word in shown)


def _stands_in(word: str, full: list[str]) -> bool:
    if len(word) == 1:
        return any(each.startswith(word) for each in full)
    return word in full
