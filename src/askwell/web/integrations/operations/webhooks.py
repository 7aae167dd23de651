"""Opens and closes a set's doors to chats."""

from datetime import datetime

from askwell.web.integrations.carrying import NotCarried
from askwell.web.integrations.chat import TRIAL, Chat
from askwell.web.integrations.models import Webhook
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet


def add(
    learning_set: LearningSet,
    *,
    chat: Chat,
    address: str,
    by: Person,
    at: datetime,
) -> Webhook:
    """From now on, notices for the whole set are said there too."""
    return Webhook.objects.create(
        learning_set=learning_set,
        service=chat.name,
        address=address,
        added_by=by,
        created_at=at,
    )


def remove(webhook: Webhook) -> None:
    """Forget the address; what was on its way there does not arrive."""
    webhook.delete()


def try_out(webhook: Webhook, chat: Chat) -> bool:
    """Say a word there now; whether the chat took it."""
    try:
        chat.say(webhook.address or "", TRIAL, f"/sets/{webhook.learning_set_id}/")
    except NotCarried:
        return False
    return True
