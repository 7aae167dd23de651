"""Cues are joined into turns and sentences, wherever the captions were cut."""

import pytest

from askwell.transcripts import Clock, Cue, Layout, Transcript, turns_of


def turns(*cues: Cue):
    return turns_of(Transcript("m.vtt", Layout.WEBVTT, Clock.MEASURED, cues))


def sentences(text: str) -> list[str]:
    [turn] = turns(Cue(0, 10, "Amara", text))
    return [each.text for each in turn.sentences]


def test_a_sentence_cut_in_two_captions_is_one_with_the_time_of_both():
    [turn] = turns(Cue(0, 4, "Amara", "Yes. I was"), Cue(5, 7, "Amara", "afraid then."))

    assert [each.text for each in turn.sentences] == ["Yes.", "I was afraid then."]
    assert turn.sentences[1].end == 7
    assert turn.seconds == pytest.approx(6)
    assert sum(each.seconds for each in turn.sentences) == pytest.approx(6)


def test_a_turn_ends_where_somebody_else_speaks():
    found = turns(
        Cue(0, 1, "Amara", "Hm."), Cue(1, 2, "Ben", "Yes?"), Cue(2, 3, "Amara", "Hm.")
    )

    assert [turn.speaker for turn in found] == ["Amara", "Ben", "Amara"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why now? And who?", ["Why now?", "And who?"]),
        ("Dr. Abel said 3.5 is fine. Good.", ["Dr. Abel said 3.5 is fine.", "Good."]),
        ("Neither do I. What else?", ["Neither do I.", "What else?"]),
        ("So I hope … everything is well.", ["So I hope … everything is well."]),
        ("Well... Maybe.", ["Well...", "Maybe."]),
        ("He asked “why?” Then he left!", ["He asked “why?”", "Then he left!"]),
        ("什么？好。", ["什么？", "好。"]),
        ("no stops at all", ["no stops at all"]),
    ],
)
def test_sentences_end_where_people_would_end_them(text, expected):
    assert sentences(text) == expected


def test_captions_without_any_full_stop_are_sentences_of_their_own():
    cues = [Cue(n, n + 1, "Amara", "and so on " * 10) for n in range(8)]

    [turn] = turns(*cues)

    assert [each.text for each in turn.sentences] == [("and so on " * 10).strip()] * 8
    assert [each.start for each in turn.sentences] == list(range(8))
