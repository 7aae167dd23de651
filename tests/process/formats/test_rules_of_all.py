"""What holds for every format with every setting of its options."""

from collections.abc import Iterator
from itertools import product

import pytest

from askwell.process.formats import FORMATS, format_named
from askwell.process.formats.shape import (
    Capture,
    Counting,
    Floor,
    Format,
    Option,
    Role,
    Script,
)
from askwell.process.kinds import (
    ACTION,
    CLOSED_QUESTION,
    EXAMPLE,
    EXPERIENCE,
    IDEA,
    INTERVENTION,
    KINDS,
)


def every_script() -> Iterator[Script]:
    for each in FORMATS:
        names = [option.name for option in each.options]
        for values in product(*map(values_of, each.options)):
            yield each.script(dict(zip(names, values, strict=True)))


def values_of(option: Option) -> tuple[bool | str, ...]:
    return tuple(choice.value for choice in option.choices) or (False, True)


def told(script: Script) -> str:
    settled = "-".join(str(value) for value in script.options.values())
    return f"{script.format}-{settled}"


SCRIPTS = tuple(every_script())
EACH_SCRIPT = pytest.mark.parametrize("script", SCRIPTS, ids=told)
EACH_AL_SCRIPT = pytest.mark.parametrize(
    "script", [script for script in SCRIPTS if script.action_learning], ids=told
)
EACH_FORMAT = pytest.mark.parametrize("format_", FORMATS, ids=lambda each: each.name)


def test_there_are_ten_formats_and_the_classic_comes_first():
    assert [each.name for each in FORMATS] == [
        "classic_uk",
        "wial_coached",
        "self_managed",
        "virtual_60",
        "post_it",
        "gather_reflect_act",
        "troika",
        "kollegiale_beratung",
        "reflecting_team",
        "mastermind",
    ]


# INV-4 and INV-6


@EACH_AL_SCRIPT
def test_nobody_tells_in_action_learning(script):
    assert not [
        (phase.name, role)
        for phase in script.phases
        for role in Role
        if phase.welcomes(role, IDEA)
    ]


@EACH_AL_SCRIPT
def test_experience_never_mixes_with_open_questions_in_action_learning(script):
    for phase in script.phases:
        offered = phase.offered(Role.MEMBER)
        if EXPERIENCE in offered or EXAMPLE in offered:
            assert "open_question" not in {kind.name for kind in offered}


@EACH_AL_SCRIPT
def test_the_presenter_never_has_to_reply_to_experience(script):
    for phase in script.phases:
        if phase.floor in (Floor.MEMBERS_ONCE_EACH, Floor.MEMBERS_IN_TURN):
            assert phase.offered(Role.PRESENTER) == ()


# INV-2


@EACH_SCRIPT
def test_only_the_presenter_may_act_unless_a_sponsor_owns_the_problem(script):
    shared = script.options.get("problems") == "single_problem"

    others = [
        (phase.name, role)
        for phase in script.phases
        for role in Role
        if role is not Role.PRESENTER and phase.welcomes(role, ACTION)
    ]

    assert others == ([("actions", Role.MEMBER)] if shared else [])


# INV-14


@EACH_SCRIPT
def test_the_facilitator_adds_no_content_inside_a_slot(script):
    for phase in script.slot:
        families = {kind.family.value for kind in phase.offered(Role.FACILITATOR)}
        assert families <= {"review", "outcome"}
        if families:
            assert phase.name == "process_review"


@EACH_SCRIPT
def test_a_word_from_the_facilitator_is_welcome_in_every_phase(script):
    for phase in script.phases:
        assert phase.welcomes(Role.FACILITATOR, INTERVENTION)
        assert not phase.welcomes(Role.MEMBER, INTERVENTION)


# INV-15


@EACH_AL_SCRIPT
def test_no_slot_is_complete_without_reflection_and_review(script):
    once = script.most_slots == 1
    held = (*script.slot, *script.closing) if once else script.slot

    captured = {
        capture for phase in held if phase.required for capture in phase.captures
    }

    assert Capture.ACTIONS in captured
    assert Capture.IMPROVEMENT in captured


# INV-9


