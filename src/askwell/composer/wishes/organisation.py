"""People from different organisations in a set."""

from askwell.composer.wishes.shapes import Mixed

ORGANISATION = Mixed(
    name="organisation",
    question="Do people from different organisations sit together?",
    of=lambda person: person.organisation,
)
