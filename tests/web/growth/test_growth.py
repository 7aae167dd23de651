"""A person's own page: in pictures and words, for nobody else."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.urls import reverse

from askwell.insight.own import OwnCounts
from askwell.web.growth.screens.own import growth_of
from askwell.web.measuring.models import OwnMeasure
from askwell.web.measuring.queries import Own
from askwell.web.meetings.models import Meeting
from factories import NOON, a_person, a_set, signed_in

SETS_NAME = "=Tuesday herons"


def an_own(number=0, **counts):
    """What somebody did in one of their meetings, the later the higher the number."""
    at = NOON + timedelta(weeks=4 * number)
    return Own(at, "Tuesday herons", OwnCounts(**counts))


ASKED = {"open_question": 3, "challenging_question": 1, "closed_question": 2}


class TestWords:
    def test_before_the_first_meeting_there_is_nothing(self):
        assert growth_of([]) is None

    def test_the_last_meetings_are_told_beside_ones_own_earlier_ones(self):
        before = [an_own(n, questions={"open_question": 1}) for n in range(3)]
        lately = [
            an_own(n, questions=ASKED, actions=1, learnings=2) for n in range(3, 6)
        ]

        told = growth_of(before + lately)

        assert told.says == (
            "In your last 3 meetings you asked 18 questions that were noted, 12 of "
            "them open.",
            "In the 3 before, it was 3 questions, 3 of them open.",
            "You chose 3 actions and noted 6 learnings.",
        )

    def test_a_first_meeting_is_compared_with_nothing(self):
        told = growth_of([an_own()])

        assert told.says == (
            "In your last meeting no question of yours was noted.",
            "You chose no actions and noted no learnings.",
        )
        assert told.finer is None
        assert told.turns is None
        assert told.turns_say == "Turns were not noted in your last meetings."

    def test_stars_and_times_of_ones_own_are_counted(self):
        told = growth_of([an_own(starred=1, slots=1), an_own(1, starred=1)])

        assert told.starred == (
            "Presenters starred 2 questions of yours: they moved them."
        )
        assert told.air_time == "You presented once in your newest meetings."

    def test_turns_stand_beside_an_even_share_and_nobodys_name(self):
        told = growth_of(
            [an_own(n, turns=6, turns_of_all=30, people=6) for n in range(2)]
        )

        assert told.turns_say.startswith(
            "Last time 20 % of the turns that were noted were yours; had all 6 of you "
            "taken equally many, it would have been 17 %."
        )
        assert told.turns.heads == ("Meeting", "my share", "an even share")


class TestPictures:
    def test_questions_are_told_apart_as_open_clarifying_and_closed(self):
        told = growth_of([an_own(questions=ASKED | {"clarifying_question": 1})])

        assert told.questions.rows[0].name == "3 Mar 2026"
        assert told.questions.rows[0].said == ("4", "1", "2")

    def test_only_the_newest_meetings_are_drawn(self):
        told = growth_of([an_own(n) for n in range(20)])

        assert told.meetings == 20
        assert len(told.questions.rows) == 8
        assert len(told.finer.rows) == 12

    def test_what_was_not_noted_is_a_gap(self):
        noted = {"turns": 3, "turns_of_all": 12, "people": 4}

        told = growth_of([an_own(0, **noted), an_own(1), an_own(2, **noted)])

        assert told.turns.rows[1][1:] == ("not noted", "not noted")


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def amara(self):
        person = a_person("Amara Okafor")
        learning_set = a_set(person, name=SETS_NAME)
        for number in range(26):
            at = NOON + timedelta(days=number)
            meeting = Meeting.objects.create(
                learning_set=learning_set,
                format="classic_uk",
                booked_minutes=120,
                starts_at=at,
                opened_at=at,
                closed_at=at,
            )
            counts = OwnCounts(questions=ASKED, starred=number)
            OwnMeasure.objects.create(
                meeting=meeting, person=person, counts=counts.to_json()
            )
        return person

    def test_the_page_looks_at_the_newest_meetings(
        self, amara, django_assert_num_queries
    ):
        browser = signed_in(amara)

        with django_assert_num_queries(4):
            page = browser.get(reverse("growth:own"))

        assert page.context["growth"].meetings == 24

    def test_somebody_new_is_told_what_will_be_here(self):
        page = signed_in(a_person()).get(reverse("growth:own"))

        assert "There is nothing to look back on yet" in page.text

    def test_the_table_has_a_line_for_each_meeting(self, amara):
        answer = signed_in(amara).get(reverse("growth:as_table"))

        rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
        assert len(rows) == 25
        assert dict(zip(rows[0], rows[-1], strict=True)) == {
            "Meeting on": "2026-03-28",
            "Set": f"'{SETS_NAME}",
            "Open question": "3",
            "Probing question": "0",
            "Challenging question": "1",
            "Systemic question": "0",
            "Reflective question": "0",
            "Clarifying question": "0",
            "Closed question": "2",
            "Starred": "25",
            "Turns of mine": "0",
            "Turns of all": "0",
            "People there": "0",
            "Times I presented": "0",
            "Actions": "0",
            "Report-backs": "0",
            "Learnings": "0",
        }

    def test_who_has_left_a_set_is_not_told_what_it_is_called(self, amara):
        amara.set_memberships.update(left_at=NOON)

        answer = signed_in(amara).get(reverse("growth:as_json"))

        meetings = json.loads(answer.content)["meetings"]
        assert {each["set"] for each in meetings} == {""}

    def test_programs_are_given_the_same(self, amara):
        answer = signed_in(amara).get(reverse("growth:as_json"))

        newest = json.loads(answer.content)["meetings"][-1]
        assert newest["set"] == SETS_NAME
        assert newest["questions"]["open_question"] == 3
        assert newest["starred"] == 25
