"""The way back from a page of a programme."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.web.programmes.models import Programme

register = template.Library()


@register.simple_tag
def way_to(programme: Programme) -> list[tuple[str, str]]:
    """From all programmes to this one, as pairs of a name and a path."""
    return [
        (_("Programmes"), reverse("running:programmes")),
        (programme.name, programme.get_absolute_url()),
    ]
