"""No poor set: how good the poorest tenth of the sets is."""

from askwell.composer.wishes.shapes import Poorest

FAIRNESS = Poorest(
    name="fairness",
    question="Are the poorest sets good ones, too?",
)
