"""How tallies and findings are written down before they are sealed."""

import json
from collections.abc import Mapping

from askwell.web.renewal.statements import STATEMENTS, STEPS, Finding, Level

Tally = dict[str, list[int]]


def empty() -> Tally:
    return {each.name: [0] * len(STEPS) for each in STATEMENTS}


def with_answers(tally: Tally, steps: Mapping[str, int]) -> Tally:
    """One more person's steps, counted from 1; nothing tells them from the others."""
    return {
        name: [
            count + (number == steps[name]) for number, count in enumerate(counts, 1)
        ]
        for name, counts in tally.items()
    }


def write(tally: Tally) -> str:
    return json.dumps(tally)


def read(words: str | None) -> Tally:
    return json.loads(words) if words else empty()


def write_findings(findings: list[Finding]) -> str:
    return json.dumps(
        {one.statement.name: [one.level.value, one.alike] for one in findings}
    )


def read_findings(words: str | None) -> list[Finding]:
    """In the order of the statements; those of words that are gone are none."""
    known = json.loads(words) if words else {}
    return [
        Finding(each, Level(known[each.name][0]), known[each.name][1])
        for each in STATEMENTS
        if each.name in known
    ]
