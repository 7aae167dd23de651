"""How right and how fast transcripts are read.

    python -m benchmarks.transcripts                 a meeting of one hour and of three
    python -m benchmarks.transcripts --zoom DIR      and real exports of Zoom
    python -m benchmarks.transcripts --sets DIR      and meetings with kinds by hand

DIR holds an `expected.json` of an independent count beside its WebVTT files, or sets as
`NAME.expected.json`, `NAME.gold.csv` and `NAME.*.vtt` or `.srt`. Nothing is written.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from askwell.transcripts import Report, parse, to_json, turns_of, weigh
from askwell.transcripts.casting.cast import cast
from askwell.transcripts.hearing import hear
from askwell.transcripts.transcript import Transcript

HOUR = 3600.0
FASTEST_OF = 5
SAID = (
    ("Hana", "Let's stay with questions for another five minutes."),
    ("Ben", "What matters most to you about it?"),
    (
        "Amara",
        "Honestly, I saw it in the summer and I did not ask, because I was afraid of "
        "the answer. My team never told me, and I never told them what I feared.",
    ),
    ("Cy", "Have you thought about moving the meeting to another day?"),
    ("Amara", "Possibly, there isn't any budget for it this year."),
    ("Di", "You were afraid of the answer. What would have helped you then?"),
    (
        "Ben",
        "We had this at the depot, and we brought in somebody for the late shift, "
        "which took the sting out of it. Couldn't you do something like that?",
    ),
    ("Amara", "I was, because if she went I would have had no cover for the nights."),
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--zoom", type=Path, metavar="DIR")
    parser.add_argument("--sets", type=Path, metavar="DIR")
    options = parser.parse_args()
    speed()
    if options.zoom:
        exports(options.zoom)
    if options.sets:
        sets(options.sets)


@dataclass(frozen=True)
class Measured:
    """Seconds and bytes; the command's are of the whole process, seen from outside."""

    cues: int
    sentences: int
    parsing: float
    weighing: float
    peak: int
    command: float
    command_peak: int


def speed() -> None:
    """Time and memory of one hour and of three, in this process and as a command."""
    one, three = _measured(1), _measured(3)
    print("Synthetic   cues  sentences    parse    weigh     peak  command")
    for name, found in (("1 hour", one), ("3 hours", three)):
        print(
            f"  {name:8} {found.cues:5}     {found.sentences:6}"
            f"  {found.parsing * 1000:4.0f} ms  {found.weighing * 1000:4.0f} ms"
            f"  {found.peak / 2**20:4.1f} MB"
            f"  {found.command:.2f} s, {found.command_peak / 2**20:.1f} MB"
        )
    ratio = three.command_peak / one.command_peak
    print(f"  memory of the command, three hours to one: {ratio:.2f}\n")


