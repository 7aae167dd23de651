"""How Askwell's mails are written: one letter, drawn as plain text and as HTML.

A letter says where to go and never what was said. The HTML loads nothing and tells
nobody that it was read.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from askwell.web.people.models import AddressProof


@dataclass(frozen=True)
class Entry:
    """One thing among several in a letter."""

    title: str
    when: str
    link: str


@dataclass(frozen=True)
class Letter:
    """What one mail says, before it is text or HTML.

    `facts` are names and values, such as when a meeting is. `why` is the quiet line
    that says why the mail came; the two links beside it are left out when empty.
    """

    subject: str
    says: str
    name: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    code: str = ""
    entries: tuple[Entry, ...] = ()
    button: str = ""
    link: str = ""
    then: str = ""
    why: str = ""
    choices: str = ""
    unsubscribe: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def compose(letter: Letter, *, to: str) -> EmailMultiAlternatives:
    """The letter as a mail, ready to be posted."""
    about: dict[str, Any] = {"letter": letter, "home": settings.BASE_URL}
    mail = EmailMultiAlternatives(
        subject=" ".join(letter.subject.split()),
        body=render_to_string("people/letters/letter.txt", about),
        to=[to],
        # So that nobody's absence note is mailed back to us.
        headers={"Auto-Submitted": "auto-generated", **letter.headers},
    )
    html = render_to_string("people/letters/letter.html", about)
    mail.attach_alternative(html, "text/html")
    return mail


def code_letter(proof: AddressProof, code: str) -> EmailMultiAlternatives:
    """The letter with the code that proves an address.

    It repeats nothing that a stranger typed, so that nobody can mail through us.
    """
    minutes = int(proof.LASTS.total_seconds() // 60)
    letter = Letter(
        subject=_("Your code for Askwell"),
        says=_("Type this code on the page you came from."),
        code=f"{code[:3]} {code[3:]}",
        then=_("It serves once, within %(minutes)d minutes.") % {"minutes": minutes},
        why=_(
            "If you asked for no code, somebody mistyped their address. Nothing has "
            "happened, and nothing will."
        ),
    )
    return compose(letter, to=proof.email)
