"""Transcripts of meetings: read from files, weighed, and told as a report."""

from askwell.transcripts.parsing import parse
from askwell.transcripts.transcript import (
    Clock,
    Cue,
    Layout,
    Sentence,
    Transcript,
    Turn,
)
from askwell.transcripts.unreadable import Unreadable

__all__ = [
    "Clock",
    "Cue",
    "Layout",
    "Sentence",
    "Transcript",
    "Turn",
    "Unreadable",
    "parse",
]
