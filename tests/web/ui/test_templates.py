"""Every template of every app can be made, so every component in it is used rightly."""

from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

import askwell.web

WEB = Path(askwell.web.__file__).parent
TEMPLATES = sorted(
    str(file.relative_to(folder))
    for folder in WEB.glob("*/templates")
    for file in folder.rglob("*.html")
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_be_made(name: str) -> None:
    assert get_template(name).backend is engines["django"]
