"""Solves a maximally diverse grouping instance, and prints its groups."""

import argparse
import csv
import json
from pathlib import Path

from askwell.composer.groups import Grouping, So, read, solve
from askwell.web.composing.command import CannotCompose
from askwell.web.composing.command.bar import Bar
from askwell.web.composing.command.stopping import Stopping, Watch

SCHEMA = "askwell.grouping/1"


def run(options: argparse.Namespace) -> int:
    """Read, search, tell, and write where asked to."""
    if options.cores > 1:
        raise CannotCompose("--mdgp searches on one core; leave out --cores")
    if options.facilitators:
        raise CannotCompose("--mdgp has no facilitators; leave out --facilitators")
    instance = read(options.mdgp)
    search = _Search(options)
    with search.stopping.listening():
        found = solve(instance, used=search.used, seed=options.seed)
    search.bar.clear()
    if search.stopping.asked:
        search.bar.say("Stopped; the best so far is kept.")
    if options.out:
        _write(options.out, found)
    seconds = search.watch.seconds if search.watch else 0.0
    print(_as_json(found, seconds) if options.json else _as_text(found, seconds))
    return 0


class _Search:
    """Knows how much of its time or steps a search has used."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._seconds: float = options.seconds
        self._steps: int | None = options.steps
        self.stopping, self.bar = Stopping(), Bar()
        self.watch: Watch | None = None

    def used(self, so: So) -> float:
        """The clock begins when this is asked first: when all is compiled."""
        self.watch = self.watch or Watch()
        share = self.watch.seconds / self._seconds
        if self._steps is not None:
            share = so.steps / self._steps
        self.bar.show(share, f"value {so.best:,.3f}, {so.steps:,} steps")
        return 1.0 if self.stopping.asked else share


def _as_text(found: Grouping, seconds: float) -> str:
    compiled = "compiled" if found.compiled else "not compiled: numba is missing"
    lines = [f"value {found.value:.3f}"]
    lines += [" ".join(map(str, group)) for group in found.groups]
    lines += [
        f"{seconds:.1f} seconds, {found.steps:,} steps, seed {found.seed} ({compiled})"
    ]
    return "\n".join(lines)


def _as_json(found: Grouping, seconds: float) -> str:
    return json.dumps(
        {
            "schema": SCHEMA,
            "value": found.value,
            "groups": found.groups,
            "seconds": round(seconds, 3),
            "steps": found.steps,
            "seed": found.seed,
            "compiled": found.compiled,
        }
    )


def _write(path: Path, found: Grouping) -> None:
    rows = [(who, at) for at, group in enumerate(found.groups) for who in group]
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("element", "group"))
            writer.writerows(sorted(rows))
    except OSError as problem:
        raise CannotCompose(f"{problem.filename}: {problem.strerror}") from None
