"""Where a programme stands from tinkering to embedded, drawn from frozen figures."""

from django.urls import reverse

from askwell.insight.embedding import SIGNS
from askwell.web.dashboards.screens.embedding import drawn, newest
from askwell.web.releasing.models import Figure, Snapshot
from factories import a_programme

GOOD = {
    "days_to_first_meeting": 20.0,
    "continuity": 0.9,
    "lapsed": 0.05,
    "renewal": 0.7,
    "past_six": 0.1,
    "inside_facilitators": 0.8,
    "report_backs_first": 0.9,
    "coverage": 0.5,
}


def figures(**values: float | str) -> dict[tuple[str, str], Figure]:
    return {(name, ""): a_figure(name, value) for name, value in values.items()}


def a_figure(metric: str, told: float | str) -> Figure:
    if isinstance(told, str):
        return Figure(metric=metric, withheld=told)
    return Figure(metric=metric, value=told)


def test_it_says_the_step_and_draws_all_five():
    picture = drawn(figures(**GOOD))

    assert picture.sentence == "Step 2 of 5: Taking hold"
    assert [each.is_reached for each in picture.stairs] == [True, True, *[False] * 3]
    assert [each.is_here for each in picture.stairs] == [False, True, *[False] * 3]


def test_a_step_of_which_not_all_is_known_says_so():
    known = figures(**GOOD | {"continuity": "few"})

    sentence = drawn(known).sentence

    assert sentence == "Step 2 of 5: Taking hold, as far as is known"


def test_of_whom_nothing_is_known_nobody_says_that_they_tinker():
    picture = drawn(figures(coverage="few"))

    assert picture.sentence == "It cannot be said yet how far it is embedded."
    assert not any(each.is_here for each in picture.stairs)


def test_stairs_rise_and_stand_side_by_side():
    stairs = drawn({}).stairs

    heights = [float(each.height) for each in stairs]
    assert heights == sorted(set(heights))
    assert [each.x for each in stairs] == ["0%", "20%", "40%", "60%", "80%"]


def test_the_table_says_what_is_here_and_what_would_be_enough():
    row = drawn(figures(**GOOD)).rows[4]

    assert (row.title, row.said, row.enough, row.verdict) == (
        "Sets past their sixth meeting",
        "10 %",
        "at least 25 %",
        "not yet enough",
    )


def test_what_is_withheld_says_why_and_counts_as_not_known():
    picture = drawn(figures(**{**GOOD, "coverage": "few"}))

    assert picture.rows[-1].said == "too few people or sets"
    assert picture.rows[-1].verdict == "not known"
    assert picture.unknown == "Not known yet: people with a set."


def test_one_next_step_is_offered():
    helps = drawn(figures(**GOOD)).next

    assert helps
    assert helps.words == "Make room for sets to meet on after their sixth meeting."


def test_a_headcount_that_is_not_known_is_asked_for():
    unknown = {**GOOD, "past_six": 0.5, "coverage": "nothing"}

    helps = drawn(figures(**unknown)).next

    assert helps
    assert (helps.label, helps.place) == ("Say how many there are", "changes:settings")


def test_every_next_step_leads_to_a_page_of_the_programme(db):
    programme = a_programme()
    places = {each.leads_to for each in SIGNS} | {"changes:settings"}

    assert {reverse(each, args=[programme.pk]) for each in places}


def test_a_sign_is_as_good_as_what_it_last_showed_within_a_year():
    def quarter(number: int, told: float | str) -> Figure:
        figure = a_figure("renewal", told)
        figure.snapshot = Snapshot(year=2026, number=number)
        return figure

    lately = [quarter(1, 0.7), quarter(2, "nothing"), quarter(3, "nothing")]
    long_ago = [*lately, quarter(4, "nothing"), quarter(4, "few")]

    assert newest({("renewal", ""): lately})["renewal", ""].value == 0.7
    assert newest({("renewal", ""): long_ago})["renewal", ""].withheld == "few"
