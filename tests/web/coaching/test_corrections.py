"""An author says how they mean what the coach heard otherwise."""

from datetime import timedelta

import pytest

from askwell.coach import TurnKind
from askwell.process import commands as ask
from askwell.web.coaching import operations, queries
from askwell.web.coaching.models import Correction
from askwell.web.coaching.refusals import NotNowError
from askwell.web.meetings import memory
from askwell.web.vault import operations as vault
from factories import NOON, a_person, signed_in
from web.coaching.corrected import ADVICE, OPEN, corrects, exploring, says
from web.learning.held import Set, a_set_that_meets
from web.meetings.rooms import a_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def thursday() -> Set:
    memory._known.clear()
    return a_set_that_meets()


@pytest.fixture
def meeting(thursday):
    return exploring(thursday)


def address(meeting, number):
    return f"/meetings/{meeting.pk}/contributions/{number}/meaning/"


def test_what_was_read_and_what_was_meant_are_kept_and_no_word(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    corrects(meeting, number, thursday.ben)

    kept = Correction.objects.get()
    assert (kept.meeting, kept.contribution) == (meeting, number)
    assert (kept.author, kept.learning_set) == (thursday.ben, thursday.learning_set)
    assert (kept.read, kept.meant) == ("advice", "open_question")
    assert kept.masked is None


def test_the_kinds_lie_sealed(thursday, meeting):
    corrects(meeting, says(thursday, meeting, thursday.ben), thursday.ben)

    vault.shred_set(thursday.learning_set.pk, at=NOON)

    kept = Correction.objects.get()
    assert (kept.read, kept.meant) == (None, None)


def test_an_author_may_change_their_mind(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)
    corrects(meeting, number, thursday.ben)

    corrects(meeting, number, thursday.ben, TurnKind.REFLECTION)

    assert [each.meant for each in Correction.objects.all()] == ["reflection"]


def test_to_mean_what_the_coach_hears_takes_a_correction_back(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)
    corrects(meeting, number, thursday.ben)

    corrects(meeting, number, thursday.ben, TurnKind.ADVICE)

    assert not Correction.objects.exists()


def test_nobody_corrects_for_another(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    for other in (thursday.ana, thursday.chi, thursday.dan, a_person("Olu")):
        with pytest.raises(NotNowError):
            corrects(meeting, number, other)

    assert not Correction.objects.exists()


def test_only_what_was_sent_and_not_taken_back_is_corrected(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)
    ben = str(thursday.ben.pk)
    thursday.put(meeting, ask.TakeBack(by=ben, token=a_token(), contribution=number))
    meeting.refresh_from_db()

    assert queries.correctable(thursday.ben, meeting, number) is None
    assert queries.correctable(thursday.ben, meeting, 999) is None


def test_a_presenters_answer_is_not_read(thursday, meeting):
    number = says(thursday, meeting, thursday.ben, OPEN)
    answered = thursday.say(meeting, thursday.ana, "answer", "Rest.")
    meeting.refresh_from_db()

    assert queries.correctable(thursday.ben, meeting, number) is not None
    assert queries.correctable(thursday.ana, meeting, answered) is None


def test_it_is_corrected_on_a_page_and_leads_back(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    answer = signed_in(thursday.ben).post(
        address(meeting, number), {"meant": "open_question"}
    )

    assert answer.url == f"/record/questions/#q-{meeting.code}-{number}"
    assert Correction.objects.get().meant == "open_question"


def test_the_page_shows_the_words_and_how_they_were_heard(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)
    corrects(meeting, number, thursday.ben, TurnKind.SHARING)

    answer = signed_in(thursday.ben).get(address(meeting, number))

    assert ADVICE in answer.text
    assert "Heard as advice." in answer.text
    assert answer.context["form"].initial == {"meant": TurnKind.SHARING}


def test_for_everybody_else_there_is_nothing_to_correct(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    for other in (thursday.ana, thursday.dan, a_person("Olu")):
        browser, told = signed_in(other), {"meant": "open_question"}
        assert browser.get(address(meeting, number)).status_code == 404
        assert browser.post(address(meeting, number), told).status_code == 404


def test_a_kind_that_does_not_exist_changes_nothing(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    answer = signed_in(thursday.ben).post(address(meeting, number), {"meant": "poem"})

    assert (answer.status_code, Correction.objects.count()) == (422, 0)


def test_what_was_said_of_held_words_is_kept_with_them(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    operations.correct_in_room(
        meeting.pk, number, by=str(thursday.ben.pk), meant=TurnKind.OPEN_QUESTION
    )

    assert Correction.objects.get().contribution == number


def test_the_coach_reads_it_in_its_place(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)

    turn = queries.correctable(thursday.ben, meeting, number)

    assert turn is not None
    assert (turn.words, turn.heard.phase) == (ADVICE, "explore")
    assert turn.heard.role == "member"
    assert turn.heard.previous == "The rota that nobody wants"


def test_once_the_words_are_destroyed_nothing_is_corrected(thursday, meeting):
    number = says(thursday, meeting, thursday.ben)
    thursday.learning_set.forgotten_at = NOON + timedelta(days=1)
    thursday.learning_set.save()

    with pytest.raises(NotNowError):
        corrects(meeting, number, thursday.ben)
    operations.correct_in_room(
        meeting.pk, number, by=str(thursday.ben.pk), meant=TurnKind.OPEN_QUESTION
    )
