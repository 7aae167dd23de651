"""People with alike challenges in a set (or unlike ones, where the brief says so)."""

from askwell.composer.wishes.shapes import Alike

CHALLENGE = Alike(
    name="challenge",
    question="Do people sit together whose challenges suit each other?",
    of=lambda person: person.challenge,
)
