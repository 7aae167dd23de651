"""What is posted to the room becomes a command of the process."""

import inspect
from datetime import date

import pytest
from django.http import QueryDict

from askwell.process import commands
from askwell.process.choices import ActionStatus, Place, TopicType
from askwell.process.commands import Command, Convene, Rebrief, Spoken, Step
from askwell.web.meetings.forms import ACTS


def every_command() -> set[type[Command]]:
    found = {
        each
        for _, each in inspect.getmembers(commands, inspect.isclass)
        if issubclass(each, Command)
    }
    # A meeting is convened, and briefed anew, by the server itself; captions have a
    # page and an address of their own, and are read there.
    captions = {commands.OpenCaptions, commands.CloseCaptions, commands.Hear}
    return found - {Command, Spoken, Step, Convene, Rebrief} - captions


def sent(act: str, body: str) -> Command:
    form = ACTS[act](QueryDict(body))
    assert form.is_valid(), form.errors
    return form.command(by="ana", token="t1")


def test_every_command_can_be_posted_as_one_thing() -> None:
    made = [form.makes for form in ACTS.values()]

    assert set(made) == every_command()
    assert len(made) == len(set(made))


@pytest.mark.parametrize("act", ACTS)
def test_every_field_is_one_that_its_command_takes(act: str) -> None:
    form = ACTS[act]
    takes = set(inspect.signature(form.makes).parameters) - {"by", "token"}

    assert set(form.base_fields) <= takes


def test_a_question_keeps_its_words_without_the_space_around_them() -> None:
    command = sent("contributions", "kind=open_question&words=+What+else%3F+")

    assert command == commands.Contribute(
        by="ana", token="t1", kind="open_question", words="What else?"
    )


def test_a_question_may_be_noted_without_its_words_for_whoever_spoke() -> None:
    command = sent("contributions", "kind=open_question&words=&speaker=ben")

    assert command == commands.Contribute(
        by="ana", token="t1", kind="open_question", words=None, speaker="ben"
    )


def test_the_order_is_the_one_in_which_the_people_were_sent() -> None:
    command = sent("order", "order=ben&order=ana&expected_phase=3")

    assert command == commands.ChooseOrder(
        by="ana", token="t1", order=("ben", "ana"), expected_phase=3
    )


def test_a_bid_is_not_pressing_and_a_challenge_unless_it_says_otherwise() -> None:
    command = sent("bids", "headline=My+rota")

    assert command == commands.PlaceBid(
        by="ana",
        token="t1",
        headline="My rota",
        urgency=1,
        topic_type=TopicType.CHALLENGE,
    )


def test_a_bid_says_by_which_name_its_owner_keeps_the_topic() -> None:
    kept_as = "0b5f36b5-54c1-44a6-9be0-8b1df5f3f9c1"

    command = sent("bids", f"headline=My+rota&topic_type=topic&topic_id={kept_as}")

    assert command == commands.PlaceBid(
        by="ana",
        token="t1",
        headline="My rota",
        topic_type=TopicType.TOPIC,
        topic_id=kept_as,
    )


def test_a_report_back_may_leave_out_what_was_learned() -> None:
    command = sent("report-backs", "action=4&status=partly&happened=Half+of+it")

    assert command == commands.ReportBack(
        by="ana",
        token="t1",
        action=4,
        status=ActionStatus.PARTLY,
        happened="Half of it",
        learned=None,
    )


def test_an_action_may_have_a_date() -> None:
    command = sent("actions", "words=Ring+Sam&due_on=2026-03-05")

    assert command == commands.NoteAction(
        by="ana", token="t1", words="Ring Sam", due_on=date(2026, 3, 5)
    )


def test_a_star_can_be_taken_off_again() -> None:
    command = sent("stars", "contribution=9&starred=no")

    assert command == commands.Star(by="ana", token="t1", contribution=9, starred=False)


def test_a_question_is_parked_unless_another_place_is_named() -> None:
    command = sent("places", "contribution=9")

    assert command == commands.PutAside(
        by="ana", token="t1", contribution=9, place=Place.PARKED
    )


def test_the_turn_can_be_nobodys() -> None:
    assert sent("turn", "") == commands.GiveTurn(by="ana", token="t1", person=None)


@pytest.mark.parametrize(("said", "allows"), [("yes", True), ("no", False)])
def test_a_yes_to_the_coach_is_said_in_so_many_words(said: str, allows: bool) -> None:
    command = sent("allowances", f"use=captions&allows={said}")

    assert command == commands.Allow(
        by="ana", token="t1", use="captions", allows=allows
    )


def test_what_is_not_said_is_no_yes_to_the_coach() -> None:
    form = ACTS["allowances"](QueryDict("use=captions"))

    assert set(form.errors) == {"allows"}


def test_a_step_says_which_phase_its_sender_saw() -> None:
    form = ACTS["phase"](QueryDict(""))

    assert set(form.errors) == {"expected_phase"}


def test_a_skipped_phase_needs_a_reason() -> None:
    form = ACTS["skipped-phases"](QueryDict("expected_phase=3&reason=+"))

    assert set(form.errors) == {"reason"}


@pytest.mark.parametrize("day", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_next_meeting_is_on_a_day_that_every_page_can_show(day: str) -> None:
    assert not ACTS["next-meeting"](QueryDict(f"meets_at={day}")).is_valid()


def test_nobody_says_for_themselves_what_they_come_in_as() -> None:
    command = sent("requests", "joins_as=member")

    assert command == commands.AskToJoin(by="ana", token="t1")
