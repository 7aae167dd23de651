"""Composes the people of a folder into sets, and writes who is in which."""

import argparse
from pathlib import Path

from askwell.composer import files
from askwell.composer.brief import Brief
from askwell.composer.composing import Progress, compose
from askwell.composer.proposal import Proposal
from askwell.web.composing.command import CannotCompose, colliding
from askwell.web.composing.command.bar import Bar
from askwell.web.composing.command.stopping import Stopping, Watch
from askwell.web.composing.command.summary import Summary, as_json, as_text

# However long reading took, the search gets so many seconds.
AT_LEAST = 1.0
PREPARING = "Getting the search ready; the first time on a machine takes a while."
SLOW = "The search runs as plain Python, without numba: some hundred times slower."


def run(options: argparse.Namespace) -> int:
    """Read, search, write, tell; 1 where rules are broken."""
    watch = Watch()
    out, led = _places(options)
    brief = files.read(options.folder)
    proposal, stopped = _searched(options, brief, watch)
    try:
        files.write(brief, proposal, out, led)
    except OSError as problem:
        raise CannotCompose(f"{problem.filename}: {problem.strerror}") from None
    summary = Summary(
        brief,
        proposal,
        colliding.found(brief, proposal, seed=options.seed),
        watch.seconds,
        options.cores,
        stopped,
    )
    print(as_json(summary, out, led) if options.json else as_text(summary, out, led))
    return 1 if proposal.broken else 0


def _places(options: argparse.Namespace) -> tuple[Path, Path]:
    """Where to write: told before a long search, not after it."""
    out: Path | None = options.out
    if out is None:
        raise CannotCompose("say with --out where to write the sets, e.g. sets.csv")
    led: Path = options.facilitators or files.facilitators_beside(out)
    if out.absolute() == led.absolute():
        raise CannotCompose(f"{out} cannot hold both sets and facilitators")
    for path in (out, led):
        if path.is_dir():
            raise CannotCompose(f"{path} is a folder. Name a file.")
        if not path.parent.is_dir():
            raise CannotCompose(f"there is no folder {path.parent} to write to")
    return out, led


def _searched(
    options: argparse.Namespace, brief: Brief, watch: Watch
) -> tuple[Proposal, bool]:
    """What was found, and whether somebody stopped the search."""
    stopping, bar = Stopping(), Bar()

    def progress(now: Progress) -> bool:
        if now.preparing:
            bar.say(PREPARING if now.fast else SLOW)
        else:
            bar.show(now.share, _words(now))
        return not stopping.asked

    seconds = None
    if options.steps is None:
        seconds = max(AT_LEAST, options.seconds - watch.seconds)
    with stopping.listening():
        proposal = compose(
            brief,
            seed=options.seed,
            seconds=seconds,
            steps=options.steps,
            progress=progress,
            cores=options.cores,
        )
    bar.clear()
    if stopping.asked:
        bar.say("Stopped; the best so far is kept.")
    return proposal, stopping.asked


def _words(now: Progress) -> str:
    broken = f"{now.broken} rules broken" if now.broken else "all rules kept"
    return f"total {now.best:.4f}, {broken}, {now.steps:,} steps"
