"""The question loop: one's own questions, for oneself alone."""

import pytest

from askwell import coach
from askwell.coach import Reading, Subtype, TurnKind
from askwell.process import commands as ask
from askwell.process.choices import Place
from askwell.web.learning import queries
from askwell.web.learning.queries.heard import Heard, Sort
from askwell.web.learning.screens import chart
from askwell.web.meetings import memory
from askwell.web.meetings.models import Meeting
from factories import NOON, signed_in
from web.learning.held import CLARIFYING, OPEN_QUESTION, OTHER, a_set_that_meets
from web.meetings.rooms import a_token

pytestmark = pytest.mark.django_db

PAGE = "/record/questions/"


@pytest.fixture
def thursday():
    memory._known.clear()
    return a_set_that_meets()


def test_i_see_which_of_my_questions_were_starred(thursday):
    thursday.whole()

    page = signed_in(thursday.ben).get(PAGE).text

    assert OPEN_QUESTION in page


def test_i_see_nobody_elses_and_nobody_else_sees_mine(thursday):
    thursday.whole()

    for person in (thursday.ana, thursday.chi, thursday.dan):
        assert OPEN_QUESTION not in signed_in(person).get(PAGE).text


def test_it_never_says_who_starred_or_whose_topic_it_was(thursday):
    thursday.whole()

    page = signed_in(thursday.ben).get(PAGE).text

    for private in ("Ana", "rota", "Chiara", CLARIFYING, OTHER):
        assert private not in page


def test_where_a_presenter_puts_a_question_stays_theirs(thursday):
    """Kept, parked or discarded is the presenter's own; only a star is shown."""
    meeting = thursday.begun(NOON)
    ana = str(thursday.ana.pk)
    thursday.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
    thursday.go_to(meeting, "explore")
    number = thursday.say(meeting, thursday.ben, "open_question", OPEN_QUESTION)
    thursday.put(
        meeting,
        ask.PutAside(by=ana, token=a_token(), contribution=number, place=Place.KEPT),
    )
    thursday.end(meeting)

    loop = queries.loop_of(thursday.ben)

    assert (loop.asked, loop.stars, loop.starred) == (1, 0, ())


def test_a_star_that_was_taken_back_is_gone(thursday):
    meeting = thursday.begun(NOON)
    thursday.slot(meeting)
    ana = str(thursday.ana.pk)
    starred = next(
        number
        for number, each in memory.states([_fresh(meeting)])[
            meeting.pk
        ].contributions.items()
        if each.starred
    )
    thursday.put(
        meeting,
        ask.Star(by=ana, token=a_token(), contribution=starred, starred=False),
    )
    thursday.end(meeting)

    assert queries.loop_of(thursday.ben).stars == 0


def _fresh(meeting):
    meeting.refresh_from_db()
    return meeting


def test_kinds_are_counted_meeting_by_meeting(thursday):
    for day in range(2):
        thursday.whole(days=day)

    loop = queries.loop_of(thursday.chi)

    counted = [(each.clarifying, each.open, each.closed) for each in loop.meetings]
    assert counted == [(1, 1, 0), (1, 1, 0)]


def test_the_chart_says_what_the_table_says(thursday):
    thursday.whole()

    loop = queries.loop_of(thursday.chi)
    drawn = chart.drawn(loop)
    page = signed_in(thursday.chi).get(PAGE).text

    [bar] = drawn.bars
    assert [each.kind for each in bar.blocks] == ["open", "clarifying"]
    assert sum(each.height for each in bar.blocks) == chart.TALLEST
    assert '<table class="figures">' in page


# How the coach heard them


ADVICE = "You should tell him straight."
OPEN = "What matters most to you here?"


def asked(thursday, *words, starred=False):
    """A meeting at which Ben asks, in the exploring phase, and its numbers."""
    meeting = thursday.begun(NOON)
    ana = str(thursday.ana.pk)
    thursday.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
    thursday.go_to(meeting, "explore")
    numbers = [
        thursday.say(meeting, thursday.ben, "open_question", each) for each in words
    ]
    if starred:
        star = ask.Star(by=ana, token=a_token(), contribution=numbers[0])
        thursday.put(meeting, star)
    thursday.end(meeting)
    return _fresh(meeting), numbers


def heard(person):
    [occasion] = queries.loop_of(person).heard.occasions
    return occasion.questions


def test_i_see_how_each_of_my_questions_was_heard(thursday):
    asked(thursday, OPEN, ADVICE)

    sorts = [(each.words, each.sort) for each in heard(thursday.ben)]

    assert sorts == [(OPEN, Sort.OPEN), (ADVICE, Sort.STEERING)]


