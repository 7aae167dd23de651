"""The pages of composing: terms, the board, one person, proposals side by side."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from askwell.web.composing import boards
from askwell.web.composing.models import Composition, Pairing, Terms, Trading
from factories import NOON, a_person, an_enrolment, signed_in
from web.composing.arranging import (
    a_cohort_of,
    divided,
    leaders,
    members,
    reports_to,
    said,
)

pytestmark = pytest.mark.django_db

SECRET = "Nobody may read what I would bring."


@pytest.fixture(autouse=True)
def nothing_kept():
    """Boards of earlier tests are forgotten."""
    boards.forget_all()


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def cohort(ingrid):
    return a_cohort_of(8, ingrid)


@pytest.fixture
def browser(ingrid):
    return signed_in(ingrid)


def of(cohort) -> list:
    return [cohort.programme_id, cohort.pk]


def shown(browser, name, *args, **asked) -> str:
    answer = browser.get(reverse(f"composing:{name}", args=args), **asked)
    assert answer.status_code == 200
    return answer.content.decode()


def changed(browser, composition, **form):
    composition.refresh_from_db()
    path = reverse("composing:changes", args=[composition.pk])
    return browser.post(path, {"version": composition.version, **form}, follow=True)


def queries_of(browser, path) -> int:
    browser.get(path)
    boards.forget_all()
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)


def test_terms_are_kept_in_words(browser, cohort):
    usual = {f"wish_{wish}": 2 for wish in Terms().wishes}
    form = {
        **usual,
        "wish_function": 4,
        "size_min": 4,
        "size_max": 6,
        "level_gap": 1,
        "min_organisations": 2,
        "beginnings": 3,
        "unlike": "True",
    }

    answer = browser.post(reverse("composing:terms", args=of(cohort)), form)

    terms = Terms.objects.get(cohort=cohort)
    assert answer.status_code == 302
    assert (terms.size_max, terms.level_gap, terms.sets) == (6, 1, None)
    assert (terms.wishes["function"], terms.wishes["level"]) == (4, 2)
    assert terms.unlike


def test_terms_that_exclude_each_other_are_refused(browser, cohort):
    usual = {f"wish_{wish}": 0 for wish in Terms().wishes}
    form = {**usual, "size_min": 6, "size_max": 5, "min_organisations": 1}

    answer = browser.post(
        reverse("composing:terms", args=of(cohort)),
        {**form, "beginnings": 1, "unlike": "False"},
    )

    assert answer.status_code == 422
    assert "This has to be as many as the least." in answer.content.decode()
    assert "Let at least one wish count something." in answer.content.decode()


def test_a_pair_is_said_and_struck_out(browser, cohort):
    first, second, *_others = members(cohort)
    path = reverse("composing:pairs", args=of(cohort))

    browser.post(path, {"one": second.pk, "kind": "apart", "other": first.pk})
    pair = Pairing.objects.get()
    browser.post(path, {"strike": pair.pk})

    assert {pair.one, pair.other} == {first, second}
    assert not Pairing.objects.exists()


def test_what_is_missing_is_said_before_a_search(browser, ingrid):
    cohort = a_cohort_of(6, ingrid, leaders=0)
    an_enrolment(cohort.programme, status="invited")

    page = shown(browser, "cohort", *of(cohort))

    assert "Nobody who can facilitate has said yes." in page
    assert "One person has not answered" in page


def test_faults_of_the_terms_are_said_in_words(browser, cohort):
    first, second, *_others = members(cohort)
    reports_to(first, second)
    Pairing.objects.create(cohort=cohort, one=first, other=second, kind="together")

    page = shown(browser, "terms", *of(cohort))

    assert f"{second.name} are to be together, and are in one line." in page or (
        f"{first.name} are to be together, and are in one line." in page
    )


def test_the_board_shows_everybody_and_no_word_said_in_confidence(browser, cohort):
    first, *_others, last = members(cohort)
    said(first, challenge=SECRET, apart=last.email)
    composition = divided(cohort, 4, 4)

    page = shown(browser, "board", composition.pk)

    assert all(one.name in page for one in (*members(cohort), leaders(cohort)[0]))
    assert SECRET not in page
    assert "7 people have not said" in page
    assert "8 people have painted no week" in page


def test_a_broken_private_wish_is_said_without_a_name(browser, cohort):
    first, second, *_others = members(cohort)
    said(first, apart=second.email)

    page = shown(browser, "board", divided(cohort, 4, 4).pk)

    assert "They are not possible together." in page
    assert f"{first.name} and {second.name}" not in page


def test_every_set_says_what_it_would_make_of_somebody(browser, cohort):
    first, *_others, last = members(cohort)
    reports_to(first, last)
    composition = divided(cohort, 4, 4)
    path = reverse("composing:person", args=[composition.pk, first.pk])

    bare = json.loads(browser.get(path, headers={"accept": "application/json"}).content)
    page = browser.get(path).content.decode()

    told = bare["sets"]["s1"]
    assert told["kind"] == "impossible"
    assert told["why"] == (
        f"{first.name} and {last.name} are above and below each other in one line."
    )
    assert "Set 2: not possible" in page


def test_without_a_script_somebody_is_moved_by_a_select(browser, cohort):
    first = members(cohort)[0]
    composition = divided(cohort, 4, 4)

    answer = changed(browser, composition, act="move", person=first.pk, set="s1")

    assert f"{first.name} sits in Set 2 now." in answer.content.decode()


def test_a_refused_move_says_why_and_names_both(browser, cohort):
    first, *_others, last = members(cohort)
    reports_to(first, last)
    composition = divided(cohort, 4, 4)

    answer = changed(browser, composition, act="move", person=first.pk, set="s1")

    assert f"Not possible: {first.name} and {last.name} are" in answer.content.decode()


def test_the_board_in_place_is_given_its_own_part(browser, cohort):
    composition = divided(cohort, 4, 4)
    first = members(cohort)[0]
    path = reverse("composing:changes", args=[composition.pk])
    form = {"version": 0, "act": "move", "person": first.pk, "set": "s1"}

    done = browser.post(path, form, headers={"x-askwell-board": "yes"})
    late = browser.post(path, form, headers={"x-askwell-board": "yes"})

    assert (done.status_code, late.status_code) == (200, 409)
    assert "<html" not in done.content.decode()
    assert "Somebody else changed this meanwhile." in late.content.decode()


@pytest.mark.parametrize(
    "form",
    [
        {"act": "move", "person": "nobody", "set": "s1"},
        {"act": "move", "set": "s9"},
        {"act": "take", "facilitator": "nobody", "set": "s0"},
        {"act": "swap", "person": "a", "other": "b"},
        {"act": "lock", "what": "set", "which": "s9", "on": "yes"},
        {"act": "merge", "set": "s9"},
        {"act": "fly"},
    ],
)
def test_what_is_not_on_the_board_changes_nothing(browser, cohort, form):
    composition = divided(cohort, 4, 4)

    answer = changed(browser, composition, **form)

    composition.refresh_from_db()
    assert answer.status_code == 200
    assert composition.version == 0


def test_who_could_facilitate_is_said_with_reasons(browser, cohort):
    composition = divided(cohort, 4, 4)

    page = shown(browser, "facilitator", composition.pk, "s0")

    assert "facilitates it now" in page
    assert f"Let {leaders(cohort)[1].name} facilitate" in page


def test_collisions_are_said_with_ways_out_as_buttons(browser, cohort):
    composition = divided(cohort, 4, 4)
    composition.collisions = [a_collision()]
    composition.save()

    page = shown(browser, "board", composition.pk)
    answer = browser.post(
        reverse("composing:relaxed", args=[composition.pk]), {"way": "0"}
    )

    asked = Composition.objects.exclude(pk=composition.pk).get()
    assert "8 people are too few: 10 would be needed." in page
    assert "let a set have only 4 people" in page
    assert answer.url == asked.get_absolute_url()
    assert asked.asked["size_min"] == 4


def a_collision() -> dict:
    change = {"lever": "size_min", "before": 5, "after": 4, "about": []}
    return {
        "clash": "too_few_people",
        "rules": ["size"],
        "people": [],
        "sets": [],
        "organisations": [],
        "facilitators": [],
        "there": 8,
        "needed": 10,
        "relaxations": [{"concerns": 0, "tried": True, "changes": [change]}],
    }


def test_another_good_answer_is_kept_as_a_proposal(browser, cohort):
    composition = divided(cohort, 4, 4)
    points = [
        {"factor": factor, "moved": 0, "proposal": a_proposal(composition)}
        for factor in (0.0, 0.5, 1.0, 2.0, 4.0)
    ]
    Trading.objects.create(
        composition=composition,
        status="done",
        asked_at=NOON,
        trades=[{"wish": "level", "points": points}],
    )
    path = reverse("composing:trade", args=[composition.pk])

    page = shown(browser, "trade", composition.pk)
    answer = browser.post(path, {"point": "level:2.0"})

    kept = Composition.objects.exclude(pk=composition.pk).get()
    assert "twice as much" in page
    assert answer.url == kept.get_absolute_url()
    assert kept.sets == composition.sets


def a_proposal(composition) -> dict:
    return {
        "sets": composition.sets,
        "score": composition.score,
        "broken": [],
        "seed": 1,
        "steps": 5,
    }


def test_how_a_search_goes_is_shown_and_that_somebody_looks(browser, cohort):
    composition = divided(cohort, 4, 4)
    composition.status, composition.so_far = "running", {"total": 0.8, "broken": 2}
    composition.looked_at = None
    composition.save()

    answer = browser.get(reverse("composing:progress", args=[composition.pk]))

    composition.refresh_from_db()
    assert "2 rules are still broken." in answer.content.decode()
    assert answer["X-Askwell-Over"] == "no"
    assert composition.looked_at is not None


def test_proposals_ask_as_much_for_one_as_for_three(browser, cohort):
    path = reverse("composing:cohort", args=of(cohort))
    divided(cohort, 4, 4)
    for_one = queries_of(browser, path)
    divided(cohort, 4, 4)
    divided(cohort, 4, 4)

    assert queries_of(browser, path) == for_one


def test_the_board_asks_as_much_for_one_set_as_for_three(browser, ingrid):
    asked = []
    for size in (4, 12):
        cohort = a_cohort_of(size, ingrid)
        composition = divided(cohort, *[4] * (size // 4))
        path = reverse("composing:board", args=[composition.pk])
        asked.append(queries_of(browser, path))

    assert asked[0] == asked[1]


def test_a_partners_manager_and_a_sponsor_do_not_see_the_board(cohort):
    composition = divided(cohort, 4, 4)
    one = a_person()
    programme = cohort.programme
    programme.offices.create(
        email=one.email, person=one, partner=programme.partners.first()
    )
    programme.offices.create(email=one.email, person=one, kind="sponsor")

    answer = signed_in(one).get(composition.get_absolute_url())

    assert answer.status_code == 404
