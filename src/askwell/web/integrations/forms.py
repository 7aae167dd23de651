"""What people choose about mail, and the address of a chat."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.web.integrations.chat import Chat
from askwell.web.integrations.models import MailChoices, Way
from askwell.web.integrations.services import CHATS
from askwell.web.people.models import Group

HELP = {
    Group.PEOPLE: _("Somebody invites you, asks to join, or your part changes."),
    Group.MEETINGS: _(
        "Arranged, moved, cancelled, dates to answer. Mails sent at once bring the "
        "meeting into your calendar."
    ),
    Group.TURN: _("When you present, and swapping turns."),
    Group.SET: _("The working agreement, how the set is doing, how it goes on."),
    Group.REMINDERS: _("About your own actions, at the time you said."),
}


class ChoicesForm(forms.Form):
    """One way for each group of notices, and the hour of the mail of the day."""

    digest_hour = forms.TypedChoiceField(
        label=_("When the one mail a day comes"),
        help_text=_("On the clocks of your own time zone. No news, no mail."),
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
    )

    field_order = [*Group.values, "digest_hour"]

    def __init__(self, data: Any = None, *, choices: MailChoices) -> None:
        now: dict[str, Any] = {name: choices.way_of(name) for name in Group.values}
        super().__init__(data, initial={**now, "digest_hour": choices.digest_hour})
        for group in Group:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label, help_text=HELP[group], choices=Way.choices
            )
        self.order_fields(self.field_order)


class WebhookForm(forms.Form):
    """The address a chat gave out for messages from outside."""

    address = forms.CharField(
        label=_("The webhook's address"),
        help_text=_(
            "Slack: “Incoming Webhooks”. Teams: the workflow “Post to a channel when a "
            "webhook request is received”. Paste the address it gives you."
        ),
        max_length=2000,
        widget=forms.URLInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    chat: Chat

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip()
        found = next((chat for chat in CHATS if chat.knows(address)), None)
        if found is None:
            raise forms.ValidationError(
                _(
                    "This is not a webhook of Slack or Microsoft Teams. Their "
                    "addresses begin with https:// and a name such as "
                    "hooks.slack.com. Copy it there once more."
                )
            )
        self.chat = found
        return address
