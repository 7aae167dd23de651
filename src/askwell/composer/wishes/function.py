"""People from different functions in a set."""

from askwell.composer.wishes.shapes import Mixed

FUNCTION = Mixed(
    name="function",
    question="Do people from different functions sit together?",
    of=lambda person: person.function,
)
