"""Meetings whose case was rewritten, pages that do not belong, and what counts."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from askwell.practice.moves import Does, Move
from askwell.practice.policies import at_triggers
from askwell.web.practising.models import Run
from askwell.web.practising.operations.runs import act, begin
from askwell.web.practising.queries.evidence import evidence
from factories import NOON, a_person
from practice import runs
from web.practising.test_practising import CASE, WORDS, Practice

pytestmark = pytest.mark.django_db

REWRITTEN = "was rewritten after you began"
PART = {"X-Askwell-Part": "inside"}


def rewritten(*moves: Move) -> Practice:
    practice = Practice(*moves)
    Run.objects.filter(pk=practice.run.pk).update(edition="of another day")
    return practice


def test_a_meeting_of_a_rewritten_case_says_so_and_offers_another():
    practice = rewritten(*[runs.LISTEN] * 3)

    page = practice.room()
    back = practice.browser.get(practice.at("debrief")).content.decode()

    assert REWRITTEN in page
    assert reverse("practising:begin", args=[CASE.name]) in page
    assert "how your steps play in it today" in back


@pytest.mark.parametrize("name", ["step", "act", "undo"])
def test_nothing_more_is_done_in_it_and_what_was_typed_is_kept(name):
    practice = rewritten(runs.LISTEN)
    more = {"step": ("say",), "act": ("moments",), "undo": ()}[name]

    answer = practice.browser.post(
        practice.at(name, *more), {"after": 1, "words": WORDS}, follow=True
    )

    page = answer.content.decode()
    assert REWRITTEN in page
    assert (WORDS in page) is (name == "step")
    assert practice.run.steps.count() == 1


def test_a_meeting_whose_steps_are_no_longer_possible_is_shown_as_far_as_it_goes():
    gives = Move(Does.GIVE_TURN, "", about="somebody-who-left")
    practice = Practice(runs.LISTEN, gives, runs.LISTEN)

    room = practice.browser.get(practice.at("room"))
    back = practice.browser.get(practice.at("debrief")).content.decode()

    assert room.status_code == 200
    assert "This meeting cannot go on" in room.content.decode()
    assert "as far as it can still be played" in back


def test_a_meeting_that_nobody_is_left_to_facilitate_is_like_none():
    practice = Practice(runs.LISTEN)
    practice.run.seats.update(place="grant")

    assert practice.browser.get(practice.at("room")).status_code == 404


def test_only_a_part_of_the_room_is_marked_as_one():
    practice = Practice(runs.LISTEN)
    at = practice.at("room")

    part = practice.browser.get(at, {"after": 0}, headers=PART)
    Run.objects.update(edition="of another day")
    page = practice.browser.get(at, {"after": 0}, headers=PART)

    assert part.headers["X-Askwell-Part"] == "inside"
    assert "X-Askwell-Part" not in page.headers


def test_how_the_set_is_doing_is_there_and_closed():
    page = Practice(*runs.to_explore(), *[runs.LISTEN] * 6).room()
    panel = page.split('id="mood"')[1].split("</details>")[0]

    assert not panel.startswith(" open")
    assert "How safe it is to speak" in panel
    assert "% of the turns" in panel
    assert panel.count("<progress") == 8


def test_what_nobody_does_by_a_button_is_not_found():
    practice = Practice()

    found = {
        does: practice.does(does).status_code for does in ("join", "let_be", "dance")
    }

    assert found == {"join": 404, "let_be": 404, "dance": 404}


@pytest.mark.parametrize(
    "form",
    [
        {"option": -1},
        {"after": "x"},
        {"words": "a" * 5000},
        {"words": "   "},
        {"words": "a\x00b"},
        {"about": "x" * 99, "words": "Hm"},
    ],
)
def test_odd_forms_are_answered_with_what_to_do(form):
    practice = Practice()

    answer = practice.does("say", **form)

    assert answer.status_code in (409, 422)
    assert practice.run.steps.count() == 0


@pytest.mark.parametrize("words", ["🙂", "</textarea><script>", "%(name)s %s", "?"])
def test_odd_words_are_words(words):
    practice = Practice(*runs.to_explore())

    answer = practice.does("say", words=words)

    assert answer.status_code == 302
    assert practice.browser.get(practice.at("debrief")).status_code == 200


def test_begin_pressed_twice_begins_one_meeting():
    person = a_person("Femke Visser")

    first, second = (begin(CASE, by=person, at=NOON) for _ in range(2))

    assert first.pk == second.pk
    assert Run.objects.count() == 1


def test_what_was_skipped_through_does_not_count():
    skips = [*runs.to_explore(), *[runs.GO_ON] * 3]
    skips += [runs.LISTEN, runs.GO_ON, runs.LISTEN]
    practice = Practice(*skips)

    closes(practice)

    page = practice.browser.get(practice.at("debrief")).content.decode()
    assert practice.run.ended_at
    assert list(evidence(practice.person)) == []
    assert "does not count as a practice set" in page


def test_a_step_back_from_the_end_counts_no_more():
    practice = Practice(*runs.moves_of(CASE, at_triggers)[:-1])
    closes(practice)
    counted = len(list(evidence(practice.person)))

    practice.browser.post(practice.at("undo"), {"after": practice.run.steps.count()})

    assert (counted, len(list(evidence(practice.person)))) == (1, 0)


def closes(practice: Practice) -> None:
    move = Move(Does.MOVE_ON, str(practice.person.pk))
    after = practice.run.steps.count()
    act(practice.run, move, after=after, by=practice.person, at=NOON)
    practice.run.refresh_from_db()


def test_a_moment_names_the_words_it_came_up_with_once_others_spoke():
    moves = runs.until("advice")
    words = runs.rehearsed(*moves).turns[-1].words

    at_once, later = Practice(*moves).room(), Practice(*moves, runs.LISTEN).room()

    assert "A little earlier" not in at_once
    assert f"“{escape(words)}”" in later.split("A little earlier")[1]
