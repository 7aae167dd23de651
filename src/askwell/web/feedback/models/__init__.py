"""Rows of how facilitators did: by their own word, by members', by an observer's."""

from askwell.web.feedback.models.asking import Asked, Asking, Count
from askwell.web.feedback.models.observing import Observation, Showing, Watch
from askwell.web.feedback.models.own import LogEntry, Review

__all__ = [
    "Asked",
    "Asking",
    "Count",
    "LogEntry",
    "Observation",
    "Review",
    "Showing",
    "Watch",
]
