"""`askwell compose`: what it takes; the rest is imported when it runs."""

import argparse
import math
from pathlib import Path

MOST_CORES = 256
SECONDS = 60.0


class CannotCompose(Exception):
    """What must be put right before anything can be composed."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add what `askwell compose` takes."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="holds people.csv, facilitators.csv, pairs.csv, history.csv, rules.json",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="where to write person_id,set_id; needed with DIR",
    )
    parser.add_argument(
        "--facilitators",
        type=Path,
        metavar="FILE",
        help="where to write set_id,facilitator_id; for sets.csv it is "
        "sets.facilitators.csv, beside it, when not said",
    )
    parser.add_argument(
        "--mdgp",
        type=Path,
        metavar="FILE",
        help="solve a maximally diverse grouping instance instead; may be gzipped",
    )
    lasting = parser.add_mutually_exclusive_group()
    lasting.add_argument(
        "--seconds",
        type=_seconds,
        default=SECONDS,
        metavar="S",
        help="how long it may take (60)",
    )
    lasting.add_argument(
        "--steps",
        type=_whole,
        metavar="N",
        help="how many steps instead: the same seed then gives the same sets",
    )
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help="(1)")
    parser.add_argument(
        "--cores",
        type=_cores,
        default=1,
        metavar="N",
        help="search with N seeds at once, each on a core, and keep the best (1)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print the summary as JSON instead"
    )
    parser.epilog = (
        "Ctrl+C ends the search; the best sets so far are still written. Exit code 0: "
        "every rule is kept. 1: written, but the summary says which rules are broken. "
        "2: something must be put right first."
    )


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if 0 < seconds < math.inf:
        return seconds
    raise argparse.ArgumentTypeError(f"{text} is not a number of seconds, e.g. 60")


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a whole number above 0")


def _seed(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) < 2**63:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a whole number, e.g. 1")


def _cores(text: str) -> int:
    cores = _whole(text)
    if cores <= MOST_CORES:
        return cores
    raise argparse.ArgumentTypeError(f"{text} is more than {MOST_CORES}")
