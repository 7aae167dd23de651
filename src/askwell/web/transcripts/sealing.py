"""A transcript as one text to be sealed, and back."""

import json

from askwell.transcripts.transcript import Clock, Cue, Layout, Transcript


def written(said: Transcript) -> str:
    """Without the file's name, which may say more than it should."""
    cues = [[each.start, each.end, each.speaker, each.text] for each in said.cues]
    return json.dumps(
        {"layout": said.layout.value, "clock": said.clock.value, "cues": cues},
        ensure_ascii=False,
    )


def read(words: str) -> Transcript:
    known = json.loads(words)
    return Transcript(
        name="",
        layout=Layout(known["layout"]),
        clock=Clock(known["clock"]),
        cues=tuple(Cue(*each) for each in known["cues"]),
    )
