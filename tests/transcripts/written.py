"""Writes transcripts the way programs do, for reading them back."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx

from askwell.transcripts import Cue, Transcript, parse

SAMPLES = Path(__file__).parent / "samples"


def read(text: str, name: str = "meeting.vtt") -> Transcript:
    return parse(text.encode(), name=name)


def said(transcript: Transcript) -> list[tuple[str, str]]:
    """Who said what, without the times."""
    return [(cue.speaker, cue.text) for cue in transcript.cues]


def times(transcript: Transcript) -> list[tuple[float, float]]:
    return [(cue.start, cue.end) for cue in transcript.cues]


def sample(name: str) -> Transcript:
    return parse((SAMPLES / name).read_bytes(), name=name)


def clock(seconds: float, point: str = ".") -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours:02}:{minutes:02}:{whole % 60:02}{point}{thousandths:03}"


def as_vtt(cues: Iterable[Cue]) -> str:
    blocks = (
        f"{number}\n{clock(cue.start)} --> {clock(cue.end)}\n{cue.speaker}: {cue.text}"
        for number, cue in enumerate(cues, start=1)
    )
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


def as_srt(cues: Iterable[Cue]) -> str:
    blocks = (
        f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n"
        f"{cue.speaker}: {cue.text}"
        for number, cue in enumerate(cues, start=1)
    )
    return "\n\n".join(blocks) + "\n"


def as_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def zipped(**members: bytes | str) -> bytes:
    """A ZIP with these members below `word/`."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"word/{name}.xml", content)
    return kept.getvalue()
