"""How a set is doing: for its members, and for who facilitates it once all agree."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.process.events import Arrived
from askwell.web.growth import operations
from askwell.web.growth.models import Sharing
from askwell.web.growth.queries.doing import doing_of
from askwell.web.growth.queries.sharing import has_said_yes, shares, sharing_among
from askwell.web.growth.screens.doing import hint_of, measures_of
from askwell.web.measuring.models import Measure
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.programmes.models import SetMembership
from factories import NOON, a_person, a_set, is_in, signed_in

pytestmark = pytest.mark.django_db

NAMES = ("Amara Okafor", "Jonas Lindqvist", "Mei Tanaka", "Tom Birch")


class Herons:
    """A set of four with a facilitator from outside."""

    def __init__(self, name: str = "Tuesday herons", facilitator=None) -> None:
        self.members = [a_person(each) for each in NAMES]
        self.learning_set = a_set(*self.members, name=name, agreed=True)
        self.facilitator = facilitator or a_person("Leila Haddad")
        is_in(self.learning_set, self.facilitator, belonging="facilitator")

    def meet(self, *, weeks=0, came=4, **values):
        at = NOON + timedelta(weeks=weeks, days=1)
        meeting = meetings.schedule(self.learning_set, starts_at=at, booked_minutes=120)
        meetings.convene(meeting)
        first = Entry.objects.filter(meeting=meeting).count() + 1
        there = [*self.members[:came], self.facilitator]
        Entry.objects.bulk_create(
            Entry(
                meeting=meeting,
                number=number,
                kind=Arrived.__name__,
                person=str(each.pk),
                at=at,
            )
            for number, each in enumerate(there, first)
        )
        Meeting.objects.filter(pk=meeting.pk).update(
            head=first + len(there) - 1,
            opened_at=at,
            closed_at=at + timedelta(hours=2),
        )
        Measure.objects.bulk_create(
            Measure(meeting=meeting, metric=name, total=value, weight=1)
            for name, value in values.items()
        )

    def memberships(self):
        return SetMembership.objects.members().filter(learning_set=self.learning_set)

    def all_agree(self):
        for each in self.memberships():
            operations.share(each, at=timezone.now())

    def page(self, person):
        address = reverse("growth:doing", args=[self.learning_set.pk])
        return signed_in(person).get(address)

    def told(self):
        """By measure, what its words say."""
        found = doing_of([self.learning_set])[0]
        return {each.metric: each.says for each in measures_of(found)}


@pytest.fixture
def herons():
    return Herons()


class TestMeasures:
    def test_a_set_sees_its_meetings_beside_its_own_earlier_ones(self, herons):
        herons.meet(asking_share=0.5, turn_equality=0.8, report_backs_first=1)
        herons.meet(weeks=5, asking_share=0.75, turn_equality=0.6, report_backs_first=0)

        assert herons.told() == {
            "asking_share": "Last time, of the turns that asked or told, 75 % asked. "
            "That is more than before.",
            "turn_equality": "Last time some took many turns and some few. It was "
            "more even before.",
            "report_backs_first": "1 of 2 meetings opened with what became of actions.",
        }

    def test_with_fewer_than_four_members_there_nothing_is_told(self, herons):
        herons.meet(came=3, asking_share=0.5)

        course = doing_of([herons.learning_set])[0].courses[0]

        assert [each.value for each in course.points] == [None]
        assert herons.told()["asking_share"] == (
            "Nothing was counted yet, or fewer than four members were there."
        )

    def test_only_the_newest_twelve_meetings_are_looked_at(self, herons):
        for weeks in range(13):
            herons.meet(weeks=weeks, asking_share=weeks / 13)

        course = doing_of([herons.learning_set])[0].courses[0]

        assert len(course.points) == 12
        assert course.points[0].value == pytest.approx(1 / 13)

    @pytest.mark.parametrize(
        ("values", "begins"),
        [
            ({"asking_share": 0.3}, "Next time, begin a slot with two quiet minutes"),
            ({"turn_equality": 0.4}, "Next time, go once around"),
            ({"report_backs_first": 0}, "Next time, begin with what became"),
            ({"asking_share": 0.9}, "Next time, ask at the end"),
        ],
    )
    def test_one_hint_says_what_could_be_tried(self, herons, values, begins):
        herons.meet(**values)

        assert hint_of(doing_of([herons.learning_set])[0]).startswith(begins)

    def test_a_set_that_has_not_met_is_given_no_hint(self, herons):
        assert hint_of(doing_of([herons.learning_set])[0]) == ""

    def test_a_member_reads_the_page_and_nobody_is_named_on_it(self, herons):
        herons.meet(asking_share=0.5)
        herons.meet(weeks=5, asking_share=0.6)

        page = herons.page(herons.members[0])

        assert "Asking against telling" in page.text
        others = {name for name in NAMES[1:] if name in page.text}
        assert others == set()


class TestSharing:
    def test_a_set_shares_once_every_member_has_said_yes(self, herons):
        *some, last = herons.memberships()
        for each in some:
            operations.share(each, at=timezone.now())
        assert not shares(herons.learning_set)

        operations.share(last, at=timezone.now())

        assert shares(herons.learning_set)

    def test_any_member_takes_it_back_at_any_time(self, herons):
        herons.all_agree()
        address = reverse("growth:share", args=[herons.learning_set.pk])

        signed_in(herons.members[2]).post(address, {"share": "no"})

        assert not shares(herons.learning_set)

    def test_when_somebody_joins_all_are_asked_anew(self, herons):
        herons.all_agree()
        newcomer = is_in(
            herons.learning_set, a_person("Ruth Adler"), joined_at=timezone.now()
        )

        operations.share(newcomer, at=timezone.now())

        assert not shares(herons.learning_set)
        amara = herons.memberships().get(person=herons.members[0])
        assert not has_said_yes(amara)
        herons.all_agree()
        assert shares(herons.learning_set)

    def test_who_leaves_takes_their_no_along(self, herons):
        *some, last = herons.memberships()
        for each in some:
            operations.share(each, at=timezone.now())
        last.left_at = timezone.now()
        last.save()

        assert shares(herons.learning_set)

    def test_a_set_that_has_ended_shares_nothing(self, herons):
        herons.all_agree()
        herons.learning_set.ended_at = timezone.now()
        herons.learning_set.save()

        assert not shares(herons.learning_set)

    def test_who_facilitates_from_outside_is_led_to_the_page_of_their_sets(
        self, herons
    ):
        way = reverse("growth:facilitating")

        assert way in signed_in(herons.facilitator).get("/").text
        assert way not in signed_in(herons.members[0]).get("/").text

    def test_who_facilitates_from_outside_sees_nothing_before(self, herons):
        herons.meet(asking_share=0.5)

        page = herons.page(herons.facilitator)

        assert "The set keeps this to itself" in page.text
        assert "Asking against telling" not in page.text

    def test_who_facilitates_from_outside_sees_it_once_it_is_shared(self, herons):
        herons.meet(asking_share=0.5)
        herons.all_agree()

        page = herons.page(herons.facilitator)

        assert "50 % asked" in page.text
        assert page.context["words"] == []
        assert "Who sees this page" not in page.text

    def test_who_facilitates_from_outside_has_no_say(self, herons):
        address = reverse("growth:share", args=[herons.learning_set.pk])

        answer = signed_in(herons.facilitator).post(address, {"share": "yes"})

        assert answer.status_code == 404
        assert not Sharing.objects.exists()

    def test_a_member_switches_it_on_their_own_page(self, herons):
        address = reverse("growth:share", args=[herons.learning_set.pk])
        browser = signed_in(herons.members[0])

        browser.post(address, {"share": "yes"})

        page = herons.page(herons.members[0])
        assert page.context["said_yes"]
        assert not page.context["is_shared"]

    def test_without_a_facilitator_from_outside_there_is_nobody_to_share_with(self):
        person = a_person()
        learning_set = a_set(person)

        page = signed_in(person).get(reverse("growth:doing", args=[learning_set.pk]))

        assert "Who sees this page" not in page.text


class TestFacilitating:
    def test_only_sets_that_share_stand_there_in_the_order_of_names(self, herons):
        others = [
            Herons(name, herons.facilitator) for name in ("Zebra", "Apple", "Quiet")
        ]
        for each in others[:2]:
            each.meet(asking_share=0.5)
            each.all_agree()

        page = signed_in(herons.facilitator).get(reverse("growth:facilitating"))

        shown = [doing.learning_set.name for doing, _said in page.context["sets"]]
        assert shown == ["Apple", "Zebra"]
        assert "Other sets of yours keep this to themselves." in page.text

    def test_a_set_that_is_ones_own_is_not_facilitated_from_outside(self, herons):
        page = signed_in(herons.members[0]).get(reverse("growth:facilitating"))

        assert "You facilitate no set from outside" in page.text

    def test_without_a_yes_the_page_explains(self, herons):
        page = signed_in(herons.facilitator).get(reverse("growth:facilitating"))

        assert "Your sets keep this to themselves" in page.text

    def test_it_asks_as_often_for_three_sets_as_for_one(
        self, herons, django_assert_num_queries
    ):
        herons.meet(asking_share=0.5)
        herons.all_agree()
        browser = signed_in(herons.facilitator)
        with django_assert_num_queries(8):
            browser.get(reverse("growth:facilitating"))

        for name in ("Apple", "Zebra"):
            other = Herons(name, herons.facilitator)
            other.meet(asking_share=0.5)
            other.all_agree()

        with django_assert_num_queries(8):
            browser.get(reverse("growth:facilitating"))

    def test_sets_are_asked_about_together(self, herons, django_assert_num_queries):
        other = Herons("Apple")
        other.all_agree()

        with django_assert_num_queries(1):
            found = sharing_among([herons.learning_set, other.learning_set])

        assert found == {other.learning_set.pk}
