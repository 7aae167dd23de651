"""What changes about a transcript: asked, agreed to, put in, cast, gone."""

from askwell.web.transcripts.operations.asking import agree, propose
from askwell.web.transcripts.operations.ending import end, end_all_of, forget
from askwell.web.transcripts.operations.reading import cast, put_in, take_a_copy

__all__ = [
    "agree",
    "cast",
    "end",
    "end_all_of",
    "forget",
    "propose",
    "put_in",
    "take_a_copy",
]
