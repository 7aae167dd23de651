"""What each pair of eyes sees of what the set allows, and of what is counted."""

import pytest

from askwell.coach import TurnKind
from askwell.process import commands as ask
from askwell.process.choices import HeardAs
from askwell.process.listening import IN_STEPS_OF, Turn
from askwell.process.people import Belonging
from askwell.web.meetings import screens
from process.room import (
    FACILITATOR,
    MEMBERS,
    Room,
    attendee,
    brief,
    convened,
    in_slot,
    opened,
)
from process.test_listening import count, heard, listening
from process.test_uses import everybody_allows
from web.meetings.eyes import viewer
from web.meetings.test_screens import page_of, shown

EVERYBODY = (*MEMBERS, FACILITATOR)
ASKS = "Ben asks whether live captions may be read in this meeting."
HINT = "Your last words could be heard as advice. What question is behind it?"
TAKE_BACK = "Take my yes back"


def asked(use: str = "captions") -> Room:
    room = in_slot("ana", "explore")
    room.do(ask.Allow, "ben", use=use, allows=True)
    return room


def writing(*words: str) -> Room:
    """Members take turns to write, while all let the numbers be seen."""
    room = everybody_allows(in_slot("ana", "explore"), "shares")
    for number, said in enumerate(words):
        speaker = ("ben", "chloe", "dev")[number % 3]
        room.say(speaker, "open_question", words=said)
    return room


# Asking, and saying no


def test_the_question_comes_to_all_with_what_is_read_seen_and_kept():
    """INV-20."""
    room = asked()

    for person in ("ana", "chloe", "dev", FACILITATOR):
        said = shown(room, person, "uses")
        assert ASKS in said
        for heading in ("What is read", "Who sees it", "What is kept"):
            assert heading in said
        assert "1 of 5 has said yes." in said
    assert shown(room, "ben", "uses") == ""


def test_anybody_here_may_ask():
    watching = attendee("zuri", belonging=Belonging.OBSERVER)
    room = opened(brief(*(attendee(each) for each in MEMBERS), watching))

    for person in (*EVERYBODY, "zuri"):
        assert shown(room, person, "coach").count("Ask the set") == 2


def test_the_shared_screen_says_what_is_on_and_asks_nobody():
    room = asked()

    before = shown(room, "ana", "uses", shared=True)
    everybody_allows(room, "captions")
    page = page_of(room, "ana", shared=True)

    assert before == ""
    assert "On: Live captions are read by the coach." in page.text
    assert page.acts() == set()


def test_whoever_has_said_yes_can_take_it_back_wherever_they_are():
    """INV-20: in silence too."""
    room = everybody_allows(asked(), "captions")
    room.go_to("silence")

    for person in EVERYBODY:
        assert TAKE_BACK in shown(room, person, "uses")


def test_after_a_no_it_is_off_for_all_and_nobody_reads_whose_it_was():
    """INV-20."""
    room = everybody_allows(asked(), "captions")
    room.do(ask.Allow, "dev", use="captions", allows=False)

    pages = {person: shown(room, person, "coach") for person in EVERYBODY}

    assert len(set(pages.values())) == 1
    assert "Somebody would rather not." in pages["dev"]
    assert all(shown(room, person, "uses") == "" for person in EVERYBODY)


def test_the_facilitator_notes_a_yes_for_somebody_without_a_device():
    room = convened(brief(*(attendee(each) for each in (*MEMBERS, "zuri"))))
    for person in EVERYBODY:
        room.do(ask.Arrive, person)
    room.do(ask.IncludePerson, FACILITATOR, person="zuri")
    room.do(ask.Allow, "ben", use="captions", allows=True)

    asking = [p for p in EVERYBODY if "Zuri says yes" in shown(room, p, "coach")]
    room.do(ask.Allow, FACILITATOR, speaker="zuri", use="captions", allows=True)

    assert asking == [FACILITATOR]
    assert "Zuri says yes" not in shown(room, FACILITATOR, "coach")


def test_where_advice_is_welcome_nobody_is_told_of_numbers_of_it():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))
    room.do(ask.Allow, "ben", use="shares", allows=True)

    assert "could be heard as advice" not in shown(room, "chloe", "uses")
    assert "Advice" not in shown(room, FACILITATOR, "tally")


# What the coach has for one person


def test_a_hint_is_drawn_for_whoever_spoke_alone():
    room = heard(listening(), "ben", HeardAs.ADVICE)

    seeing = [p for p in EVERYBODY if HINT in page_of(room, p).text]

    assert seeing == ["ben"]
    assert HINT not in page_of(room, "ben", shared=True).text


def test_a_hint_reaches_no_screen_but_its_own():
    room = listening()
    turn = Turn(person="ben", heard_as=HeardAs.LEADING_QUESTION)
    events = room.do(ask.Hear, FACILITATOR, turns=(turn,))

    names = room.state.people
    drawn = {
        person: [
            each.target
            for each in screens.draw(events, room.state, viewer(person, names))
        ]
        for person in EVERYBODY
    }

    assert drawn == {
        "ana": [],
        "ben": ["hint"],
        "chloe": [],
        "dev": [],
        FACILITATOR: ["moment", "shares"],
    }


def test_dismissed_means_dismissed_for_this_meeting():
    room = heard(listening(), "ben", HeardAs.ADVICE)

    room.do(ask.HushCoach, "ben")
    heard(room, "ben", HeardAs.ADVICE)

    assert shown(room, "ben", "hint") == ""


# The tally


def test_only_whoever_facilitates_has_the_buttons_and_the_numbers():
    room = count(in_slot("ana", "explore"), *(HeardAs.ADVICE,) * IN_STEPS_OF)

    assert "Advice5" in shown(room, FACILITATOR, "tally")
    for person in MEMBERS:
        assert shown(room, person, "tally") == ""
        assert "tallies" not in page_of(room, person).acts()


