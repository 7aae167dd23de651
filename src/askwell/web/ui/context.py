"""What every page may say without asking for it."""

from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest

from askwell import __version__
from askwell.web.ui import stylesheet
from askwell.web.ui.theme import chosen_theme


class Page(TypedDict):
    product: str
    version: str
    demo: bool
    mail: str
    theme: str
    stylesheet: str


def page(request: HttpRequest) -> Page:
    """The names base.html draws from; no query is made."""
    return {
        "product": "Askwell",
        "version": __version__,
        "demo": bool(getattr(settings, "DEMO", False)),
        "mail": settings.MAIL,
        "theme": chosen_theme(request),
        "stylesheet": stylesheet.path(),
    }
