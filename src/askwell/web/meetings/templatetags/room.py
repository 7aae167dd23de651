"""Tags of the room: `{% post "stars" contribution=7 %}...{% endpost %}` and names."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from askwell.web.meetings.screens import stencils
from askwell.web.meetings.screens.said import Said

register = template.Library()

ATTRIBUTE = re.compile(r"^(id|class|data-again)$")


class PostNode(template.Node):
    """A form that posts one act to the room; an empty value is not sent."""

    child_nodelists = ("inside",)

    def __init__(
        self,
        act: FilterExpression,
        given: Mapping[str, FilterExpression],
        inside: NodeList,
    ) -> None:
        self.act = act
        self.given = given
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        values = {name: each.resolve(context) for name, each in self.given.items()}
        return format_html(
            '<form method="post" action="{}{}/"{}>{}{}'
            '<div class="form-message" data-form-message role="alert" hidden></div>'
            "</form>",
            context["see"].acts,
            self.act.resolve(context),
            _attributes(values),
            _hidden({"token": _token(context["see"]), **values}),
            self.inside.render(context),
        )


def _token(see: Any) -> str:
    """A fresh one for each form; in a stencil, the place for it."""
    return getattr(see, "token", None) or uuid4().hex


def _attributes(values: Mapping[str, Any]) -> SafeString:
    return _written(values, ' {}="{}"', only=True)


def _hidden(values: Mapping[str, Any]) -> SafeString:
    return _written(values, '<input type="hidden" name="{}" value="{}">', only=False)


def _written(values: Mapping[str, Any], pattern: str, *, only: bool) -> SafeString:
    # Every value is escaped before it is put in.
    return mark_safe(  # noqa: S308 - as said
        "".join(
            pattern.format(name, conditional_escape(value))
            for name, value in values.items()
            if bool(ATTRIBUTE.match(name)) is only and value not in (None, "")
        )
    )


@register.tag
def post(parser: Parser, token: Token) -> PostNode:
    _, act, *rest = token.split_contents()
    given = {}
    for bit in rest:
        name, found, value = bit.partition("=")
        if not found:
            raise template.TemplateSyntaxError(f"post: {bit!r} needs a name")
        given[name] = parser.compile_filter(value)
    inside = parser.parse(("endpost",))
    parser.delete_first_token()
    return PostNode(parser.compile_filter(act), given, inside)


@register.simple_tag(takes_context=True)
def contribution(context: template.Context, item: Said) -> SafeString:
    """What somebody said, with what the viewer may do with it."""
    return stencils.draw(item, context["see"].acts)


@register.simple_tag(takes_context=True)
def name(context: template.Context, person: str | None) -> str:
    """The full name of a person, by id."""
    return str(context["see"].name(person))


@register.simple_tag(takes_context=True)
def short(context: template.Context, person: str | None) -> str:
    """The first name of a person, by id."""
    return str(context["see"].short(person))
