"""Harbour Lane plans its year; a meeting later, some swap, and some have replied."""

from askwell.web.demo.lives.life import HOME, Life
from askwell.web.planning import operations as planning
from askwell.web.programmes import operations as sets


def plan_the_year(life: Life) -> None:
    """Seven meetings, across a change of the clocks that Bengaluru does not have."""
    rukhsana, then = life.person("Rukhsana"), life.later(days=3)
    sets.choose_host(
        life.learning_set,
        life.membership("Rukhsana"),
        by=life.person("Delroy"),
        at=then,
    )
    planning.plan_series(
        life.learning_set,
        first=life.on("in 5 weeks on Tuesday, 14:00"),
        count=7,
        every_weeks=6,
        minutes=180,
        home_zone=HOME,
        by=rukhsana,
        at=then,
    )
    life.tell_calendars(at=then)
    life.share_out_turns(taken_by=("Leila", "Tomasz", "Rukhsana"), at=then)
    _say_who_comes(life)


def _say_who_comes(life: Life) -> None:
    first, second, *_ = life.meetings()
    life.reply(
        first,
        coming=("Amara", "Delroy", "Leila", "Tomasz"),
        away=("Femke",),
        at=life.later(days=8),
    )
    life.reply(second, coming=("Delroy",), at=life.later(days=9))
    mine, theirs = life.turn("Femke"), life.turn("Tomasz")
    planning.ask_to_swap(mine, theirs, by=life.person("Femke"), at=life.ago(days=1))
