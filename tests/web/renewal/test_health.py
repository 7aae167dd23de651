"""A set looks at itself every few meetings, and nobody learns what one person said."""

from datetime import timedelta

import pytest
from django.urls import reverse

from askwell.web.people.models import Notice
from askwell.web.renewal import operations, queries, tasks
from askwell.web.renewal.models import Answered, HealthCheck, Renewal
from askwell.web.renewal.refusals import NotNowError, Reason
from askwell.web.vault.fields import SealedTextField
from factories import NOON, a_person, signed_in
from web.renewal.meets import a_set_that_met, four, meets, steps

pytestmark = pytest.mark.django_db


def told(kind: str) -> list[str]:
    notices = Notice.objects.filter(kind=kind).select_related("person")
    return sorted(notice.person.name for notice in notices)


class TestWhenItIsDue:
    def test_after_five_meetings_everyone_is_asked_once(self):
        people = four()
        learning_set = a_set_that_met(*people, times=5)

        begun = [tasks.look_at_sets(at=NOON), tasks.look_at_sets(at=NOON)]

        assert begun == [1, 0]
        assert told("health") == ["Amara", "Jonas", "Priya", "Tomas"]
        assert queries.open_check(learning_set).after_meetings == 5

    def test_after_four_meetings_nobody_is_asked_yet(self):
        learning_set = a_set_that_met(*four(), times=4)

        assert tasks.look_at_sets(at=NOON) == 0
        assert queries.until_next(learning_set) == 1

    def test_a_set_may_look_after_every_fourth(self):
        people = four()
        learning_set = a_set_that_met(*people, times=4)

        operations.set_rhythm(learning_set, every=4, by=people[0])

        assert tasks.look_at_sets(at=NOON) == 1

    def test_a_set_that_has_ended_is_not_asked(self):
        learning_set = a_set_that_met(*four())
        learning_set.ended_at = NOON
        learning_set.save()

        assert tasks.look_at_sets(at=NOON) == 0

    def test_a_look_that_nobody_finished_makes_room_for_the_next(self):
        people = four()
        learning_set = a_set_that_met(*people)
        tasks.look_at_sets(at=NOON)
        first = queries.open_check(learning_set)
        for number in range(5):
            meets(learning_set, on=NOON + timedelta(days=number))

        tasks.look_at_sets(at=NOON + timedelta(days=5))

        first.refresh_from_db()
        assert first.closed_at is not None
        assert queries.open_check(learning_set).after_meetings == 10

    def test_finding_what_is_due_costs_the_same_for_many_sets(
        self, django_assert_num_queries
    ):
        for _ in range(3):
            a_set_that_met(*four(), times=2)

        with django_assert_num_queries(2):
            assert tasks.look_at_sets(at=NOON) == 0

    def test_members_may_look_earlier_but_only_once_between_two_meetings(self):
        people = four()
        learning_set = a_set_that_met(*people, times=1)
        check = operations.look(learning_set, by=people[0], at=NOON)
        for person in people:
            operations.answer(check, steps(), by=person, at=NOON)

        with pytest.raises(NotNowError) as refused:
            operations.look(learning_set, by=people[1], at=NOON)

        assert refused.value.reason is Reason.LOOKED_JUST_NOW

    def test_a_set_that_has_not_met_has_nothing_to_look_at(self):
        people = four()
        learning_set = a_set_that_met(*people, times=0)

        with pytest.raises(NotNowError) as refused:
            operations.look(learning_set, by=people[0], at=NOON)

        assert refused.value.reason is Reason.NOT_MET_YET


