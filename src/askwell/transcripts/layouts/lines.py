"""Reads what is laid out in lines: plain text, Meet's document, the DOCX of Teams.

Three ways are known: "Name: what was said", with or without a time before or behind the
name; a line with name and time, the words below; and a line with two times, then the
name, then the words.
"""

import re
from collections import Counter
from collections.abc import Iterator

from askwell.transcripts.layouts import names, pace, times
from askwell.transcripts.layouts.pace import Said
from askwell.transcripts.layouts.text import Lines, words
from askwell.transcripts.transcript import Layout, Transcript

LONGEST_HEAD = 120

_ARROW = re.compile(rf"({times.CLOCK})\s*-->\s*({times.CLOCK})")
_TIME = re.compile(rf"[\[(]?({times.CLOCK})[\])]?")
_HEADER = re.compile(rf"(\S.*?)(\s+)[\[(]?({times.CLOCK})[\])]?")
_TIME_FIRST = re.compile(
    rf"([\[(])?({times.CLOCK})(?:\s*(?:-->|[-–—])\s*({times.CLOCK}))?[\])]?\s+"
    r"(?:[-–—]\s+)?(?=\S)"
)
_TIME_IN_NAME = re.compile(rf"(\S.*?)\s+[\[(]?({times.CLOCK})[\])]?\s*:\s+")
_BAD_TIME = re.compile(r"[\[(][0-9]+:[0-9:.,]+[\])]")
_ABOUT_ITSELF = re.compile(
    r".* (?:started|stopped) (?:transcription|recording)\.?"
    r"|(?:Meeting|Transcription) ended after [0-9:]+.*"
    r"|This editable transcript was computer.generated.*"
    r"|Transcript|Transcription|Attendees",
)
_EXPECTED = 'lines such as "Name: what was said"'


def read(source: Lines, *, otherwise: Layout) -> Transcript:
    """`otherwise` is the layout when it is not Meet's document."""
    lines = [line.strip() for line in source.lines]
    if any(_ARROW.fullmatch(line[:LONGEST_HEAD]) for line in lines):
        said = list(_under_arrows(source, lines))
    elif headers := _headers(lines):
        said = list(_under_headers(lines, headers))
    else:
        said = list(_after_names(source, lines))
    if not any(each.text for each in said):
        first = next((i for i, line in enumerate(lines) if line), 0)
        source.refuse(first, _EXPECTED)
    layout = Layout.MEET if _is_from_meet(lines) else otherwise
    return Transcript(source.file, layout, *pace.spread(said))


def _under_arrows(source: Lines, lines: list[str]) -> Iterator[Said]:
    start = end = None
    speaker, named = "", True
    for index, line in enumerate(lines):
        if found := _ARROW.fullmatch(line[:LONGEST_HEAD]):
            start, end = times.seconds(found[1]), times.seconds(found[2])
            if start is None or end is None or end < start:
                source.refuse(index, "a time, as in " + times.SAMPLE)
            named = False
        elif line and not named:
            speaker, named = names.clean(words(line)), True
        elif line and start is not None:
            yield Said(speaker, words(line), start, end)


def _headers(lines: list[str]) -> dict[int, tuple[str, float]]:
    """Name and time of the lines that are nothing else, by where they stand.

    Empty when names with a colon are more: then those are how the file is laid out.
    """
    found = {}
    for index, line in enumerate(lines):
        header = _HEADER.fullmatch(line) if len(line) <= LONGEST_HEAD else None
        at = times.seconds(header[3]) if header else None
        if header and at is not None and header[1][-1] not in ":-–—>,.!?":
            name = names.clean(words(header[1]))
            found[index] = (name, at, header[2] != " ")
    often = Counter(name for name, _, _ in found.values())
    sure = {
        index: (name, at)
        for index, (name, at, apart) in found.items()
        if name and (apart or often[name] > 1)
    }
    return sure if len(sure) > _named(lines) else {}


def _named(lines: list[str]) -> int:
    """How many lines begin with a name and a colon."""
    bare = [_without_times(line)[2] for line in lines]
    known = names.learn(bare)
    return sum(1 for line in bare if known.split(line)[0])


def _under_headers(
    lines: list[str], headers: dict[int, tuple[str, float]]
) -> Iterator[Said]:
    speaker: str | None = None
    at: float | None = None
    for index, line in enumerate(lines):
        if index in headers:
            speaker, at = headers[index]
        elif line and speaker is not None and not _ABOUT_ITSELF.fullmatch(line):
            yield Said(speaker, words(line), at)
            at = None


def _after_names(source: Lines, lines: list[str]) -> Iterator[Said]:
    known = names.learn(_without_times(line)[2] for line in lines)
    speaker: str | None = None
    waiting: float | None = None
    for index, line in enumerate(lines):
        if not line or _ABOUT_ITSELF.fullmatch(line[: LONGEST_HEAD * 2]):
            continue
        if alone := _TIME.fullmatch(line[:LONGEST_HEAD]):
            waiting = times.seconds(alone[1])
            continue
        if (bad := _BAD_TIME.match(line)) and times.seconds(bad[0][1:-1]) is None:
            source.refuse(index, "a time, as in [00:01:02]")
        start, end, rest = _without_times(line)
        name, text = known.split(rest)
        if not name and start is not None and line[0] not in "[(":
            start, end, text = None, None, line
        if name or start is not None:
            speaker = name or speaker or ""
        if speaker is not None:
            yield Said(speaker, words(text), waiting if start is None else start, end)
            waiting = None


def _without_times(line: str) -> tuple[float | None, float | None, str]:
    """Start and end where the line says them, and the line without them."""
    head = line[:LONGEST_HEAD]
    if found := _TIME_FIRST.match(head):
        start = times.seconds(found[2])
        end = times.seconds(found[3]) if found[3] else None
        if start is not None:
            sound = end if end is not None and end >= start else None
            return start, sound, line[found.end() :].removeprefix(": ")
    elif found := _TIME_IN_NAME.match(head):
        start = times.seconds(found[2])
        if start is not None:
            return start, None, f"{found[1]}: {line[found.end() :]}"
    return None, None, line


def _is_from_meet(lines: list[str]) -> bool:
    headed = any(
        re.search(r"\bTranscript(?:ion)?$", line[:LONGEST_HEAD]) for line in lines[:40]
    )
    return headed and any(_TIME.fullmatch(line[:LONGEST_HEAD]) for line in lines)
