"""Brings the whole year into the database, set by set; what is there is kept."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askwell.web.demo.naming import id_of
from askwell.web.demo.year.changes import note_changes
from askwell.web.demo.year.figures import count_meetings, freeze
from askwell.web.demo.year.holding import live
from askwell.web.demo.year.making import KEY, NAME, bring_in_programme
from askwell.web.demo.year.plan import WHOLE, Extent, Plan, plan
from askwell.web.demo.year.rounds import send_rounds
from askwell.web.demo.year.sets import bring_in_sets
from askwell.web.demo.year.stories import tell_others
from askwell.web.demo.year.value import reckon
from askwell.web.people.models import Notice
from askwell.web.programmes.models import Programme
from askwell.web.running.tasks import keep_turnouts

Progress = Callable[[str], None]


def _quietly(_step: str) -> None:
    """Progress that nobody watches."""


def is_here() -> bool:
    return Programme.objects.filter(pk=id_of("programme", KEY)).exists()


def load(
    *, at: datetime, extent: Extent = WHOLE, progress: Progress = _quietly
) -> None:
    """Needs the cast, some of whom run the programme; nothing if it is there."""
    if is_here():
        return
    made_up = plan(extent, at=at)
    held = sum(len(each.meets_at) for each in made_up.courses)
    progress(f"a year of {NAME}: {extent.sets} sets, {held} meetings")
    with transaction.atomic():
        _bring_in(made_up)


def _bring_in(made_up: Plan) -> None:
    programme = bring_in_programme(made_up)
    bring_in_sets(made_up, programme)
    for course in made_up.courses:
        live(made_up, course)
    keep_turnouts(at=made_up.now)
    send_rounds(made_up, programme)
    note_changes(made_up, programme)
    reckon(made_up, programme)
    tell_others(made_up)
    count_meetings(made_up)
    freeze(made_up, programme)
    _let_nobody_be_mailed(made_up)


def _let_nobody_be_mailed(made_up: Plan) -> None:
    """Nobody of the year reads mail: what was told them has been read."""
    people = [one.id for one in made_up.strangers]
    page = f"/programmes/{id_of('programme', KEY)}/"
    theirs = Q(person__in=people) | Q(path__startswith=page)
    Notice.objects.waiting().filter(theirs).update(
        read_at=made_up.now, handed_on_at=made_up.now
    )
