"""A post office that is closed, for tests of what happens then."""

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage


class ClosedPost(BaseEmailBackend):
    """Takes no letters."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise ConnectionRefusedError
