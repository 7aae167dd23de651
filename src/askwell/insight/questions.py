"""Kinds of questions as metrics tell them apart."""

from askwell.process.kinds import KINDS, OPEN_QUESTION

NAMED_CLOSER = frozenset(
    kind.name for kind in KINDS if kind.variety_of == OPEN_QUESTION.name
)
"""Open questions whose askers said what they do: probe, challenge and so on."""
