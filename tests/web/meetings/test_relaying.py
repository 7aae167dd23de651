"""Where the role goes round, the room says to whom, and one press hands it over."""

from askwell.process import commands as ask
from process.room import Room, brief, opened
from web.meetings.test_screens import page_of, shown

ROTA = ("ana", "chloe", "dev")


def by_rota(facilitator: str) -> Room:
    return opened(brief(format="self_managed", facilitator=facilitator, rota=ROTA))


def at_the_end_of_a_slot() -> Room:
    """Ben has presented, led by Ana; Chloe, whose turn it would be, presents next."""
    room = by_rota("ana")
    room.do(ask.ChooseOrder, "ana", order=("ben", "chloe"), reason="Agreed by all.")
    room.present("ben", by="ana")
    room.go_to("process_review", by="ana")
    return room


def test_who_opened_for_somebody_else_hands_the_role_over_with_one_press():
    room = by_rota("dev")
    room.go_to("roles", by="dev")
    pages = {one: page_of(room, one) for one in ("ana", "ben", "dev")}
    before = {one: shown(room, one, "now") for one in pages}

    handed_over = room.do(ask.HandOver, "dev", to="ana")

    for words in before.values():
        assert "By your rota, slot after slot: Ana, Chloe, Dev." in words
    assert "Hand the role to Ana" in before["dev"]
    assert "Dev hands the role to you." in before["ana"]
    assert "the next slot" not in before["ben"]
    assert "the next slot" not in shown(room, "ben", "now", shared=True)
    for one, page in pages.items():
        page.follow(handed_over, room.state)
        assert page == page_of(room, one)
        assert "the next slot" not in shown(room, one, "now")


def test_before_the_next_slot_comes_who_is_next_and_does_not_present():
    room = at_the_end_of_a_slot()

    assert "Hand the role to Dev" in shown(room, "ana", "now")
    room.do(ask.HandOver, "ana", to="dev")
    room.wait(5)
    room.do(ask.NextPhase, "dev")

    led = [(each.presenter, each.facilitator) for each in room.state.slots]
    assert led == [("ben", "ana"), ("chloe", "dev")]


def test_who_has_gone_is_passed_over_and_after_the_last_slot_nobody_is_next():
    room = at_the_end_of_a_slot()
    room.do(ask.Leave, "dev")
    with_dev_gone = shown(room, "ana", "now")
    room.do(ask.Leave, "chloe")

    assert "By your rota" not in with_dev_gone
    assert "By your rota" not in shown(room, "ana", "now")


def test_a_beginner_reads_it_above_the_step_that_leads_on():
    room = at_the_end_of_a_slot()
    room.do(ask.SwitchGuide, "ana", on=True)

    words = shown(room, "ana", "now")

    assert words.index("Hand the role to Dev") < words.index("Next: Chloe")
