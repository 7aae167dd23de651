"""The design system as a Django app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "askwell.web.ui"
    label = "ui"
    verbose_name = "Design system"
