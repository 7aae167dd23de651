"""How fast, how light and how safe the live room is, measured from outside.

    python -m benchmarks.room                         40 rooms of 6, a steady rate
    python -m benchmarks.room --rooms 1500 --rate 150 a large house
    python -m benchmarks.room --saturate              how much it takes
    python -m benchmarks.room --kill                  killed in the middle, twice
    python -m benchmarks.room --server all            beside the reference servers

Every stream is a real one, every contribution goes through the real endpoint. Time is
from sending a contribution until it is on the last screen of its room. Generator and
server share the machine: compare what was measured in one run.
"""

import argparse
import asyncio
import resource
import statistics
from dataclasses import dataclass

import uvloop

from benchmarks.load import Load
from benchmarks.targets import TARGETS, Target

SETTLES_WITHIN = 30.0
AT_ONCE = 64
KILLS = 2


@dataclass
class Found:
    """What one run brought to light."""

    name: str
    streams: int
    kilobytes: float
    contributions: int
    shown: list[float]
    a_second: float
    cpu: float
    lost: int
    twice: int
    refused: dict[int, int]
    retried: int


def main() -> None:
    options = _options()
    _allow_many_files()
    servers = TARGETS if options.server == "all" else [options.server]
    found = [uvloop.run(_measure(TARGETS[name], options)) for name in servers]
    _print(found, options)
    if any(each.lost or each.twice for each in found):
        raise SystemExit("something acknowledged was lost or shown twice")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--server", choices=[*TARGETS, "all"], default="askwell")
    parser.add_argument("--rooms", type=int, default=40)
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--rate", type=float, default=30, help="contributions a second")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--saturate", action="store_true", help="as fast as answered")
    parser.add_argument("--kill", action="store_true", help="kill -9 it twice")
    return parser.parse_args()


async def _measure(kind: type[Target], options: argparse.Namespace) -> Found:
    target = kind(options.rooms, options.people)
    await asyncio.to_thread(target.prepare)
    await asyncio.to_thread(target.start)
    load = Load(target.port, target.seats())
    try:
        return await _run(target, load, options)
    finally:
        load.close()
        await asyncio.to_thread(target.close)


async def _run(target: Target, load: Load, options: argparse.Namespace) -> Found:
    await load.warm_up()
    empty = target.memory
    await load.open_streams()
    await asyncio.sleep(1)
    full, cpu = target.memory, target.cpu_seconds
    kilobytes = (full - empty) / len(load.seats) / 1024
    killing = asyncio.create_task(_kill(target, options)) if options.kill else None
    a_second = await _load(load, options)
    if killing:
        await killing
    await load.settle(SETTLES_WITHIN)
    used = 0.0 if options.kill else target.cpu_seconds - cpu
    ledger = load.ledger
    shown = [each for each in ledger.sent.values() if each.shown_at]
    return Found(
        name=target.name,
        streams=len(load.seats),
        kilobytes=kilobytes,
        contributions=len(ledger.acknowledged),
        shown=sorted(each.shown_at - each.at for each in shown),
        a_second=a_second,
        cpu=used,
        lost=ledger.lost,
        twice=ledger.went_back,
        refused=dict(ledger.refused),
        retried=ledger.retried,
    )


async def _load(load: Load, options: argparse.Namespace) -> float:
    if options.saturate:
        return await load.post_as_fast_as_answered(AT_ONCE, options.seconds)
    await load.post_at(options.rate, options.seconds)
    return len(load.ledger.acknowledged) / options.seconds


async def _kill(target: Target, options: argparse.Namespace) -> None:
    for _ in range(KILLS):
        await asyncio.sleep(options.seconds / (KILLS + 1))
        await asyncio.to_thread(target.kill)
        await asyncio.to_thread(target.start)


def _print(found: list[Found], options: argparse.Namespace) -> None:
    how = "as fast as answered" if options.saturate else f"{options.rate:g}/s"
    print(f"{options.rooms} rooms of {options.people}, {how}, {options.seconds:g} s")
    print(
        f"{'':16}{'acknowledged':>13}{'a second':>10}{'p50 ms':>9}{'p95 ms':>9}"
        f"{'p99 ms':>9}{'KB/stream':>11}{'CPU s':>8}{'lost':>6}{'twice':>7}"
    )
    for each in found:
        p50, p95, p99 = (_percentile(each.shown, share) for share in (0.5, 0.95, 0.99))
        print(
            f"{each.name:16}{each.contributions:13}{each.a_second:10.0f}{p50:9.1f}"
            f"{p95:9.1f}{p99:9.1f}{each.kilobytes:11.1f}{each.cpu:8.1f}"
            f"{each.lost:6}{each.twice:7}"
        )
        if each.refused or each.retried:
            refused = each.refused or "none"
            print(f"{'':16}refused, by status: {refused}; sent again: {each.retried}")
    first = found[0]
    for other in found[1:]:
        ratio = first.a_second / other.a_second if other.a_second else float("nan")
        print(f"{first.name} does {ratio:.2f} times the contributions of {other.name}")


def _percentile(times: list[float], share: float) -> float:
    """In milliseconds."""
    if len(times) < 2:
        return float("nan")
    cut = statistics.quantiles(times, n=1000, method="inclusive")
    return cut[round(share * 1000) - 1] * 1000


def _allow_many_files() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    main()