def _measured(hours: int) -> Measured:
    data = meeting(hours * HOUR)
    transcript = parse(data, name="m.vtt")
    report = weigh(transcript)
    tracemalloc.start()
    to_json(weigh(parse(data, name="m.vtt")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Measured(
        len(transcript.cues),
        report.sentences,
        _fastest(lambda: parse(data, name="m.vtt")),
        _fastest(lambda: weigh(transcript)),
        peak,
        *_as_command(data),
    )


def _fastest(act: Callable[[], object]) -> float:
    took = []
    for _ in range(FASTEST_OF):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return min(took)


def _as_command(data: bytes) -> tuple[float, int]:
    """Seconds and bytes of `askwell review FILE --json`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "m.vtt"
        file.write_bytes(data)
        command = [sys.executable, "-m", "askwell", "review", str(file), "--json"]
        began = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        return time.perf_counter() - began, used.ru_maxrss * 1024


def meeting(seconds: float) -> bytes:
    """A meeting as WebVTT, cut into captions the way Zoom cuts."""
    return "\r\n".join(_captions(seconds)).encode()


def _captions(seconds: float) -> Iterator[str]:
    yield "WEBVTT\r\n"
    at, number = 0.0, 0
    while at < seconds:
        for speaker, said in SAID:
            words = said.split()
            for cut in range(0, len(words), 14):
                piece, number = words[cut : cut + 14], number + 1
                end = at + 0.4 * len(piece)
                yield f"{number}\r\n{_clock(at)} --> {_clock(end)}"
                yield f"{speaker}: {' '.join(piece)}\r\n"
                at = end + 0.15
            at += 1.5


def _clock(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


def exports(folder: Path) -> None:
    """Cues, turns, speakers, seconds and words against an independent count."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    print("Exports of Zoom             cues  turns  names  seconds off  words off")
    for name, truth in expected.items():
        transcript = parse((folder / name).read_bytes(), name=name)
        seconds, words = _counted(transcript)
        names = set(seconds) | set(truth["seconds"])
        late = max(abs(seconds[who] - truth["seconds"].get(who, 0)) for who in names)
        wrong = sum(abs(words[who] - truth["words"].get(who, 0)) for who in names)
        print(
            f"  {name:24} {_same(len(transcript.cues), truth['cues'])}"
            f" {_same(len(turns_of(transcript)), truth['turns'])}"
            f" {_same(len(seconds), len(truth['speakers']))}"
            f"  {late:11.3f}  {wrong:9}"
        )
    print()


def _counted(
    transcript: Transcript,
) -> tuple[defaultdict[str, float], defaultdict[str, int]]:
    seconds: defaultdict[str, float] = defaultdict(float)
    words: defaultdict[str, int] = defaultdict(int)
    for cue in transcript.cues:
        seconds[cue.speaker] += cue.end - cue.start
        words[cue.speaker] += len(cue.text.split())
    return seconds, words


def _same(found: int, expected: int) -> str:
    return f"{found:6}" if found == expected else f"{found}/{expected}!"


def sets(folder: Path) -> None:
    """Talk shares, parts and kinds of sentences against what people wrote down."""
    for truth in sorted(folder.glob("*.expected.json")):
        name = truth.name.removesuffix(".expected.json")
        expected = json.loads(truth.read_text(encoding="utf-8"))
        with (folder / f"{name}.gold.csv").open(newline="", encoding="utf-8") as file:
            gold = list(csv.DictReader(file))
        for path in sorted(folder.glob(f"{name}.*")):
            if path.suffix in (".vtt", ".srt"):
                transcript = parse(path.read_bytes(), name=path.name)
                _compare(transcript, weigh(transcript), expected, gold)


def _compare(
    transcript: Transcript,
    report: Report,
    expected: dict[str, Any],
    gold: list[dict[str, str]],
) -> None:
    people = _shares(expected["seconds_by_speaker"])
    roles = _shares(expected["seconds_by_role"])
    found = {each.role.value: each.share for each in report.roles}
    parts = {row["speaker"]: row["role"] for row in gold}
    off = max(abs(each.share - people[each.name]) for each in report.people)
    off_role = max(abs(found.get(role, 0) - share) for role, share in roles.items())
    right = sum(parts[each.name] == each.role.value for each in report.cast)
    print(
        f"{report.name}: talk share off by at most {off:.4f} by person, "
        f"{off_role:.4f} by role; parts right {right} of {len(parts)}; "
        f"kinds {_kinds(transcript, gold)}"
    )


def _shares(seconds: dict[str, float]) -> dict[str, float]:
    whole = sum(seconds.values())
    return {name: each / whole for name, each in seconds.items()}


def _kinds(transcript: Transcript, gold: list[dict[str, str]]) -> str:
    heard = hear(cast(turns_of(transcript), {}).turns)
    if len(heard) != len(gold):
        return f"not compared: {len(heard)} sentences for {len(gold)}"
    pairs = zip(heard, gold, strict=True)
    right = sum(each.kind.value == row["kind"] for each, row in pairs)
    return f"right {right} of {len(gold)}"


if __name__ == "__main__":
    main()
