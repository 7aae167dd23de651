"""Components drawn as a page would draw them."""

from collections.abc import Callable

import pytest
from django.template import engines
from django.test import RequestFactory
from lxml import html

Draw = Callable[..., html.HtmlElement]


@pytest.fixture
def draw() -> Draw:
    """Draw a template's source; answer the element that holds it."""

    def drawn(source: str, **values: object) -> html.HtmlElement:
        template = engines["django"].from_string("{% load ui %}" + source)
        request = RequestFactory().get("/somewhere/")
        return html.fromstring(f"<div>{template.render(values, request)}</div>")

    return drawn
