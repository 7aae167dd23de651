"""A facilitator's own review and practice log are theirs alone."""

import pytest
from django.db import connection
from django.urls import reverse

from askwell.facilitation.duties import DUTIES, Went
from askwell.facilitation.evidence import Evidence
from askwell.process.events import MomentMet
from askwell.web.feedback.models import LogEntry, Review
from askwell.web.feedback.operations.own import keep_line, keep_review
from askwell.web.feedback.queries.evidence import evidence
from askwell.web.feedback.queries.mirror import Moments, reflected
from askwell.web.feedback.queries.slots import look_at
from askwell.web.feedback.reading import review_in
from factories import NOON, a_person, signed_in
from web.feedback.held import Evening, note

pytestmark = pytest.mark.django_db

SECRET = "I filled every pause, again."


def of(evening):
    return reverse("feedback:own", args=[evening.meeting.pk])


def test_whoever_facilitated_keeps_a_word_for_each_duty():
    evening = Evening()
    said = {each.name: "partly" for each in DUTIES}

    answer = signed_in(evening.lead).post(of(evening), said | {"same": SECRET})

    kept = review_in(Review.objects.get().words)
    assert answer.status_code == 302
    assert kept.went == {each.name: Went.PARTLY for each in DUTIES}
    assert kept.same == SECRET


def test_words_lie_sealed_under_the_facilitators_own_key():
    evening = Evening()
    keep_review(evening.meeting, by=evening.lead, went={}, same=SECRET, at=NOON)

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM feedback_review")
        stored = bytes(cursor.fetchone()[0])

    assert SECRET.encode() not in stored


def test_nobody_who_did_not_facilitate_finds_the_page():
    evening = Evening()

    assert signed_in(evening.presenter).get(of(evening)).status_code == 404
    assert signed_in(a_person("Zoe Out")).get(of(evening)).status_code == 404


def test_a_review_is_changed_and_deleted():
    evening = Evening()
    browser = signed_in(evening.lead)
    browser.post(of(evening), {"same": "One"})

    browser.post(of(evening), {"same": "Two"})
    changed = review_in(Review.objects.get().words).same
    browser.post(reverse("feedback:removal", args=[evening.meeting.pk]))

    assert changed == "Two"
    assert not Review.objects.exists()


def test_a_line_for_the_log_is_kept_with_the_review():
    evening = Evening()

    signed_in(evening.lead).post(of(evening), {"line": SECRET})

    line = LogEntry.objects.get()
    assert (line.words, line.number_of_words) == (SECRET, 5)
    assert line.meeting_key == evening.meeting.pk


class TestMirror:
    def test_it_tells_ones_own_share_of_turns_and_the_presenters(self):
        evening = Evening(turns=[0, 1, 1, 1, 1, 1, 1, 2, 3, 4])

        told = reflected(look_at(evening.meeting), evening.lead)

        assert (told.own_share, told.presenters_share) == (10, 60)

    def test_of_few_turns_it_tells_nothing(self):
        told = reflected(look_at(Evening(turns=[0, 1]).meeting), a_person())

        assert told.own_share is None

    def test_moments_met_or_let_be_are_told_to_the_one_who_met_them(self):
        evening = Evening()
        lead, no_telling = str(evening.lead.pk), DUTIES[2]
        note(
            evening.meeting,
            [
                MomentMet(number=0, at=NOON, person=lead, trigger="advice", said=said)
                for said in (True, True, False)
            ],
        )
        looked = look_at(evening.meeting)

        mine = reflected(looked, evening.lead).of(no_telling)
        others = reflected(looked, evening.presenter).of(no_telling)

        assert (mine.said, mine.let_be) == (2, 1)
        assert others == Moments()

    def test_the_page_says_what_it_knows(self):
        evening = Evening(turns=[0, 1, 1, 1, 1, 1, 1, 2, 3, 4])

        page = signed_in(evening.lead).get(of(evening)).content.decode()

        assert "You had 10 % of the turns noted in your slots." in page
        assert "No learning was noted in the slots you facilitated." in page


class TestLog:
    def test_lines_are_added_changed_and_deleted(self):
        me = a_person()
        browser = signed_in(me)
        browser.post(
            reverse("feedback:line_new"),
            {"on": "2026-03-03", "words": SECRET, "about": "holding_silence"},
        )
        line = LogEntry.objects.get()

        browser.post(
            reverse("feedback:line", args=[line.pk]), {"on": "2026-03-04", "words": "I"}
        )
        line.refresh_from_db()
        changed = (line.words, line.number_of_words, line.about)
        browser.post(reverse("feedback:line_removal", args=[line.pk]))

        assert changed == ("I", 1, "")
        assert not LogEntry.objects.exists()

    def test_what_is_wrong_is_said_and_what_was_typed_stays(self):
        form = {"on": "tomorrow", "words": SECRET}

        answer = signed_in(a_person()).post(reverse("feedback:line_new"), form)

        assert answer.status_code == 422
        assert SECRET in answer.content.decode()

    def test_another_persons_line_is_not_there(self):
        line = keep_line(by=a_person(), on=NOON.date(), words=SECRET, at=NOON)

        answer = signed_in(a_person()).get(reverse("feedback:line", args=[line.pk]))

        assert answer.status_code == 404

    def test_it_is_taken_along_as_text(self):
        me = a_person("Ana Sousa")
        keep_line(by=me, on=NOON.date(), words=SECRET, about="listening", at=NOON)

        text = signed_in(me).get(reverse("feedback:log_text")).content.decode()

        assert text == (
            "# Practice log: Ana Sousa\n\n"
            "## 2026-03-03 · Listening\n\n"
            "I filled every pause, again.\n\n"
            "5 words in all.\n"
        )

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_takes_as_many_queries_however_long_it_is(
        self, number, django_assert_num_queries
    ):
        evening = Evening()
        me = evening.lead
        for _each in range(number):
            keep_line(
                by=me,
                on=NOON.date(),
                words=SECRET,
                meeting_key=evening.meeting.pk,
                at=NOON,
            )
        browser = signed_in(me)
        browser.get(reverse("feedback:log"))

        with django_assert_num_queries(5):
            browser.get(reverse("feedback:log"))

    def test_lines_and_words_are_evidence(self):
        me = a_person()
        keep_line(by=me, on=NOON.date(), words=SECRET, at=NOON)

        items = {each.kind: each.amount for each in evidence(me)}

        assert items == {Evidence.LOG_ENTRY: 1, Evidence.LOG_WORDS: 5}
