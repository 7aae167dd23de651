"""What the pages of a person and of a set know."""

from askwell.web.home.queries.front import Front, SetCard, front
from askwell.web.home.queries.learning_set import SetPage, set_page

__all__ = ["Front", "SetCard", "SetPage", "front", "set_page"]
