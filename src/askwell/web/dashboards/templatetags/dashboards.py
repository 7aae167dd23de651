"""The way back from a page of figures."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.web.programmes.models import Programme
from askwell.web.running.templatetags.running import way_to

register = template.Library()


@register.simple_tag
def way_in(programme: Programme, manages: bool) -> list[tuple[str, str]]:
    """To the figures themselves: whoever only backs a programme has no other page."""
    return way_to(programme)[: None if manages else 1]


@register.simple_tag
def way_to_figures(programme: Programme) -> list[tuple[str, str]]:
    """To what lies below the figures."""
    figures = reverse("dashboards:insight", args=[programme.pk])
    programmes, (name, path) = way_to(programme)
    return [programmes, (name, path), (_("In figures"), figures)]