def test_how_they_were_heard_stands_beside_which_were_marked(thursday):
    asked(thursday, OPEN, ADVICE, starred=True)

    counted = queries.loop_of(thursday.ben).heard.counted

    assert counted == [(Sort.OPEN, 1, 1), (Sort.STEERING, 1, 0)]


def test_nobody_else_learns_how_a_question_was_heard(thursday):
    asked(thursday, ADVICE)

    for person in (thursday.ana, thursday.chi, thursday.dan):
        assert queries.loop_of(person).heard.occasions == ()
        assert "How the coach heard" not in signed_in(person).get(PAGE).text


def test_the_reason_stands_in_one_sentence_beside_it(thursday):
    asked(thursday, ADVICE)

    page = signed_in(thursday.ben).get(PAGE).text

    assert coach.read(ADVICE, phase="explore", role="member").reason in page


def test_what_i_mean_counts_for_more_than_what_was_heard(thursday):
    meeting, [number] = asked(thursday, ADVICE)
    signed_in(thursday.ben).post(
        f"/meetings/{meeting.pk}/contributions/{number}/meaning/",
        {"meant": "open_question"},
    )

    [question] = heard(thursday.ben)
    page = signed_in(thursday.ben).get(PAGE).text

    assert question.sort is Sort.OPEN
    assert "You mean it as an open question; the coach heard advice." in page
    assert f"/sets/{thursday.learning_set.pk}/donation/" in page


def test_what_was_only_spoken_is_not_read(thursday):
    asked(thursday, None)

    [question] = heard(thursday.ben)

    assert (question.reading, question.sort) == (None, Sort.UNSURE)


def test_where_advice_is_welcome_the_coach_keeps_silent(thursday):
    thursday.learning_set.format = "kollegiale_beratung"
    thursday.learning_set.save()
    meeting = thursday.begun(NOON)
    ana = str(thursday.ana.pk)
    thursday.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
    thursday.go_to(meeting, "narration")
    thursday.say(meeting, thursday.ben, "clarifying_question", ADVICE)
    thursday.step(meeting, ask.Close, reason="Time is up.")

    loop = queries.loop_of(thursday.ben)

    assert (loop.asked, loop.heard.occasions) == (1, ())


def a_question(kind, *subtypes, reason="It reads so."):
    reading = Reading(kind=kind, probabilities={}, subtypes=subtypes, reason=reason)
    return Heard(Meeting(), 1, "?", False, reading, None)


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        (a_question(TurnKind.OPEN_QUESTION, Subtype.PROBING), Sort.OPEN),
        (a_question(TurnKind.OPEN_QUESTION, Subtype.STACKED), Sort.SEVERAL),
        (a_question(TurnKind.ADVICE, Subtype.STACKED), Sort.SEVERAL),
        (a_question(TurnKind.CLOSED_QUESTION, Subtype.CLARIFYING), Sort.FACT),
        (a_question(TurnKind.LEADING_QUESTION, Subtype.CLARIFYING), Sort.STEERING),
        (a_question(TurnKind.CLOSED_QUESTION), Sort.CLOSED),
        (a_question(TurnKind.SHARING), Sort.OTHER),
        (a_question(TurnKind.ADVICE, reason=""), Sort.UNSURE),
    ],
)
def test_each_question_is_of_one_sort(question, sort):
    assert question.sort is sort


def test_what_the_reason_says_is_not_said_twice():
    clarifying = TurnKind.CLOSED_QUESTION, Subtype.CLARIFYING

    said = a_question(*clarifying, reason="“How long” asks for a fact.")
    unsaid = a_question(*clarifying, reason="“Is it” can be answered with yes or no.")

    assert (said.finer, unsaid.finer) == ([], ["asks for a fact"])


def test_the_bars_are_as_long_as_the_table_says(thursday):
    asked(thursday, OPEN, OPEN, ADVICE)

    drawn = chart.shares(queries.loop_of(thursday.ben).heard)

    assert [(each.asked, each.length) for each in drawn] == [
        (2, chart.LONGEST),
        (1, chart.LONGEST / 2),
    ]


def test_the_page_is_empty_before_the_first_question(thursday):
    assert "No question of yours" in signed_in(thursday.dan).get(PAGE).text


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_many_meetings(
    number, thursday, django_assert_num_queries
):
    for day in range(number):
        thursday.whole(days=day)
    browser = signed_in(thursday.ben)
    browser.get(PAGE)
    memory._known.clear()

    with django_assert_num_queries(11):
        browser.get(PAGE)
