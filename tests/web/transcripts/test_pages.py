"""The pages on which a transcript is asked about, agreed to, and deleted."""

import pytest
from django.urls import reverse

from askwell.web.programmes.models import SetMembership
from askwell.web.transcripts import operations
from askwell.web.transcripts.models import Transcript, Upload
from factories import NOON, a_person, minutes, signed_in
from web.transcripts.held import SECRET, Held, closed, fresh, held, joins

SURE = {"is_sure": "on"}


def page_of(name: str, transcript: Transcript) -> str:
    return reverse(f"transcripts:{name}", args=[transcript.pk])


def of_set(name: str, where: Held) -> str:
    return reverse(f"transcripts:{name}", args=[where.learning_set.pk])


class TestTheSetsTranscripts:
    def test_are_found_from_the_sets_page_and_from_the_meetings(self, meeting_held):
        browser = signed_in(meeting_held.ben)
        learning_set, meeting = meeting_held.learning_set, meeting_held.meeting
        home = browser.get(learning_set.get_absolute_url()).text
        review = browser.get(reverse("meetings:review", args=[meeting.pk])).text

        assert of_set("transcripts", meeting_held) in home
        assert reverse("transcripts:of_meeting", args=[meeting.pk]) in review

    def test_lead_to_the_question_while_there_is_none(self, meeting_held):
        page = signed_in(meeting_held.ben).get(of_set("transcripts", meeting_held))

        assert "None has been read" in page.text
        assert of_set("new", meeting_held) in page.text

    def test_lead_to_the_report_once_it_is_read(self, meeting_held):
        transcript = meeting_held.read()

        page = signed_in(meeting_held.ben).get(of_set("transcripts", meeting_held))

        assert page_of("report", transcript) in page.text

    def test_say_of_one_that_ended_only_that(self, meeting_held):
        operations.end(meeting_held.asked(), by=meeting_held.gil, at=NOON)

        page = signed_in(meeting_held.ben).get(of_set("transcripts", meeting_held)).text

        assert "not everybody said yes" in page
        assert "Gil" not in page

    def test_cost_as_much_for_three_as_for_one(
        self, meeting_held, django_assert_num_queries
    ):
        meeting_held.read()
        browser = signed_in(meeting_held.ben)
        address = of_set("transcripts", meeting_held)
        with django_assert_num_queries(5):
            browser.get(address)
        for _ in range(2):
            another_meeting(meeting_held)

        with django_assert_num_queries(5):
            browser.get(address)


def another_meeting(where: Held) -> Transcript:
    meeting = where.learning_set.meetings.create(
        format="classic_uk", booked_minutes=90, starts_at=NOON + minutes(60)
    )
    closed(meeting)
    return operations.propose(meeting, by=where.ana, at=NOON)


class TestAMeetingsTranscript:
    def test_leads_to_where_one_may_ask(self, meeting_held):
        address = reverse("transcripts:of_meeting", args=[meeting_held.meeting.pk])

        answer = signed_in(meeting_held.ben).get(address)

        chosen = f"?meeting={meeting_held.meeting.pk}"
        assert answer.url == of_set("new", meeting_held) + chosen

    def test_leads_to_the_question_and_then_to_the_report(self, meeting_held):
        address = reverse("transcripts:of_meeting", args=[meeting_held.meeting.pk])
        browser = signed_in(meeting_held.ben)
        asked = meeting_held.asked()
        before = browser.get(address).url
        for person in (meeting_held.ben, meeting_held.gil, meeting_held.dee):
            operations.agree(asked, by=person, at=NOON)
        Upload.objects.create(transcript=asked, words="{}", cast="{}")

        assert before == page_of("transcript", asked)
        assert browser.get(address).url == page_of("report", asked)


