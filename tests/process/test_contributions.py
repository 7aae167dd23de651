"""What is said, by whom, when (INV-3, INV-4, INV-5, INV-6, INV-14)."""

import pytest

from askwell.process import FORMATS, Reason, view
from askwell.process.choices import Place
from askwell.process.commands import (
    Arrive,
    Contribute,
    GiveTurn,
    IncludePerson,
    Keep,
    LowerHand,
    Open,
    PutAside,
    RaiseHand,
    Star,
    SwitchRole,
    TakeBack,
    Undo,
)
from askwell.process.formats.shape import Role
from askwell.process.kinds import IDEA
from process.room import FACILITATOR, brief, convened, gathered, in_slot


def test_what_others_say_does_not_become_an_action():
    """INV-3."""
    room = in_slot("ana", "experience")

    room.say("ben", "offer", words="I could lend you my rota sheet.")

    assert room.state.actions == {}


def test_an_offer_becomes_the_presenters_only_by_keeping_it():
    """INV-3."""
    room = in_slot("ana", "experience")
    offer = room.say("ben", "offer", words="I could lend you my rota sheet.")

    refused = room.refused(Keep, "ben", contribution=offer)
    room.do(Keep, "ana", contribution=offer)

    assert refused.reason is Reason.ONLY_PRESENTER
    assert room.state.contributions[offer].kept


@pytest.mark.parametrize(
    "script",
    [fmt.script() for fmt in FORMATS if fmt.script().action_learning],
    ids=lambda script: script.format,
)
def test_no_action_learning_format_welcomes_advice(script):
    """INV-4."""
    welcoming = [
        (phase.name, role)
        for phase in script.phases
        for role in Role
        if phase.welcomes(role, IDEA)
    ]

    assert welcoming == []


def test_advice_is_refused_and_its_author_keeps_the_words():
    """INV-4."""
    room = in_slot("ana", "explore")

    refused = room.refused(Contribute, "ben", kind="idea", words="Hire a temp.")

    assert refused.reason is Reason.KIND_NEVER
    assert refused.kinds == ("open_question", "observation")


def test_phase_role_and_kind_must_be_in_the_formats_table():
    """INV-5."""
    room = in_slot("ana", "clarify")

    refused = room.refused(Contribute, "ben", kind="open_question", words="What for?")
    room.say("ben", "clarifying_question", words="Who signed it off?")

    assert refused.reason is Reason.KIND_NOT_NOW
    assert (refused.phase, refused.phases) == ("clarify", ("explore",))


def test_only_the_presenter_answers():
    """INV-5."""
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What for?")

    refused = room.refused(Contribute, "chloe", kind="answer", to=question)
    answer = room.say("ana", "answer", words="I am not sure.", to=question)

    assert refused.reason is Reason.ONLY_PRESENTER
    assert refused.people == ("ana",)
    assert room.state.contributions[question].answers == (answer,)


def test_a_closed_question_is_legal_where_questions_are():
    """INV-5."""
    room = in_slot("ana", "explore")

    room.say("ben", "closed_question", words="Does she know?")

    assert len(room.state.contributions) == 1


def test_an_answer_belongs_to_a_question_of_the_same_slot():
    """INV-5."""
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What for?")
    room.go_to("learning_round")
    room.present("dev")
    room.go_to("explore")

    refused = room.refused(Contribute, "dev", kind="answer", to=question)

    assert refused.reason is Reason.NO_SUCH_THING


def test_in_silence_nobody_contributes():
    """INV-5."""
    room = in_slot("ana", "silence")

    assert room.refused(Contribute, "ben", kind="open_question").kinds == ()


def test_experience_waits_for_its_round_and_asks_no_reply():
    """INV-6."""
    room = in_slot("ana", "explore")

    early = room.refused(Contribute, "ben", kind="experience", words="I once …")
    room.go_to("experience")
    told = room.say("ben", "experience", words="I once told my team too late.")
    reply = room.refused(Contribute, "ana", kind="answer", to=told)

    assert early.phases == ("experience",)
    assert reply.reason is Reason.KIND_NOT_NOW


def test_strict_leaves_no_room_for_experience():
    """INV-6."""
    room = in_slot("ana", "explore", brief(options={"strict": True}))

    refused = room.refused(Contribute, "ben", kind="experience", words="I once …")

    assert refused.reason is Reason.KIND_NEVER


def test_the_facilitator_keeps_out_of_the_content():
    """INV-14."""
    room = in_slot("ana", "explore")

    refused = room.refused(Contribute, FACILITATOR, kind="open_question", words="Why?")
    room.say(FACILITATOR, "intervention", words="What question is behind that?")

    assert refused.reason is Reason.FACILITATOR_KEEPS_OUT


def test_the_facilitator_may_join_in_visibly():
    """INV-14."""
    room = in_slot("ana", "explore")

    room.do(SwitchRole, FACILITATOR, as_member=True)
    room.say(FACILITATOR, "open_question", words="What would be enough?")

    assert room.state.facilitator_as_member


def test_one_tap_notes_that_somebody_asked():
    room = in_slot("ana", "explore")

    number = room.say("chloe", "open_question", speaker="ben")

    noted = room.state.contributions[number]
    assert (noted.person, noted.noted_by, noted.words) == ("ben", "chloe", None)


def test_nobody_jots_what_is_personal():
    room = in_slot("ana", "reflect_and_act")

    for kind in ("learning", "action"):
        refused = room.refused(
            Contribute, FACILITATOR, kind=kind, speaker="ana", words="I shall ring him."
        )
        assert refused.reason is Reason.NOT_FOR_ANOTHER


