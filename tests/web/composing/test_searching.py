"""The search in a process of its own: JSON in, lines of JSON out."""

import json
import time

import pytest

from askwell.composer.brief import Brief, Person, Rules
from askwell.composer.compiling import OFF
from askwell.web.composing import codec
from askwell.web.composing.runner import Search

EVERY_HOUR = (1 << 336) - 1
BRIEF = Brief(
    people=tuple(
        Person(id=f"p{number}", function=str(number % 3), available=EVERY_HOUR)
        for number in range(9)
    ),
    rules=Rules(sets=3, size_min=3, size_max=3),
)


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """To compile takes longer than so few steps."""
    monkeypatch.setenv(OFF, "1")


def found(**asked) -> dict:
    search = Search(
        {"do": "compose", "brief": codec.brief_to_json(BRIEF), "seed": 7, **asked}
    )
    said = []
    for _look in range(6000):
        said += search.said()
        if search.is_over:
            break
        time.sleep(0.01)
    search.stop()
    said += search.said()
    return next(line for line in said if "found" in line)


def test_the_same_seed_and_steps_give_the_same_division():
    first, second = (found(steps=300, start=None) for _time in range(2))

    assert first == second
    proposal = codec.proposal_from_json(first["found"])
    assert sorted(who for each in proposal.sets for who in each.members) == sorted(
        one.id for one in BRIEF.people
    )
    assert proposal.broken == ()
    assert first["collisions"] == []


def test_what_is_found_goes_through_the_pipe_and_back():
    proposal = codec.proposal_from_json(found(steps=50, start=None)["found"])

    again = codec.proposal_from_json(
        json.loads(json.dumps(codec.proposal_to_json(proposal)))
    )

    assert again == proposal
