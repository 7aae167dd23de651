"""What the worker does for compositions while nobody looks."""

from askwell.web.composing.operations import found_adopted_sets
from askwell.web.composing.readying import Readying
from askwell.web.composing.runner import Runner

__all__ = ["Readying", "Runner", "found_adopted_sets"]
