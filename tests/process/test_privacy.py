"""What each person may see (INV-24), and how meetings are counted (INV-27)."""

import pytest

from askwell.process import Reason, format_named, sees, view
from askwell.process.choices import PulseWord
from askwell.process.commands import (
    AnswerPulse,
    Cast,
    CheckAgreement,
    ClosePulse,
    Contribute,
    IncludePerson,
    Leave,
    OpenPulse,
    PlaceBid,
    ReadStatements,
    WithdrawTopic,
    WriteNote,
)
from askwell.process.events import dump
from askwell.process.people import Casting
from process.room import FACILITATOR, MEMBERS, brief, in_slot, opened


def test_a_private_note_is_seen_by_its_author_alone():
    """INV-24."""
    room = opened()
    (written,) = room.do(WriteNote, "ana", words="I do not trust him yet.")

    everybody = (*MEMBERS, FACILITATOR, None)

    note = room.state.notes[written.number]
    assert [v for v in everybody if sees(room.state, v, note)] == ["ana"]
    assert [v for v in everybody if view(room.state, v).notes] == ["ana"]


def test_another_persons_note_answers_like_one_that_does_not_exist():
    """INV-24."""
    room = opened()
    (written,) = room.do(WriteNote, "ana", words="I do not trust him yet.")

    theirs = room.refused(WriteNote, "ben", words="Me neither.", note=written.number)
    nobodys = room.refused(WriteNote, "ben", words="Me neither.", note=999)

    assert theirs == nobodys


def test_a_note_is_written_anew_in_its_place():
    """INV-24."""
    room = opened()
    (written,) = room.do(WriteNote, "ana", words="I do not trust him.")

    room.do(WriteNote, "ana", words="I do not trust him yet.", note=written.number)

    (note,) = room.state.notes.values()
    assert (note.number, note.words) == (written.number, "I do not trust him yet.")


def test_statements_stay_hidden_until_they_are_read_aloud():
    room = in_slot("ana", "problem_check", brief(format="wial_coached"))
    number = room.say("ben", "problem_statement", words="Nobody owns the night.")

    before = view(room.state, "chloe").contributions[number].words
    room.do(ReadStatements, FACILITATOR)
    room.do(CheckAgreement, FACILITATOR, agreed=True)

    assert before is None
    assert view(room.state, "chloe").contributions[number].words == (
        "Nobody owns the night."
    )
    assert room.state.topic.agreed


def test_the_secretarys_list_is_for_the_presenter():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))
    room.do(Cast, FACILITATOR, part=Casting.SECRETARY, person="ben")
    number = room.say("ben", "idea", words="Begin with the smallest site.")

    heard = {
        person: view(room.state, person).contributions[number].words is not None
        for person in (*MEMBERS, FACILITATOR, None)
    }

    assert [person for person, hears in heard.items() if hears] == ["ana", "ben"]


def test_the_list_of_a_slot_that_is_over_is_not_for_the_next_secretary():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))
    room.do(Cast, FACILITATOR, part=Casting.SECRETARY, person="ben")
    number = room.say("ben", "idea", words="Begin with the smallest site.")
    room.go_to("close_case")
    room.wait(1)
    room.present("dev")

    room.do(Cast, FACILITATOR, part=Casting.SECRETARY, person="chloe")

    assert view(room.state, "chloe").contributions[number].words is None
    assert view(room.state, "ana").contributions[number].words


def test_a_topic_taken_back_is_read_nowhere_any_more():
    """INV-22."""
    room = opened()
    room.do(PlaceBid, "ana", headline="My manager", urgency=2)
    room.present("ana")
    number = room.say("ana", "story", words="She asked me to sign it.")

    room.do(WithdrawTopic, "ana")

    for person in ("ben", FACILITATOR, None):
        seen = view(room.state, person)
        assert seen.bids["ana"].headline is None
        assert seen.contributions[number].words is None
    assert view(room.state, "ana").contributions[number].words


def test_by_which_name_a_topic_is_kept_only_its_owner_sees():
    room = opened()
    room.do(PlaceBid, "ana", headline="My manager", topic_id="7f3a")
    room.present("ana")

    for person in ("ben", FACILITATOR, None):
        seen = view(room.state, person)
        assert seen.bids["ana"].topic_id is None
        assert seen.topic.topic_id is None
    assert view(room.state, "ana").bids["ana"].topic_id == "7f3a"
    assert view(room.state, "ana").topic.topic_id == "7f3a"


def test_nobody_says_for_another_which_of_their_topics_it_is():
    room = opened()
    room.do(Leave, "ana")
    room.do(IncludePerson, FACILITATOR, person="ana")

    room.do(PlaceBid, FACILITATOR, speaker="ana", headline="Mine", topic_id="7f3a")

    assert room.state.bids["ana"].headline == "Mine"
    assert room.state.bids["ana"].topic_id is None


def test_what_a_pulse_asks_is_kept_among_the_words():
    room = opened()

    (pulse,) = room.do(OpenPulse, FACILITATOR, about="How safe did you feel?")

    assert dump(pulse).words == {"about": "How safe did you feel?"}


def test_a_pulse_shows_one_word_once_it_is_closed_and_four_have_answered():
    room = opened()
    (pulse,) = room.do(OpenPulse, FACILITATOR, about="safety")
    for person, value in zip(MEMBERS, (6, 6, 7, 4), strict=True):
        room.do(AnswerPulse, person, pulse=pulse.number, value=value)

    before = view(room.state, "ana").pulses[pulse.number]
    room.do(ClosePulse, FACILITATOR, pulse=pulse.number)
    after = view(room.state, "ana").pulses[pulse.number]

    assert (before.word, before.answered, before.answers) == (None, 4, {"ana": 6})
    assert (after.word, after.answers) == (PulseWord.HIGH, {"ana": 6})


def test_three_answers_are_too_few_to_show():
    room = opened()
    (pulse,) = room.do(OpenPulse, FACILITATOR, about="safety")
    for person in MEMBERS[:3]:
        room.do(AnswerPulse, person, pulse=pulse.number, value=2)

    room.do(ClosePulse, FACILITATOR, pulse=pulse.number)

    assert room.state.pulses[pulse.number].word is None
    assert room.refused(
        AnswerPulse, MEMBERS[3], pulse=pulse.number, value=2
    ).reason is (Reason.PULSE_CLOSED)


def test_words_that_are_too_long_are_refused_whole():
    room = in_slot("ana", "explore")

    refused = room.refused(Contribute, "ben", kind="open_question", words="x" * 4001)

    assert (refused.reason, refused.limit) == (Reason.WORDS_TOO_LONG, 4000)


@pytest.mark.parametrize(
    ("name", "options", "counting"),
    [
        ("classic_uk", {}, "action_learning"),
        ("troika", {}, "peer_consultation"),
        ("kollegiale_beratung", {}, "peer_consultation"),
        ("reflecting_team", {}, "action_learning"),
        ("reflecting_team", {"reflecting": "original"}, "peer_consultation"),
        ("mastermind", {}, "peer_advice"),
    ],
)
def test_what_is_not_action_learning_is_counted_apart(name, options, counting):
    """INV-27."""
    room = opened(brief(format=name, options=options))

    assert room.state.script.counting == counting
    assert format_named(name).script(options).counting == counting
