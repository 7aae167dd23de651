"""What is done with a set's meetings in time."""

from askwell.web.planning.operations.polls import ask_for_dates
from askwell.web.planning.operations.series import plan_series

__all__ = ["ask_for_dates", "plan_series"]
