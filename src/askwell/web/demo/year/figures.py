"""Measures the year's meetings, and freezes the figures of its quarters, in order."""

from askwell.web.demo.year.plan import Plan
from askwell.web.measuring.operations import measure
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Programme
from askwell.web.releasing import operations as releasing
from askwell.web.releasing.queries.due import due_at, due_quarters
from askwell.web.stories import operations as stories


def count_meetings(plan: Plan) -> None:
    sets = [each.id for each in plan.courses]
    measure(Meeting.objects.held().filter(learning_set__in=sets), at=plan.now)


def freeze(plan: Plan, programme: Programme) -> None:
    """Each a week after its quarter; whoever reads the newest is told of it."""
    made = []
    for quarter in due_quarters(programme, at=plan.now):
        at = due_at(programme, quarter)
        stories.freeze(programme, quarter, at=at)
        made.append(releasing.release(programme, quarter, at=at))
    if made:
        releasing.tell(made[-1], at=made[-1].made_at)
