"""A transcript is put in, its speakers are found, and the set reads what it tells."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from askwell.coach import Role
from askwell.transcripts.codec import to_json
from askwell.web.programmes.models import LedgerLine
from askwell.web.transcripts import casting, operations, queries, sealing
from askwell.web.transcripts.casting import Part
from askwell.web.transcripts.models import Transcript, Upload
from askwell.web.transcripts.queries import memory
from askwell.web.transcripts.refusals import NotReadError, Reason
from factories import NOON, a_person, signed_in
from web.learning.held import a_set_that_meets
from web.transcripts.held import SAID, SECRET, fresh, joins, said

LINES = "Ana Sousa: I am stuck.\nBen Whitlock: What makes it hard?\n"


def page_of(name: str, transcript: Transcript) -> str:
    return reverse(f"transcripts:{name}", args=[transcript.pk])


def a_file(words: bytes, name: str = "meeting.vtt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words)


def cast_of(transcript: Transcript) -> casting.Cast:
    return casting.read(fresh(transcript).upload.cast)


def as_shown(transcript: Transcript) -> dict[str, str]:
    """What the form says before anything is chosen."""
    form = {}
    for number, part in enumerate(cast_of(transcript).values()):
        form[f"person_{number}"] = part.person or "nobody"
        form[f"role_{number}"] = part.role or "as_it_sounds"
    return form


class TestPuttingIn:
    def test_takes_a_file(self, meeting_held):
        transcript = meeting_held.agreed()
        form = {"file": a_file(SAID.encode())}

        answer = signed_in(meeting_held.ana).post(page_of("upload", transcript), form)

        assert answer.url == page_of("cast", transcript)
        assert SECRET in fresh(transcript).upload.words

    def test_takes_words(self, meeting_held):
        transcript = meeting_held.agreed()

        signed_in(meeting_held.ana).post(
            page_of("upload", transcript), {"pasted": LINES}
        )

        cues = sealing.read(fresh(transcript).upload.words).cues
        assert [each.speaker for each in cues] == ["Ana Sousa", "Ben Whitlock"]

    def test_keeps_no_word_unsealed(self, meeting_held):
        transcript = meeting_held.read()

        kept = transcript.upload.__dict__["words"].sealed

        assert SECRET.encode() not in bytes(kept)

    def test_is_entered_into_the_ledger(self, meeting_held):
        meeting_held.read()

        assert LedgerLine.objects.get(detail="read").by == meeting_held.ana

    @pytest.mark.parametrize("name", ["ben", "dee"])
    def test_is_for_anybody_of_the_set_who_said_yes(self, meeting_held, name):
        transcript = meeting_held.agreed()
        person = getattr(meeting_held, name)

        operations.put_in(transcript, said(), by=person, at=NOON)

        assert fresh(transcript).upload.uploaded_by == person

    def test_is_not_for_a_guest(self, meeting_held):
        transcript = meeting_held.agreed()

        answer = signed_in(meeting_held.gil).get(page_of("upload", transcript))

        assert answer.status_code == 404
        with pytest.raises(NotReadError, match=Reason.NOT_YOURS.name):
            operations.put_in(transcript, said(), by=meeting_held.gil, at=NOON)

    def test_opens_only_once_all_have_said_yes(self, meeting_held):
        transcript = meeting_held.asked()

        answer = signed_in(meeting_held.ana).get(page_of("upload", transcript))

        assert answer.status_code == 404

    def test_waits_for_whoever_has_joined(self, meeting_held):
        transcript = meeting_held.agreed()
        joins(meeting_held.learning_set)

        answer = signed_in(meeting_held.ana).get(page_of("upload", transcript))

        assert answer.status_code == 404

    def test_another_file_takes_the_place_of_the_first(self, meeting_held):
        transcript = meeting_held.read()

        signed_in(meeting_held.ana).post(
            page_of("upload", transcript), {"pasted": LINES}
        )

        assert SECRET not in fresh(transcript).upload.words
        assert Upload.objects.count() == 1

    def test_another_file_is_put_in_by_nobody_else(self, meeting_held):
        transcript = meeting_held.read()

        answer = signed_in(meeting_held.ben).get(page_of("upload", transcript))

        assert answer.status_code == 404


class TestWhoIsWho:
    def test_is_guessed_where_it_is_plain(self, meeting_held):
        transcript = meeting_held.read()

        cast = cast_of(transcript)

        assert {name: part.person for name, part in cast.items()} == {
            "Ana Sousa": str(meeting_held.ana.pk),
            "Ben Whitlock": str(meeting_held.ben.pk),
            "Gil": str(meeting_held.gil.pk),
            "A stranger": "",
        }

    def test_the_log_says_who_facilitated(self, meeting_held):
        transcript = meeting_held.read()

        assert cast_of(transcript)["Ana Sousa"].role == "facilitator"

    def test_the_log_says_who_presented(self, db):
        learning_set = a_set_that_meets()

        parts = queries.parts_in(learning_set.whole())

        assert parts == {
            str(learning_set.ana.pk): Role.PRESENTER,
            str(learning_set.dan.pk): Role.FACILITATOR,
        }

    @pytest.mark.parametrize(
        ("name", "meant"),
        [
            ("Amara Okafor", True),
            ("amara okafor", True),
            ("Okafor, Amara", True),
            ("Amara", True),
            ("Amara O.", True),
            ("Amara Okafor (Guest)", True),
            ("Amára Okafor", True),
            ("Meeting room 4", False),
            ("", False),
        ],
    )
    def test_names_are_known_in_many_forms(self, db, name, meant):
        amara, jonas = a_person("Amara Okafor"), a_person("Jonas Lindqvist")

        cast = casting.guess(
            said(f"{name}: Yes.") if name else said(), [amara, jonas], {}
        )

        assert (str(amara.pk) in {each.person for each in cast.values()}) is meant

    def test_nobody_is_guessed_where_it_may_be_another(self, db):
        people = [a_person("Amara Okafor"), a_person("Amara Obi")]

        cast = casting.guess(said("Amara O: Yes."), people, {})

        assert cast == {"Amara O": Part()}

    def test_is_put_right_by_anybody_of_the_set(self, meeting_held):
        transcript = meeting_held.read()
        form = as_shown(transcript) | {
            "role_0": "presenter",
            "person_1": meeting_held.dee.pk,
            "person_2": "nobody",
            "role_2": "as_it_sounds",
        }

        answer = signed_in(meeting_held.ben).post(page_of("cast", transcript), form)

        assert answer.url == page_of("report", transcript)
        assert cast_of(transcript)["Ana Sousa"].role == "presenter"
        assert cast_of(transcript)["Ben Whitlock"].person == str(meeting_held.dee.pk)
        assert cast_of(transcript)["Gil"] == Part()

    def test_nobody_can_be_chosen_who_did_not_say_yes(self, meeting_held):
        transcript = meeting_held.read()
        form = as_shown(transcript) | {"person_0": a_person("Passer-by").pk}

        answer = signed_in(meeting_held.ana).post(page_of("cast", transcript), form)

        assert answer.status_code == 422
        with pytest.raises(NotReadError, match=Reason.UNKNOWN_PERSON.name):
            operations.cast(
                transcript,
                {"Ana Sousa": Part(str(a_person("Another").pk))},
                by=meeting_held.ana,
                at=NOON,
            )

    def test_somebody_has_to_be_there(self, meeting_held):
        transcript = meeting_held.read()

        nobody = {f"person_{number}": "nobody" for number in range(4)}
        form = as_shown(transcript) | nobody

        answer = signed_in(meeting_held.ana).post(page_of("cast", transcript), form)

        assert answer.status_code == 409
        assert "Say of at least one name who it is" in answer.text

    def test_the_page_helps_with_how_often_each_spoke(self, meeting_held):
        transcript = meeting_held.read()

        page = signed_in(meeting_held.ana).get(page_of("cast", transcript)).text

        assert "spoke 2 times" in page
        assert "A stranger" in page


class TestTheReport:
    def test_tells_the_set_what_was_asked_and_told(self, meeting_held):
        transcript = meeting_held.read()

        page = signed_in(meeting_held.dee).get(page_of("report", transcript)).text

        assert "meeting of 3 March 2026" in page
        assert "What went well" in page
        assert "What would have to be true for them to ask for it?" in page
        assert "You should just write to the director." in page

    def test_leaves_out_what_was_said_by_whom_nobody_asked(self, meeting_held):
        transcript = meeting_held.read()

        report = queries.report_on(transcript)

        names = {each.name for each in report.people}
        assert names == {"Ana Sousa", "Ben Whitlock", "Gil Marsh"}

    def test_two_names_of_one_person_are_one(self, meeting_held):
        transcript = meeting_held.read()
        ana = Part(str(meeting_held.ana.pk))
        who = {"Ana Sousa": ana, "A stranger": ana}
        operations.cast(transcript, who, by=meeting_held.ana, at=NOON)

        report = queries.report_on(fresh(transcript))

        assert [each.name for each in report.people] == ["Ana Sousa"]

    def test_two_people_of_one_name_are_told_apart(self, meeting_held):
        meeting_held.ben.name = "Ana Sousa"
        meeting_held.ben.save()
        transcript = meeting_held.agreed()
        operations.put_in(transcript, said(), by=meeting_held.ana, at=NOON)
        who = {
            "Ana Sousa": Part(str(meeting_held.ana.pk)),
            "Ben Whitlock": Part(str(meeting_held.ben.pk)),
        }
        operations.cast(transcript, who, by=meeting_held.ana, at=NOON)

        report = queries.report_on(fresh(transcript))

        assert {each.name for each in report.people} == {"Ana Sousa", "Ana Sousa (2)"}

    def test_changes_with_who_is_who(self, meeting_held):
        transcript = meeting_held.read()
        before = queries.report_on(transcript)
        who = {"Ben Whitlock": Part(str(meeting_held.dee.pk))}
        operations.cast(transcript, who, by=meeting_held.ana, at=NOON)

        after = queries.report_on(fresh(transcript))

        assert {each.name for each in after.people} == {"Dee Lo"}
        assert {each.name for each in before.people} != {"Dee Lo"}

    def test_is_the_same_for_every_reader(self, meeting_held):
        transcript = meeting_held.read()
        first = queries.report_on(transcript)

        second = queries.report_on(fresh(transcript))

        assert to_json(second) == to_json(first)

    def test_lies_in_memory_as_noise(self, meeting_held):
        transcript = meeting_held.read()
        memory._sealed.clear()
        queries.report_on(transcript)

        [kept] = memory._sealed.values()
        assert b"write to the director" not in kept
        assert b"Ana Sousa" not in kept

    def test_cannot_be_opened_in_memory_once_its_key_is_destroyed(self, meeting_held):
        transcript = meeting_held.read()
        memory._sealed.clear()
        queries.report_on(transcript)
        [kept] = memory._sealed.values()

        operations.end(transcript, by=meeting_held.gil, at=NOON)

        assert memory._opened(transcript, kept) is None

    def test_is_not_remembered_when_it_is_deleted_while_it_is_drawn(self, meeting_held):
        """To seal it once more would make a key that nobody destroys."""
        transcript = meeting_held.read()
        memory._sealed.clear()
        report = queries.report_on(transcript)
        memory._sealed.clear()

        def draw():
            operations.end(transcript, by=meeting_held.gil, at=NOON)
            return report

        assert memory.recalled(transcript, "a key", draw) is report
        assert not memory._sealed

    def test_asks_as_many_questions_of_the_database_for_few_as_for_many(
        self, meeting_held, django_assert_num_queries
    ):
        transcript = meeting_held.read()
        browser = signed_in(meeting_held.ana)
        browser.get(page_of("report", transcript))

        with django_assert_num_queries(4):
            browser.get(page_of("report", transcript))

    def test_is_taken_along_as_one_file_and_the_ledger_says_so(self, meeting_held):
        transcript = meeting_held.read()

        answer = signed_in(meeting_held.ben).post(page_of("copy", transcript))

        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "Ben Whitlock" in answer.text
        line = LedgerLine.objects.get(kind=LedgerLine.Kind.EXPORT)
        assert (line.by, line.detail) == (meeting_held.ben, "transcript")

    def test_is_taken_along_without_names(self, meeting_held):
        transcript = meeting_held.read()
        form = {"is_anonymous": "on"}

        page = signed_in(meeting_held.ben).post(page_of("copy", transcript), form).text

        assert "Names are hidden." in page
        for name in ("Ana Sousa", "Ben Whitlock", "Gil Marsh"):
            assert name not in page


def test_what_is_sealed_names_no_file(meeting_held):
    transcript = meeting_held.read()

    assert "meeting.vtt" not in json.dumps(transcript.upload.words)
