"""People of different levels in a set."""

from askwell.composer.wishes.shapes import Mixed

LEVEL = Mixed(
    name="level",
    question="Do people of different levels sit together?",
    of=lambda person: person.level,
)
