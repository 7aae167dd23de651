"""What templates of surveys draw: words of the domain, and the way back."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from askwell.web.programmes.models import Programme
from askwell.web.running.templatetags.running import way_to

register = template.Library()


@register.filter
def translated(words: str) -> str:
    """Nothing stays nothing: gettext would answer it with its own header."""
    return gettext(words) if words else ""


@register.simple_tag
def way_to_surveys(programme: Programme) -> list[tuple[str, str]]:
    """From all programmes to the questions of this one."""
    path = reverse("surveys:surveys", args=[programme.pk])
    return [*way_to(programme), (gettext("Questions to everybody"), path)]
