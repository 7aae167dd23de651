"""A transcript is weighed: talk time, asking and telling, pauses, what went well."""

import csv
import json
from collections import Counter

import pytest

from askwell.coach import Role, TurnKind
from askwell.transcripts import weigh
from askwell.transcripts.report import Praise
from transcripts.written import SAMPLES, read, sample

FORMATS = ["contact_centre.zoom.vtt", "contact_centre.teams.vtt", "contact_centre.srt"]
EXPECTED = json.loads((SAMPLES / "contact_centre.expected.json").read_text())


def gold() -> list[dict[str, str]]:
    with (SAMPLES / "contact_centre.gold.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def vtt(*cues: tuple[float, float, str]) -> str:
    return "WEBVTT\n\n" + "\n".join(
        f"00:{int(start) // 60:02}:{start % 60:06.3f} --> "
        f"00:{int(end) // 60:02}:{end % 60:06.3f}\n{words}\n"
        for start, end, words in cues
    )


@pytest.mark.parametrize("name", FORMATS)
def test_talk_shares_are_those_of_an_independent_count(name):
    report = weigh(sample(name))

    whole = sum(EXPECTED["seconds_by_speaker"].values())
    for person in report.people:
        expected = EXPECTED["seconds_by_speaker"][person.name]
        assert person.seconds == pytest.approx(expected, abs=0.01)
        assert person.share == pytest.approx(expected / whole, abs=0.001)
    for role in report.roles:
        assert role.seconds == pytest.approx(
            EXPECTED["seconds_by_role"][role.role.value], abs=0.01
        )


@pytest.mark.parametrize("name", FORMATS)
def test_turns_and_sentences_are_those_a_person_would_find(name):
    report = weigh(sample(name))

    assert (report.turns, report.sentences) == (30, 38)


def test_words_alone_come_near_to_the_talk_shares():
    said = sample("contact_centre.zoom.vtt").cues
    text = "\n".join(f"{cue.speaker}: {cue.text}" for cue in said)

    report = weigh(read(text, "m.txt"))

    whole = sum(EXPECTED["seconds_by_speaker"].values())
    for person in report.people:
        expected = EXPECTED["seconds_by_speaker"][person.name] / whole
        assert person.share == pytest.approx(expected, abs=0.05)


def test_kinds_are_mostly_those_a_person_heard():
    report = weigh(sample("contact_centre.zoom.vtt"))

    heard = Counter[str]()
    for role in report.roles:
        heard.update({kind.value: count for kind, count in role.kinds.items()})
    expected = Counter(row["kind"] for row in gold())
    assert (heard & expected).total() >= 0.8 * expected.total()


def test_every_figure_says_how_it_was_got_and_what_it_cannot_tell():
    report = weigh(sample("contact_centre.zoom.vtt"))

    assert all(each.how and each.cannot_tell for each in report.figures)
    assert all(each.how and each.cannot_tell for each in report.notes)


def test_equal_turns_are_one_and_one_sided_turns_are_less():
    even = weigh(read("Amara: Hm.\nBen: Hm.\n" * 4, "m.txt"))
    uneven = weigh(read("Amara: A.\nBen: B.\nAmara: C.\nCy: D.\n" * 4, "m.txt"))
    alone = weigh(read("Amara: Hm.\n", "m.txt"))

    assert even.figure("turn_equality").value == pytest.approx(1)
    assert uneven.figure("turn_equality").value == pytest.approx(1 - 1 / 6)
    assert alone.figure("turn_equality").value is None


def test_quiet_after_a_question_is_time_to_think():
    report = weigh(
        read(
            vtt(
                (0, 2, "Ben: What matters most to you?"),
                (6, 20, "Amara: I never asked my team what they feared."),
                (21, 23, "Ben: What stopped you?"),
                (24, 40, "Amara: I was afraid of what I would hear."),
                (41, 43, "Ben: What would help?"),
                (90, 99, "Amara: My break is over now."),
            )
        ),
        roles={"Amara": "presenter"},
    )

    assert report.figure("wait_time").value == 2.5
    assert report.figure("silences").value == 1
    [silence] = [each for each in report.strengths if each.praise is Praise.SILENCE]
    assert (silence.at, silence.words) == (0, "What matters most to you?")


def test_questions_in_one_breath_are_stacked():
    report = weigh(
        read(
            vtt(
                (0, 4, "Ben: Who decides here? What do they want? Right?"),
                (6, 20, "Amara: I wish I knew."),
                (21, 23, "Ben: What have you tried?"),
                (26, 28, "Ben: What came of it?"),
                (29, 30, "Amara: I do not know."),
            )
        ),
        roles={"Amara": "presenter"},
    )

    assert [(each.at, each.words) for each in report.stacked] == [
        (0, "Who decides here? What do they want?")
    ]


def test_a_presenter_never_advises_and_is_never_coached():
    report = weigh(
        read("Ben: What now?\nAmara: You should just sell it. You must!\n", "m.txt"),
        roles={"Amara": "presenter", "Ben": "member"},
    )

    [amara] = [each for each in report.people if each.name == "Amara"]
    assert (amara.kinds[TurnKind.ADVICE], report.moments) == (0, ())


def test_moments_are_few_nameless_and_not_all_of_one_person():
    advice = [
        f"{name}: You should sell the {thing}.\n"
        for thing in ("house", "car", "dog", "boat", "farm")
        for name in ("Ben", "Cy", "Di", "Eve", "Flo")
    ]
    report = weigh(read("Amara: I am lost.\n" + "".join(advice), "m.txt"))

    assert len(report.moments) == 7
    assert all("could be heard as" in each.hint for each in report.moments)
    assert not any(hasattr(each, "speaker") for each in report.moments)
    said = Counter(
        line.split(":")[0]
        for line in advice
        for each in report.moments
        if line.strip().endswith(each.words)
    )
    assert len(said) >= 4


def test_moments_are_of_what_was_said_to_the_presenter():
    greeting = "Cy: You should sit down here.\nBen: Yes.\nCy: You must have tea.\n"
    report = weigh(
        read(
            greeting + "Di: Oh.\nBen: Well.\nAmara: I am lost.\n"
            "Ben: You should sell the house now.\nAmara: No.\n",
            "m.txt",
        ),
        roles={"Amara": "presenter"},
    )

    assert [each.words for each in report.moments] == ["You should sell the house now."]


def test_reflections_in_the_presenters_words_went_well():
    report = weigh(
        read(
            "Amara: I felt stranded when the depot closed.\n"
            "Ben: So you felt stranded when it closed.\n"
            "Amara: Yes.\nCy: So it goes.\n",
            "m.txt",
        ),
        roles={"Amara": "presenter"},
    )

    praised = [each for each in report.strengths if each.praise is Praise.REFLECTION]
    assert [each.words for each in praised] == ["So you felt stranded when it closed."]


def test_the_timeline_holds_every_second_and_every_question():
    report = weigh(sample("contact_centre.zoom.vtt"))

    seconds = sum(sum(each.seconds.values()) for each in report.timeline)
    members = [each for each in report.roles if each.role is not Role.PRESENTER]
    asked = sum(
        each.kinds[kind] for each in members for kind in TurnKind if "question" in kind
    )
    assert seconds == pytest.approx(report.spoken)
    assert sum(each.asked for each in report.timeline) == asked
    assert (report.timeline[0].start, report.timeline[-1].end) == (
        report.start,
        report.end,
    )
    assert len(report.timeline) <= 60
