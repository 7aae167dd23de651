"""Slack: a message to the channel of an incoming webhook."""

from askwell.web.integrations.chat import Chat

SLACK = Chat(
    name="slack",
    label="Slack",
    hosts=("hooks.slack.com",),
    body=lambda words, link: {"text": f"{words} {link}", "unfurl_links": False},
)
