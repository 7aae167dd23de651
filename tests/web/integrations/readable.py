"""Mails as somebody reviewing them reads them: headers that matter, then each part."""

import os
from email.message import Message
from pathlib import Path

from django.core.mail import EmailMultiAlternatives

KEPT = Path(__file__).parent / "letters"
HEADERS = (
    "From",
    "To",
    "Subject",
    "Message-ID",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
)
RENEW = "RENEW_LETTERS"


def readable(mail: EmailMultiAlternatives) -> str:
    """The message as it would be posted, without what differs each time."""
    message = mail.message()
    heads = [f"{name}: {message[name]}" for name in HEADERS if name in message]
    return "\n".join([*heads, "", *_parts(message, "")])


def _parts(message: Message, indent: str) -> list[str]:
    kind = message.get_content_type()
    if message.is_multipart():
        inner = [_parts(part, f"{indent}  ") for part in message.get_payload()]
        return [f"{indent}[{kind}]", *(line for part in inner for line in part)]
    words = message.get_payload(decode=True).decode().replace("\r\n", "\n")
    return [f"{indent}[{_kind_of(message)}]", "", words.strip("\n"), ""]


def _kind_of(message: Message) -> str:
    method = message.get_param("method")
    name = message.get_filename()
    more = [f"method={method}" if method else "", f"file {name}" if name else ""]
    return "; ".join([message.get_content_type(), *filter(None, more)])


def check(name: str, mail: EmailMultiAlternatives) -> None:
    """Compare with the file that is kept; with RENEW_LETTERS=1, keep the new one."""
    file, now = KEPT / f"{name}.txt", readable(mail)
    if os.environ.get(RENEW):
        KEPT.mkdir(exist_ok=True)
        file.write_text(now)
    assert file.exists(), f"There is no {file}. Make it with {RENEW}=1."
    assert now == file.read_text(), f"Look at what changed; keep it with {RENEW}=1."
