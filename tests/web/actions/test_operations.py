"""Actions: chosen, worded, dropped and reported by their owner alone."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from askwell.web.actions import operations, queries
from askwell.web.actions.models import Action, Status
from askwell.web.actions.operations import NotTheOwnerError, SettledError
from factories import NOON, a_person, a_set, an_action

pytestmark = pytest.mark.django_db

MEETING = UUID("00000000-0000-4000-8000-00000000000a")


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


def test_an_action_noted_twice_under_one_id_is_kept_once(amara):
    learning_set = a_set(amara)
    action_id = operations.id_in_meeting(MEETING, 41)

    for _ in range(2):
        an_action(amara, learning_set, action_id=action_id)

    assert [one.id for one in queries.open_actions(amara)] == [action_id]


def test_entries_of_a_meeting_have_ids_of_their_own():
    ids = {operations.id_in_meeting(meeting, 7) for meeting in (MEETING, uuid4())}

    assert len(ids) == 2


def test_its_words_lie_sealed(amara):
    action = an_action(amara, words="Speak with Rosa", how_known="She says so")

    row = Action.objects.get(pk=action.pk)

    assert (row.words, row.how_known) == ("Speak with Rosa", "She says so")
    assert b"Rosa" not in row.__dict__["words"].sealed


class TestOnlyTheOwner:
    """INV-2, INV-3: nobody else makes, words, drops or reports on an action."""

    def test_words_it(self, amara, jonas):
        action = an_action(amara)

        with pytest.raises(NotTheOwnerError):
            operations.change(
                action, by=jonas, words="Better", due_on=None, how_known=None
            )

    def test_drops_it(self, amara, jonas):
        with pytest.raises(NotTheOwnerError):
            operations.drop(an_action(amara), by=jonas)

    def test_reports_on_it(self, amara, jonas):
        with pytest.raises(NotTheOwnerError):
            operations.report_back(
                an_action(amara), by=jonas, meeting=MEETING, status=Status.DONE, at=NOON
            )

    def test_takes_it_back(self, amara, jonas):
        with pytest.raises(NotTheOwnerError):
            operations.withdraw(an_action(amara), by=jonas)

    def test_sees_it_among_their_own(self, amara, jonas):
        action = an_action(amara, a_set(amara, jonas))

        assert list(queries.open_actions(jonas)) == []
        assert queries.own_action(jonas, action.pk) is None


class TestNoneVanishes:
    """INV-9: every action stays until its owner has reported it settled."""

    def test_a_dropped_action_is_still_to_be_reported(self, amara):
        action = an_action(amara)

        operations.drop(action, by=amara)

        assert list(queries.awaiting_report(action.learning_set)) == [action]

    def test_a_drop_can_be_undone(self, amara):
        action = an_action(amara)
        operations.drop(action, by=amara)

        operations.take_up_again(action, by=amara)

        assert queries.own_action(amara, action.pk).status == Status.OPEN

    @pytest.mark.parametrize("status", [Status.PARTLY, Status.NOT_YET])
    def test_what_is_not_finished_is_carried_forward(self, amara, status):
        action = an_action(amara)

        operations.report_back(
            action, by=amara, meeting=MEETING, status=status, at=NOON
        )

        assert list(queries.awaiting_report(action.learning_set)) == [action]

    @pytest.mark.parametrize("status", [Status.DONE, Status.CHANGED, Status.DROPPED])
    def test_what_is_settled_is_history(self, amara, status):
        action = an_action(amara)

        operations.report_back(
            action, by=amara, meeting=MEETING, status=status, at=NOON
        )

        assert list(queries.awaiting_report(action.learning_set)) == []
        assert list(queries.settled_actions(amara)) == [action]

    def test_history_is_not_rewritten(self, amara):
        action = an_action(amara)
        operations.report_back(
            action, by=amara, meeting=MEETING, status=Status.DONE, at=NOON
        )

        with pytest.raises(SettledError):
            operations.drop(action, by=amara)


class TestReportingBack:
    def test_it_says_what_happened_and_what_was_learned(self, amara):
        action = an_action(amara)

        operations.report_back(
            action,
            by=amara,
            meeting=MEETING,
            status=Status.PARTLY,
            happened="Two of three came",
            learned="Ask in person",
            at=NOON,
        )

        [told] = queries.open_actions(amara).get().report_backs.all()
        assert (told.happened, told.learned) == ("Two of three came", "Ask in person")

    def test_what_was_learned_may_be_kept_to_oneself(self, amara):
        told = operations.report_back(
            an_action(amara),
            by=amara,
            meeting=MEETING,
            status=Status.DONE,
            learned="A half-typed thought",
            declined=True,
            at=NOON,
        )

        assert (told.learned, told.declined) == (None, True)

    def test_said_again_in_the_same_meeting_it_replaces_what_was_said(self, amara):
        action = an_action(amara)
        for status in (Status.DONE, Status.PARTLY):
            operations.report_back(
                action, by=amara, meeting=MEETING, status=status, at=NOON
            )

        [told] = action.report_backs.all()
        assert told.status == Status.PARTLY
        assert list(queries.open_actions(amara)) == [action]


def test_wording_an_action_anew_keeps_it_open(amara):
    action = an_action(amara)

    operations.change(
        action,
        by=amara,
        words="Ask the night shift",
        due_on=date(2026, 4, 1),
        how_known="Three answers",
    )

    mine = queries.own_action(amara, action.pk)
    assert (mine.words, mine.due_on) == ("Ask the night shift", date(2026, 4, 1))
    assert mine.status == Status.OPEN


def test_the_most_pressing_comes_first(amara):
    learning_set = a_set(amara)
    later = an_action(amara, learning_set, due_on=date(2026, 5, 1))
    sooner = an_action(amara, learning_set, due_on=date(2026, 4, 1))
    some_day = an_action(amara, learning_set)

    assert list(queries.open_actions(amara)) == [sooner, later, some_day]
