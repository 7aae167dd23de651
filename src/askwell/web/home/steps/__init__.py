"""The one thing to do next: for a person among all their sets, or within one set."""

from askwell.web.home.steps.finding import next_step
from askwell.web.home.steps.step import NextStep

__all__ = ["NextStep", "next_step"]
