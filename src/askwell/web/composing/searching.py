"""A search in a process of its own: a brief comes in, lines of JSON go out.

Run as `python -m askwell.web.composing.searching`. It knows no database and keeps
nothing; what it was given is forgotten when it ends. When whoever began it closes the
pipe, or is gone, it gives the best it has and ends.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from askwell.composer.colliding import Collision, collisions
from askwell.composer.composing import Progress, compose
from askwell.composer.proposal import Proposal
from askwell.composer.trading import trade
from askwell.web.composing import codec

Json = dict[str, Any]

# The web answers people meanwhile.
NICE = 10
# How often somebody is told how it goes, in seconds.
TOLD_EVERY = 1.0


class Line:
    """The pipes to whoever began this."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self._told_at = 0.0

    def asked(self) -> Json:
        asked: Json = json.loads(sys.stdin.readline())
        threading.Thread(target=self._listen, daemon=True).start()
        return asked

    def say(self, **words: Any) -> None:
        print(json.dumps(words), flush=True)

    def tells(self, words: Callable[[], Json]) -> bool:
        """Say how it goes now and then; whether to go on."""
        now = time.monotonic()
        if now - self._told_at >= TOLD_EVERY:
            self._told_at = now
            self.say(**words())
        return not self.stopped.is_set()

    def _listen(self) -> None:
        """Nothing more is said on this pipe: its end means stop."""
        sys.stdin.read()
        self.stopped.set()


def main() -> int:
    """Do what the first line asks for."""
    os.nice(NICE)
    line = Line()
    asked = line.asked()
    match asked["do"]:
        case "compose":
            _compose(asked, line)
        case "trade":
            _trade(asked, line)
    return 0


def _compose(asked: Json, line: Line) -> None:
    brief = codec.brief_from_json(asked["brief"])
    start = asked.get("start")
    best: Proposal = compose(
        brief,
        seed=asked["seed"],
        steps=asked["steps"],
        start=codec.proposal_from_json(start) if start else None,
        progress=lambda progress: line.tells(lambda: _so_far(progress)),
    )
    line.say(share=1.0, so_far={})
    found = collisions(brief, best, seed=asked["seed"]) if best.broken else ()
    line.say(
        found=codec.proposal_to_json(best),
        collisions=[_collision_to_json(each) for each in found],
    )


def _so_far(progress: Progress) -> Json:
    return {
        "share": progress.share,
        "so_far": {
            "total": progress.best,
            "broken": progress.broken,
            "preparing": progress.preparing,
            "fast": progress.fast,
        },
    }


def _collision_to_json(collision: Collision) -> Json:
    """Without the briefs that would do: what changes in them is enough."""
    return {
        "clash": str(collision.clash),
        "rules": [str(rule) for rule in collision.rules],
        "people": list(collision.people),
        "sets": list(collision.sets),
        "organisations": list(collision.organisations),
        "facilitators": list(collision.facilitators),
        "there": collision.there,
        "needed": collision.needed,
        "relaxations": [
            {
                "concerns": relaxation.concerns,
                "tried": relaxation.tried,
                "changes": [
                    {
                        "lever": str(change.lever),
                        "before": change.before,
                        "after": change.after,
                        "about": list(change.about),
                    }
                    for change in relaxation.changes
                ],
            }
            for relaxation in collision.relaxations
        ],
    }


def _trade(asked: Json, line: Line) -> None:
    brief = codec.brief_from_json(asked["brief"])
    proposal = codec.proposal_from_json(asked["start"])
    trades = trade(
        brief,
        proposal,
        seed=asked["seed"],
        steps=asked["steps"],
        progress=lambda share: line.tells(lambda: {"share": share}),
    )
    line.say(
        found=[
            {
                "wish": each.wish,
                "points": [
                    {
                        "factor": point.factor,
                        "moved": point.moved,
                        "proposal": codec.proposal_to_json(point.proposal),
                    }
                    for point in each.points
                ],
            }
            for each in trades
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
