"""What is particular to each format."""

import pytest

from askwell.process.formats import format_named
from askwell.process.formats.kollegiale_beratung import METHODS
from askwell.process.formats.shape import Floor, Role, Script, Section
from askwell.process.kinds import (
    ACTION,
    ANSWER,
    EXPERIENCE,
    IDEA,
    LEARNING,
    OPEN_QUESTION,
    PROBING_QUESTION,
    PROBLEM_STATEMENT,
    kind_named,
)


def script(name: str, **options: bool | str) -> Script:
    return format_named(name).script(options)


def minutes(script: Script, section: Section, *, people: int = 6) -> list[int]:
    return [phase.minutes_for(people) for phase in script.section(section)]


def names(script: Script, section: Section) -> list[str]:
    return [phase.name for phase in script.section(section)]


# The classic meeting


def test_a_classic_slot_takes_forty_five_minutes():
    classic = script("classic_uk")

    assert minutes(classic, Section.SLOT) == [5, 5, 20, 1, 4, 5, 5]


def test_a_strict_meeting_leaves_the_experience_round_out():
    strict = script("classic_uk", strict=True)

    assert "experience" not in names(strict, Section.SLOT)
    assert not any(phase.welcomes(Role.MEMBER, EXPERIENCE) for phase in strict.phases)


def test_a_first_meeting_settles_what_is_agreed_and_practises_once():
    first = script("classic_uk", first_meeting=True)

    assert names(first, Section.OPENING) == [
        "introductions",
        "contract",
        "outlines",
        "bids",
    ]
    assert first.most_slots == 1
    assert sum(minutes(first, Section.SLOT)) < 45


def test_only_members_ask_while_the_set_explores():
    explore = script("classic_uk").phase("explore")

    assert explore.welcomes(Role.MEMBER, OPEN_QUESTION)
    assert explore.welcomes(Role.MEMBER, PROBING_QUESTION)
    assert not explore.welcomes(Role.PRESENTER, OPEN_QUESTION)
    assert explore.welcomes(Role.PRESENTER, ANSWER)


def test_an_early_open_question_is_told_when_its_time_comes():
    classic = script("classic_uk")

    why = classic.why_not(classic.phase("clarify"), Role.MEMBER, OPEN_QUESTION)

    assert why.words == "Facts first. Keep that question; its time is next."
    assert why.later is classic.phase("explore")


def test_an_idea_has_no_later_phase_to_wait_for():
    classic = script("classic_uk")

    why = classic.why_not(classic.phase("explore"), Role.MEMBER, IDEA)

    assert why.later is None


def test_a_story_told_too_early_waits_for_the_experience_round():
    classic = script("classic_uk")

    why = classic.why_not(classic.phase("check_in"), Role.MEMBER, EXPERIENCE)

    assert why.later is classic.phase("experience")


def test_a_phase_knows_its_section():
    classic = script("classic_uk")

    assert classic.section_of("bids") is Section.OPENING
    assert classic.section_of("explore") is Section.SLOT
    assert classic.section_of("learning_round") is Section.CLOSING
    with pytest.raises(KeyError):
        classic.section_of("hot_seat")
    with pytest.raises(KeyError):
        classic.phase("hot_seat")


# In the WIAL manner


def test_the_coached_meeting_takes_ninety_minutes():
    wial = script("wial_coached")

    total = sum(
        phase.minutes_for(6)
        for phase in wial.phases
        if not phase.only_with_open_actions
    )

    assert total == 90


def test_statements_of_the_problem_stay_hidden_and_the_presenter_reads_last():
    check = script("wial_coached").phase("problem_check")

    assert check.hidden_until_read
    assert check.floor is Floor.PRESENTER_LAST
    assert check.offered(Role.MEMBER) == (PROBLEM_STATEMENT,)


def test_in_the_coached_meeting_anyone_may_ask_anyone():
    asking = script("wial_coached").phase("question_problem")

    assert asking.welcomes(Role.PRESENTER, OPEN_QUESTION)
    assert asking.welcomes(Role.MEMBER, ANSWER)


def test_a_sponsors_problem_is_labelled_and_every_member_may_act():
    shared = script("wial_coached", problems="single_problem")

    assert shared.badge == "a sponsor's shared problem"
    assert shared.action_learning
    assert shared.phase("actions").welcomes(Role.MEMBER, ACTION)


def test_several_problems_take_forty_minutes_each():
    several = script("wial_coached", problems="multiple_problem")

    assert sum(minutes(several, Section.SLOT)) == 40
    assert several.most_slots is None


# Self-managed


def test_a_self_managed_set_settles_roles_and_slots_are_as_in_the_classic():
    managed = script("self_managed")

    assert "roles" in names(managed, Section.OPENING)
    assert managed.slot == script("classic_uk").slot
    assert format_named("self_managed").rotates_facilitator


