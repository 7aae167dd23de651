"""The guide: read by everyone, tried by whoever likes, and nothing typed is kept."""

import re
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

import askwell_training
from askwell.process.formats import format_named
from askwell.web.guide import choosing, script, topic, tries
from askwell.web.guide.choosing import Way
from askwell.web.guide.credits import CREDITS
from askwell.web.guide.invitations import TEXTS
from askwell.web.programmes.models import LearningSet
from factories import a_person, signed_in

pytestmark = pytest.mark.django_db

PAGES = (
    "contents",
    "action_learning",
    "value",
    "coaching",
    "skills",
    "chooser",
    "good_topic",
    "inviting",
    "first_meeting",
    "first_steps",
    "credits",
)


@pytest.fixture
def browser():
    return Client()


def at(name, *more):
    return reverse(f"guide:{name}", args=more)


@pytest.mark.parametrize("name", PAGES)
def test_everyone_reads_it_and_it_costs_nothing(
    name, browser, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert browser.get(at(name)).status_code == 200


def test_the_contents_lead_to_every_page(browser):
    words = browser.get(at("contents")).text

    for name in set(PAGES) - {"contents"}:
        assert f'href="{at(name)}"' in words


class TestThePrimer:
    def test_it_names_revans_and_explains_every_letter(self, browser):
        words = browser.get(at("action_learning")).text

        assert "Reg Revans" in words
        assert "L = P + Q" in words
        assert "L ≥ C" in words
        assert re.findall(r"<dt>([A-Z])</dt>", words) == ["L", "P", "Q", "L", "C"]

    def test_it_promises_no_measure(self, browser):
        words = browser.get(at("action_learning")).text

        assert "Nobody has found a sound way to measure it" in words


class TestChoosing:
    def ask(self, browser, *ways):
        names = (each.name for each in choosing.QUESTIONS)
        return browser.post(at("chooser"), dict(zip(names, ways, strict=True)))

    @pytest.mark.parametrize(
        ("way", "says"),
        [
            (Way.COACHING, "Coaching may fit you best"),
            (Way.ACTION_LEARNING, "Action learning fits"),
            (Way.TEAM_COACHING, "Team coaching may fit you best"),
        ],
    )
    def test_each_way_is_explained(self, way, says, browser):
        assert says in self.ask(browser, way, way, way).text

    def test_most_answers_decide(self):
        answers = [Way.COACHING, Way.ACTION_LEARNING, Way.ACTION_LEARNING]

        assert choosing.fitting(answers) is Way.ACTION_LEARNING

    def test_and_where_they_are_at_odds_whose_matter_it_is(self):
        answers = [Way.TEAM_COACHING, Way.COACHING, Way.ACTION_LEARNING]

        assert choosing.fitting(answers) is Way.TEAM_COACHING

    def test_a_question_left_open_is_asked_again(self, browser):
        answer = browser.post(at("chooser"), {"whose": Way.COACHING})

        assert answer.status_code == 422
        assert answer.context["form"].errors.keys() == {"whom", "what"}


class TestAGoodTopic:
    def look(self, browser, *marks):
        return browser.post(at("good_topic"), {"marks": marks})

    def test_with_all_five_marks_it_is_ready(self, browser):
        everything = [mark.name for mark in topic.MARKS]

        assert "Bring it." in self.look(browser, *everything).text

    @pytest.mark.parametrize("mark", topic.MARKS, ids=lambda mark: mark.name)
    def test_each_mark_that_lacks_has_a_way_on(self, mark, browser):
        others = [each.name for each in topic.MARKS if each is not mark]

        answer = self.look(browser, *others)

        assert answer.context["lacking"] == (mark,)
        assert str(mark.if_not) in answer.text

    def test_it_is_never_a_gate(self, browser):
        assert "You can bring it all the same." in self.look(browser).text


class TestInviting:
    def test_there_is_a_text_for_every_purpose(self):
        assert [each.meant_for for each in TEXTS] == list(LearningSet.For)

    def test_each_can_be_copied(self, browser):
        words = browser.get(at("inviting")).text

        assert words.count("<textarea readonly") == len(TEXTS)


class TestTheFirstMeeting:
    def test_the_script_follows_the_format_that_runs_it(self):
        first = format_named("classic_uk").script({"first_meeting": True})

        lines = script.first_meeting()

        assert [line.title for line in lines] == [each.title for each in first.phases]
        assert all(line.say for line in lines)

    def test_it_fits_into_an_hour_and_a_half(self):
        last = script.first_meeting()[-1]

        assert last.starts + last.minutes <= 90


class TestTries:
    def test_there_are_three_in_order(self):
        assert [each.name for each in tries.TRIES] == ["listen", "ask", "reflect"]
        assert tries.after(tries.LISTEN) is tries.ASK
        assert tries.after(tries.REFLECT) is None

    @pytest.mark.parametrize("option", tries.LISTEN.options, ids=lambda each: each.name)
    def test_whatever_is_picked_gets_a_kind_word(self, option, browser):
        answer = browser.post(at("first_step", "listen"), {"picked": option.name})

        assert str(option.why) in answer.text

    def test_advice_dressed_as_a_question_is_told_from_questions(self, browser):
        answer = browser.post(at("first_step", "ask"), {"picked": ["tried", "saying"]})

        assert answer.text.count("Well heard.") == 1
        assert answer.text.count("This one slipped by.") == 2
        assert answer.text.count("You marked it, yet it is open.") == 1

    def test_what_is_written_stands_beside_good_ones(self, browser):
        answer = browser.post(
            at("first_step", "reflect"), {"written": "You miss the patients."}
        )

        assert "You miss the patients." in answer.text
        for each in tries.REFLECT.good:
            assert str(each) in answer.text

    @pytest.mark.parametrize(
        ("written", "remark"),
        [
            ("Have you tried writing to her?", "could be heard as advice"),
            ("Don't you think she should know?", "could be heard as advice"),
            ("Do you want her to know?", "yes or no"),
            ("What do you want? And why now?", "more than one thing"),
            ("What would you like her to know?", "Read yours aloud once"),
        ],
    )
    def test_it_gets_a_remark(self, written, remark):
        assert remark in str(tries.remark(tries.ASK, written))

    def test_it_may_be_left_empty(self, browser):
        answer = browser.post(at("first_step", "ask"), {})

        assert answer.status_code == 200
        assert "Beside yours" not in answer.text

    def test_only_that_it_was_tried_is_kept(self, browser):
        browser.post(at("first_step", "reflect"), {"written": "You miss them."})

        assert browser.session["first_steps"] == ["reflect"]
        assert "You miss them." not in str(Session.objects.get().get_decoded())
        assert "Tried" in browser.get(at("first_steps")).text

    def test_all_three_lead_back_to_ones_sets(self):
        browser = signed_in(a_person())
        for each in tries.TRIES:
            picked = each.options[0].name if each.options else ""
            browser.post(
                at("first_step", each.name), {"picked": picked, "written": "Hm."}
            )

        assert "To my sets" in browser.get(at("first_steps")).text

    def test_there_is_no_fourth(self, browser):
        assert browser.get(at("first_step", "advise")).status_code == 404


class TestCredits:
    def test_those_whose_work_trained_the_coach_are_named_with_their_terms(
        self, browser
    ):
        words = browser.get(at("credits")).text

        for each in CREDITS:
            assert each.title in words
            assert each.makers in words
            assert f"{each.licence} licence" in words

    def test_each_source_of_the_training_is_named_and_no_other(self):
        training = Path(askwell_training.__file__).parent
        code = "".join(file.read_text() for file in training.rglob("*.py"))
        sources = set(re.findall(r'source="(\w+)"', code)) - {"own"}

        assert {each.source for each in CREDITS} == sources

    def test_the_source_is_where_the_operator_says(self, browser, settings):
        settings.SOURCE_URL = "https://source.example/askwell"

        assert (
            'href="https://source.example/askwell"' in browser.get(at("credits")).text
        )

    def test_where_nobody_says_it_users_are_told_whom_to_ask(self, browser, settings):
        settings.SOURCE_URL = ""

        assert "owes you that source" in browser.get(at("credits")).text

    def test_every_page_leads_there(self, browser):
        assert f'href="{at("credits")}"' in browser.get(at("value")).text
