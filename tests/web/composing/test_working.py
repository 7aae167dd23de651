"""Searches in the worker: claimed once, told of, stopped, taken up again."""

import sys
import time
from datetime import timedelta

import pytest

from askwell.web.composing import operations
from askwell.web.composing.models import Composition
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.composing.runner import Runner
from askwell.web.people.models import Notice
from factories import NOON, a_cohort, a_person, a_programme, minutes
from web.composing.arranging import a_cohort_of, divided, members

pytestmark = pytest.mark.django_db

# Stands for the search at the edge of our world: says what is handed to it.
CHILD = "import sys\nsys.stdin.readline()\n"
FINDS = """print('{"share": 0.5, "so_far": {"total": 0.7, "broken": 1}}', flush=True)
print('{"found": {"sets": [], "score": {"total": 0.8}, "broken": [], "steps": 9},'
      ' "collisions": []}', flush=True)"""


def child(does: str) -> tuple[str, ...]:
    return (sys.executable, "-c", CHILD + does)


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def asked(ingrid):
    cohort = a_cohort_of(6, ingrid)
    return operations.ask(cohort, name="Proposal 1", by=ingrid, at=NOON)


def run_out(runner, *, at=NOON) -> int:
    """Call the task again and again, as the worker does, until something ended."""
    runner(at=at)
    for _call in range(2000):
        if ended := runner(at=at):
            return ended
        time.sleep(0.01)
    raise TimeoutError


def test_nobody_to_put_together_is_said(ingrid):
    cohort = a_cohort(a_programme(ingrid))

    with pytest.raises(NotComposedError) as refused:
        operations.ask(cohort, name="Proposal 1", by=ingrid, at=NOON)

    assert refused.value.reason == Reason.NOBODY


def test_a_search_is_claimed_by_one_worker(asked):
    first = operations.claim(worker="one", at=NOON)
    second = operations.claim(worker="two", at=NOON)

    assert first == asked
    assert second is None


def test_what_a_worker_left_behind_another_takes_up(asked):
    operations.claim(worker="one", at=NOON)

    later = operations.claim(worker="two", at=NOON + minutes(2))

    assert later == asked
    assert later.tries == 2


def test_who_lost_the_lease_writes_nothing(asked):
    old = operations.claim(worker="one", at=NOON)
    operations.claim(worker="two", at=NOON + minutes(2))

    assert not operations.keep(old, at=NOON + minutes(2), share=0.9)
    operations.finish(old, at=NOON + minutes(2), sets=[])

    asked.refresh_from_db()
    assert (asked.status, asked.share) == ("running", 0.0)


def test_a_search_that_breaks_off_is_tried_three_times(asked):
    for number in range(3):
        job = operations.claim(worker=str(number), at=NOON)
        operations.give_up(job, at=NOON)

    asked.refresh_from_db()
    assert asked.status == "failed"
    assert operations.claim(worker="four", at=NOON) is None


def test_a_search_runs_beside_the_worker_and_is_kept(asked):
    run_out(Runner(child(FINDS)))

    asked.refresh_from_db()
    assert (asked.status, asked.steps) == ("done", 9)
    assert asked.score == {"total": 0.8}


def test_a_search_without_an_end_waits_for_another_try(asked):
    run_out(Runner(child("sys.exit(1)")))

    asked.refresh_from_db()
    assert (asked.status, asked.tries) == ("waiting", 1)


def test_a_stopped_search_keeps_the_best_so_far(asked):
    waits = f"sys.stdin.read()\n{FINDS}"
    runner = Runner(child(waits))
    runner(at=NOON)
    operations.stop(asked.pk)

    run_out(runner)

    asked.refresh_from_db()
    assert (asked.status, asked.score) == ("stopped", {"total": 0.8})


@pytest.mark.parametrize(
    ("looked", "took", "told"),
    [(5, 10, False), (60, 10, True), (5, 90, True)],
)
def test_who_had_to_wait_or_has_gone_is_told(asked, looked, took, told):
    job = operations.claim(worker="one", at=NOON)
    over = NOON + timedelta(seconds=took)
    Composition.objects.update(looked_at=over - timedelta(seconds=looked))

    operations.finish(job, at=over)

    assert Notice.objects.filter(kind=Notice.Kind.COMPOSED).exists() == told


def test_a_search_around_what_is_held_begins_with_it(ingrid):
    cohort = a_cohort_of(8, ingrid)
    composition = divided(cohort, 4, 4)
    first = str(members(cohort)[0].pk)
    operations.lock(
        composition, "person", first, on=True, version=0, by=ingrid, at=NOON
    )

    again = operations.ask_around(
        composition, version=1, name="Proposal 2", by=ingrid, at=NOON
    )

    assert again.grown_from == composition
    assert again.locks["people"] == {first: "s0"}
    assert again.sets == composition.sets


def test_a_rule_is_let_go_for_one_search_alone(ingrid):
    cohort = a_cohort_of(8, ingrid)
    composition = divided(cohort, 4, 4)
    changes = [{"lever": "size_min", "before": 3, "after": 2, "about": []}]

    relaxed = operations.ask_relaxed(
        composition, changes, name="Proposal 2", by=ingrid, at=NOON
    )

    assert relaxed.asked["size_min"] == 2
    assert cohort.terms.size_min == 3