class TestAsking:
    def test_asks_everybody_and_says_yes_oneself(self, meeting_held):
        form = {"meeting": meeting_held.meeting.pk, "origin": "Our call's captions"}

        answer = signed_in(meeting_held.ben).post(of_set("new", meeting_held), form)

        transcript = Transcript.objects.get()
        assert answer.url == page_of("transcript", transcript)
        assert transcript.origin == "Our call's captions"
        assert transcript.asked.get(agreed_at__isnull=False).person == meeting_held.ben

    def test_says_what_a_yes_means_before_one_asks(self, meeting_held):
        page = signed_in(meeting_held.ben).get(of_set("new", meeting_held)).text

        for words in (
            "Nothing leaves the server",
            "never for anybody&#x27;s appraisal",
            "Nobody is told whose no it was",
            "deleted at once",
        ):
            assert words in page.replace("'", "&#x27;")

    def test_of_a_foreign_meeting_is_refused(self, meeting_held):
        form = {"meeting": held().meeting.pk}

        answer = signed_in(meeting_held.ben).post(of_set("new", meeting_held), form)

        assert answer.status_code == 422
        assert not Transcript.objects.exists()

    def test_offers_no_meeting_that_was_asked_about(self, meeting_held):
        meeting_held.asked()

        page = signed_in(meeting_held.ben).get(of_set("new", meeting_held)).text

        assert "There is no meeting to ask about" in page

    def test_in_an_ended_set_is_refused_with_its_own_reason(self, meeting_held):
        meeting_held.learning_set.ended_at = NOON
        meeting_held.learning_set.save()
        form = {"meeting": meeting_held.meeting.pk}

        answer = signed_in(meeting_held.ben).post(of_set("new", meeting_held), form)

        assert answer.status_code == 422
        assert "This set has ended" in answer.text


class TestAnswering:
    def test_is_for_a_guest_too_who_reads_nothing_of_it(self, meeting_held):
        transcript = meeting_held.asked()
        browser = signed_in(meeting_held.gil)

        page = browser.get(page_of("transcript", transcript)).text
        browser.post(page_of("answer", transcript), {"says": "yes"})

        assert "you do not see it" in page
        assert transcript.asked.get(person=meeting_held.gil).agreed_at
        assert browser.get(page_of("report", transcript)).status_code == 404

    def test_with_a_no_ends_it_kindly(self, meeting_held):
        transcript = meeting_held.asked()
        browser = signed_in(meeting_held.gil)

        browser.post(page_of("answer", transcript), {"says": "no"})

        for person in (meeting_held.gil, meeting_held.ana):
            page = signed_in(person).get(page_of("transcript", transcript)).text
            assert "Not everybody would like this, so it ends here." in page
            assert "Gil" not in page.split("<main")[1]

    def test_with_neither_asks_again(self, meeting_held):
        transcript = meeting_held.asked()

        answer = signed_in(meeting_held.gil).post(page_of("answer", transcript))

        assert answer.status_code == 422
        assert "Say yes or no." in answer.text

    def test_after_somebody_said_no_is_told_so(self, meeting_held):
        transcript = meeting_held.asked()
        operations.end(transcript, by=meeting_held.gil, at=NOON)
        browser = signed_in(meeting_held.ben)

        answer = browser.post(page_of("answer", transcript), {"says": "yes"})

        assert answer.status_code == 409
        assert "It has ended meanwhile" in answer.text

    def test_says_how_many_said_yes_and_never_who_did_not(self, meeting_held):
        transcript = meeting_held.asked()

        page = signed_in(meeting_held.ana).get(page_of("transcript", transcript)).text

        assert (
            "May the transcript of 3\N{NO-BREAK SPACE}March 2026 be read?</h1>" in page
        )
        assert "You are the first of 4." in page
        for name in ("Ben Whitlock", "Gil Marsh", "Dee Lo"):
            assert name not in page

    def test_of_somebody_who_has_left_names_no_set(self, meeting_held):
        transcript = meeting_held.asked()
        SetMembership.objects.filter(person=meeting_held.ben).update(left_at=NOON)

        page = signed_in(meeting_held.ben).get(page_of("transcript", transcript))

        assert page.status_code == 200
        assert meeting_held.learning_set.name not in page.text

    def test_leads_whoever_asked_on_once_all_have_said_yes(self, meeting_held):
        transcript = meeting_held.agreed()

        page = signed_in(meeting_held.ana).get(page_of("transcript", transcript)).text

        assert "Everybody has said yes." in page
        assert page_of("upload", transcript) in page


