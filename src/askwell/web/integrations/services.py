"""The outside services that Askwell carries notices to."""

from askwell.web.integrations.carrying import Integration
from askwell.web.integrations.chat import Chat
from askwell.web.integrations.mail import MAIL
from askwell.web.integrations.models import Delivery, Webhook
from askwell.web.integrations.slack import SLACK
from askwell.web.integrations.teams import TEAMS

INTEGRATIONS: tuple[Integration, ...] = (MAIL, SLACK, TEAMS)
CHATS: tuple[Chat, ...] = (SLACK, TEAMS)


def carrier_of(delivery: Delivery) -> Integration | None:
    """The service a delivery is for; none if it is no longer there."""
    return next((each for each in INTEGRATIONS if each.takes(delivery)), None)


def chat_of(webhook: Webhook) -> Chat | None:
    return next((chat for chat in CHATS if chat.name == webhook.service), None)
