"""Who presents next (INV-7), and topics (INV-8)."""

from datetime import date

from askwell.process import Reason, propose
from askwell.process.choices import TopicType, Why
from askwell.process.commands import (
    BeginSlot,
    ChooseOrder,
    DeclineSlot,
    NextPhase,
    PlaceBid,
    WithdrawBid,
)
from process.room import FACILITATOR, attendee, brief, in_slot, opened

JANUARY, FEBRUARY = date(2026, 1, 20), date(2026, 2, 17)


def people(room):
    return [turn.person for turn in propose(room.state)]


def test_longest_since_presenting_comes_first():
    """INV-7."""
    room = opened(
        brief(
            attendee("ana", presented_on=FEBRUARY, slots=1),
            attendee("ben", presented_on=JANUARY, slots=2),
            attendee("chloe"),
        )
    )

    assert people(room) == ["chloe", "ben", "ana"]
    assert [turn.why for turn in propose(room.state)] == [
        Why.NEVER_PRESENTED,
        Why.LONGEST_SINCE,
        Why.LONGEST_SINCE,
    ]


def test_whoever_was_booked_comes_first_even_without_a_bid():
    """INV-7."""
    room = opened(brief(booked=("ben",)))
    room.do(PlaceBid, "dev", headline="The merger", urgency=1)

    assert people(room) == ["ben", "dev"]
    assert propose(room.state)[0].why is Why.BOOKED


def test_whoever_was_booked_may_still_decline():
    """INV-2."""
    room = opened(brief(booked=("ben",)))
    room.do(PlaceBid, "dev", headline="The merger", urgency=1)
    room.do(DeclineSlot, "ben")

    assert people(room) == ["dev"]


def test_on_a_tie_fewest_slots_come_first():
    """INV-7."""
    room = opened(
        brief(
            attendee("ana", presented_on=JANUARY, slots=2),
            attendee("ben", presented_on=JANUARY, slots=1),
        )
    )

    assert people(room) == ["ben", "ana"]
    assert {turn.why for turn in propose(room.state)} == {Why.FEWEST_SLOTS}


def test_on_a_full_tie_the_draw_decides_and_decides_the_same_again():
    """INV-7."""
    draws = {tuple(people(opened(brief(seed=seed)))) for seed in range(12)}

    assert people(opened(brief(seed=1))) == people(opened(brief(seed=1)))
    assert len(draws) > 1


def test_those_who_bid_are_proposed_and_without_bids_everybody_is():
    """INV-7."""
    room = opened()

    everybody = people(room)
    room.do(PlaceBid, "dev", headline="The merger", urgency=1)

    assert sorted(everybody) == ["ana", "ben", "chloe", "dev"]
    assert people(room) == ["dev"]


def test_a_withdrawn_bid_and_a_declined_slot_propose_nobody():
    """INV-7."""
    room = opened()
    room.do(PlaceBid, "dev", headline="The merger", urgency=1)
    room.do(WithdrawBid, "dev")
    room.do(DeclineSlot, "ana")

    assert sorted(people(room)) == ["ben", "chloe", "dev"]


def test_another_order_needs_a_reason_that_the_set_sees():
    """INV-7."""
    room = opened(
        brief(attendee("ana", presented_on=JANUARY, slots=1), attendee("ben"))
    )
    room.do(PlaceBid, "ana", headline="I am being moved on Friday", urgency=3)
    room.do(PlaceBid, "ben", headline="My team's rota", urgency=1)

    refused = room.refused(ChooseOrder, FACILITATOR, order=("ana", "ben"))
    room.do(
        ChooseOrder, FACILITATOR, order=("ana", "ben"), reason="Friday will not wait."
    )

    assert refused.reason is Reason.ORDER_NEEDS_REASON
    assert refused.people == ("ben", "ana")
    assert room.state.order.reason == "Friday will not wait."
    assert room.state.order.turns[0].why is Why.URGENT


def test_the_proposed_order_needs_no_reason():
    """INV-7."""
    room = opened()

    room.do(ChooseOrder, FACILITATOR, order=tuple(people(room))[:2])

    assert room.state.order.as_proposed


def test_a_second_slot_waits_until_everybody_has_presented_or_declined():
    """INV-7."""
    room = in_slot("ana", "process_review")
    room.go_to("learning_round")

    refused = room.refused(BeginSlot, FACILITATOR, presenter="ana")
    for person in ("ben", "chloe", "dev"):
        room.do(DeclineSlot, person)
    room.do(BeginSlot, FACILITATOR, presenter="ana")

    assert refused.reason is Reason.OTHERS_FIRST
    assert refused.people == ("ben", "chloe", "dev")
    assert len(room.state.slots) == 2


def test_urgency_may_override_with_a_reason():
    """INV-7."""
    room = in_slot("ana", "process_review")
    room.go_to("learning_round")

    room.do(BeginSlot, FACILITATOR, presenter="ana", reason="A call in the break.")

    assert room.state.slot.reason == "A call in the break."


def test_somebody_out_of_turn_needs_a_reason():
    """INV-7."""
    room = opened(brief(attendee("ana", presented_on=JANUARY), attendee("ben")))

    refused = room.refused(BeginSlot, FACILITATOR, presenter="ana")

    assert refused.reason is Reason.ORDER_NEEDS_REASON
    assert refused.people == ("ben",)


def test_an_absent_presenter_gives_way_to_the_next():
    """INV-7."""
    from askwell.process.commands import Leave

    room = opened()
    order = tuple(people(room))
    room.do(ChooseOrder, FACILITATOR, order=order)
    room.do(Leave, order[0])
    room.go_to("bids")

    room.do(NextPhase, FACILITATOR)

    assert room.state.presenter == order[1]


def test_in_triads_everybody_presents_without_being_asked():
    """INV-7."""
    triad = brief(
        *(attendee(person) for person in ("ana", "ben", "chloe")),
        format="troika",
        facilitator=None,
    )
    room = opened(triad)

    room.go_to("thanks", by="ben")

    assert sorted(slot.presenter for slot in room.state.slots) == [
        "ana",
        "ben",
        "chloe",
    ]


def test_challenges_and_opportunities_are_bid_alike_and_none_is_gated():
    """INV-8."""
    room = opened()

    for person, kind in zip(("ana", "ben", "chloe"), TopicType, strict=True):
        room.do(PlaceBid, person, headline="Something of mine", topic_type=kind)

    assert [bid.topic_type for bid in room.state.bids.values()] == list(TopicType)


def test_a_bid_says_how_pressing_it_is_from_one_to_three():
    room = opened()

    assert room.refused(PlaceBid, "ana", headline="Now!", urgency=4).reason is (
        Reason.OUT_OF_RANGE
    )


def test_a_facilitator_from_outside_the_set_does_not_bid():
    room = opened()

    refused = room.refused(PlaceBid, FACILITATOR, headline="Mine")

    assert refused.reason is Reason.ONLY_MEMBERS
