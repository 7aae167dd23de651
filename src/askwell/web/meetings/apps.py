"""The meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "askwell.web.meetings"
    label = "meetings"
