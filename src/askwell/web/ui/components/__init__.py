"""Every component: its attributes and its examples, in one place."""

from askwell.web.ui.components.acts import ACTS
from askwell.web.ui.components.charts import CHARTS
from askwell.web.ui.components.declaration import Attribute, Component, Example
from askwell.web.ui.components.pages import PAGES
from askwell.web.ui.components.people import PEOPLE
from askwell.web.ui.components.room import ROOM
from askwell.web.ui.components.words import WORDS

SHELVES = (
    ("Acts and forms", ACTS),
    ("People", PEOPLE),
    ("The room", ROOM),
    ("Words and messages", WORDS),
    ("Figures", CHARTS),
    ("The page", PAGES),
)

COMPONENTS: tuple[Component, ...] = tuple(
    component for _, shelf in SHELVES for component in shelf
)

__all__ = ["COMPONENTS", "SHELVES", "Attribute", "Component", "Example"]
