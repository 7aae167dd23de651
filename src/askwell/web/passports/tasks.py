"""What is written down while nobody looks."""

from datetime import datetime

from askwell.web.passports.operations.collecting import collect, forget_reopened
from askwell.web.passports.queries.collecting import not_collected

# So many meetings in one run, so that live meetings have their turn in between.
MOST = 200


def collect_closed_meetings(*, at: datetime) -> int:
    """Write down who facilitated what has closed; says of how many meetings."""
    return forget_reopened() + collect(not_collected()[:MOST])
