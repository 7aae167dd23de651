"""Filters for the pages of planning."""

from datetime import datetime

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter(expects_localtime=False)
def on_its_own_clock(moment: datetime, layout: str) -> str:
    """An instant as the clock shows it that it was given for, not the reader's."""
    return date_format(moment.replace(tzinfo=None), layout)