@pytest.mark.parametrize(
    ("phase", "kind", "of"),
    [
        ("present", "story", "ana"),
        ("explore", "answer", "ana"),
        ("explore", "intervention", FACILITATOR),
    ],
)
def test_nobody_puts_words_into_the_mouth_of_somebody_who_could_write(phase, kind, of):
    """INV-1: that it was said may be noted, the words are their own."""
    room = in_slot("ana", phase)

    refused = room.refused(Contribute, "ben", kind=kind, speaker=of, words="Not mine.")
    room.say("ben", kind, speaker=of)

    assert refused.reason is Reason.NOT_FOR_ANOTHER


def test_the_key_question_is_worded_by_the_presenter_alone():
    """INV-1."""
    room = in_slot("ana", "key_question", brief(format="kollegiale_beratung"))
    number = room.say("ana", "key_question", words="How do I say no?")

    room.refused(
        Contribute, "ben", kind="key_question", speaker="ana", words="Should I go?"
    )
    asked = room.state.topic.question
    room.do(TakeBack, "ana", contribution=number)

    assert asked == "How do I say no?"
    assert room.state.topic.question is None


def test_a_members_answer_is_to_a_question_of_somebody_else():
    """INV-4: without one it would be telling."""
    room = in_slot("ana", "question_solution", brief(format="wial_coached"))
    own = room.say("ben", "open_question", words="What would you keep?")
    asked = room.say("ana", "open_question", words="What did you do, Ben?")

    for to in (None, own):
        refused = room.refused(
            Contribute, "ben", kind="answer", words="You should go.", to=to
        )
        assert (refused.reason, refused.kind) == (Reason.KIND_NOT_NOW, "answer")
    told = room.say("ben", "answer", words="I left it for a week.", to=asked)

    room.refused(Contribute, "chloe", kind="answer", words="So did I.", to=told)


def test_the_facilitator_notes_for_whoever_has_no_device():
    room = convened()
    for person in (FACILITATOR, "ben", "chloe"):
        room.do(Arrive, person)
    room.do(IncludePerson, FACILITATOR, person="ana")
    room.do(Open, FACILITATOR)
    room.present("ana")
    room.go_to("reflect_and_act")

    refused = room.refused(
        Contribute, "ben", kind="action", speaker="ana", words="Ring him."
    )
    room.do(Contribute, FACILITATOR, kind="action", speaker="ana", words="Ring him.")

    (noted,) = room.state.actions.values()
    assert refused.reason is Reason.NOT_FOR_ANOTHER
    assert (noted.owner, noted.noted_by) == ("ana", FACILITATOR)


def test_words_are_refused_where_nothing_is_written_down():
    room = gathered(brief(format="troika", facilitator=None))
    room.do(Open, "ana")
    room.go_to("consult", by="ana")
    adviser = next(p for p in room.state.members if p != room.state.presenter)

    refused = room.refused(Contribute, adviser, kind="idea", words="Try mornings.")
    room.say(adviser, "idea")

    assert refused.reason is Reason.SPOKEN_ONLY


def test_a_jot_made_by_mistake_is_taken_back():
    room = in_slot("ana", "explore")
    number = room.say("chloe", "open_question", speaker="ben")

    refused = room.refused(TakeBack, "dev", contribution=number)
    room.do(TakeBack, "chloe", contribution=number)

    assert refused.reason is Reason.ONLY_AUTHOR
    assert room.state.contributions_in(room.state.slot.number) == ()


def test_the_presenter_stars_what_shifted_their_thinking():
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What are you assuming?")

    refused = room.refused(Star, "ben", contribution=question)
    room.do(Star, "ana", contribution=question)

    assert refused.reason is Reason.ONLY_PRESENTER
    assert room.state.contributions[question].starred


def test_a_question_is_set_aside_for_the_presenters_eyes_only():
    room = in_slot("ana", "explore")
    question = room.say("ben", "open_question", words="What are you assuming?")

    room.do(PutAside, "ana", contribution=question, place=Place.PARKED)

    assert view(room.state, "ana").contributions[question].place is Place.PARKED
    assert view(room.state, "ben").contributions[question].place is Place.OPEN


def test_those_who_have_spoken_least_come_first():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What for?")
    room.do(RaiseHand, "ben")
    room.do(RaiseHand, "chloe")
    room.do(RaiseHand, "dev")

    assert [hand.person for hand in room.state.queue] == ["chloe", "dev", "ben"]


def test_the_hand_of_whoever_has_asked_comes_down():
    room = in_slot("ana", "explore")
    room.do(RaiseHand, "ben")
    room.do(RaiseHand, "chloe")

    room.do(Contribute, "ben", kind="open_question", words="What for?")

    assert [hand.person for hand in room.state.hands] == ["chloe"]


def test_the_facilitator_may_choose_somebody_else():
    room = in_slot("ana", "explore")
    room.do(RaiseHand, "chloe")
    room.do(RaiseHand, "dev")

    room.do(GiveTurn, FACILITATOR, person="dev")

    assert room.state.course.floor == "dev"
    assert [hand.person for hand in room.state.hands] == ["chloe"]


def test_a_turn_given_by_mistake_is_undone_and_the_hand_is_up_again():
    room = in_slot("ana", "explore")
    room.do(RaiseHand, "chloe")
    room.do(GiveTurn, FACILITATOR, person="chloe")

    room.do(Undo, FACILITATOR)

    assert room.state.course.floor is None
    assert [hand.person for hand in room.state.hands] == ["chloe"]


def test_members_do_not_lower_each_others_hands():
    room = in_slot("ana", "explore")
    room.do(RaiseHand, "chloe")

    refused = room.refused(LowerHand, "ben", speaker="chloe")
    room.do(LowerHand, FACILITATOR, speaker="chloe")

    assert refused.reason is Reason.NOT_FOR_ANOTHER
    assert room.state.hands == ()
