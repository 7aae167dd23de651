"""The set's page leads to whatever its renewal or its end asks for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.web.renewal import operations, tasks
from factories import NOON, signed_in
from web.renewal.meets import a_set_that_met, all_say, decided_to_end, ended, four

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return four()


def its_page(learning_set, person) -> str:
    return signed_in(person).get(learning_set.get_absolute_url()).text


def test_leads_to_the_statements_while_a_look_is_open(people):
    learning_set = a_set_that_met(*people)
    tasks.look_at_sets(at=timezone.now())

    assert "How is the set doing?" in its_page(learning_set, people[0])


def test_leads_to_the_decision_once_all_have_said(people):
    learning_set = a_set_that_met(*people)
    renewal = operations.ask(learning_set, by=people[0], at=timezone.now())
    all_say(renewal, "go_on", people)

    page = its_page(learning_set, people[0])

    assert "Everyone has said whether the set goes on" in page


def test_leads_to_the_end_once_it_is_decided(people):
    learning_set = a_set_that_met(*people)
    decided_to_end(learning_set, people)

    assert "The set has decided to end" in its_page(learning_set, people[0])


def test_of_an_ended_set_leads_to_what_can_be_taken(people):
    learning_set = ended(*people)

    page = its_page(learning_set, people[0])

    assert "Its words are destroyed on 2 April 2026." in page


def test_of_a_forgotten_set_is_the_receipt(people):
    learning_set = ended(*people)
    tasks.see_sets_off(at=NOON + timedelta(days=30))

    answer = signed_in(people[0]).get(learning_set.get_absolute_url())

    assert answer.url == f"/sets/{learning_set.pk}/ending/"
