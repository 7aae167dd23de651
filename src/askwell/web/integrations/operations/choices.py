"""Keeps what people wish to be sent, and what they wish to be spared."""

from datetime import datetime

from django.db import transaction

from askwell.web.integrations import queries
from askwell.web.integrations.models import MailChoices, SuppressedAddress, Way
from askwell.web.people.models import Group, Person

# Stands for all groups that go into the mail of the day.
DIGEST = "digest"


def choose(person: Person, *, digest_hour: int, **ways: str) -> None:
    """Keep what a person wishes to be mailed, and when."""
    MailChoices.objects.update_or_create(
        person=person, defaults={"digest_hour": digest_hour, **ways}
    )


@transaction.atomic
def stop_mailing(person: Person, group: str) -> None:
    """No more mails of a group, or no more mail of the day; the board goes on."""
    choices = queries.choices_of(person)
    for name in Group.values:
        if name == group or (group == DIGEST and choices.way_of(name) == Way.DIGEST):
            setattr(choices, name, Way.NOT)
    choices.save()


@transaction.atomic
def mail_again(person: Person, group: str) -> None:
    """Take back what `stop_mailing` did."""
    choices = queries.choices_of(person)
    back = Way.DIGEST if group == DIGEST else Way.AT_ONCE
    for name in Group.values:
        stopped = choices.way_of(name) == Way.NOT
        if stopped and group in (name, DIGEST):
            setattr(choices, name, back)
    choices.save()


def suppress(digest: str, *, at: datetime) -> None:
    """Invite nobody at this address any more."""
    SuppressedAddress.objects.get_or_create(digest=digest, defaults={"since": at})


def allow_again(digest: str) -> None:
    SuppressedAddress.objects.filter(digest=digest).delete()
