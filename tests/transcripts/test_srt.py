"""SRT and SBV: numbered or bare blocks, with a comma before or between the times."""

import pytest

from askwell.transcripts import Layout, Unreadable, parse
from transcripts.written import read, said, sample, times


def test_srt_says_the_same_as_webvtt():
    srt, vtt = sample("contact_centre.srt"), sample("contact_centre.zoom.vtt")

    assert srt.layout is Layout.SRT
    assert srt.cues == vtt.cues


def test_srt_is_known_by_its_first_lines_whatever_its_name():
    found = read("1\n00:00:01,500 --> 00:00:02,000\nAmara: Hello.\n", "talk.txt")

    assert (found.layout, times(found)) == (Layout.SRT, [(1.5, 2.0)])


def test_several_speakers_in_one_caption_are_told_apart():
    found = read(
        "1\n00:00:00,000 --> 00:00:08,000\nAmara: Where?\nBen: There.\n\n"
        "2\n00:00:08,000 --> 00:00:09,000\nBen: Yes.\n\n"
        "3\n00:00:09,000 --> 00:00:10,000\nAmara: Oh.\n",
        "talk.srt",
    )

    assert said(found) == [
        ("Amara", "Where?"),
        ("Ben", "There."),
        ("Ben", "Yes."),
        ("Amara", "Oh."),
    ]
    assert times(found)[:2] == [(0.0, 4.0), (4.0, 8.0)]


def test_captions_without_names_have_one_unnamed_speaker():
    found = read("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", "talk.srt")

    assert said(found) == [("", "Hello.")]


def test_sbv_stands_in_for_srt_where_meet_writes_it():
    found = read(
        "0:00:01.000,0:00:02.500\nAmara: Hello.\n\n0:00:03.000,0:00:04.000\nBen: Hm.\n",
        "talk.sbv",
    )

    assert found.layout is Layout.SBV
    assert said(found) == [("Amara", "Hello."), ("Ben", "Hm.")]
    assert times(found) == [(1.0, 2.5), (3.0, 4.0)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\n00:00:01,000 --> 00:00:99,000\nAmara: Hello.\n", 2),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n00:00:03,0 - 00:00:04,0\nA.\n",
            6,
        ),
        ("Hello.\n\n1\n00:00:01,000 --> 00:00:02,000\nHi.\n", 1),
        ("1\n00:00:03,000 --> 00:00:02,000\nHi.\n", 2),
    ],
)
def test_a_broken_file_says_where(text, line):
    with pytest.raises(Unreadable) as problem:
        parse(text.encode(), name="talk.srt")

    assert problem.value.line == line
    assert problem.value.expected.endswith("00:01:02.000 --> 00:01:05.000")
