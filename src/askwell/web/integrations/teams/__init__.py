"""Microsoft Teams: a card to the channel of a workflow's webhook."""

from typing import Any

from askwell.web.integrations.chat import Chat


def _card(words: str, link: str) -> dict[str, Any]:
    """An adaptive card, which workflows and the older connectors both take."""
    return {
        "type": "message",
        "attachments": [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": {
                    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type": "AdaptiveCard",
                    "version": "1.4",
                    "body": [{"type": "TextBlock", "text": words, "wrap": True}],
                    "actions": [
                        {"type": "Action.OpenUrl", "title": "Askwell", "url": link}
                    ],
                },
            }
        ],
    }


TEAMS = Chat(
    name="teams",
    label="Microsoft Teams",
    hosts=(
        ".webhook.office.com",
        ".logic.azure.com",
        ".environment.api.powerplatform.com",
    ),
    body=_card,
)
