"""Transcripts of meetings: read from files, weighed, and told as a report."""

from askwell.transcripts.codec import from_json, to_json
from askwell.transcripts.naming import speakers, who
from askwell.transcripts.parsing import parse, parse_text
from askwell.transcripts.report import Report
from askwell.transcripts.transcript import (
    Clock,
    Cue,
    Layout,
    Sentence,
    Transcript,
    Turn,
)
from askwell.transcripts.turns import turns_of
from askwell.transcripts.unreadable import Unreadable
from askwell.transcripts.weighing import weigh

__all__ = [
    "Clock",
    "Cue",
    "Layout",
    "Report",
    "Sentence",
    "Transcript",
    "Turn",
    "Unreadable",
    "from_json",
    "parse",
    "parse_text",
    "speakers",
    "to_json",
    "turns_of",
    "weigh",
    "who",
]
