"""Logs folded once and kept in memory, without a word of them."""

import pytest

from askwell.process import commands as ask
from askwell.process.choices import HeardAs
from askwell.process.listening import Turn
from askwell.web.meetings import log, memory
from factories import signed_in
from web.coaching.corrected import exploring, says
from web.learning.held import a_set_that_meets
from web.meetings.rooms import a_token

pytestmark = pytest.mark.django_db


def test_meetings_in_which_captions_were_read_can_be_looked_back_on():
    """How a turn was heard is sealed like words, and no page opens it."""
    memory._known.clear()
    thursday = a_set_that_meets()
    meeting = exploring(thursday)
    number = says(thursday, meeting, thursday.ben)
    for person in log.state(meeting.pk).here:
        thursday.put(
            meeting,
            ask.Allow(by=person, token=a_token(), use="captions", allows=True),
        )
    ben = str(thursday.ben.pk)
    turns = (Turn(person=ben, heard_as=HeardAs.ADVICE),)
    thursday.put(meeting, ask.Hear(by=ben, token=a_token(), turns=turns))
    meeting.refresh_from_db()

    state = memory.states([meeting])[meeting.pk]

    assert (list(state.contributions), state.hints) == ([number], {})
    assert signed_in(thursday.ben).get("/record/questions/").status_code == 200
