"""What is printed once people are in sets."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from askwell.composer.brief import Brief
from askwell.composer.colliding import Collision
from askwell.composer.compiling import is_fast
from askwell.composer.proposal import Broken, Proposal
from askwell.web.composing.command import colliding

SCHEMA = "askwell.composition/1"


@dataclass(frozen=True, slots=True)
class Summary:
    """What was composed, and what it took."""

    brief: Brief
    proposal: Proposal
    collisions: tuple[Collision, ...]
    seconds: float
    cores: int
    stopped: bool

    @property
    def sizes(self) -> tuple[int, int]:
        sizes = [len(each.members) for each in self.proposal.sets]
        return min(sizes), max(sizes)

    @property
    def broken(self) -> dict[str, int]:
        """How often each rule is broken."""
        return dict(Counter(str(each.rule) for each in self.proposal.broken))


def as_text(summary: Summary, out: Path, led: Path) -> str:
    """For people."""
    return "\n".join(_lines(summary, out, led))


def _lines(summary: Summary, out: Path, led: Path) -> Iterator[str]:
    score, (least, most) = summary.proposal.score, summary.sizes
    yield (
        f"{len(summary.brief.people):,} people in {len(summary.proposal.sets):,} sets "
        f"of {least} to {most}"
    )
    yield f"total           {score.total:.5f}"
    for name, part in (*score.parts.items(), ("fairness", score.fairness)):
        yield f"  {name:<14}{part:.5f}"
    yield from _breaches(summary)
    way = "compiled" if is_fast() else "not compiled: numba is missing, so it is slow"
    cores = f" on {summary.cores} cores" if summary.cores > 1 else ""
    yield (
        f"{summary.seconds:.1f} seconds{cores}, {summary.proposal.steps:,} steps, "
        f"seed {summary.proposal.seed} ({way})"
    )
    yield f"Written to {out} and {led}"


def _breaches(summary: Summary) -> Iterator[str]:
    broken = summary.proposal.broken
    if not broken:
        yield "Rules broken: none"
        return
    yield f"Rules broken: {len(broken)}"
    for rule, times in summary.broken.items():
        yield f"  {rule:<20}{times:>7,}"
    for each in broken[: colliding.NAMED]:
        yield f"  {_breach(each)}"
    if len(broken) > colliding.NAMED:
        yield f"  and {len(broken) - colliding.NAMED:,} more"
    for collision in summary.collisions:
        yield from colliding.lines(collision)


def _breach(broken: Broken) -> str:
    where = f" in set {broken.set_id}" if broken.set_id else ""
    about = f": {colliding.named(broken.about)}" if broken.about else ""
    return f"{broken.rule}{where}{about}"


def as_json(summary: Summary, out: Path, led: Path) -> str:
    """For programs."""
    score, (least, most) = summary.proposal.score, summary.sizes
    fields: dict[str, Any] = {
        "schema": SCHEMA,
        "people": len(summary.brief.people),
        "sets": len(summary.proposal.sets),
        "smallest": least,
        "largest": most,
        "total": score.total,
        "parts": dict(score.parts),
        "fairness": score.fairness,
        "broken": len(summary.proposal.broken),
        "broken_by_rule": summary.broken,
        "breaches": [
            {"rule": each.rule, "set_id": each.set_id, "about": list(each.about)}
            for each in summary.proposal.broken
        ],
        "collisions": [colliding.as_json(each) for each in summary.collisions],
        "seconds": round(summary.seconds, 3),
        "steps": summary.proposal.steps,
        "seed": summary.proposal.seed,
        "cores": summary.cores,
        "compiled": is_fast(),
        "stopped": summary.stopped,
        "sets_file": str(out),
        "facilitators_file": str(led),
    }
    return json.dumps(fields, indent=1)
