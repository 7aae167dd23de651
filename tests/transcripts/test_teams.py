"""WebVTT as Teams writes it: voice tags, long cue ids, cues of several lines."""

import pytest

from askwell.transcripts import Unreadable
from transcripts.written import read, said, sample, times

ID = "6b0404f2-b094-90b8-6b01-a1c12a3a2107"


def test_voices_are_speakers_and_lines_of_a_cue_are_joined():
    found = read(
        f"\ufeffWEBVTT\n\n{ID}/5-0\n00:00:04.000 --> 00:00:06.000\n"
        "<v Amara Okafor>Good morning,\neveryone.</v>\n\n"
        f"{ID}/12-0\n00:00:07.000 --> 00:00:08.000\n<v Ben>Hello.</v>\n"
    )

    assert said(found) == [
        ("Amara Okafor", "Good morning, everyone."),
        ("Ben", "Hello."),
    ]


def test_two_voices_in_one_cue_share_its_time_by_letters():
    found = read(
        "WEBVTT\n\n00:00:00.000 --> 00:00:10.000\n<v Amara>abcdef</v> <v Ben>gh ij</v>"
    )

    assert said(found) == [("Amara", "abcdef"), ("Ben", "gh ij")]
    assert times(found) == [(0.0, 5.455), (5.455, 10.0)]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("<v.loud Amara>", "Amara"),
        ("<V Amara>", "Amara"),
        ("<v O&#39;Neill, Amara (External)>", "O'Neill, Amara (External)"),
        ("<v R&amp;D: Amara | Leeds>", "R&D: Amara | Leeds"),
    ],
)
def test_voice_tags_come_in_many_shapes(tag, name):
    found = read(f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{tag}Here is one: yes.</v>")

    assert said(found) == [(name, "Here is one: yes.")]


def test_a_voice_tag_without_a_name_is_nobody():
    found = read("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v >Hello there.</v>")

    assert said(found) == [("", "Hello there.")]


def test_teams_and_zoom_tell_the_same_of_one_meeting():
    assert said(sample("contact_centre.teams.vtt")) == said(
        sample("contact_centre.zoom.vtt")
    )


def test_a_damaged_time_says_where():
    with pytest.raises(Unreadable) as problem:
        read(f"WEBVTT\n\n{ID}/5-0\n00:00:x4.000 --> 00:00:06.000\n<v Ben>Hello.</v>\n")

    assert problem.value.line == 4