class TestAnswering:
    @pytest.fixture
    def people(self):
        return four(5)

    @pytest.fixture
    def check(self, people):
        learning_set = a_set_that_met(*people)
        tasks.look_at_sets(at=NOON)
        return queries.open_check(learning_set)

    def test_the_last_answer_closes_it_into_words(self, check, people):
        for person in people:
            operations.answer(check, steps(4), by=person, at=NOON)

        (look,) = queries.former_looks(check.learning_set)
        assert {one.level.value for one in look.findings} == {"well"}
        assert {one.alike for one in look.findings} == {True}

    def test_nothing_is_shown_before_it_closes(self, check, people):
        for person in people[:4]:
            operations.answer(check, steps(), by=person, at=NOON)

        assert queries.former_looks(check.learning_set) == []

    def test_once_it_is_closed_only_words_are_left(self, check, people):
        for person in people:
            operations.answer(check, steps(), by=person, at=NOON)

        check.refresh_from_db()
        assert check.tally is None
        assert not Answered.objects.exists()

    def test_no_row_ties_an_answer_to_a_person_or_a_time(self):
        names = {field.name for field in Answered._meta.get_fields()}
        sealed = [
            field
            for field in HealthCheck._meta.get_fields()
            if isinstance(field, SealedTextField)
        ]

        assert names == {"id", "check_up", "person"}
        assert {field.author_from for field in sealed} == {"learning_set_id"}

    def test_nobody_answers_twice(self, check, people):
        operations.answer(check, steps(1), by=people[0], at=NOON)

        with pytest.raises(NotNowError) as refused:
            operations.answer(check, steps(5), by=people[0], at=NOON)

        assert refused.value.reason is Reason.ANSWERED

    def test_nobody_from_outside_answers(self, check):
        with pytest.raises(NotNowError) as refused:
            operations.answer(check, steps(), by=a_person("Eve"), at=NOON)

        assert refused.value.reason is Reason.NOT_YOURS_TO_DO

    def test_three_answers_are_too_few_to_close(self, check, people):
        for person in people[:3]:
            operations.answer(check, steps(), by=person, at=NOON)

        with pytest.raises(NotNowError) as refused:
            operations.close_check(check, by=people[0], at=NOON)

        assert refused.value.reason is Reason.TOO_FEW

    def test_four_answers_are_enough_to_wait_for_nobody_else(self, check, people):
        for person in people[:4]:
            operations.answer(check, steps(2), by=person, at=NOON)

        operations.close_check(check, by=people[4], at=NOON)

        (look,) = queries.former_looks(check.learning_set)
        assert {one.level.value for one in look.findings} == {"care"}

    def test_after_three_weeks_it_closes_and_shows_nothing_of_too_few(
        self, check, people
    ):
        for person in people[:3]:
            operations.answer(check, steps(), by=person, at=NOON)

        wound_up = tasks.look_at_sets(at=NOON + HealthCheck.LASTS)

        (look,) = queries.former_looks(check.learning_set)
        assert (wound_up, look.findings) == (1, [])

    def test_whoever_left_is_not_waited_for(self, check, people):
        for person in people[:4]:
            operations.answer(check, steps(), by=person, at=NOON)
        check.learning_set.memberships.filter(person=people[4]).update(left_at=NOON)

        assert queries.yet_to_answer(check) == 0

    def test_when_it_closes_everyone_is_asked_whether_the_set_goes_on(
        self, check, people
    ):
        for person in people:
            operations.answer(check, steps(), by=person, at=NOON)

        assert queries.open_renewal(check.learning_set) is not None
        assert told("vote") == ["Amara", "Jonas", "Lin", "Priya", "Tomas"]


def test_three_people_talk_instead_of_answering():
    learning_set = a_set_that_met(*four(3))

    tasks.look_at_sets(at=NOON)

    (look,) = queries.former_looks(learning_set)
    assert look.findings == []
    assert (told("health"), told("vote")) == ([], ["Amara", "Jonas", "Priya"])
    assert Renewal.objects.filter(learning_set=learning_set).count() == 1


class TestThePage:
    @pytest.fixture
    def people(self):
        return four()

    @pytest.fixture
    def address(self, people):
        learning_set = a_set_that_met(*people)
        tasks.look_at_sets(at=NOON)
        return reverse("renewal:health", args=[learning_set.pk])

    def test_offers_five_steps_for_each_statement(self, people, address):
        page = signed_in(people[0]).get(address)

        assert page.text.count('type="radio" name="safety"') == 5
        assert "Give my answers" in page.text

    def test_counts_the_answers_and_says_thank_you(self, people, address):
        browser = signed_in(people[0])

        browser.post(address, steps())

        assert "1 of 4 have answered" in browser.get(address).text

    def test_asks_for_the_statement_that_was_left_out(self, people, address):
        given = steps()
        del given["turns"]

        page = signed_in(people[0]).post(address, given)

        assert page.status_code == 422
        assert page.text.count("Choose one of the five.") == 1

    def test_shows_words_and_never_a_number_once_all_have_answered(
        self, people, address
    ):
        for person in people:
            signed_in(person).post(address, steps(4))

        page = signed_in(people[0]).get(address)

        assert page.text.count("Goes well") == 7
        assert page.text.count("Most of us see this much alike.") == 7

    def test_three_people_are_told_why_nothing_is_shown(self):
        people = four(3)
        learning_set = a_set_that_met(*people)
        tasks.look_at_sets(at=NOON)

        page = signed_in(people[0]).get(
            reverse("renewal:health", args=[learning_set.pk])
        )

        assert "Fewer than four answered, so nothing is shown" in page.text

    @pytest.mark.parametrize("looks", [1, 3])
    def test_costs_the_same_with_a_long_history(
        self, looks, people, django_assert_num_queries
    ):
        learning_set = a_set_that_met(*people, times=0)
        for number in range(looks):
            meets(learning_set, on=NOON + timedelta(days=number))
            check = operations.look(learning_set, by=people[0], at=NOON)
            for person in people:
                operations.answer(check, steps(), by=person, at=NOON)
        browser = signed_in(people[0])

        with django_assert_num_queries(12):
            browser.get(reverse("renewal:health", args=[learning_set.pk]))
