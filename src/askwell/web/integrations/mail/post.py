"""Posts letters; says what became of them without quoting anybody's address."""

from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMultiAlternatives

from askwell.web.integrations import queries
from askwell.web.integrations.carrying import NotCarried
from askwell.web.integrations.mail.letters import digest_letter, notice_letter
from askwell.web.integrations.models import Delivery, Way
from askwell.web.people.wording import group_of

# From here on a mail server means never; below it, not now (RFC 5321).
NEVER = 500


class Mail:
    """Letters, by whatever way this server sends mail."""

    name = "mail"

    def takes(self, delivery: Delivery) -> bool:
        return delivery.webhook_id is None

    def carry(self, delivery: Delivery, *, at: datetime) -> bool:
        letter = _letter(delivery)
        if letter is None:
            return False
        try:
            letter.send()
        except SMTPRecipientsRefused as fault:
            raise NotCarried("SMTPRecipientsRefused", again=_may_pass(fault)) from fault
        except (OSError, SMTPException) as fault:
            raise NotCarried(type(fault).__name__) from fault
        return True


def _letter(delivery: Delivery) -> EmailMultiAlternatives | None:
    """What to post; nothing if it is not wished for any more."""
    if delivery.channel == Delivery.Channel.DIGEST:
        return digest_letter(delivery)
    notice = delivery.notice
    if notice is None:
        return None
    reader = queries.readers([notice])[notice.pk]
    unwanted = reader.way_of(group_of(notice.kind)) == Way.NOT
    return None if unwanted else notice_letter(notice)


def _may_pass(fault: SMTPRecipientsRefused) -> bool:
    return any(code < NEVER for code, _ in fault.recipients.values())


MAIL = Mail()