def test_each_button_counts_what_it_says():
    room = in_slot("ana", "explore")
    tally = page_of(room, FACILITATOR).find("tally-form")

    buttons = {
        button.text_content().strip(): button.get("value")
        for button in tally.iter("button")
    }

    assert buttons == {
        "Open question": "open_question",
        "Closed question": "closed_question",
        "Advice as a question": "leading_question",
        "Advice": "advice",
        "Reflection": "reflection",
        "Experience": "sharing",
    }


def test_the_set_reads_the_count_once_it_is_shown():
    room = in_slot("ana", "explore")
    count(room, *(HeardAs.OPEN_QUESTION,) * 4, HeardAs.ADVICE)
    room.do(ask.ShowTally, FACILITATOR, slot=room.state.slot.number)

    said = "Of 5 turns: 4 open questions, 1 could be heard as advice."
    for person in MEMBERS:
        assert said in shown(room, person, "tally")
    eyes = viewer("ana", room.state.people)
    (counted,) = screens.review(room.state, eyes).counted
    assert (counted.presenter, counted.sentence) == ("Ana", said)


def test_a_count_that_goes_on_once_shown_tells_of_no_single_turn():
    room = count(in_slot("ana", "explore"), *(HeardAs.OPEN_QUESTION,) * 5)
    room.do(ask.ShowTally, FACILITATOR, slot=room.state.slot.number)
    before = shown(room, "dev", "tally")

    count(room, HeardAs.ADVICE)

    assert shown(room, "dev", "tally") == before
    count(room, *(HeardAs.OPEN_QUESTION,) * 4)
    said = "Of 10 turns: 9 open questions, 1 could be heard as advice."
    assert said in shown(room, "dev", "tally")


def test_a_count_adds_up():
    counts = (HeardAs.OPEN_QUESTION, HeardAs.REFLECTION, HeardAs.SHARING)
    room = count(in_slot("ana", "explore"), *counts, *(HeardAs.CLOSED_QUESTION,) * 2)
    room.do(ask.ShowTally, FACILITATOR, slot=room.state.slot.number)

    said = "Of 5 turns: 1 open question, 2 closed questions, 2 of other kinds."
    assert said in shown(room, "ben", "tally")


def test_whoever_facilitates_is_led_on_to_where_captions_are_passed_on():
    room = everybody_allows(asked(), "captions")

    led = [p for p in EVERYBODY if "Pass captions on" in shown(room, p, "uses")]

    assert led == [FACILITATOR]


def test_what_was_not_shown_is_not_in_the_sets_review():
    room = count(in_slot("ana", "explore"), *(HeardAs.ADVICE,) * IN_STEPS_OF)

    eyes = viewer("ana", room.state.people)

    assert screens.review(room.state, eyes).counted == []


# Numbers of what was read


def test_whatever_the_coach_reads_can_be_counted():
    assert {each.value for each in HeardAs} == {each.value for each in TurnKind}


def test_numbers_are_drawn_for_whoever_facilitates_while_all_allow_it():
    """INV-20."""
    room = writing(*("What matters to you?",) * 4, "You should ring her.")

    assert "Written Of 5 turns: 4 open questions, 1 could be heard as advice." in shown(
        room, FACILITATOR, "shares"
    )
    for person in MEMBERS:
        assert shown(room, person, "shares") == ""
    room.do(ask.Allow, "dev", use="shares", allows=False)
    assert shown(room, FACILITATOR, "shares") == ""


def test_numbers_wait_for_enough_turns_by_enough_people():
    few = "Written Too few turns so far to say anything about the set."
    room = writing(*("What matters to you?",) * 4)
    alone = everybody_allows(in_slot("ana", "explore"), "shares")
    for _ in range(IN_STEPS_OF):
        alone.say("ben", "open_question", words="What matters to you?")

    assert few in shown(room, FACILITATOR, "shares")
    assert few in shown(alone, FACILITATOR, "shares")


def test_a_turn_more_changes_no_number_before_there_are_five_more():
    room = writing(*("What matters to you?",) * 5)
    before = shown(room, FACILITATOR, "shares")

    room.say("ben", "open_question", words="You should ring her.")

    assert shown(room, FACILITATOR, "shares") == before


def test_who_is_not_here_any_more_has_not_been_asked_and_is_not_read():
    """INV-20."""
    room = writing(*("What matters to you?",) * 5)
    room.do(ask.Leave, "ben")

    assert "Too few turns" in shown(room, FACILITATOR, "shares")


def test_a_number_shown_before_tells_nothing_of_who_has_gone():
    """Shown once with their turns and once without, it would tell how they asked."""
    room = writing(*("What matters to you?",) * 10)
    room.say("ben", "open_question", words="You should ring her.")
    for _ in range(4):
        room.say("chloe", "open_question", words="What matters to you?")

    room.do(ask.Leave, "ben")

    assert "Too few turns" in shown(room, FACILITATOR, "shares")


def test_the_presenters_words_are_not_counted():
    room = writing(*("What matters to you?",) * 4)
    room.say("ana", "answer", words="You should ask somebody else.")

    assert "Too few turns" in shown(room, FACILITATOR, "shares")


@pytest.mark.parametrize("person", ["ana", "ben", FACILITATOR])
def test_nobody_elses_yes_is_on_anybodys_page(person):
    """INV-20: with Chloe's yes the page is the same as with Dev's."""
    one, other = asked(), asked()
    one.do(ask.Allow, "chloe", use="captions", allows=True)
    other.do(ask.Allow, "dev", use="captions", allows=True)

    for region in ("uses", "coach", "people"):
        assert shown(one, person, region) == shown(other, person, region)
