"""The addresses of what carries notices out: choices, unsubscribing, chats."""

from django.urls import path

from askwell.web.integrations.views import mail, webhooks

app_name = "integrations"

urlpatterns = [
    path("notices/settings/", mail.choices, name="choices"),
    path("notices/unsubscribe/<str:token>/", mail.unsubscribe, name="unsubscribe"),
    path("sets/<uuid:set_id>/webhooks/", webhooks.webhooks, name="webhooks"),
    path(
        "sets/<uuid:set_id>/webhooks/<uuid:webhook_id>/trial/",
        webhooks.trial,
        name="trial",
    ),
    path(
        "sets/<uuid:set_id>/webhooks/<uuid:webhook_id>/removal/",
        webhooks.webhook_removal,
        name="webhook_removal",
    ),
]
