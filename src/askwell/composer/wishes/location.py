"""People from different places in a set."""

from askwell.composer.wishes.shapes import Mixed

LOCATION = Mixed(
    name="location",
    question="Do people from different places sit together?",
    of=lambda person: person.location,
)
