"""Reads the paragraphs of a DOCX, and nothing else that such a file can carry.

A DOCX is a ZIP of XML. Only its main document is opened, up to a size; a document type,
and with it every entity, is refused.
"""

import io
import struct
import zipfile
import zlib
from typing import NoReturn
from xml.parsers import expat

from askwell.transcripts.layouts.text import Lines
from askwell.transcripts.unreadable import Unreadable

MEMBERS = 2_000
UNPACKED = 32 * 2**20
PIECE = 2**16
MOST_LINES = 200_000
_MAIN = "word/document.xml"
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    ArithmeticError,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises over damaged, locked or unheard-of archives."""


def paragraphs(data: bytes, *, file: str) -> Lines:
    """Each paragraph as a line; breaks within one begin another."""
    gathering = _Gathering(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _feed(archive, gathering)
    except _BROKEN as problem:
        raise Unreadable(
            file, gathering.line, "a DOCX document that is whole and has no password"
        ) from problem
    return Lines(file, gathering.lines)


def _feed(archive: zipfile.ZipFile, gathering: "_Gathering") -> None:
    main = archive.getinfo(_MAIN)
    if len(archive.infolist()) > MEMBERS or main.compress_type not in _PACKINGS:
        gathering.refuse("a DOCX document as Word or Teams writes it")
    read = 0
    with archive.open(main) as packed:
        while piece := packed.read(PIECE):
            read += len(piece)
            if read > UNPACKED:
                gathering.refuse(f"at most {UNPACKED // 2**20} MB of unpacked text")
            gathering.feed(piece)
    gathering.end()


class _Gathering:
    """Gathers the text of paragraphs while the XML streams by."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: list[str] = []
        self._text: list[str] = []
        self._within = 0
        self._counted = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._say

    @property
    def line(self) -> int:
        return len(self.lines) + 1

    def refuse(self, expected: str) -> NoReturn:
        raise Unreadable(self.file, self.line, expected)

    def feed(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def _doctype(self, *_: object) -> None:
        self.refuse("a DOCX document without a document type")

    def _open(self, name: str, _: object) -> None:
        element = _in_word(name)
        if element == "t":
            self._within += 1
        elif element in _BREAKS:
            self._text.append(_BREAKS[element])
            self._count()

    def _close(self, name: str) -> None:
        element = _in_word(name)
        if element == "t":
            self._within -= 1
        elif element == "p":
            self.lines.extend("".join(self._text).split("\n"))
            self._text.clear()
            self._count()

    def _count(self) -> None:
        """A small file may unpack to more lines than anybody has said."""
        self._counted += 1
        if self._counted > MOST_LINES:
            self.refuse(f"at most {MOST_LINES:,} lines")

    def _say(self, text: str) -> None:
        if self._within:
            self._text.append(text)


def _in_word(name: str) -> str:
    """The element's own name, and nothing for elements of other vocabularies."""
    space, _, own = name.rpartition(" ")
    return own if space in _WORD else ""
