"""The pages on which rounds are opened, answered and looked after."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.web.surveys.models import Asked, Count, Round
from askwell.web.surveys.operations.rounds import close_early
from factories import NOON, signed_in
from web.surveys.asked import a_programme_with_sets

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def asked():
    return a_programme_with_sets()


def queries_of(browser, path) -> int:
    with CaptureQueriesContext(connection) as captured:
        browser.get(path)
    return len(captured)


class TestPages:
    @pytest.fixture(autouse=True)
    def open_now(self, asked):
        then = timezone.now() - DAY
        self.round = asked.round(
            "trust", "law", opens_at=then, closes_at=then + 14 * DAY, at=then
        )
        self.path = f"/surveys/{self.round.pk}/"
        self.browser = signed_in(asked.everybody[0])

    def test_every_item_can_be_left_out_and_is_at_first(self):
        page = self.browser.get(self.path)

        assert page.text.count("leave it out") == 6
        assert page.text.count("checked") == 6

    def test_sent_answers_are_thanked_for_and_the_form_is_gone(self):
        sent = self.browser.post(
            self.path, {"trust_word": "5", "keeping_up": "0"}, follow=True
        )

        assert "Your answers are counted" in sent.text
        assert "<fieldset" not in sent.text
        counted = Count.objects.filter(number=1).values_list("item", "value")
        assert sorted(counted) == [("keeping_up", 0), ("trust_word", 5)]

    def test_sending_nothing_keeps_nothing_and_says_what_to_do(self):
        sent = self.browser.post(self.path, {})

        assert sent.status_code == 422
        assert "Answer one question at least" in sent.text
        assert not Asked.objects.filter(has_answered=True).exists()

    def test_the_manager_sees_the_round_and_no_answer(self, asked):
        page = signed_in(asked.manager).get(
            reverse("surveys:surveys", args=[asked.programme.pk])
        )

        assert "15 people are asked" in page.text
        assert "told from ten on" in page.text

    def test_the_list_of_rounds_costs_the_same_at_one_and_at_three(self, asked):
        browser = signed_in(asked.manager)
        path = reverse("surveys:surveys", args=[asked.programme.pk])
        at_one = queries_of(browser, path)

        for _ in range(2):
            Round.objects.create(
                programme=asked.programme, instruments=["trust"], begun_at=NOON
            )

        assert queries_of(browser, path) == at_one

    def test_a_round_is_opened_by_the_form(self, asked):
        close_early(self.round.pk, at=timezone.now())
        browser = signed_in(asked.manager)
        path = reverse("surveys:opening", args=[asked.programme.pk])
        form = browser.get(path).context["form"]

        sent = browser.post(
            path,
            {
                "moment": "after",
                "instruments": ["trust", "law"],
                "asks_ties": "on",
                "opens_on": form.initial["opens_on"],
                "closes_on": form.initial["closes_on"],
            },
        )

        made = Round.objects.latest("opens_at")
        assert (sent.status_code, made.instruments) == (302, ["trust", "law"])
        assert (made.moment, made.asks_ties, bool(made.begun_at)) == (
            "after",
            True,
            True,
        )

    def test_a_round_that_closes_before_it_opens_is_refused_on_its_page(self, asked):
        path = reverse("surveys:opening", args=[asked.programme.pk])
        form = {"moment": "after", "instruments": ["trust"]}

        sent = signed_in(asked.manager).post(
            path, form | {"opens_on": "2020-01-02", "closes_on": "2020-01-01"}
        )

        assert sent.status_code == 422
        assert "Leave at least one day to answer" in sent.text
