"""One change to a programme at a time, and only by whoever looks after all of it."""

from askwell.web.people.models import Person
from askwell.web.programmes.models import Programme
from askwell.web.running.parts import Part
from askwell.web.running.refusals import Reason, need
from askwell.web.running.rules import part_in


def hold(programme: Programme, *, by: Person) -> Programme:
    """The programme, locked until the transaction ends; an ended one is refused."""
    held = hold_even_ended(programme, by=by)
    need(held.ended_at is None, Reason.ENDED)
    return held


def hold_even_ended(programme: Programme, *, by: Person) -> Programme:
    """The same for what is done after its end."""
    need(part_in(by, programme) is Part.WHOLE, Reason.NOT_YOURS_TO_DO)
    return Programme.objects.select_for_update().get(pk=programme.pk)
