"""The notation in which the demonstration's meetings are written."""

import re
from datetime import UTC, datetime, timedelta
from textwrap import dedent

import pytest

from askwell.web.demo.cast import CAST, SETS
from askwell.web.demo.scripts import (
    Script,
    UnreadableScriptError,
    all_scripts,
    read,
)
from web.demo.script_lines import lines_of

MONDAY_MORNING = datetime(2030, 3, 4, 8, 30, tzinfo=UTC)

each_script = pytest.mark.parametrize(
    "script", all_scripts(), ids=lambda each: each.name
)


def written(text: str) -> Script:
    return read("a-script", dedent(text).strip())


def test_a_line_says_who_does_what_how_and_with_which_words() -> None:
    script = written(
        """
        set: harbour-lane
        when: in progress

        == Explore, 11 min so far

        # A remark.
        Meera asks, challenging: What is that sentence
          doing for you?
        Amara passes.
        """
    )

    asks, passes = lines_of(script)

    assert (asks.who, asks.verb, asks.how) == ("Meera", "asks", "challenging")
    assert asks.words == "What is that sentence doing for you?"
    assert (passes.who, passes.verb, passes.words) == ("Amara", "passes", "")


def test_what_is_indented_with_a_name_belongs_to_the_line_above() -> None:
    script = written(
        """
        set: harbour-lane

        == Report-backs, 9 min

        Femke reports "Load lorries": not yet
          happened: I meant to
            and did not.
          learned: Nights are long.
        """
    )

    (reports,) = lines_of(script)

    assert (reports.about, reports.words) == ("Load lorries", "not yet")
    assert reports.details == {
        "happened": "I meant to and did not.",
        "learned": "Nights are long.",
    }


def test_a_line_that_cannot_be_read_is_named_with_its_number() -> None:
    with pytest.raises(UnreadableScriptError, match="a-script, line 5: amara"):
        written(
            """
            set: harbour-lane

            == Explore, 11 min

            amara thinks aloud
            """
        )


@pytest.mark.parametrize(
    ("when", "begins"),
    [
        ("5 weeks ago on Tuesday, 14:00", datetime(2030, 1, 29, 14, tzinfo=UTC)),
        ("in 2 weeks on Thursday, 9:30", datetime(2030, 3, 21, 9, 30, tzinfo=UTC)),
        ("in progress", MONDAY_MORNING - timedelta(minutes=20)),
    ],
)
def test_when_a_meeting_begins_follows_from_today(when: str, begins: datetime) -> None:
    script = written(
        f"""
        set: harbour-lane
        when: {when}

        == Check-in, 9 min

        == Explore, 11 min so far
        """
    )

    assert script.starts_at(MONDAY_MORNING) == begins


@each_script
def test_whoever_speaks_sits_in_the_set_and_came(script: Script) -> None:
    cast_set = next(each for each in SETS if each.key == script.set_key)
    speaking = {line.who for line in lines_of(script) if line.who}

    assert speaking <= set(script.here)
    assert set(script.here) <= {*cast_set.everyone, cast_set.observer}
    assert set(cast_set.everyone) <= {one.key for one in CAST}


@each_script
def test_an_experience_begins_with_i(script: Script) -> None:
    told = [line.words for line in lines_of(script) if line.verb == "recalls"]

    assert [words for words in told if not re.match(r"I\b", words)] == []
