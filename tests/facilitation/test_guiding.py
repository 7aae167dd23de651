"""A host who has never done this finds words for every phase of every format."""

import pytest

from askwell.facilitation.guiding import DONE, THEN, guidance
from askwell.process import FORMATS
from askwell.process.formats.shape import Floor, Format

PEOPLE = {"presenter": "Ana"}


@pytest.mark.parametrize("kept", FORMATS, ids=lambda each: each.name)
def test_every_phase_can_be_said_followed_and_left(kept: Format):
    for phase in kept.script().phases:
        step = guidance(phase)
        words = [step.say, *step.then, step.done]

        assert all(words), phase.name
        assert all("%" not in each % PEOPLE for each in words)


def test_there_are_words_for_whoever_may_speak():
    assert set(THEN) == set(Floor)
    assert set(DONE) <= set(Floor)
