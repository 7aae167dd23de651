"""Writes who is in which set, and who facilitates it."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from askwell.composer.brief import Brief
from askwell.composer.proposal import Proposal


def facilitators_beside(sets: Path) -> Path:
    """Where facilitators are written when no file is named: sets.facilitators.csv."""
    return sets.with_name(f"{sets.stem}.facilitators{sets.suffix}")


def write(brief: Brief, proposal: Proposal, sets: Path, facilitators: Path) -> None:
    """Write both files, people in the order of the brief; each appears whole.

    A set without a facilitator has no row in the second.
    """
    where = {who: each.id for each in proposal.sets for who in each.members}
    people = ((person.id, where[person.id]) for person in brief.people)
    led = ((each.id, each.facilitator) for each in proposal.sets if each.facilitator)
    _write(sets, ("person_id", "set_id"), people)
    _write(facilitators, ("set_id", "facilitator_id"), led)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    being_written = path.with_name(f".{path.name}.{os.getpid()}")
    with being_written.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    being_written.replace(path)
