"""How a meeting's time is laid out, and laid out again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.process.agenda import shortened
from askwell.process.formats import FORMATS, format_named
from askwell.process.formats.shape import Script, Section
from askwell.process.plan import Plan, plan
from askwell.process.replan import Progress, cost_of_extension, replan

CLASSIC = format_named("classic_uk").script()
VIRTUAL = format_named("virtual_60").script()
WIAL = format_named("wial_coached").script()
TROIKA = format_named("troika").script()

SCRIPTS = st.sampled_from([each.script() for each in FORMATS])
PEOPLE = st.integers(3, 10)
BOOKED = st.integers(15, 480)
ACTIONS = st.integers(0, 12)


def said(thing) -> str:
    return " ".join(str(sentence) for sentence in thing.sentences)


# The plan of a whole meeting


def test_six_people_and_two_presenters_take_154_of_180_minutes():
    planned = plan(CLASSIC, people=6, booked=180, presenters=2)

    assert (planned.slots, planned.total, planned.slack) == (2, 154, 26)


@pytest.mark.parametrize("people", range(4, 9))
@pytest.mark.parametrize("slots", range(1, 5))
def test_totals_follow_the_formula(people, slots):
    body = 15 + 4 * people + 45 * slots

    planned = plan(CLASSIC, people=people, booked=1000, presenters=slots)

    assert planned.total == body + 10 * (body // 90) + 15


def test_the_break_comes_between_the_two_slots():
    planned = plan(CLASSIC, people=6, booked=180, presenters=2)

    index = next(i for i, step in enumerate(planned.steps) if step.is_break)

    around = [
        (planned.steps[index + i].phase, planned.steps[index + i].slot) for i in (-1, 1)
    ]
    assert around == [("process_review", 0), ("present", 1)]


def test_as_many_slots_as_fit_when_nobody_says_how_many():
    planned = plan(CLASSIC, people=6, booked=420)

    assert (planned.slots, planned.total) == (6, 354)


def test_the_hour_online_takes_sixty_minutes():
    planned = plan(VIRTUAL, people=5, booked=60)

    assert (planned.slots, planned.total) == (1, 60)


def test_an_hour_online_has_one_presenter_however_long_it_is():
    planned = plan(VIRTUAL, people=5, booked=240, presenters=3)

    assert planned.slots == 1


def test_a_coached_meeting_takes_ninety_minutes():
    assert plan(WIAL, people=6, booked=90).total == 90


def test_a_coached_meeting_makes_room_for_report_backs_by_a_shorter_slot():
    planned = plan(WIAL, people=6, booked=90, open_actions=2)

    assert (planned.total, planned.slot_minutes) == (90, 59)
    assert "report_backs" in {step.phase for step in planned.steps}


def test_a_troika_gives_everyone_a_round_in_half_an_hour():
    planned = plan(TROIKA, people=3, booked=30, presenters=1)

    assert (planned.slots, planned.total) == (3, 30)


def test_a_troika_of_four_takes_about_ten_minutes_more():
    assert plan(TROIKA, people=4, booked=60).total == 39


def test_one_slot_is_shortened_rather_than_lost():
    planned = plan(CLASSIC, people=6, booked=90)

    assert (planned.slots, planned.slot_minutes, planned.total) == (1, 36, 90)
    assert said(planned) == (
        "There is time for 1 presenter. Each has 9 minutes less than usual. "
        "0 minutes are left over."
    )


def test_a_plan_says_so_when_not_even_one_slot_fits():
    planned = plan(CLASSIC, people=6, booked=60)

    assert (planned.fits, planned.slots, planned.over) == (False, 1, 24)
    assert said(planned) == (
        "Nobody can present yet: the meeting needs 24 minutes more."
    )


def test_fewer_slots_than_wanted_is_said_plainly():
    planned = plan(CLASSIC, people=6, booked=155, presenters=4)

    assert said(planned) == "There is time for 2 presenters. 1 minute is left over."


def test_the_longest_phases_give_their_minutes_first():
    assert shortened([5, 5, 20, 1, 4, 5, 5], to=42) == [5, 5, 17, 1, 4, 5, 5]


@given(SCRIPTS, PEOPLE, BOOKED, ACTIONS)
def test_a_plan_exceeds_the_booking_only_if_the_shortest_slot_does(
    script, people, booked, actions
):
    planned = plan(script, people=people, booked=booked, open_actions=actions)

    if planned.total > booked:
        assert planned.slots == 1
        assert planned.slot_minutes == -(-2 * planned.full_slot_minutes // 3)
        assert not planned.fits


@given(SCRIPTS, PEOPLE, BOOKED, ACTIONS)
def test_steps_follow_each_other_without_gap_or_overlap(
    script, people, booked, actions
):
    planned = plan(script, people=people, booked=booked, open_actions=actions)

    assert planned.steps[0].starts == 0
    assert all(one.ends == two.starts for one, two in pairwise(planned.steps))
    assert sum(step.minutes for step in planned.steps) == planned.total


@given(SCRIPTS, PEOPLE, BOOKED)
def test_phases_come_in_the_order_of_the_script(script, people, booked):
    planned = plan(script, people=people, booked=booked, open_actions=1)

    assert phases_of(planned) == [
        *names(script, Section.OPENING),
        *names(script, Section.SLOT) * planned.slots,
        *names(script, Section.CLOSING),
    ]


def names(script: Script, section: Section) -> list[str]:
    return [phase.name for phase in script.section(section)]


def phases_of(planned: Plan) -> list[str | None]:
    return [step.phase for step in planned.steps if not step.is_break]


@given(SCRIPTS, PEOPLE, BOOKED)
def test_there_is_a_break_for_every_ninety_minutes_of_body(script, people, booked):
    planned = plan(script, people=people, booked=booked)

    body = sum(
        step.minutes
        for step in planned.steps
        if step.section is not Section.CLOSING and not step.is_break
    )
    assert planned.breaks == body // 90


@given(SCRIPTS, PEOPLE, BOOKED)
def test_no_break_falls_inside_a_slot(script, people, booked):
    steps = plan(script, people=people, booked=booked).steps

    for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
        if step.is_break and not before.is_break and not after.is_break:
            assert before.place != after.place


@given(SCRIPTS, PEOPLE, BOOKED, st.integers(1, 60))
def test_more_time_never_means_fewer_slots(script, people, booked, more):
    less = plan(script, people=people, booked=booked)
    longer = plan(script, people=people, booked=booked + more)

    assert longer.slots >= less.slots
    assert longer.fits or not less.fits


@given(SCRIPTS, BOOKED, st.integers(3, 9))
def test_one_more_person_never_makes_an_unfit_plan_fit(script, booked, people):
    fewer = plan(script, people=people, booked=booked, presenters=1)
    more = plan(script, people=people + 1, booked=booked, presenters=1)

    assert fewer.fits or not more.fits


# The rest of a meeting


def under_way(**changes) -> Progress:
    """Six people, two slots planned; the first one explores, right on time."""
    usual = {
        "people": 6,
        "booked": 160,
        "section": Section.SLOT,
        "index": 2,
        "elapsed": 59,
        "left": 10,
        "slot": 0,
        "slots_to_come": 1,
    }
    return Progress(**{**usual, **changes})


def test_a_meeting_on_time_needs_no_change():
    proposal = replan(CLASSIC, under_way())

    assert not proposal.changes_something
    assert proposal.ends == 154
    assert proposal.sentences == ()


def test_the_rest_begins_with_what_is_left_of_the_present_phase():
    first, second, *_rest = replan(CLASSIC, under_way()).steps

    assert (first.phase, first.starts, first.minutes) == ("explore", 59, 10)
    assert (second.phase, second.starts, second.slot) == ("silence", 69, 0)


def test_time_that_slips_is_shared_by_the_slots_to_come():
    proposal = replan(CLASSIC, under_way(elapsed=73))

    assert (proposal.each, proposal.dropped, proposal.ends) == (8, 0, 160)
    assert said(proposal) == "Each slot still to come loses 8 minutes."


def test_a_slot_drops_when_a_third_of_it_would_be_lost():
    proposal = replan(CLASSIC, under_way(elapsed=82))

    assert (proposal.each, proposal.dropped, proposal.over) == (0, 1, 0)
    assert said(proposal) == "The last slot no longer fits."


def test_the_first_slot_is_never_dropped():
    proposal = replan(
        CLASSIC,
        under_way(
            section=Section.OPENING,
            index=2,
            elapsed=110,
            left=5,
            slot=None,
            slots_to_come=2,
        ),
    )

    assert proposal.dropped == 1
    assert proposal.over == 10
    assert said(proposal) == (
        "The last slot no longer fits. Each slot still to come loses 15 minutes. "
        "The meeting will end 10 minutes late."
    )


def test_a_break_already_taken_is_not_taken_again():
    rested = replan(
        CLASSIC,
        under_way(index=0, elapsed=94, left=5, slot=1, slots_to_come=0, since_break=0),
    )

    assert [step.phase for step in rested.steps if step.is_break] == []
    assert rested.ends == 154


def test_late_in_the_closing_nothing_can_be_made_up():
    proposal = replan(
        CLASSIC,
        under_way(
            section=Section.CLOSING,
            index=0,
            elapsed=155,
            left=15,
            slot=1,
            slots_to_come=0,
        ),
    )

    assert said(proposal) == "The meeting will end 10 minutes late."


# The cost of an extension


def test_an_extension_within_the_slack_is_free():
    cost = cost_of_extension(CLASSIC, under_way(), minutes=6)

    assert cost.is_free


def test_an_extension_beyond_the_slack_shortens_the_slots_to_come():
    cost = cost_of_extension(CLASSIC, under_way(), minutes=8)

    assert said(cost) == "Each slot still to come loses 2 minutes."


def test_a_long_extension_costs_the_last_slot():
    cost = cost_of_extension(CLASSIC, under_way(), minutes=25)

    assert said(cost) == "The last slot no longer fits."


def test_an_extension_in_the_last_slot_costs_the_evening():
    progress = under_way(index=2, elapsed=115, slot=1, slots_to_come=0, since_break=25)

    cost = cost_of_extension(CLASSIC, progress, minutes=15)

    assert said(cost) == "The meeting will end 10 minutes late."


@st.composite
def progresses(draw) -> tuple[Script, Progress]:
    script = draw(SCRIPTS)
    section = draw(st.sampled_from([s for s in Section if script.section(s)]))
    opening = section is Section.OPENING
    progress = Progress(
        people=draw(PEOPLE),
        booked=draw(BOOKED),
        section=section,
        index=draw(st.integers(0, len(script.section(section)) - 1)),
        elapsed=draw(st.integers(0, 400)),
        left=draw(st.integers(0, 40)),
        slot=None if opening else draw(st.integers(0, 3)),
        slots_to_come=0 if section is Section.CLOSING else draw(st.integers(0, 5)),
        since_break=draw(st.none() | st.integers(0, 100)),
        open_actions=draw(ACTIONS),
    )
    return script, progress


@given(progresses())
def test_the_rest_is_laid_out_without_gap_from_now_on(given_):
    script, progress = given_

    proposal = replan(script, progress)

    assert proposal.steps[0].starts == progress.elapsed
    assert all(one.ends == two.starts for one, two in pairwise(proposal.steps))
    assert max(0, proposal.ends - progress.booked) == proposal.over


@given(progresses())
def test_the_rest_ends_late_only_if_there_is_no_slot_left_to_drop(given_):
    script, progress = given_

    proposal = replan(script, progress)

    if proposal.over:
        kept = progress.slots_to_come - proposal.dropped
        assert kept <= (1 if progress.slot is None else 0)


@given(progresses(), st.integers(0, 60))
def test_an_extension_never_gives_time_back(given_, minutes):
    script, progress = given_

    cost = cost_of_extension(script, progress, minutes=minutes)

    assert min(cost.each, cost.dropped, cost.over) >= 0


@given(progresses())
def test_the_same_progress_gives_the_same_proposal(given_):
    script, progress = given_

    assert replan(script, progress) == replan(script, progress)
