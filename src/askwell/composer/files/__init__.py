"""Reads the files of a composing problem, and writes what came of it."""

from askwell.composer.files.problem import read
from askwell.composer.files.results import facilitators_beside, write
from askwell.composer.files.rows import Unfit

__all__ = ["Unfit", "facilitators_beside", "read", "write"]
