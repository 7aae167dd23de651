"""Without numba the composer finds the same, only slower, and says so."""

import json
import os
import subprocess
import sys
from pathlib import Path

from askwell.composer.compiling import OFF
from askwell.composer.composing import compose
from composer.briefs import brief

SEARCHING = """
import json, sys
{first}
from askwell.composer.compiling import is_fast
from askwell.composer.composing import compose
from composer.briefs import brief
heard = []
found = compose(brief(24, leaders=6), steps=800, seed=7,
                progress=lambda now: heard.append(now.fast) is None)
print(json.dumps([
    [[each.id, each.members, each.facilitator] for each in found.sets],
    found.score.total, is_fast(), heard[-1], bool(sys.modules.get("numba")),
]))
"""


def search(first="", **environment):
    tests = str(Path(__file__).parents[1])
    answer = subprocess.run(
        [sys.executable, "-c", SEARCHING.format(first=first)],
        env={**os.environ, "PYTHONPATH": tests, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(answer.stdout)


def found_here():
    found = compose(brief(24, leaders=6), steps=800, seed=7)
    sets = [[each.id, list(each.members), each.facilitator] for each in found.sets]
    return [sets, found.score.total]


def test_switched_off_it_finds_the_same_and_says_it_is_slow():
    answer = search(**{OFF: "1"})

    assert answer == [*found_here(), False, False, False]


def test_not_installed_it_finds_the_same_and_says_it_is_slow():
    answer = search(first="sys.modules['numba'] = None")

    assert answer == [*found_here(), False, False, False]


def test_importing_and_appraising_do_not_load_numba():
    asked = (
        "import sys; import askwell.composer.composing;"
        "from askwell.composer.appraising import appraise;"
        "from composer.briefs import brief, division;"
        "appraise(brief(6), division((0, 1, 2), (3, 4, 5)));"
        "print('numba' in sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == "False"
