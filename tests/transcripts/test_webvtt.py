"""WebVTT as Zoom writes it: "Name: text" in numbered cues."""

import pytest

from askwell.transcripts import Clock, Layout, Unreadable, parse
from transcripts.written import read, said, times


def zoom(*cues: str) -> str:
    """Cues of two seconds each, five seconds apart, with the line ends of Zoom."""
    blocks = [
        f"{n}\r\n00:00:{5 * n:02}.000 --> 00:00:{5 * n + 2:02}.000\r\n{cue}\r\n"
        for n, cue in enumerate(cues, start=1)
    ]
    return "WEBVTT\r\n\r\n" + "\r\n".join(blocks)


def test_each_cue_has_its_speaker_words_and_times():
    found = read(zoom("Amara: What matters?", "Ben: Time."))

    assert said(found) == [("Amara", "What matters?"), ("Ben", "Time.")]
    assert times(found) == [(5.0, 7.0), (10.0, 12.0)]
    assert (found.layout, found.clock) == (Layout.WEBVTT, Clock.MEASURED)


@pytest.mark.parametrize(
    "name",
    [
        "Amara Okafor | Leeds",
        "Etienne (Night Shift)",
        "Łukasz Żółć-Nowak",
        "Karim T.",
        "Dr. Ada de Vries",
        "lone-wolf_7",
        "Will",
        "李雷",
        "Facilities: Ben",
        "room 4, north wing",
        "Head of IT",
    ],
)
def test_unusual_names_are_kept_whole(name):
    found = read(zoom(f"{name}: Hello.", "Ben: Yes.", f"{name}: So: what now?"))

    assert said(found) == [
        (name, "Hello."),
        ("Ben", "Yes."),
        (name, "So: what now?"),
    ]


def test_a_name_that_begins_like_another_is_told_apart_from_it():
    found = read(
        zoom("Ops: Ben: Hello.", "Ops: Cy: Yes.", "Ops: Ben: Good.", "Ops: Cy: Right.")
    )

    assert [speaker for speaker, _ in said(found)] == [
        "Ops: Ben",
        "Ops: Cy",
        "Ops: Ben",
        "Ops: Cy",
    ]


def test_a_colon_in_a_sentence_names_nobody():
    found = read(zoom("Amara: Hm.", "What I mean is this: it hurts.", "Amara: Yes."))

    assert said(found)[1] == ("", "What I mean is this: it hurts.")


def test_words_without_a_name_belong_to_whoever_spoke_just_before():
    found = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAmara: I was\n\n"
        "00:02.500 --> 00:03.000\nafraid.\n\n00:09.000 --> 00:10.000\nHm.\n"
    )

    assert said(found) == [("Amara", "I was"), ("Amara", "afraid."), ("", "Hm.")]


def test_cues_may_overlap_and_last_over_a_minute():
    found = read(
        "WEBVTT\n\n00:00:01.000 --> 00:02:01.000\nAmara: Long.\n\n"
        "00:01:00.000 --> 00:01:05.000\nBen: Meanwhile.\n"
    )

    assert times(found) == [(1.0, 121.0), (60.0, 65.0)]


def test_cues_out_of_order_are_put_in_order():
    found = read(
        "WEBVTT\n\n00:00:09.000 --> 00:00:10.000\nBen: Two.\n\n"
        "00:00:01.000 --> 00:00:02.000\nAmara: One.\n"
    )

    assert said(found) == [("Amara", "One."), ("Ben", "Two.")]


def test_tags_and_entities_are_read_as_what_they_show():
    found = read(zoom("Amara: <i>R&amp;D</i> &lt;3 &#39;n&#39; <c.red>all</c>\u200b."))

    assert said(found) == [("Amara", "R&D <3 'n' all .")]


def test_notes_styles_and_settings_are_left_out():
    found = read(
        "WEBVTT - a meeting\nKind: captions\n\nNOTE\nAmara: not said\n\n"
        "STYLE\n::cue { color: red }\n\nintro\n"
        "00:00:01.000 --> 00:00:02.000 align:start position:10%\nBen: Said.\n\n"
        "NOTE 1 --> 2 is no time\n"
    )

    assert said(found) == [("Ben", "Said.")]


def test_numbers_count_cues_also_where_the_empty_line_is_missing():
    found = read(
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAmara: How many?\n2\n"
        "00:00:03.000 --> 00:00:04.000\nBen: Two\n2024\n\n"
    )

    assert said(found) == [("Amara", "How many?"), ("Ben", "Two 2024")]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("Amara: Hello.\n", 1, "the word WEBVTT"),
        ("", 1, "the word WEBVTT"),
        ("WEBVTT\n\n", 1, "at least one sentence that somebody said"),
        (
            "WEBVTT\n\n1\n00:00:01.000 -> 00:00:02.000\nAmara: Hello.\n",
            4,
            "a time, as in 00:01:02.000 --> 00:01:05.000",
        ),
        (
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAmara: Hello.\n\n"
            "2\n00:00:71.000 --> 00:00:72.000\nBen: Yes.\n",
            8,
            "a time, as in 00:01:02.000 --> 00:01:05.000",
        ),
        (
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAmara: Hello.\n\n"
            "00:00:03.000 Ben: Yes.\n",
            6,
            "a time, as in 00:01:02.000 --> 00:01:05.000",
        ),
        (
            "WEBVTT\n\n00:00:05.000 --> 00:00:02.000\nAmara: Hello.\n",
            3,
            "an end that is not before its start, as in 00:01:02.000 --> 00:01:05.000",
        ),
    ],
)
def test_a_broken_file_says_where_and_what_was_expected(text, line, expected):
    with pytest.raises(Unreadable) as problem:
        read(text)

    assert (problem.value.file, problem.value.line) == ("meeting.vtt", line)
    assert problem.value.expected == expected


def test_bytes_that_are_no_text_say_in_which_line_they_stand():
    data = zoom("Amara: Hello.").encode() + "\r\nBen: naïve".encode("latin-1")

    with pytest.raises(Unreadable) as problem:
        parse(data, name="meeting.vtt")

    assert (problem.value.line, problem.value.expected) == (7, "text in UTF-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_says_how_letters_are_written(encoding):
    found = parse(zoom("Zoë: Grüezi.").encode(encoding), name="meeting.vtt")

    assert said(found) == [("Zoë", "Grüezi.")]