def test_the_health_of_the_set_is_looked_at_when_asked_for():
    assert "health_review" not in names(script("self_managed"), Section.CLOSING)
    reviewed = script("self_managed", health_review=True)
    assert minutes(reviewed, Section.CLOSING) == [20, 15]


# One hour online


def test_the_hour_online_is_an_hour():
    online = script("virtual_60")

    assert sum(phase.minutes_for(6) for phase in online.phases) == 60


def test_the_hour_online_has_an_experience_round_only_if_wanted():
    assert "experience" not in names(script("virtual_60"), Section.SLOT)
    longer = script("virtual_60", experience_round=True)
    assert "experience" in names(longer, Section.SLOT)


# Questions on notes


def test_notes_are_written_one_a_round_and_sorted_by_the_presenter():
    notes = script("post_it")

    assert notes.phase("write_questions").written
    assert notes.phase("sort_and_answer").sorted_by_presenter
    assert not notes.phase("write_questions").welcomes(Role.PRESENTER, ANSWER)


def test_a_slot_on_notes_stays_within_forty_five_minutes():
    assert sum(minutes(script("post_it"), Section.SLOT)) == 45


def test_notes_have_no_place_for_stories():
    notes = script("post_it")

    assert not any(phase.welcomes(Role.MEMBER, EXPERIENCE) for phase in notes.phases)


# Gather, reflect, act


def test_three_movements_and_a_review():
    movements = script("gather_reflect_act")

    assert names(movements, Section.SLOT) == [
        "gather",
        "reflect",
        "act",
        "process_review",
    ]
    assert minutes(movements, Section.SLOT)[:3] == [15, 20, 10]


def test_experience_is_gathered_and_then_rests():
    movements = script("gather_reflect_act")

    assert movements.phase("gather").welcomes(Role.MEMBER, EXPERIENCE)
    assert not movements.phase("reflect").welcomes(Role.MEMBER, EXPERIENCE)


# Troika


def test_a_troika_of_three_takes_half_an_hour():
    troika = script("troika")

    slot = sum(minutes(troika, Section.SLOT))

    assert 1 + 3 * slot + 2 == 30
    assert troika.everyone_presents


def test_the_client_turns_away_and_nothing_is_written_down():
    consult = script("troika").phase("consult")

    assert consult.spoken_only
    assert consult.floor.presenter_listens
    assert consult.offered(Role.PRESENTER) == ()


def test_a_troika_needs_no_facilitator_and_no_pair_can_hold_one():
    troika = format_named("troika")

    assert not troika.has_facilitator
    assert (troika.least_people, troika.most_people) == (3, 4)


# Kollegiale Beratung


def test_a_case_takes_forty_minutes():
    case = script("kollegiale_beratung")

    assert 5 + sum(minutes(case, Section.SLOT)) == 40


def test_the_case_teller_gets_three_questions_at_most_and_six_methods_to_choose_from():
    case = script("kollegiale_beratung")

    assert case.phase("narration").at_most == 3
    assert len(METHODS) == 6


def test_what_advisers_say_is_kept_for_the_case_teller_alone():
    assert script("kollegiale_beratung").phase("consultation").for_presenter


# Reflecting team


def test_a_reflecting_team_is_action_learning_unless_ideas_are_let_in():
    safe = script("reflecting_team")
    original = script("reflecting_team", reflecting="original")

    assert (safe.action_learning, safe.badge) == (True, None)
    assert not original.action_learning
    assert original.phase("reflecting").welcomes(Role.MEMBER, IDEA)


def test_the_team_reflects_in_turn_while_the_presenter_listens():
    reflecting = script("reflecting_team").phase("reflecting")

    assert reflecting.floor.in_turn
    assert reflecting.floor.presenter_listens


# Mastermind


@pytest.mark.parametrize("length", ["60", "90"])
def test_a_mastermind_meeting_is_as_long_as_it_says(length):
    mastermind = script("mastermind", length=length)

    assert sum(phase.minutes_for(6) for phase in mastermind.phases) == int(length)


def test_in_the_hot_seat_everybody_speaks_freely():
    seat = script("mastermind").phase("hot_seat")

    assert seat.floor is Floor.EVERYONE
    assert seat.welcomes(Role.MEMBER, IDEA)


def test_commitments_are_spoken_intentions_and_not_actions():
    commitments = script("mastermind").phase("commitments")

    assert commitments.welcomes(Role.MEMBER, kind_named("commitment"))
    assert not commitments.welcomes(Role.MEMBER, ACTION)


def test_the_learning_round_hears_everyone():
    closing = script("classic_uk").phase("learning_round")

    assert closing.floor is Floor.EVERYONE_IN_TURN
    assert closing.welcomes(Role.MEMBER, LEARNING)
