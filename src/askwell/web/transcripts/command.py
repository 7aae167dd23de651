"""`askwell review`: reads transcripts and says how a meeting went, at the terminal."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from askwell.transcripts import Report, Unreadable, parse, speakers, to_json, weigh, who
from askwell.transcripts.parsing import LARGEST
from askwell.transcripts.transcript import Transcript

PAGES = {".html", ".htm"}
BAR = 24


class NotAllReviewed(Exception):
    """What is to be said last, when some files could not be reviewed as asked."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add what `askwell review` takes."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="WebVTT, SRT, SBV, DOCX, or plain text with 'Name: what was said'",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.html|DIR",
        help="write each report as one HTML file as well",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead")
    parser.add_argument(
        "--anonymous", action="store_true", help="Member A, Member B instead of names"
    )
    parser.add_argument(
        "--facilitator",
        action="append",
        default=[],
        metavar="NAME",
        help="who facilitated; a first name will do",
    )
    parser.add_argument(
        "--presenter",
        action="append",
        default=[],
        metavar="NAME",
        help="who presented; say it again for each further one",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        type=_naming,
        metavar="OLD=NEW",
        help="call somebody otherwise; two with the same new name become one",
    )


def _naming(text: str) -> tuple[str, str]:
    old, sign, new = text.partition("=")
    if sign and old.strip() and new.strip():
        return old.strip(), new.strip()
    raise argparse.ArgumentTypeError(f"{text} is not OLD=NEW, e.g. 'dev r=Dev Raman'")


def review(options: argparse.Namespace) -> None:
    """Review every file that can be; then say whether there were others."""
    try:
        _review(options)
    except BrokenPipeError:
        # Whoever read the reports has had enough, and nothing is left to be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _review(options: argparse.Namespace) -> None:
    several = len(options.files) > 1
    if several and options.out and options.out.suffix.lower() in PAGES:
        raise NotAllReviewed(
            f"several reports do not fit into {options.out}. Name a folder with --out."
        )
    _write_whatever_comes()
    showing = _Showing(options, several=several)
    meant = _Meant(options)
    failed = 0
    for path in showing.progress(options.files):
        try:
            transcript = _read(path)
            meant.look_for(transcript)
            showing.show(_report(transcript, options))
        except BrokenPipeError:
            raise
        except (Unreadable, OSError) as problem:
            showing.complain(path, problem)
            failed += 1
    showing.end()
    if failed:
        raise NotAllReviewed(f"{failed} of {len(options.files)} files not reviewed.")
    meant.check()


def _write_whatever_comes() -> None:
    """A terminal that knows few letters shows question marks, and does not stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _read(path: Path) -> Transcript:
    with path.open("rb") as file:
        return parse(file.read(LARGEST + 1), name=path.name)


def _report(transcript: Transcript, options: argparse.Namespace) -> Report:
    return weigh(
        transcript,
        roles={
            **dict.fromkeys(options.presenter, "presenter"),
            **dict.fromkeys(options.facilitator, "facilitator"),
        },
        names=dict(options.name),
        anonymous=options.anonymous,
    )


class _Meant:
    """Minds whether everybody named on the command line speaks in some file."""

    def __init__(self, options: argparse.Namespace) -> None:
        new = [new for _, new in options.name]
        self._asked = [*options.presenter, *options.facilitator]
        self._asked += [old for old, _ in options.name]
        self._new = dict.fromkeys(new)
        self._met: set[str] = set()
        self._known: dict[str, None] = {}

    def look_for(self, transcript: Transcript) -> None:
        names = speakers(transcript)
        among = [*names, *self._new]
        self._known.update(dict.fromkeys(names))
        self._met.update(name for name in self._asked if who(name, among))

    def check(self) -> None:
        missing = [name for name in self._asked if name not in self._met]
        if missing:
            raise NotAllReviewed(
                f"nobody, or more than one, is called {missing[0]}. "
                f"There are: {', '.join(self._known)}."
            )


class _Showing:
    """Shows reports as text or JSON on standard output, and as pages in files.

    How far it is stands on standard error, so that standard output is reports alone.
    """

    def __init__(self, options: argparse.Namespace, *, several: bool) -> None:
        self._json = options.json
        self._out: Path | None = options.out
        self._several = several
        self._shown = 0
        self._bar = several and sys.stderr.isatty()
        self._written: set[Path] = set()

    def progress(self, files: Sequence[Path]) -> Iterator[Path]:
        for number, path in enumerate(files):
            if self._bar:
                self._draw(number, len(files), path.name)
            yield path
        self._clear()

    def show(self, report: Report) -> None:
        self._clear()
        if self._json:
            self._print_json(report)
        else:
            print(_text(report), end="", flush=True)
        self._shown += 1
        if self._out:
            written = self._write(self._out, report)
            print(f"{report.name}: written to {written}", file=sys.stderr)
        elif self._several and not self._bar:
            print(f"{report.name}: reviewed", file=sys.stderr)

    def complain(self, path: Path, problem: Unreadable | OSError) -> None:
        self._clear()
        if isinstance(problem, Unreadable):
            said = f"{path}, line {problem.line}: expected {problem.expected}"
        else:
            said = f"{problem.filename or path}: {problem.strerror}"
        print(f"askwell: {said}", file=sys.stderr)

    def end(self) -> None:
        if self._json and self._several:
            print("\n]" if self._shown else "[]")

    def _print_json(self, report: Report) -> None:
        written = json.dumps(to_json(report), indent=1)
        if self._several:
            print("," if self._shown else "[")
        print(written, end="" if self._several else "\n", flush=True)

    def _write(self, out: Path, report: Report) -> Path:
        from askwell.web.transcripts.screens import html

        if out.suffix.lower() in PAGES:
            path = out
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            out.mkdir(parents=True, exist_ok=True)
            path = self._free(out, Path(report.name).stem)
        path.write_text(html.page(report), encoding="utf-8")
        self._written.add(path)
        return path

    def _free(self, folder: Path, stem: str) -> Path:
        """Files of one name from several folders do not overwrite each other."""
        names = (f"{stem}-{number}.html" for number in count(2))
        paths = (folder / name for name in chain([f"{stem}.html"], names))
        return next(path for path in paths if path not in self._written)

    def _draw(self, number: int, of: int, name: str) -> None:
        done = "#" * (number * BAR // of)
        print(
            f"\r\x1b[K[{done:.<{BAR}}] {number + 1} of {of}  {name[:40]}",
            end="",
            file=sys.stderr,
            flush=True,
        )

    def _clear(self) -> None:
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _text(report: Report) -> str:
    from askwell.web.transcripts.screens import terminal
    from askwell.web.transcripts.screens.paper import Paper

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    encoding = (sys.stdout.encoding or "ascii").lower()
    return terminal.text(report, Paper(colour=colour, full=encoding.startswith("utf")))
