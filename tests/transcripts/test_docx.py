"""DOCX as Teams writes it, and what else may call itself so."""

import io
import zipfile

import pytest

from askwell.transcripts import Clock, Layout, Unreadable, parse
from askwell.transcripts.layouts.document import MOST_LINES
from transcripts.written import as_docx, said, times, zipped

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(data: bytes):
    return parse(data, name="meeting.docx")


def test_name_and_time_stand_above_the_words():
    found = read(
        as_docx(
            "Our set-20260303-Meeting Transcript",
            "3 March 2026, 09:00",
            "45m 12s",
            "Amara Okafor started transcription",
            "Amara Okafor   0:04\nGood morning. Ben: over to you.",
            "Ben Li\t0:10",
            "Thanks.",
            "I am late again.",
            "Amara Okafor   1:00:05\nHm.",
            "Amara Okafor stopped transcription",
        )
    )

    assert said(found) == [
        ("Amara Okafor", "Good morning. Ben: over to you."),
        ("Ben Li", "Thanks."),
        ("Ben Li", "I am late again."),
        ("Amara Okafor", "Hm."),
    ]
    assert [start for start, _ in times(found)] == [4.0, 10.0, 10.4, 3605.0]
    assert (found.layout, found.clock) == (Layout.TEAMS, Clock.STARTS)


def test_the_older_layout_has_two_times_then_the_name_then_the_words():
    found = read(
        as_docx(
            "0:0:0.0 --> 0:0:2.480\nAmara Okafor\nGood morning.",
            "0:0:3.10 --> 0:0:5.0",
            "Ben Li",
            "Hello.",
        )
    )

    assert said(found) == [("Amara Okafor", "Good morning."), ("Ben Li", "Hello.")]
    assert times(found) == [(0.0, 2.48), (3.1, 5.0)]
    assert found.clock is Clock.MEASURED


def test_more_lines_than_anybody_has_said_are_refused():
    """Ten kilobytes can unpack to a million of them."""
    breaks = "<w:br/>" * (MOST_LINES + 1)
    packed = zipped(document=f"<w:p {WORD}>{breaks}</w:p>")

    with pytest.raises(Unreadable, match="at most 200,000 lines"):
        read(packed)


def test_names_with_a_colon_will_do_as_well():
    found = read(as_docx("Amara: What now?", "Ben: I wait."))

    assert said(found) == [("Amara", "What now?"), ("Ben", "I wait.")]


def test_no_entity_is_ever_expanded():
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "Amara: ha ha"><!ENTITY b "&a;&a;&a;">]>'
        f"<w:document {WORD}><w:p><w:t>&b;</w:t></w:p></w:document>"
    )

    with pytest.raises(Unreadable) as problem:
        read(zipped(document=bomb))

    assert problem.value.expected == "a DOCX document without a document type"


def test_what_unpacks_without_end_is_refused():
    long = "x" * (33 * 2**20)

    with pytest.raises(Unreadable) as problem:
        read(zipped(document=f"<w:document {WORD}>{long}</w:document>"))

    assert problem.value.expected == "at most 32 MB of unpacked text"


def test_an_archive_of_very_many_files_is_refused():
    many = {f"member{number}": "" for number in range(2_001)}

    with pytest.raises(Unreadable) as problem:
        read(zipped(document=f"<w:document {WORD}/>", **many))

    assert problem.value.expected == "a DOCX document as Word or Teams writes it"


def test_other_packings_are_refused():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}/>")

    with pytest.raises(Unreadable):
        read(kept.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        as_docx("Amara: Hello.")[:300],
        zipped(other="<x/>"),
        zipped(document=f"<w:document {WORD}><w:p>"),
        zipped(document="\x00\xff"),
        b"PK\x03\x04",
    ],
    ids=["cut", "another archive", "unclosed", "no XML", "only the beginning"],
)
def test_a_damaged_document_says_so(data):
    with pytest.raises(Unreadable) as problem:
        read(data)

    assert problem.value.expected == (
        "a DOCX document that is whole and has no password"
    )


def test_an_old_document_is_to_be_saved_again():
    with pytest.raises(Unreadable) as problem:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    assert problem.value.expected.startswith("a DOCX file; save it again")
