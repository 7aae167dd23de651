"""Maximally diverse grouping: groups of given sizes whose members differ most.

The plain problem of the literature, to hold our way of searching against theirs.
"""

from askwell.composer.groups.grouping import Grouping, So, solve
from askwell.composer.groups.instance import Instance, read, value

__all__ = ["Grouping", "Instance", "So", "read", "solve", "value"]
