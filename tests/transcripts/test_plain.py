"""Plain text: "Name: what was said", with times, without, or in Meet's document."""

import pytest

from askwell.transcripts import Clock, Layout, Unreadable, weigh
from transcripts.written import read, said, times


def plain(text: str):
    return read(text, "notes.txt")


def test_without_times_words_take_as_long_as_people_take():
    found = plain("Amara: one two three four five\n\nBen: one two\n")

    assert said(found) == [("Amara", "one two three four five"), ("Ben", "one two")]
    assert times(found) == [(0.0, 2.0), (2.0, 2.8)]
    assert found.clock is Clock.WORDS


def test_a_report_without_times_says_so_and_tells_no_pauses():
    report = weigh(plain("Amara: What now?\nBen: I wait.\n"))

    assert report.doubts[0].startswith("This file holds no times")
    assert report.figure("wait_time").value is None


@pytest.mark.parametrize(
    "line",
    [
        "[00:01:02] Amara: Hello there.",
        "(1:02) Amara: Hello there.",
        "00:01:02 Amara: Hello there.",
        "00:01:02\tAmara:\tHello there.",
        "[00:01:02.000] - Amara: Hello there.",
        "Amara [00:01:02]: Hello there.",
        "Amara (01:02): Hello there.",
        "**Amara** 1:02: Hello there.",
        "[00:01:02] **Amara:** Hello there.",
    ],
)
def test_times_stand_before_or_behind_the_name(line):
    found = plain(f"{line}\n[00:01:10] Ben: Yes.\n")

    assert said(found) == [("Amara", "Hello there."), ("Ben", "Yes.")]
    assert [start for start, _ in times(found)] == [62.0, 70.0]
    assert found.clock is Clock.STARTS


def test_nobody_speaks_longer_than_until_the_next_begins():
    found = plain("[0:10] Amara: one two three four five\n[0:11] Ben: Yes.\n")

    assert times(found) == [(10.0, 11.0), (11.0, 11.4)]


def test_times_from_and_to_are_taken_as_they_are():
    found = plain("[00:10 - 00:19] Amara: Hm.\n[00:20 --> 00:25.5] Ben: Yes.\n")

    assert times(found) == [(10.0, 19.0), (20.0, 25.5)]
    assert found.clock is Clock.MEASURED


def test_lines_without_a_name_go_on_with_the_speaker():
    found = plain(
        "Title of the day\n\nAmara: I said\nthat at 10:30 we stop.\nBen: Yes."
    )

    assert said(found) == [
        ("Amara", "I said"),
        ("Amara", "that at 10:30 we stop."),
        ("Ben", "Yes."),
    ]


def test_names_with_times_above_the_words_are_read_too():
    found = plain(
        "Amara Okafor  0:04\nHello there. Note: all good.\n\n"
        "Ben  0:10\nYes.\nAt 10:30.\n"
    )

    assert said(found) == [
        ("Amara Okafor", "Hello there. Note: all good."),
        ("Ben", "Yes."),
        ("Ben", "At 10:30."),
    ]
    assert times(found)[0] == (4.0, 6.0)


def test_a_document_of_meet_shares_the_time_between_its_marks():
    found = plain(
        "3 Mar 2026\nOur set - Transcript\nAttendees\nAmara Okafor, Ben Li\n"
        "Transcript\n00:00:00\n\nAmara Okafor: one two three four five\n"
        "Ben Li: one two three four five\n00:00:02\n\nAmara Okafor: Yes.\n"
        "Meeting ended after 00:45:13 \N{WAVING HAND SIGN}\n"
        "This editable transcript was computer generated and might contain errors.\n"
    )

    assert found.layout is Layout.MEET
    assert [speaker for speaker, _ in said(found)] == [
        "Amara Okafor",
        "Ben Li",
        "Amara Okafor",
    ]
    assert times(found) == [(0.0, 1.0), (1.0, 2.0), (2.0, 2.4)]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("\n\nonce upon a time\n", 3, 'lines such as "Name: what was said"'),
        ("", 1, 'lines such as "Name: what was said"'),
        ("Amara: Hm.\n[00:99:00] Ben: Yes.\n", 2, "a time, as in [00:01:02]"),
    ],
)
def test_a_broken_file_says_where_and_what_was_expected(text, line, expected):
    with pytest.raises(Unreadable) as problem:
        plain(text)

    assert (problem.value.line, problem.value.expected) == (line, expected)
