"""The reference page knows every component as it is."""

from pathlib import Path

import pytest

from askwell.web.ui import stylesheet
from askwell.web.ui.components import COMPONENTS, Component

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "design-system.md").read_text()
ELEMENTS = Path(stylesheet.__file__).parent / "static" / "ui" / "elements"


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.name)
def test_every_component_is_in_the_reference(component: Component) -> None:
    assert f"\n{component.signature}\n" in PAGE
    assert component.says in PAGE


def test_every_element_is_in_the_reference() -> None:
    elements = {
        file.stem
        for file in ELEMENTS.glob("*.js")
        if "customElements.define" in file.read_text()
    }

    assert {each for each in elements if f"`<{each}>`" not in PAGE} == set()
