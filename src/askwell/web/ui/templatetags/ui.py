"""A tag for every component: `{% button "Send" kind="primary" %}`.

Attributes are given by place or by name, as declared. `id`, `data-...` and
`aria-...` may be given to every component and land on its outermost element. A
component with an inside is closed: `{% card heading="..." %}...{% endcard %}`.
"""

import re
from datetime import datetime
from functools import cache
from typing import Any, cast

from django import template
from django.forms.utils import flatatt
from django.template.base import (
    FilterExpression,
    NodeList,
    Parser,
    Template,
    Token,
)
from django.template.exceptions import TemplateSyntaxError
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from askwell.web.ui import forms, stylesheet, timing
from askwell.web.ui.components import COMPONENTS, Component
from askwell.web.ui.people import hue_of, initials_of
from askwell.web.ui.qr import qr_code

register = template.Library()
register.filter(forms.choice_groups)

NAMED = re.compile(r"^([a-z][\w-]*)=(.+)$", re.DOTALL)
CARRIED = re.compile(r"^(id|data-[\w-]+|aria-[\w-]+)$")


class ComponentNode(template.Node):
    """Draws one component, isolated from the page but for the token of its forms."""

    child_nodelists = ("inside",)

    def __init__(
        self,
        component: Component,
        given: dict[str, FilterExpression],
        inside: NodeList | None = None,
    ) -> None:
        self.component = component
        self.given = {k: v for k, v in given.items() if not CARRIED.match(k)}
        self.carried = {k: v for k, v in given.items() if CARRIED.match(k)}
        self.inside = inside if inside is not None else NodeList()

    def render(self, context: template.Context) -> SafeString:
        values: dict[str, Any] = dict(self.component.defaults)
        values |= {name: each.resolve(context) for name, each in self.given.items()}
        self.component.check(values)
        carried = {name: each.resolve(context) for name, each in self.carried.items()}
        values["attrs"] = flatatt({k: v for k, v in carried.items() if v is not None})
        values["id"] = carried.get("id") or ""
        values["inside"] = self.inside.render(context)
        values["csrf_token"] = context.get("csrf_token")
        page = cast(Template, context.template)
        drawn = page.engine.get_template(self.component.template)
        return drawn.render(context.new(values))


def _tag(component: Component) -> Any:
    def compiled(parser: Parser, token: Token) -> ComponentNode:
        given = _given(component, parser, token.split_contents()[1:])
        if not component.has_inside:
            return ComponentNode(component, given)
        inside = parser.parse((f"end{component.name}",))
        parser.delete_first_token()
        return ComponentNode(component, given, inside)

    return compiled


def _given(
    component: Component, parser: Parser, bits: list[str]
) -> dict[str, FilterExpression]:
    places = iter([each.name for each in component.attributes])
    given: dict[str, FilterExpression] = {}
    for bit in bits:
        if named := NAMED.match(bit):
            name, value = named.groups()
        else:
            name, value = next(places, ""), bit
        if name not in component.names and not CARRIED.match(name):
            raise TemplateSyntaxError(f"{component.name} knows no {name or value}")
        given[name] = parser.compile_filter(value)
    if missing := component.required - given.keys():
        raise TemplateSyntaxError(f"{component.name} needs {', '.join(missing)}")
    return given


for each in COMPONENTS:
    register.tag(each.name, _tag(each))


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A drawing from the sprite, silent to screen readers."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"/></svg>',
        static("ui/icons.svg"),
        name,
    )


@register.filter
def hue(name: object) -> int:
    """The colour a person keeps everywhere: 1 to 8, by their name."""
    return hue_of(str(name))


@register.filter
def initials(name: object) -> str:
    return initials_of(str(name))


@register.filter
def qr(address: object) -> SafeString:
    """The address as a square that a phone can read."""
    return qr_code(str(address))


@register.simple_tag
def stylesheet_path() -> str:
    """For pages drawn without the page's context, such as faults."""
    return stylesheet.path()


@register.simple_tag
def time_left(ends_at: datetime, now: datetime, minutes: int) -> timing.Left:
    return timing.left(ends_at, now, minutes=minutes)
