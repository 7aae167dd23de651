"""Reads the meetings of the demonstration; `meetings/README.txt` tells how to write."""

import re
from calendar import day_name
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/London")

_FACT = re.compile(r"(?P<name>[a-z]+): (?P<value>.+)")
_HEADING = re.compile(r"== (?P<title>.+), (?P<minutes>\d+) min(?P<so_far> so far)?")
_GROUP = re.compile(r"(?P<verb>Order|Hands|Yes): (?P<names>.+)")
_LINE = re.compile(
    r"(?P<who>[A-Z][\w-]+) (?P<verb>[a-z ]+?)"
    r'(?: "(?P<about>[^"]+)"| (?P<to>[A-Z][\w-]+))?'
    r"(?:, (?P<how>[a-z ]+))?(?:: (?P<words>.+)|\.)"
)
_DETAIL = re.compile(
    r" +(?P<name>question|worthwhile|because|did|happened|learned|still open|by|sign"
    r"|helped|next time)"
    r": (?P<value>.+)"
)
_WHEN = re.compile(
    r"(?:(?P<ago>\d+) weeks ago|in (?P<ahead>\d+) weeks) on (?P<day>[A-Z][a-z]+), "
    r"(?P<hour>\d+):(?P<minute>\d+)"
)


class UnreadableScriptError(Exception):
    """A line of a meeting's script is not in the notation."""


@dataclass(kw_only=True)
class Line:
    """One line of a script: who does what, with which words."""

    number: int
    verb: str
    who: str = ""
    words: str = ""
    about: str = ""
    to: str = ""
    how: str = ""
    names: tuple[str, ...] = ()
    details: dict[str, str] = field(default_factory=dict)

    def detail(self, name: str) -> str | None:
        return self.details.get(name)

    def run_on(self, words: str) -> None:
        """Words that go on in the next line belong to whatever came last."""
        if self.details:
            last = next(reversed(self.details))
            self.details[last] = f"{self.details[last]} {words}"
        else:
            self.words = f"{self.words} {words}"


@dataclass(kw_only=True)
class Part:
    """A phase of the script, under a heading that begins the phase's title."""

    title: str
    minutes: int
    so_far: bool
    number: int
    lines: list[Line] = field(default_factory=list)


@dataclass(kw_only=True)
class Script:
    """A meeting as it is written down."""

    name: str
    facts: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    @property
    def set_key(self) -> str:
        return self.facts["set"]

    @property
    def in_progress(self) -> bool:
        return self.facts["when"] == "in progress"

    @property
    def booked_minutes(self) -> int:
        return int(self.facts["booked"].removesuffix(" minutes"))

    @property
    def here(self) -> tuple[str, ...]:
        return _names(self.facts.get("here", ""))

    @property
    def facilitator(self) -> str:
        return self.facts.get("facilitator", "")

    @property
    def guest(self) -> str:
        return self.facts.get("guest", "")

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=sum(part.minutes for part in self.parts))

    def starts_at(self, at: datetime) -> datetime:
        """When the meeting began or begins, seen from now."""
        if self.in_progress:
            return at - self.length
        try:
            return moment(self.facts["when"], at=at)
        except UnreadableScriptError as problem:
            raise UnreadableScriptError(f"{self.name}: {problem}") from None


def moment(when: str, *, at: datetime) -> datetime:
    """A day in some weeks, or some weeks ago, and its hour, seen from now."""
    told = _WHEN.fullmatch(when)
    if told is None:
        raise UnreadableScriptError(f"when: {when}")
    weeks = int(told["ahead"] or 0) - int(told["ago"] or 0)
    today = at.astimezone(TIME_ZONE).date()
    days = list(day_name).index(told["day"]) - today.weekday()
    day = today + timedelta(weeks=weeks, days=days)
    clock = time(int(told["hour"]), int(told["minute"]))
    return datetime.combine(day, clock, tzinfo=TIME_ZONE)


def all_scripts() -> tuple[Script, ...]:
    """Every meeting there is, by the name of its file: earlier ones of a set first."""
    folder = files("askwell.web.demo") / "meetings"
    texts = {
        file.name.removesuffix(".txt"): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".txt") and file.name != "README.txt"
    }
    return tuple(read(name, text) for name, text in sorted(texts.items()))


def read(name: str, text: str) -> Script:
    """The meeting that a text in the notation tells."""
    script = Script(name=name)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            _take(script, line.rstrip(), number)
    return script


def _take(script: Script, text: str, number: int) -> None:
    line = _last_line(script)
    if heading := _HEADING.fullmatch(text):
        script.parts.append(
            Part(
                title=heading["title"],
                minutes=int(heading["minutes"]),
                so_far=bool(heading["so_far"]),
                number=number,
            )
        )
    elif not script.parts and (fact := _FACT.fullmatch(text)):
        script.facts[fact["name"]] = fact["value"]
    elif line and (detail := _DETAIL.fullmatch(text)):
        line.details[detail["name"]] = detail["value"]
    elif line and text.startswith(" "):
        line.run_on(text.strip())
    elif script.parts and (new := _line(text, number)):
        script.parts[-1].lines.append(new)
    else:
        raise UnreadableScriptError(f"{script.name}, line {number}: {text}")


def _last_line(script: Script) -> Line | None:
    return (
        script.parts[-1].lines[-1] if script.parts and script.parts[-1].lines else None
    )


def _line(text: str, number: int) -> Line | None:
    if group := _GROUP.fullmatch(text):
        return Line(number=number, verb=group["verb"], names=_names(group["names"]))
    if one := _LINE.fullmatch(text):
        said = one.groupdict(default="")
        return Line(
            number=number,
            verb=said["verb"],
            who=said["who"],
            words=said["words"],
            about=said["about"],
            to=said["to"],
            how=said["how"],
        )
    return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
