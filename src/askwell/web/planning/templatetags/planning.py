"""Filters for the pages of planning."""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def on_their_own_clock(moments: Iterable[datetime], layout: str) -> list[str]:
    """Instants as the clocks show them that they were given for, not the reader's."""
    return [date_format(each.replace(tzinfo=None), layout) for each in moments]
