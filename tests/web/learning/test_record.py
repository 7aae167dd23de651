"""A person's learning record: their own words, and the questions they kept."""

import json
from io import BytesIO

import pytest
from docx import Document

from askwell.process import commands as ask
from askwell.process.choices import ActionStatus
from askwell.web.actions import operations as actions
from askwell.web.learning import operations, queries
from askwell.web.learning.screens import sheet
from askwell.web.meetings import memory
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import LedgerLine
from askwell.web.programmes.queries import membership_of
from askwell.web.vault import cipher
from factories import NOON, a_person, a_set, an_action, signed_in
from web.learning.held import (
    CLARIFYING,
    OPEN_QUESTION,
    OTHER,
    QUESTION,
    SEEN,
    SHARED,
    TOPIC,
    WELL,
    WISH,
    a_set_that_meets,
    action_of,
)
from web.meetings.rooms import a_token

pytestmark = pytest.mark.django_db

PAGE, COPY = "/record/", "/record/export/"
OF_OTHERS = (CLARIFYING, OTHER, SHARED, WELL, WISH)


@pytest.fixture
def thursday():
    memory._known.clear()
    return a_set_that_meets()


def copy_of(person, form="json"):
    return signed_in(person).post(COPY, {"form": form})


def in_full(person):
    """The page, and the copy in both forms, as text."""
    document = Document(BytesIO(copy_of(person, "docx").content))
    return (
        signed_in(person).get(PAGE).text,
        copy_of(person).content.decode(),
        "\n".join(each.text for each in document.paragraphs),
    )


def test_it_holds_what_i_brought_kept_learned_and_chose(thursday):
    thursday.whole()

    for text in in_full(thursday.ana):
        for mine in (TOPIC, QUESTION, OPEN_QUESTION, SEEN, "Ask the ward clerks"):
            assert mine in text


def test_of_others_it_holds_only_the_questions_i_kept(thursday):
    thursday.whole()

    for text in in_full(thursday.ana):
        assert [each for each in OF_OTHERS if each in text] == []


def test_who_only_asked_has_none_of_what_was_brought(thursday):
    thursday.whole()

    for text in in_full(thursday.ben):
        assert TOPIC not in text
        assert OPEN_QUESTION not in text


def test_it_says_what_came_of_an_action_by_all_four_questions(thursday):
    thursday.whole()
    meeting = thursday.begun(NOON)
    told = {"did": "I asked", "happened": "Two came", "learned": "Go in person"}
    thursday.report(
        meeting, status=ActionStatus.PARTLY, still_open="The night shift", **told
    )
    thursday.end(meeting)

    for text in in_full(thursday.ana):
        for words in (*told.values(), "The night shift"):
            assert words in text


class TestNames:
    def test_a_question_is_kept_without_the_name_of_who_asked(self, thursday):
        thursday.whole()

        for text in in_full(thursday.ana):
            assert "Whitlock" not in text

    def test_who_agrees_is_named(self, thursday):
        thursday.whole()
        operations.agree_to_be_named(thursday.ben, agrees=True, at=NOON)

        for text in in_full(thursday.ana):
            assert "Ben Whitlock" in text

    def test_the_agreement_is_the_askers_own_and_can_be_taken_back(self, thursday):
        thursday.whole()
        operations.agree_to_be_named(thursday.chi, agrees=True, at=NOON)
        browser = signed_in(thursday.ben)

        for answer in ("yes", "no"):
            browser.post("/record/questions/naming/", {"agrees": answer})

        for text in in_full(thursday.ana):
            assert "Whitlock" not in text


class TestLeaving:
    def test_own_words_stay_mine_after_i_have_left(self, thursday):
        thursday.whole()
        sets.leave(membership_of(thursday.ana, thursday.learning_set), at=NOON)

        for text in in_full(thursday.ana):
            assert TOPIC in text
            assert OPEN_QUESTION in text

    def test_what_the_set_is_called_today_is_its_own(self, thursday):
        thursday.whole()
        sets.leave(membership_of(thursday.ana, thursday.learning_set), at=NOON)

        for text in in_full(thursday.ana):
            assert "Thursday set" not in text

    def test_what_was_said_after_i_left_is_not_in_it(self, thursday):
        sets.leave(membership_of(thursday.chi, thursday.learning_set), at=NOON)

        assert queries.record_of(thursday.chi).is_empty

    def test_destroyed_keys_take_the_words_from_it_at_once(self, thursday):
        thursday.whole()
        browser = signed_in(thursday.ana)
        browser.get(PAGE)

        cipher.keystore().shred(str(thursday.learning_set.pk), at=NOON)

        for text in in_full(thursday.ana):
            for words in (TOPIC, QUESTION, OPEN_QUESTION, SEEN, "Ask the ward clerks"):
                assert words not in text