@EACH_SCRIPT
def test_open_actions_are_heard_before_anything_new(script):
    if script.options.get("first_meeting"):
        return

    names = [
        phase.name for phase in script.opening if Capture.REPORT_BACKS in phase.captures
    ]

    assert len(names) == 1


# INV-27


@EACH_SCRIPT
def test_what_is_not_action_learning_says_so(script):
    if script.action_learning:
        assert script.badge in (None, "a sponsor's shared problem")
    else:
        assert script.badge == "peer consultation, not action learning"


def test_formats_are_counted_apart():
    counted = {each.name: each.script().counting for each in FORMATS}

    assert [
        name for name, how in counted.items() if how is not Counting.ACTION_LEARNING
    ] == ["troika", "kollegiale_beratung", "mastermind"]
    assert counted["mastermind"] is Counting.PEER_ADVICE


# Closed questions pass, but nobody offers them


@EACH_SCRIPT
def test_a_closed_question_passes_wherever_a_question_does(script):
    for phase, role in product(script.phases, Role):
        asked = any(kind.is_question for kind in phase.offered(role))
        assert phase.welcomes(role, CLOSED_QUESTION) is asked
        assert CLOSED_QUESTION not in phase.offered(role)


# Words for everyone


@EACH_SCRIPT
def test_no_two_phases_of_a_script_share_a_name(script):
    names = [phase.name for phase in script.phases]

    assert len(set(names)) == len(names)


@EACH_SCRIPT
def test_every_phase_says_what_it_is_for_and_what_is_asked_of_me(script):
    for phase in script.phases:
        assert phase.title
        assert phase.purpose.endswith(("?", "."))
        assert phase.prompt(Role.MEMBER)


@EACH_SCRIPT
def test_every_phase_of_a_slot_speaks_to_its_presenter(script):
    for phase in script.slot:
        assert phase.prompt(Role.PRESENTER)


@EACH_SCRIPT
def test_every_phase_gives_the_facilitator_something_to_say(script):
    if not format_named(script.format).has_facilitator:
        return

    assert [
        phase.name for phase in script.phases if Role.FACILITATOR not in phase.prompts
    ] == []


@EACH_SCRIPT
def test_every_kind_that_must_wait_says_why(script):
    for phase, role, kind in product(script.phases, Role, KINDS):
        if not phase.welcomes(role, kind):
            assert script.why_not(phase, role, kind).words


@EACH_SCRIPT
def test_words_for_kinds_that_wait_are_only_written_where_they_do_wait(script):
    names = {kind.name for kind in KINDS}

    for phase in script.phases:
        offered = {kind.name for kind in phase.offered(Role.MEMBER)}
        assert set(phase.not_now) <= names - offered


@EACH_SCRIPT
def test_a_silence_offers_nothing(script):
    for phase in script.phases:
        if phase.quiet:
            assert phase.floor is Floor.NOBODY
            assert phase.kinds == {}


# Options


@EACH_FORMAT
def test_defaults_settle_every_option(format_: Format):
    assert format_.script().options == {
        option.name: option.default for option in format_.options
    }


@EACH_FORMAT
def test_each_default_is_one_of_the_choices(format_: Format):
    assert all(option.accepts(option.default) for option in format_.options)


@EACH_FORMAT
def test_an_option_nobody_has_heard_of_is_an_error(format_: Format):
    with pytest.raises(ValueError, match="has no option"):
        format_.script({"with_fireworks": True})


def test_a_choice_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="has no option"):
        format_named("mastermind").script({"length": "600"})


def test_an_unknown_format_is_an_error():
    with pytest.raises(KeyError):
        format_named("lecture")


@EACH_FORMAT
def test_sizes_are_in_order(format_: Format):
    assert format_.least_people <= format_.best_people <= format_.most_people


@EACH_SCRIPT
def test_how_often_members_speak_is_asked_of_them_in_words(script):
    """The software cuts nobody off; so the prompts have to say it."""
    for phase in script.phases:
        if phase.floor is Floor.MEMBERS_ONCE_EACH:
            assert "once" in phase.prompt(Role.MEMBER).lower(), phase.name
            assert "once each" in phase.prompt(Role.FACILITATOR).lower(), phase.name
        if phase.at_most == 3:
            assert "two or three questions" in phase.prompt(Role.MEMBER), phase.name
