"""Learning to facilitate: lessons, the gym, and one next step."""

import pytest
from django.urls import reverse

from askwell.facilitation.evidence import Evidence
from askwell.facilitation.lessons import LESSONS
from askwell.web.coaching.models import Correction
from askwell.web.training.exercises import looked_at
from askwell.web.training.models import Asked
from askwell.web.training.queries import context_of, lessons_done
from askwell.web.training.queries.evidence import evidence
from factories import a_person, signed_in

pytestmark = pytest.mark.django_db
LESSON = LESSONS[0]


@pytest.fixture
def femke():
    return a_person("Femke de Vries")


@pytest.fixture
def browser(femke):
    return signed_in(femke)


def lesson_path(name: str = LESSON.name) -> str:
    return reverse("training:lesson", args=[name])


def test_the_way_begins_with_the_first_lesson_and_gates_nothing(browser):
    page = browser.get(reverse("training:path")).text

    assert "none of it is needed to run a first meeting" in page
    assert lesson_path() in page


def test_whatever_one_chooses_the_lesson_is_done_and_each_choice_explained(
    browser, femke
):
    poor = next(each for each in LESSON.exercise.choices if not each.helps)

    page = browser.post(lesson_path(), {"choice": poor.name}).text

    assert all(each.why in page for each in LESSON.exercise.choices)
    assert lessons_done(femke) == {LESSON.name}


def test_without_a_choice_it_says_what_to_do(browser, femke):
    answer = browser.post(lesson_path())

    assert answer.status_code == 422
    assert "Choose one of the three first." in answer.text
    assert lessons_done(femke) == set()


def test_a_lesson_can_be_counted_as_not_done(browser, femke):
    browser.post(lesson_path(), {"choice": LESSON.exercise.choices[0].name})

    browser.post(reverse("training:again", args=[LESSON.name]))

    assert lessons_done(femke) == set()


def test_a_context_is_chosen_and_its_situations_come_first(browser, femke):
    browser.post(reverse("training:context"), {"context": "new_ways"})
    answer = browser.get(reverse("training:exercise", args=["turn"]))

    assert context_of(femke).name == "new_ways"
    assert answer.url == reverse("training:situation", args=["turn", "champions"])


def test_advice_in_the_gym_is_heard_as_such_and_nothing_typed_is_kept(browser, femke):
    path = reverse("training:situation", args=["write", "price"])

    page = browser.post(path, {"words": "Have you tried raising them by a tenth?"}).text

    assert "could be heard as" in page
    assert "What are you protecting by staying cheap?" in page
    assert list(Asked.objects.values_list("situation", flat=True)) == ["price"]


def test_an_open_question_is_told_as_one(browser):
    path = reverse("training:situation", args=["write", "price"])

    page = browser.post(path, {"words": "What do you fear would happen?"}).text

    assert "An open question" in page


def test_whoever_meant_it_otherwise_says_so_and_it_counts_and_is_not_kept(
    browser, femke
):
    path = reverse("training:situation", args=["write", "price"])
    said = {"words": "Have you tried raising them by a tenth?"}

    heard = browser.post(path, said).text
    meant = browser.post(path, said | {"meant": "open_question"}).text
    odd = browser.post(path, said | {"meant": "no such kind"}).text

    assert "I meant it otherwise" in heard
    assert "You meant it as an open question." in meant
    assert "You meant it as" not in odd
    assert Asked.objects.filter(person=femke).count() == 1
    assert not Correction.objects.exists()


def test_no_choice_however_long_breaks_anything(browser):
    path = reverse("training:situation", args=["choose", "manager"])

    answers = [browser.post(path, {"part": each}) for each in ("9" * 5000, "²", "-1")]

    assert [each.status_code for each in answers] == [422, 422, 422]


def test_one_of_several_is_chosen(browser):
    path = reverse("training:situation", args=["choose", "manager"])

    refused = browser.post(path)
    page = browser.post(path, {"part": "2"}).text

    assert refused.status_code == 422
    assert "It leaves the way open" in page


def test_lessons_and_questions_count_as_evidence_once_each(browser, femke):
    browser.post(lesson_path(), {"choice": LESSON.exercise.choices[0].name})
    for words in ("What matters?", "What else matters?"):
        path = reverse("training:situation", args=["write", "price"])
        browser.post(path, {"words": words})

    assert [each.kind for each in evidence(femke)] == [
        Evidence.LESSON,
        Evidence.COACHED_QUESTION,
    ]


def test_the_way_asks_the_same_number_of_queries_however_much_was_done(
    browser, django_assert_num_queries
):
    browser.post(lesson_path(), {"choice": LESSON.exercise.choices[0].name})
    with django_assert_num_queries(6):
        browser.get(reverse("training:path"))
    for lesson in LESSONS[1:4]:
        browser.post(
            lesson_path(lesson.name), {"choice": lesson.exercise.choices[0].name}
        )

    with django_assert_num_queries(6):
        browser.get(reverse("training:path"))


def test_what_does_not_exist_is_not_found(browser):
    for name in ("lesson", "exercise"):
        assert browser.get(reverse(f"training:{name}", args=["no"])).status_code == 404


def test_advice_in_the_shape_of_several_questions_is_told_as_both():
    words = "Have you thought about hiring a consultant? And why did nobody tell you?"

    says = looked_at(words).says

    assert "a suggestion in the shape of a question" in says
    assert "several questions" in says
