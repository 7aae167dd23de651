"""Whatever a file holds, it is a transcript or says why not; and a report adds up."""

import json
import string
from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.transcripts import Cue, Unreadable, from_json, parse, to_json, weigh
from transcripts.written import as_docx, as_srt, as_vtt, said, zipped

SLOW = timedelta(seconds=10)
"""Far more than it takes; machines may be busy."""
NAMES = st.sampled_from(
    ["meeting.vtt", "meeting.srt", "meeting.sbv", "meeting.txt", "meeting.docx", ""]
)
HEADS = st.sampled_from(
    [
        "",
        "WEBVTT\n\n",
        "\ufeffWEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n",
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "0:00:01.000,0:00:02.000\n",
        "[00:01:02] Amara: ",
        "Amara: ",
        "Amara   0:04\n",
        "0:0:0.0 --> 0:0:2.480\n",
    ]
)
PIECES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "\r\n",
                "-->",
                ": ",
                "<v ",
                "<v Amara>",
                "&#xD800;",
                "&amp;",
                "00:00:01.000 --> 00:00:02.000\n",
                "Amara: ",
                "[0:10] ",
                "?",
                "\x00",
                "\u2028",
            ]
        ),
    ),
    max_size=30,
).map("".join)
LONG = st.sampled_from(
    [
        "a",
        " ",
        ":",
        "<v ",
        "<",
        "&",
        "a: ",
        "1:",
        "[",
        "-",
        "?",
        ". ",
        "I? ",
        "\t",
        "é",
        "(",
    ]
)
WORDS = st.lists(
    st.text(string.ascii_lowercase + "äéł", min_size=2, max_size=9),
    min_size=1,
    max_size=8,
).map(lambda words: " ".join(words) + ".")
SPEAKERS = ["Amara Okafor", "Ben Li | Leeds", "Chloë (Night)", "Karim T.", "Łucja"]


@st.composite
def meetings(draw: st.DrawFn) -> list[Cue]:
    """Cues one after the other, with quiet between or none."""
    at, cues = 0, []
    for _ in range(draw(st.integers(1, 12))):
        start = at + draw(st.integers(0, 8_000))
        at = start + draw(st.integers(0, 90_000))
        speaker, text = draw(st.sampled_from(SPEAKERS)), draw(WORDS)
        cues.append(Cue(start / 1000, at / 1000, speaker, text))
    return cues


def fails(data: bytes, name: str) -> bool:
    """Whether it is neither a sound transcript nor refused with a line and a reason."""
    try:
        transcript = parse(data, name=name)
    except Unreadable as problem:
        return problem.line < 1 or not problem.expected
    starts = [cue.start for cue in transcript.cues]
    sound = all(cue.text and cue.end >= cue.start >= 0 for cue in transcript.cues)
    report = weigh(transcript, anonymous=True)
    return not sound or starts != sorted(starts) or report.turns < 1


@settings(max_examples=400, deadline=SLOW)
@given(st.binary(max_size=400), NAMES)
@example(b"PK\x03\x04" + bytes(60), "meeting.docx")
def test_any_bytes_are_a_transcript_or_say_why_not(data, name):
    assert not fails(data, name)


@settings(max_examples=500, deadline=SLOW)
@given(HEADS, PIECES, NAMES)
def test_any_letters_are_a_transcript_or_say_why_not(head, pieces, name):
    assert not fails((head + pieces).encode("utf-8", "surrogatepass"), name)


@settings(max_examples=40, deadline=SLOW)
@given(HEADS, LONG, NAMES)
def test_a_line_of_a_hundred_thousand_letters_is_read_at_once(head, piece, name):
    assert not fails((head + piece * (100_000 // len(piece))).encode(), name)


@settings(max_examples=60, deadline=SLOW)
@given(st.data())
def test_a_damaged_document_says_so(data):
    whole = bytearray(as_docx("Amara   0:04\nHello.", "Ben: Yes."))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))

    assert not fails(bytes(whole), "meeting.docx")


@settings(max_examples=100, deadline=SLOW)
@given(st.text(max_size=200))
def test_any_xml_in_a_document_is_read_or_refused(text):
    assert not fails(zipped(document=text.encode("utf-8", "replace")), "meeting.docx")


@settings(deadline=SLOW)
@given(meetings())
@pytest.mark.parametrize(("write", "name"), [(as_vtt, "m.vtt"), (as_srt, "m.srt")])
def test_what_was_written_is_read_again(write, name, cues):
    transcript = parse(write(cues).encode(), name=name)

    assert list(transcript.cues) == cues


@settings(deadline=SLOW)
@given(meetings())
def test_speaking_time_adds_up(cues):
    spoken = sum(cue.end - cue.start for cue in cues)

    report = weigh(parse(as_vtt(cues).encode(), name="m.vtt"))

    assert report.spoken == pytest.approx(spoken)
    assert sum(each.seconds for each in report.people) == pytest.approx(spoken)
    assert sum(each.seconds for each in report.roles) == pytest.approx(spoken)
    slices = sum(sum(each.seconds.values()) for each in report.timeline)
    assert slices == pytest.approx(spoken, abs=1e-6)
    if spoken:
        assert sum(each.share for each in report.people) == pytest.approx(1)
    sentences = sum(sum(each.kinds.values()) for each in report.people)
    assert sentences == report.sentences


@settings(deadline=SLOW)
@given(meetings(), st.data())
def test_a_report_without_names_holds_no_part_of_one(cues, data):
    called = data.draw(st.sampled_from([cue.speaker for cue in cues])).split()[0]
    cues = [
        Cue(cue.start, cue.end, cue.speaker, f"{called}, why {cue.text} {called}'s?")
        for cue in cues
    ]
    transcript = parse(as_vtt(cues).encode(), name="Amara Okafor and Karim.vtt")

    written = json.dumps(to_json(weigh(transcript, anonymous=True)), ensure_ascii=False)

    spoke = {name for name, _ in said(transcript)}
    parts = {part for name in spoke for part in name.replace("(", "").split()}
    assert [part for part in parts if len(part) > 2 and part in written] == []


@settings(deadline=SLOW)
@given(meetings(), st.booleans())
def test_a_report_survives_being_kept(cues, anonymous):
    report = to_json(
        weigh(parse(as_vtt(cues).encode(), name="m.vtt"), anonymous=anonymous)
    )

    kept = json.loads(json.dumps(report))

    assert to_json(from_json(kept)) == report
