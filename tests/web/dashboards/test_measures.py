"""Every benefit and every measure is explained, and figures can be taken along."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook

from askwell.insight.metric import Benefit
from askwell.insight.metrics import METRICS
from askwell.insight.periods import Quarter
from askwell.web.valuing.models import Costing
from factories import a_cohort, a_programme, a_snapshot, signed_in

pytestmark = pytest.mark.django_db

SPRING, SUMMER = Quarter(2026, 1), Quarter(2026, 2)
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def programme():
    return a_programme(starts_on=date(2026, 1, 12))


def text(element):
    return " ".join(element.text_content().split())


def read(programme, name, *more, **asked):
    browser = signed_in(programme.created_by)
    return browser.get(reverse(f"dashboards:{name}", args=[programme.pk, *more]), asked)


def main(answer):
    return html.fromstring(answer.text).get_element_by_id("main")


class TestBenefits:
    def test_every_benefit_stands_there_with_or_without_figures(self, programme):
        before = main(read(programme, "benefits")).find_class("benefit")
        a_snapshot(programme, SPRING, attendance=0.8)
        after = main(read(programme, "benefits")).find_class("benefit")

        assert len(before) == len(after) == len(Benefit)

    def test_a_benefit_shows_its_measures_and_what_nobody_measures(self, programme):
        a_snapshot(programme, SPRING, attendance=0.8, continuity="few")

        rows = read(programme, "benefits").context["rows"]
        engagement = next(row for row in rows if row.name == Benefit.ENGAGEMENT)

        known = {each.name: each for each in engagement.measures}
        assert known["attendance"].value == "80 %"
        assert known["attendance"].note == "at least 40 people in 6 sets"
        assert known["renewal"].value == ""
        assert engagement.not_measured[0][1] == "Not measured, and never will be."

    def test_money_has_its_currency(self, programme):
        Costing.objects.create(programme=programme, currency="EUR")
        a_snapshot(programme, SPRING, cost=9000.0)

        assert "EUR 9,000" in text(main(read(programme, "benefits")))


class TestOneMeasure:
    @pytest.mark.parametrize("name", [each.name for each in METRICS[::9]])
    def test_it_says_how_it_is_read_and_what_it_cannot_tell(self, programme, name):
        metric = next(each for each in METRICS if each.name == name)

        page = text(main(read(programme, "metric", name)))

        said = (metric.asks, metric.reads, metric.cannot_tell, metric.formula)
        assert [words for words in said if " ".join(words.split()) not in page] == []

    def test_its_course_has_gaps_where_it_was_withheld(self, programme):
        a_snapshot(programme, Quarter(2025, 4), attendance=(0.7, 0.6, 0.8))
        a_snapshot(programme, SPRING, attendance="alike")
        a_snapshot(programme, SUMMER, attendance=(0.75, 0.7, 0.8))

        answer = read(programme, "metric", "attendance")

        assert answer.context["chart"].rows == (
            ("Q4 2025", "70 % (60 % to 80 %)"),
            ("Q1 2026", "nearly all alike"),
            ("Q2 2026", "75 % (70 % to 80 %)"),
        )
        assert "Chance allowed for, it lies anywhere from 70 % to 80 %." in text(
            main(answer)
        )

    def test_one_that_is_withheld_says_why(self, programme):
        a_snapshot(programme, SPRING, attendance="few")

        page = text(main(read(programme, "metric", "attendance")))

        assert "it takes at least ten people in three sets" in page

    def test_one_of_several_parts_shows_them_by_name(self, programme):
        ties = {"Finance|Research": 4.0, "Care|Finance": 40.0, "Care|Care": "few"}
        a_snapshot(programme, SPRING, ties=ties)

        cells = read(programme, "metric", "ties").context["cells"]

        assert [(row.name, row.said) for row in cells.rows] == [
            ("Care – Care", ("not shown: too few people or sets",)),
            ("Care – Finance", ("40.0",)),
            ("Finance – Research", ("4.0",)),
        ]

    def test_one_that_does_not_exist_is_not_there(self, programme):
        assert read(programme, "metric", "loyalty").status_code == 404


class TestTakingThemAlong:
    def table(self, programme, **asked):
        answer = read(programme, "csv", **asked)
        sheet = io.StringIO(answer.content.decode("utf-8-sig"))
        return list(csv.DictReader(sheet))

    def test_the_table_holds_what_is_shown_and_why_the_rest_is_not(self, programme):
        a_snapshot(programme, SPRING, attendance=(0.8, 0.7, 0.9), open_share="few")

        shown = {row["Measure"]: row for row in self.table(programme)}

        assert list(shown) == ["Open questions", "Members who come"]
        came = shown["Members who come"]
        assert came["Period"] == "Quarter 1 of 2026"
        assert came["Of whom"] == "the whole programme"
        assert (came["Value"], came["Shown as"]) == ("0.8", "80 %")
        assert (came["At least"], came["At most"]) == ("0.7", "0.9")
        assert (came["People, at least"], came["Sets"]) == ("40", "6")
        few = shown["Open questions"]
        assert (few["Value"], few["Why it is not shown"]) == (
            "",
            "too few people or sets",
        )

    def test_it_is_of_the_quarter_and_cohort_that_are_looked_at(self, programme):
        spring = a_cohort(programme)
        a_cohort(programme, "Autumn")
        a_snapshot(programme, SPRING, cohort=spring, attendance=0.6)
        a_snapshot(programme, SUMMER, attendance=0.9)

        rows = self.table(programme, quarter="2026-1", cohort=str(spring.pk))

        assert [(row["Of whom"], row["Value"]) for row in rows] == [("Spring", "0.6")]

    def test_no_spreadsheet_takes_a_word_for_a_formula(self, programme):
        a_snapshot(programme, SPRING, ties={FORMULA: 4.0}, attendance=0.8)

        sheet = load_workbook(io.BytesIO(read(programme, "xlsx").content))["Figures"]
        cells = [cell for row in sheet.iter_rows() for cell in row]

        assert self.table(programme)[0]["Part"] == f"'{FORMULA}"
        assert [cell.value for cell in cells if cell.data_type == "f"] == []

    def test_the_workbook_holds_numbers_and_says_what_they_are_not_for(self, programme):
        a_snapshot(programme, SPRING, attendance=0.8)

        answer = read(programme, "xlsx")
        book = load_workbook(io.BytesIO(answer.content))

        assert book["Figures"]["E2"].value == 0.8
        assert "appraisal" in book["How to read them"]["A1"].value
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="leading-through-change-2026-q1.xlsx"'
        )
