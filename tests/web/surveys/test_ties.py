"""Whom somebody could turn to: theirs to read, counted between areas alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from askwell.insight.periods import Quarter
from askwell.web.enrolments.models import Enrolment
from askwell.web.people.models import Notice, Person
from askwell.web.surveys.models import Round, Ties
from askwell.web.surveys.operations.answering import keep_ties
from askwell.web.surveys.operations.rounds import remind
from askwell.web.surveys.queries.tallies import tallies
from askwell.web.surveys.queries.ties import own_picks, own_ties
from askwell.web.surveys.refusals import NotDoneError
from askwell.web.surveys.tasks import forget_what_is_over
from factories import NOON, signed_in
from web.surveys.asked import LATER, Asked, a_programme_with_sets

pytestmark = pytest.mark.django_db
SPRING = Quarter.of(LATER.date())
DAY = timedelta(days=1)


@pytest.fixture
def asked():
    return a_programme_with_sets()


def pick(asked: Asked, round_: Round, who: Person, *whom: Person, at=NOON) -> None:
    people = Enrolment.objects.filter(programme=asked.programme, person__in=whom)
    keep_ties(round_, people.values_list("pk", flat=True), by=who, at=at)


def everybody_picks_the_next(asked: Asked, round_: Round, at=NOON) -> None:
    people = asked.everybody
    for who, whom in zip(people, [*people[1:], people[0]], strict=True):
        pick(asked, round_, who, whom, at=at)


def stated(asked: Asked, quarter: Quarter = SPRING) -> dict[tuple[str, str], float]:
    return {
        (each.metric, each.about): each.value
        for each in tallies(asked.programme, quarter)
    }


class TestOwn:
    def test_names_are_sealed_and_only_their_owner_reads_them(self, asked):
        round_ = asked.round(asks_ties=True)
        one, two = asked.members[0][:2]
        pick(asked, round_, one, two)

        with connection.cursor() as cursor:
            cursor.execute("SELECT picks FROM surveys_ties")
            (sealed,) = cursor.fetchone()

        whom = Enrolment.objects.get(person=two)
        assert str(whom.pk).encode() not in bytes(sealed)
        assert own_picks(round_, one) == {whom.pk}
        assert own_ties(two) == []

    def test_they_can_be_changed_until_the_round_closes(self, asked):
        round_ = asked.round(asks_ties=True)
        one, two, three = asked.members[0][:3]
        pick(asked, round_, one, two)
        pick(asked, round_, one, three)

        with pytest.raises(NotDoneError):
            pick(asked, round_, one, two, at=LATER)
        assert own_picks(round_, one) == {Enrolment.objects.get(person=three).pk}

    def test_who_told_them_is_not_reminded_where_a_round_asks_nothing_else(self, asked):
        round_ = asked.round(asks_ties=True)
        one, two = asked.members[0][:2]
        pick(asked, round_, one, two)

        remind(round_.pk, at=LATER - DAY)

        told = Notice.objects.filter(kind=Notice.Kind.SURVEY)
        assert (told.filter(person=one).count(), told.filter(person=two).count()) == (
            1,
            2,
        )

    def test_then_and_now_stand_beside_each_other_in_words(self, asked):
        one, two, three = asked.members[0][:3]
        pick(asked, asked.round(asks_ties=True), one, two)
        second = asked.round(
            asks_ties=True, opens_at=LATER, closes_at=LATER + DAY, at=LATER
        )
        pick(asked, second, one, two, three, at=LATER)

        (course,) = own_ties(one)

        assert [
            {each.name: is_new for each, is_new in named.people}
            for named in course.rounds
        ] == [{two.name: False}, {two.name: False, three.name: True}]

    def test_they_go_with_who_leaves_the_programme(self, asked):
        round_ = asked.round(asks_ties=True)
        one, two = asked.members[0][:2]
        pick(asked, round_, one, two)
        Enrolment.objects.filter(person=one).update(status="left")

        assert forget_what_is_over(at=NOON) == 1
        assert not Ties.objects.exists()


class TestPage:
    @pytest.fixture(autouse=True)
    def open_now(self, asked):
        now = timezone.now()
        self.round = asked.round(
            asks_ties=True, opens_at=now, closes_at=now + DAY, at=now
        )
        self.path = f"/surveys/{self.round.pk}/people/"
        self.me, self.other = asked.members[0][0], asked.members[1][1]
        self.browser = signed_in(self.me)

    def id_of(self, person: Person) -> str:
        return str(Enrolment.objects.get(person=person).pk)

    def test_everybody_but_oneself_is_offered(self):
        page = self.browser.get(self.path)

        assert page.text.count('type="checkbox"') == 14
        assert self.id_of(self.me) not in page.text

    def test_searching_keeps_what_is_ticked_and_stores_nothing(self):
        picked = self.id_of(self.other)

        page = self.browser.post(
            self.path, {"search": "Chiara", "act": "search", "picked": picked}
        )

        assert page.text.count('type="checkbox"') == 3 + 1
        assert f'value="{picked}" id="pick-{picked}" checked' in page.text
        assert not Ties.objects.exists()

    def test_what_is_kept_is_shown_to_oneself(self):
        sent = self.browser.post(
            self.path, {"act": "keep", "picked": self.id_of(self.other)}, follow=True
        )

        assert "You could turn to one person." in sent.text
        assert self.other.name in sent.text

    def test_whoever_is_not_of_the_programme_cannot_be_picked(self):
        elsewhere = a_programme_with_sets(1).members[0][0]

        self.browser.post(
            self.path, {"act": "keep", "picked": [self.id_of(elsewhere), "no id"]}
        )

        assert own_picks(self.round, self.me) == frozenset()

    def test_the_page_costs_the_same_for_one_set_and_for_three(
        self, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(8):
            self.browser.get(self.path)


class TestFigures:
    def test_nothing_is_told_before_the_round_has_closed_or_by_fewer_than_ten(
        self, asked
    ):
        round_ = asked.round(asks_ties=True)
        for person in asked.everybody[:9]:
            pick(asked, round_, person, asked.everybody[10])

        assert stated(asked) == {}
        assert stated(asked, SPRING.previous) == {}

    def test_ties_are_counted_between_organisations(self, asked):
        """A ring of fifteen: sets one and three are of one house, two of the other."""
        everybody_picks_the_next(asked, asked.round(asks_ties=True))
        home, other = sorted(
            each.organisation.name
            for each in asked.programme.partners.select_related("organisation")
        )

        assert stated(asked) == {
            ("ei_index", ""): pytest.approx((2 - 13) / 15),
            ("tie_reciprocity", ""): 0.0,
            ("ties", f"{home}|{home}"): 9.0,
            ("ties", f"{home}|{other}"): pytest.approx(20 / 15),
            ("ties", f"{other}|{other}"): 0.0,
        }

    def test_cells_speak_of_everybody_asked_on_both_sides(self, asked):
        everybody_picks_the_next(asked, asked.round(asks_ties=True))

        people = {
            len(each.people): len(each.sets)
            for each in tallies(asked.programme, SPRING)
            if each.metric == "ties"
        }

        assert people == {10: 2, 15: 3, 0: 0}

    def test_a_cell_of_nine_answers_speaks_of_nobody(self, asked):
        round_ = asked.round(asks_ties=True)
        for person in [*asked.members[0], *asked.members[1], *asked.members[2][:4]]:
            pick(asked, round_, person, asked.everybody[-1])

        told = [each for each in tallies(asked.programme, SPRING) if each.about]

        # Nine of the house of two sets answered, and five of the other.
        assert sorted(len(each.people) for each in told) == [0, 0, 15]

    def test_within_one_organisation_areas_are_told_apart(self):
        asked = a_programme_with_sets(2, each=5)
        home = asked.programme.partners.get(organisation=asked.programme.home)
        for people, area in zip(asked.members, ("Labs|North", "Wards"), strict=True):
            Enrolment.objects.filter(person__in=people).update(partner=home, area=area)
        everybody_picks_the_next(asked, asked.round(asks_ties=True))

        found = {about for metric, about in stated(asked) if metric == "ties"}

        assert found == {"Labs/North|Labs/North", "Labs/North|Wards", "Wards|Wards"}

    def test_new_ties_are_counted_from_the_first_round_to_the_last(self, asked):
        everybody_picks_the_next(asked, asked.round(asks_ties=True))
        second = asked.round(
            asks_ties=True, opens_at=LATER, closes_at=LATER + DAY, at=LATER
        )
        everybody_picks_the_next(asked, second, at=LATER)
        last = asked.everybody[-1]
        pick(asked, second, last, *asked.everybody[:4], at=LATER)

        assert stated(asked)["new_ties", ""] == pytest.approx(3 / 15)

    def test_the_number_of_statements_does_not_grow_with_people(
        self, asked, django_assert_max_num_queries
    ):
        everybody_picks_the_next(asked, asked.round(asks_ties=True))

        with django_assert_max_num_queries(10):
            list(tallies(asked.programme, SPRING))