def test_nothing_that_is_kept_in_memory_has_words(thursday):
    meeting = thursday.whole()

    kept = repr(memory.states([meeting])[meeting.pk])

    for words in (TOPIC, QUESTION, OPEN_QUESTION, CLARIFYING, SEEN, SHARED, WISH):
        assert words not in kept


def test_a_topic_that_was_withdrawn_is_in_no_record(thursday):
    meeting = thursday.begun(NOON)
    ana = str(thursday.ana.pk)
    thursday.step(meeting, ask.BeginSlot, presenter=ana, reason="So we agreed.")
    thursday.put(
        meeting,
        ask.StateTopic(by=ana, token=a_token(), topic=TOPIC),
        ask.WithdrawTopic(by=ana, token=a_token()),
    )
    thursday.end(meeting)

    for text in in_full(thursday.ana):
        assert TOPIC not in text


def test_it_is_ordered_by_year_with_the_newest_first():
    ana = a_person("Ana")
    learning_set = a_set(ana)
    an_action(ana, learning_set, words="Of the first year")
    later = an_action(ana, learning_set, words="Of the year after")
    later.created_at = NOON.replace(year=NOON.year + 1)
    later.save()

    record = queries.record_of(ana)

    assert [year.number for year in record.years] == [NOON.year + 1, NOON.year]
    assert [year.actions[0].words for year in record.years] == [
        "Of the year after",
        "Of the first year",
    ]


class TestTakingACopy:
    def lines(self):
        made = LedgerLine.objects.filter(kind=LedgerLine.Kind.EXPORT)
        return [(each.learning_set, each.by, each.detail) for each in made]

    def test_it_is_entered_in_the_ledger_of_each_set_whose_words_it_holds(
        self, thursday
    ):
        thursday.whole()
        other, silent = (a_set(thursday.ana, name=name) for name in ("Other", "Silent"))
        an_action(thursday.ana, other)

        copy_of(thursday.ana, "docx")

        assert sorted(self.lines(), key=str) == sorted(
            [
                (thursday.learning_set, thursday.ana, "docx"),
                (other, thursday.ana, "docx"),
            ],
            key=str,
        )
        assert silent not in [each for each, _by, _form in self.lines()]

    def test_looking_at_it_is_entered_nowhere(self, thursday):
        thursday.whole()
        browser = signed_in(thursday.ana)

        browser.get(PAGE)
        browser.get(COPY)

        assert self.lines() == []

    def test_it_is_a_file_with_a_day_and_no_name(self, thursday):
        answer = copy_of(thursday.ana)

        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["Content-Disposition"].startswith(
            'attachment; filename="learning-record-20'
        )
        assert "no-store" in answer.headers["Cache-Control"]

    def test_signs_that_no_document_can_hold_are_left_out_of_it(self):
        ana = a_person("Ana")
        an_action(ana, words="Ask \x0bRosa\x1f & <others>")

        document = Document(BytesIO(copy_of(ana, "docx").content))

        words = [each.text for each in document.paragraphs]
        assert "Ask Rosa & <others>" in words

    def test_the_data_say_by_which_schema_they_are_written(self, thursday):
        thursday.whole()

        data = json.loads(copy_of(thursday.ana).content)

        assert data["schema"] == sheet.SCHEMA
        [year] = data["years"]
        [time] = year["times"]
        assert time["topic"] == TOPIC
        assert time["questions"] == [
            {
                "words": OPEN_QUESTION,
                "kind": "open_question",
                "starred": True,
                "asked_by": None,
            }
        ]
        assert [each["words"] for each in time["actions"]] == ["Ask the ward clerks"]

    def test_notes_and_the_scale_go_along(self, thursday):
        action = action_of(thursday.whole())
        ana = thursday.ana
        actions.keep_note(action, by=ana, words="Half way", at=NOON)
        actions.describe_scale(action, by=ana, words={"more": "All came"}, now=None)

        data = json.loads(copy_of(ana).content)

        [written] = data["years"][0]["times"][0]["actions"]
        assert [each["words"] for each in written["notes"]] == ["Half way"]
        assert written["scale"]["levels"] == {"1": "All came"}


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_many_meetings(
    number, thursday, django_assert_num_queries
):
    for day in range(number):
        thursday.whole(days=day)
    browser = signed_in(thursday.ana)
    browser.get(PAGE)
    memory._known.clear()

    with django_assert_num_queries(13):
        browser.get(PAGE)
    with django_assert_num_queries(11):
        browser.get(PAGE)