class TestTakingBack:
    def test_asks_whether_one_is_sure(self, meeting_held):
        transcript = meeting_held.read()
        browser = signed_in(meeting_held.gil)

        page = browser.get(page_of("deletion", transcript)).text
        unsure = browser.post(page_of("deletion", transcript))

        assert "Nobody can bring them back, you neither." in page
        assert unsure.status_code == 422
        assert Upload.objects.exists()

    def test_deletes_both_at_once(self, meeting_held):
        transcript = meeting_held.read()
        browser = signed_in(meeting_held.gil)

        browser.post(page_of("deletion", transcript), SURE)

        page = signed_in(meeting_held.ana).get(page_of("transcript", transcript)).text
        assert not Upload.objects.exists()
        assert (
            "The transcript of 3\N{NO-BREAK SPACE}March 2026 is not read</h1>" in page
        )
        assert "It was deleted on" in page
        assert (
            signed_in(meeting_held.ana).get(page_of("report", transcript)).status_code
            == 404
        )

    def test_before_it_is_put_in_looks_like_a_no(self, meeting_held):
        transcript = meeting_held.agreed()

        signed_in(meeting_held.ben).post(page_of("deletion", transcript), SURE)

        assert fresh(transcript).outcome == Transcript.Outcome.DECLINED

    def test_is_not_for_whoever_joined_afterwards(self, meeting_held):
        transcript = meeting_held.read()
        eve = joins(meeting_held.learning_set)

        assert signed_in(eve).get(page_of("deletion", transcript)).status_code == 404
        assert signed_in(eve).get(page_of("report", transcript)).status_code == 200

    def test_twice_leads_to_what_is_left(self, meeting_held):
        transcript = meeting_held.read()
        browser = signed_in(meeting_held.gil)
        browser.post(page_of("deletion", transcript), SURE)

        answer = browser.post(page_of("deletion", transcript), SURE)

        assert answer.url == page_of("transcript", transcript)


class TestTheNextStep:
    def test_leads_whoever_is_asked_to_the_question(self, meeting_held):
        transcript = meeting_held.asked()

        for person in (meeting_held.dee, meeting_held.gil):
            page = signed_in(person).get("/").text
            assert "A transcript of this meeting: may it be read?" in page
            assert page_of("transcript", transcript) in page

    def test_is_over_with_the_answer(self, meeting_held):
        transcript = meeting_held.asked()
        operations.agree(transcript, by=meeting_held.dee, at=NOON)

        assert "may it be read?" not in signed_in(meeting_held.dee).get("/").text

    def test_leads_whoever_asked_to_putting_it_in(self, meeting_held):
        meeting_held.agreed()

        heading = "Everybody has said yes to the transcript"
        assert heading in signed_in(meeting_held.ana).get("/").text
        assert heading not in signed_in(meeting_held.ben).get("/").text

    def test_is_nobodys_once_it_has_ended(self, meeting_held):
        operations.end(meeting_held.asked(), by=meeting_held.gil, at=NOON)

        for person in meeting_held.everybody:
            assert "may it be read?" not in signed_in(person).get("/").text


@pytest.mark.parametrize("name", ["report", "cast", "upload", "copy"])
def test_a_stranger_is_told_nothing(meeting_held, name):
    transcript = meeting_held.read()
    stranger = signed_in(a_person("Passer-by"))

    answer = stranger.get(page_of(name, transcript))

    assert answer.status_code in (404, 405)
    assert SECRET not in answer.text


def test_of_a_set_whose_words_are_destroyed_nothing_is_left(meeting_held):
    transcript = meeting_held.read()
    meeting_held.learning_set.forgotten_at = NOON
    meeting_held.learning_set.save()
    browser = signed_in(meeting_held.ana)

    for name in ("transcript", "report", "cast", "deletion"):
        assert browser.get(page_of(name, transcript)).status_code == 404
