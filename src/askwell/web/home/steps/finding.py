"""What may come next, the most pressing first; the first that applies is shown."""

from collections.abc import Callable

from askwell.web.home.steps import (
    asked,
    ending,
    facilitating,
    joining,
    meetings,
    programmes,
    sets,
    transcripts,
)
from askwell.web.home.steps.step import NextStep, Seeker

Find = Callable[[Seeker], NextStep | None]

STEPS: tuple[Find, ...] = (
    ending.set_that_ended,
    meetings.in_progress,
    sets.beginning_to_finish,
    asked.somebody_at_the_door,
    sets.agreement_to_read,
    joining.set_to_see,
    joining.programme_to_answer,
    joining.questions_left,
    asked.dates_to_answer,
    asked.swap_to_answer,
    asked.vote_to_give,
    transcripts.transcript_to_answer,
    transcripts.transcript_to_put_in,
    asked.look_to_answer,
    asked.renewal_to_answer,
    asked.round_to_answer,
    ending.renewal_to_decide,
    facilitating.how_it_went,
    programmes.programme_that_needs,
    meetings.turn_to_prepare,
    meetings.coming,
    ending.end_to_prepare,
    sets.set_that_lapsed,
    sets.people_to_invite,
    meetings.to_arrange,
    sets.facilitator_to_choose,
    joining.set_being_made,
    facilitating.to_learn,
    sets.set_to_begin,
)


def next_step(seeker: Seeker) -> NextStep | None:
    """None where nothing is asked of the person just now."""
    return next((step for find in STEPS if (step := find(seeker))), None)
