"""A programme in figures: frozen, few, and the same for all who may see them."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from askwell.insight.periods import Quarter
from askwell.web.dashboards.queries import awaited, chosen
from askwell.web.dashboards.screens import sections
from askwell.web.programmes.models import Initiative, Office
from factories import (
    a_cohort,
    a_partner,
    a_person,
    a_programme,
    a_snapshot,
    holds_office,
    signed_in,
)

pytestmark = pytest.mark.django_db

SPRING, SUMMER, AUTUMN = (Quarter(2026, number) for number in (1, 2, 3))


@pytest.fixture
def programme():
    return a_programme(a_person("Nadia Rahman"), starts_on=date(2026, 1, 12))


def text(element):
    return " ".join(element.text_content().split())


def read(programme, person=None, **asked):
    """The page as its manager or somebody else reads it."""
    browser = signed_in(person or programme.created_by)
    address = reverse("dashboards:insight", args=[programme.pk])
    return browser.get(address, asked)


def words(answer):
    return text(html.fromstring(answer.text).get_element_by_id("main"))


class TestBeforeTheFirstFigures:
    def test_it_says_when_they_come_and_why_not_sooner(self, programme):
        found = awaited(programme, at=datetime.fromisoformat("2026-02-01T00:00Z"))

        page = words(read(programme))

        assert (found.quarter, found.comes_at.date()) == (SPRING, date(2026, 4, 8))
        assert "The first figures come on" in page
        assert "ten people in three sets" in page

    def test_a_quarter_is_awaited_until_its_week_is_over(self, programme):
        in_its_week = datetime.fromisoformat("2026-04-07T23:00Z")
        after_it = datetime.fromisoformat("2026-04-09T00:00Z")

        assert awaited(programme, at=in_its_week).quarter == SPRING
        assert awaited(programme, at=after_it).quarter == SUMMER

    def test_there_is_nothing_to_choose_or_to_take_along(self, programme):
        browser = signed_in(programme.created_by)

        for name in ("csv", "xlsx"):
            address = reverse(f"dashboards:{name}", args=[programme.pk])
            assert browser.get(address).status_code == 404
        assert read(programme, quarter="2026-1").status_code == 404


class TestOnePage:
    def test_it_shows_the_newest_quarter_unless_another_is_chosen(self, programme):
        a_snapshot(programme, SPRING, meetings_held=12)
        a_snapshot(programme, SUMMER, meetings_held=17)

        assert read(programme).context["quarter"] == "Quarter 2 of 2026"
        earlier = read(programme, quarter="2026-1")
        assert earlier.context["quarter"] == "Quarter 1 of 2026"
        assert [each["name"] for each in earlier.context["quarters"]] == [
            "Quarter 2 of 2026",
            "Quarter 1 of 2026",
        ]

    def test_an_earlier_quarter_is_not_drawn_with_what_came_later(self, programme):
        for quarter, came in ((SPRING, 0.6), (SUMMER, 0.7), (AUTUMN, 0.9)):
            a_snapshot(programme, quarter, attendance=came)

        chart = read(programme, quarter="2026-2").context["alive"].chart

        assert [row[:2] for row in chart.rows] == [
            ("Q1 2026", "60 %"),
            ("Q2 2026", "70 %"),
        ]

    def test_a_cohort_may_be_chosen_and_nothing_else(self, programme):
        spring, other = a_cohort(programme), a_cohort(a_programme())
        a_cohort(programme, "Autumn")
        a_snapshot(programme, SPRING, meetings_held=40)
        held = {"people": 20, "sets": 4, "meetings_held": 15}
        a_snapshot(programme, SPRING, cohort=spring, **held)

        page = read(programme, cohort=str(spring.pk))

        alive = page.context["alive"]
        assert alive.sentence == "At least 20 people took part in 4 sets."
        assert alive.tiles[1].value == "15"
        assert "is told of the whole programme alone" in words(page)
        for asked in (str(other.pk), "everybody", ""):
            answer = read(programme, cohort=asked)
            assert answer.status_code == (200 if asked == "" else 404)
        for quarter in ("2025-4", "2026-5", "last"):
            assert read(programme, quarter=quarter).status_code == 404

    def test_one_cohort_by_itself_is_no_choice(self, programme):
        a_cohort(programme)
        a_snapshot(programme, SPRING)

        assert read(programme).context["scopes"] == []

    def test_what_is_withheld_says_kindly_why(self, programme):
        a_snapshot(programme, SPRING, attendance="telling", open_share="few")

        page = words(read(programme))

        assert "put beside earlier figures it could point at somebody" in page
        assert "How people ask cannot be shown for these months." in page

    def test_the_sponsor_reads_what_the_programme_is(self, programme):
        helen = a_person("Helen Marsh")
        holds_office(programme, helen, kind=Office.Kind.SPONSOR)
        Initiative.objects.create(programme=programme, name="Mentoring")
        a_snapshot(programme, SPRING, people=15, sets=3, meetings_held=9)

        page = words(read(programme, helen))

        assert "At least 15 people took part in 3 sets." in page
        assert "Mentoring" in page

    def test_only_whoever_looks_after_all_of_it_is_led_to_the_next_step(
        self, programme
    ):
        graham, helen = a_person("Graham Cole"), a_person("Helen Marsh")
        a_partner(programme, graham)
        holds_office(programme, helen, kind=Office.Kind.SPONSOR)
        a_snapshot(programme, SPRING, psychological_safety=3.2)

        def leads(person):
            page = html.fromstring(read(programme, person).text)
            step = page.find_class("insight-next")[0]
            assert "what would make it easier to speak" in text(step)
            return len(step.xpath(".//a"))

        assert [leads(each) for each in (programme.created_by, graham, helen)] == [
            1,
            0,
            0,
        ]

    def test_what_to_do_next_stands_with_the_newest_figures_alone(self, programme):
        a_snapshot(programme, SPRING, attendance=0.8)
        a_snapshot(programme, SUMMER, attendance=0.8)

        assert "What should I do next?" in words(read(programme))
        earlier = words(read(programme, quarter="2026-1"))
        assert "What should I do next?" not in earlier
        assert "These are figures of an earlier quarter." in earlier

    def test_it_says_what_the_figures_are_not_for(self, programme):
        a_snapshot(programme, SPRING)

        for name, more in (("insight", []), ("benefits", []), ("metric", ["cost"])):
            address = reverse(f"dashboards:{name}", args=[programme.pk, *more])
            page = signed_in(programme.created_by).get(address).text
            assert "not for appraisal, selection or pay, and rank nobody" in page

    def test_it_asks_as_few_queries_with_much_as_with_little(self, programme):
        browser, counts = signed_in(programme.created_by), []
        address = reverse("dashboards:insight", args=[programme.pk])
        for number in range(3):
            quarter = Quarter(2026, number + 1)
            a_cohort(programme, f"Cohort {number}")
            cells = {f"Area {each}|Area {number}": 12.0 for each in range(9)}
            a_snapshot(programme, quarter, attendance=0.8, open_share=0.5, ties=cells)
            with CaptureQueriesContext(connection) as asked:
                browser.get(address)
            counts.append(len(asked))

        assert counts == [9, 9, 9]


class TestSentences:
    def section(self, programme, name):
        return getattr(sections, name)(chosen(programme))

    @pytest.mark.parametrize(
        ("before", "now", "said"),
        [
            (0.7, 0.75, ", 5 points more than the quarter before"),
            (0.75, 0.74, ", 1 point less than the quarter before"),
            (0.7, 0.701, ", as in the quarter before"),
            ("few", 0.7, ""),
        ],
    )
    def test_a_share_is_set_beside_the_quarter_before(
        self, programme, before, now, said
    ):
        a_snapshot(programme, SPRING, attendance=before)
        a_snapshot(programme, SUMMER, attendance=now)

        lead = self.section(programme, "alive").lead

        assert lead == f"{round(100 * now)} % of members came to their meetings{said}."

    @pytest.mark.parametrize(
        ("goal", "said"),
        [(52, "about as far as"), (56, "further than"), (44, "less far than")],
    )
    def test_goals_are_read_by_what_was_hoped(self, programme, goal, said):
        a_snapshot(programme, SPRING, goal_attainment=goal)

        sentence = self.section(programme, "organisation").sentence

        assert sentence == f"Topics came {said} their owners had hoped."

    def test_a_figure_that_is_seldom_counted_says_of_when_it_is(self, programme):
        a_snapshot(programme, SPRING, listening=5.5)
        a_snapshot(programme, SUMMER, listening="nothing")

        tile = self.section(programme, "people").tiles[0]

        assert (tile.value, tile.note) == (
            "5.5 of 7",
            "Quarter 1 of 2026, at least 40 people in 6 sets",
        )

    def test_after_a_year_it_is_no_longer_shown(self, programme):
        a_snapshot(programme, Quarter(2025, 2), listening=5.5)
        for number in (3, 4):
            a_snapshot(programme, Quarter(2025, number))
        for quarter in (SPRING, SUMMER):
            a_snapshot(programme, quarter)

        assert self.section(programme, "people").tiles[0].value == ""

    def test_without_three_sets_the_page_says_so(self, programme):
        a_snapshot(programme, SPRING, people=0, sets=0, attendance="few")

        alive = self.section(programme, "alive")

        assert (
            alive.sentence
            == "Too few people took part in too few sets to tell of them."
        )
        assert alive.tiles[0].note == "Shown from ten people in three sets on."
