"""What Askwell mails, in plain words; where to go, never what was said."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from askwell.web.people.models import AddressProof, Notice


def notice_letter(notice: Notice) -> EmailMessage:
    """The letter for one notice; its Message-ID is always the same."""
    about: dict[str, object] = {
        "person": notice.person,
        "by": notice.by,
        "link": f"{settings.BASE_URL}{notice.path}",
    }
    letter = _letter(
        f"people/letters/{notice.kind}",
        to=notice.person.email if notice.person else notice.address,
        about=about,
    )
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    letter.extra_headers["Message-ID"] = f"<{notice.id}@{host}>"
    return letter


def code_letter(proof: AddressProof, code: str) -> EmailMessage:
    """The letter with the code that proves an address.

    It repeats nothing that a stranger typed, so that nobody can mail through us.
    """
    about: dict[str, object] = {
        "code": f"{code[:3]} {code[3:]}",
        "minutes": int(proof.LASTS.total_seconds() // 60),
    }
    return _letter("people/letters/code", to=proof.email, about=about)


def _letter(name: str, *, to: str, about: dict[str, object]) -> EmailMessage:
    about = {**about, "home": settings.BASE_URL}
    subject = render_to_string(f"{name}_subject.txt", about)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string(f"{name}.txt", about),
        to=[to],
    )
