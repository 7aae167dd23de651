"""Opens a transcript, whatever program wrote it."""

import re

from askwell.transcripts.layouts import captions, document, lines
from askwell.transcripts.layouts.text import Lines, decode
from askwell.transcripts.transcript import Layout, Transcript
from askwell.transcripts.unreadable import Unreadable

LARGEST = 64 * 2**20
"""Bytes; three hours of captions are about half a million."""

_ZIPPED = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def parse(data: bytes, *, name: str) -> Transcript:
    """The transcript in `data`; `name` is the file's, for saying what is wrong.

    Raises `Unreadable` with the line (in a DOCX the paragraph) and what was expected.
    """
    if len(data) > LARGEST:
        raise Unreadable(name, 1, f"a file of at most {LARGEST // 2**20} MB")
    if data.startswith(_OLD_WORD):
        raise Unreadable(name, 1, "a DOCX file; save it again as DOCX or plain text")
    if data.startswith(_ZIPPED):
        source = document.paragraphs(data, file=name)
        found = lines.read(source, otherwise=Layout.TEAMS)
        return _with_words(found)
    return parse_text(data, name=name)


def parse_text(data: bytes, *, name: str) -> Transcript:
    """The same of text alone: nothing is unpacked, whatever `data` holds."""
    return _with_words(_text(decode(data, file=name)))


def _with_words(found: Transcript) -> Transcript:
    if not found.cues:
        raise Unreadable(found.name, 1, "at least one sentence that somebody said")
    return found


def _text(source: Lines) -> Transcript:
    first = next((line for line in source.lines if line.strip()), "")
    if re.match(r"WEBVTT(?:\s|$)", first):
        return captions.read(source, Layout.WEBVTT)
    if source.file.lower().endswith(".vtt"):
        source.refuse(0, "the word WEBVTT")
    if source.file.lower().endswith(".srt") or captions.looks_like_srt(source.lines):
        return captions.read(source, Layout.SRT)
    if source.file.lower().endswith(".sbv") or captions.looks_like_sbv(source.lines):
        return captions.read(source, Layout.SBV)
    return lines.read(source, otherwise=Layout.PLAIN)
