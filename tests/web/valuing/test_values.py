"""What a programme costs and spares: to its manager, to owners, and in figures."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated
from askwell.web.meetings.models import Meeting
from askwell.web.topics.models import Brought
from askwell.web.valuing import estimates, operations
from askwell.web.valuing.estimates import Said
from askwell.web.valuing.models import Costing, Spared
from askwell.web.valuing.queries.spared import action_of
from askwell.web.valuing.queries.tallies import tallies
from askwell.web.valuing.queries.time import time_in, time_so_far
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    a_topic,
    an_action,
    is_in,
    signed_in,
)

pytestmark = pytest.mark.django_db

QUARTER = Quarter.of(NOON.date())
RATES = {
    "currency": "EUR",
    "facilitator_hour": 60,
    "beside_hours": 1,
    "member_hour": 40,
    "platform_year": 0,
}
FORM = {
    "bought": "A week of advice",
    "amount": "9000",
    "currency": "EUR",
    "share": "50",
    "sure": "80",
}


class Values:
    """A programme of one set of two with a facilitator from outside, that met once."""

    def __init__(self) -> None:
        self.manager = a_person("Ingrid Solberg")
        self.programme = a_programme(self.manager)
        self.amara, self.jonas = a_person("Amara Okafor"), a_person("Jonas Lindqvist")
        self.learning_set = self.a_set(self.amara, self.jonas)
        is_in(self.learning_set, a_person("Leila"), belonging="facilitator")
        self.meet(self.learning_set)

    def a_set(self, *people):
        learning_set = a_set(*people)
        learning_set.cohort = self.programme.cohorts.first() or a_cohort(self.programme)
        learning_set.save()
        return learning_set

    def meet(self, learning_set, *, at=NOON + timedelta(days=1)):
        return Meeting.objects.create(
            learning_set=learning_set,
            format="classic_uk",
            booked_minutes=120,
            starts_at=at,
            opened_at=at,
            closed_at=at + timedelta(hours=2),
        )

    def settled(self, owner=None, learning_set=None):
        action = an_action(owner or self.amara, learning_set or self.learning_set)
        action.settled_at = NOON
        action.save()
        return action

    def estimated(self, owner, learning_set, amount=1_000, **how):
        return Spared.objects.create(
            owner=owner,
            learning_set=learning_set,
            said=estimates.written(
                Said(
                    bought="Advice",
                    amount=amount,
                    **{"currency": "EUR", "share": 50, "sure": 80, **how},
                )
            ),
            said_at=NOON,
        )

    def page(self, name="value", person=None):
        address = reverse(f"valuing:{name}", args=[self.programme.pk])
        return signed_in(person or self.manager).get(address)


@pytest.fixture
def values():
    return Values()


class TestCost:
    def test_time_counts_as_if_everybody_had_come(self, values):
        took = time_so_far(values.programme, at=NOON + timedelta(days=9))

        assert took.people == {values.amara.pk, values.jonas.pk}
        assert took.sets == {values.learning_set.pk}
        assert took.spent.member_hours == 4
        assert (took.spent.facilitated, took.spent.facilitated_hours) == (1, 2)

    def test_meetings_count_in_the_quarter_in_which_they_closed(self, values):
        values.meet(values.learning_set, at=QUARTER.until)

        assert time_in(values.programme, QUARTER).spent.meetings == 1
        assert time_in(values.programme, QUARTER.following).spent.meetings == 1

    def test_who_joined_later_or_had_left_is_not_counted(self, values):
        later, before = a_person("Mei"), a_person("Tom")
        is_in(values.learning_set, later, joined_at=NOON + timedelta(days=5))
        is_in(values.learning_set, before, left_at=NOON)

        assert time_in(values.programme, QUARTER).spent.member_hours == 4

    def test_the_platform_counts_for_the_days_of_the_programme(self, values):
        at = datetime(2026, 7, 1, tzinfo=UTC)

        took = time_so_far(values.programme, at=at)

        assert took.spent.years == pytest.approx(120 / 365.25)

    def test_a_manager_without_prices_is_asked_for_them(self, values):
        page = values.page()

        assert "No prices are written down yet" in page.text

    def test_a_manager_writes_prices_down_and_sees_the_cost(self, values):
        address = reverse("valuing:costs", args=[values.programme.pk])

        signed_in(values.manager).post(address, RATES)

        page = values.page().text
        assert "EUR 340" in page  # (2 + 1) x 60 and 4 x 40
        assert "Something is missing" not in page

    def test_a_price_left_out_is_said_to_be_missing(self, values):
        operations.keep_costs(
            values.programme, {"currency": "EUR"}, by=values.manager, at=NOON
        )

        page = values.page()

        assert "Something is missing" in page.text
        assert [row.said for row in page.context["chart"].rows] == [
            ("not written down",),
            ("not written down",),
            ("not written down",),
            ("EUR 0",),
        ]

    def test_negative_prices_are_refused(self, values):
        address = reverse("valuing:costs", args=[values.programme.pk])

        answer = signed_in(values.manager).post(address, RATES | {"member_hour": "-1"})

        assert answer.status_code == 422
        assert not Costing.objects.exists()

    def test_the_page_asks_as_often_for_three_sets_as_for_one(
        self, values, django_assert_num_queries
    ):
        browser = signed_in(values.manager)
        address = reverse("valuing:value", args=[values.programme.pk])
        with django_assert_num_queries(8):
            browser.get(address)

        for name in ("Mei", "Tom"):
            values.meet(values.a_set(a_person(name), a_person(name)))

        with django_assert_num_queries(8):
            browser.get(address)


class TestEstimates:
    def test_an_owner_estimates_what_a_settled_action_spared(self, values):
        action = values.settled()
        address = reverse("valuing:estimate_of_action", args=[action.pk])

        answer = signed_in(values.amara).post(address, FORM)

        kept = Spared.objects.get()
        assert answer.url == action.get_absolute_url()
        assert estimates.read(kept.said) == Said(
            bought="A week of advice", amount=9_000, currency="EUR", share=50, sure=80
        )
        assert estimates.read(kept.said).estimate.counts == 3_600

    def test_an_owner_estimates_what_a_closed_topic_spared(self, values):
        topic = a_topic(values.amara)
        topic.status = topic.Status.CLOSED
        topic.save()
        Brought.objects.create(
            topic=topic,
            learning_set=values.learning_set,
            meeting=topic.pk,
            slot=1,
            at=NOON,
        )
        address = reverse("valuing:estimate_of_topic", args=[topic.pk])

        signed_in(values.amara).post(address, FORM)

        assert Spared.objects.get().topic == topic

    def test_said_again_it_takes_the_place_of_what_was_said(self, values):
        action = values.settled()
        address = reverse("valuing:estimate_of_action", args=[action.pk])
        browser = signed_in(values.amara)
        browser.post(address, FORM)

        page = browser.get(address)
        browser.post(address, FORM | {"amount": "500"})

        assert 'value="A week of advice"' in page.text
        assert estimates.read(Spared.objects.get().said).amount == 500

    def test_an_estimate_can_be_taken_back(self, values):
        action = values.settled()
        address = reverse("valuing:estimate_of_action", args=[action.pk])
        browser = signed_in(values.amara)
        browser.post(address, FORM)

        browser.post(address, {"take_back": "yes"})

        assert not Spared.objects.exists()

    def test_an_open_action_has_nothing_to_estimate(self, values):
        action = an_action(values.amara, values.learning_set)
        address = reverse("valuing:estimate_of_action", args=[action.pk])

        assert signed_in(values.amara).get(address).status_code == 404

    def test_without_a_programme_there_is_nothing_to_add_it_to(self, values):
        action = values.settled(learning_set=a_set(values.amara))
        address = reverse("valuing:estimate_of_action", args=[action.pk])
        browser = signed_in(values.amara)

        browser.post(address, FORM)

        assert "There is nothing to add it to" in browser.get(address).text
        assert not Spared.objects.exists()

    def test_the_programmes_currency_is_offered(self, values):
        operations.keep_costs(values.programme, RATES, by=values.manager, at=NOON)
        action = values.settled()
        address = reverse("valuing:estimate_of_action", args=[action.pk])

        page = signed_in(values.amara).get(address)

        assert page.context["form"].initial == {"currency": "EUR"}

    def test_the_words_lie_sealed_under_the_owners_own_key(self, values):
        thing = action_of(values.amara, values.settled().pk)

        kept = operations.estimate(
            thing,
            Said(bought="Advice", amount=1, currency="EUR", share=1, sure=1),
            by=values.amara,
            at=NOON,
        )

        binding = Spared._meta.get_field("said").binding(kept)
        assert binding[:2] == (values.amara.pk, values.amara.pk)

    def test_what_can_no_longer_be_read_is_nothing(self):
        assert estimates.read(None) is None
        assert estimates.read("{}") is None
        assert estimates.read("no json") is None


def figures(values):
    return {
        each.metric: each
        for each in tallies(values.programme, QUARTER)
        if isinstance(each, Stated)
    }


@pytest.fixture
def grown(values):
    """Three sets more with four people each, all of whom have estimated."""
    operations.keep_costs(values.programme, RATES, by=values.manager, at=NOON)
    for number in range(3):
        people = [a_person(f"Person {number} {each}") for each in range(4)]
        learning_set = values.a_set(*people)
        values.meet(learning_set)
        for each in people:
            values.estimated(each, learning_set)
    return values


class TestFigures:
    def test_a_quarter_without_meetings_tells_nothing(self, values):
        assert list(tallies(values.programme, QUARTER.previous)) == []

    def test_without_prices_only_people_are_told_and_in_fives(self, values):
        found = figures(values)

        assert {name: each.value for name, each in found.items()} == {
            "people_reached": 0
        }
        assert found["people_reached"].people == {values.amara.pk, values.jonas.pk}

    def test_costs_and_what_was_spared_are_told_in_a_few_digits(self, grown):
        found = figures(grown)

        # Twelve estimates of 1000 x 50 % x 80 %; (2 + 1) x 60 + 28 hours x 40.
        assert {name: each.value for name, each in found.items()} == {
            "people_reached": 10,
            "cost": 1_300,
            "avoided_spend": 4_800,
            "net_benefit": 3_500,
            "return_on_investment": 2.7,
        }

    def test_they_speak_of_everybody_who_could_have_estimated(self, grown):
        spared = figures(grown)["avoided_spend"]

        assert len(spared.people) == 14
        assert len(spared.sets) == 4

    def test_with_too_few_estimates_none_of_the_three_speaks_of_anybody(self, grown):
        for each in Spared.objects.all()[:3]:
            each.delete()

        found = figures(grown)

        told = ("avoided_spend", "net_benefit", "return_on_investment")
        assert [found[name].people for name in told] == [frozenset()] * 3

    def test_a_sum_that_is_mostly_one_owners_speaks_of_nobody(self, grown):
        grown.estimated(grown.amara, grown.learning_set, amount=90_000)

        assert figures(grown)["avoided_spend"].people == frozenset()

    def test_estimates_in_another_currency_are_left_out(self, grown):
        grown.estimated(grown.amara, grown.learning_set, amount=2_000, currency="SEK")

        assert figures(grown)["avoided_spend"].value == 4_800

    def test_an_incomplete_price_list_tells_no_money_at_all(self, grown):
        Costing.objects.update(member_hour=None)

        assert list(figures(grown)) == ["people_reached"]

    def test_a_programme_that_costs_nothing_tells_no_return(self, grown):
        Costing.objects.update(facilitator_hour=0, member_hour=0)

        assert list(figures(grown)) == ["people_reached", "cost"]

    def test_as_many_queries_for_many_sets(self, grown, django_assert_num_queries):
        with django_assert_num_queries(4):
            list(tallies(grown.programme, QUARTER))
