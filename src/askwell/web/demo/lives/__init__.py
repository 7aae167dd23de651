"""What happens in the sets of the demonstration between their meetings."""

from collections.abc import Callable, Mapping

from askwell.web.demo.lives import (
    calderwick_leaders,
    harbour_lane,
    third_thursday,
    watched,
)
from askwell.web.demo.lives.life import HOME, Life

__all__ = ["HOME", "Life", "live_on"]

# After a set has begun, by its key; after each of its meetings, by the script's name.
LIVES: Mapping[str, Callable[[Life], object]] = {
    "harbour-lane-1": harbour_lane.plan_the_year,
    "third-thursday": third_thursday.do_without_a_facilitator,
    "third-thursday-1": third_thursday.word_the_agreement_anew,
    "third-thursday-2": third_thursday.go_on_with_what_they_began,
    "third-thursday-3": third_thursday.look_ahead,
    "calderwick-leaders-2": watched.let_somebody_watch,
    "calderwick-leaders-3": watched.write_what_was_seen,
    "calderwick-leaders-4": watched.write_again_and_say_goodbye,
    "calderwick-leaders-5": calderwick_leaders.look_at_themselves,
    "calderwick-leaders-6": calderwick_leaders.go_on,
}


def live_on(name: str, life: Life) -> None:
    """Do what the set did after this."""
    if happens := LIVES.get(name):
        happens(life)
        life.learning_set.refresh_from_db()
