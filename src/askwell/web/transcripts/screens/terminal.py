"""A report as plain text, 80 columns wide, in the order in which it is told."""

from collections.abc import Iterator, Mapping

from askwell.coach import Role, TurnKind
from askwell.transcripts.report import Figure, Report, Section, Unit
from askwell.web.transcripts.screens.paper import Paper, fitted, table, wrapped

MANY = 10
MANY_STACKED = 5
_SIGNS = {Role.PRESENTER: "P", Role.MEMBER: "m", Role.FACILITATOR: "F"}
_KINDS = (
    ("open", TurnKind.OPEN_QUESTION),
    ("closed", TurnKind.CLOSED_QUESTION),
    ("leading", TurnKind.LEADING_QUESTION),
    ("advice", TurnKind.ADVICE),
    ("sharing", TurnKind.SHARING),
    ("reflecting", TurnKind.REFLECTION),
)
_MINUTE, _HOUR = 60, 3600


def text(report: Report, paper: Paper) -> str:
    """The whole report, ending with an empty line."""
    sections = (
        (Section.STRENGTHS, _strengths),
        (Section.TALK, _talk),
        (Section.ASKING, _asking),
        (Section.SPEECHES, _speeches),
        (Section.STACKED, _stacked),
        (Section.TIMELINE, _timeline),
        (Section.MOMENTS, _moments),
        (Section.CAST, _cast),
    )
    lines = list(_top(report, paper))
    for section, draw in sections:
        note = report.note(section)
        lines += ["", paper.heading(note.title), *draw(report, paper)]
        lines += [paper.aside(note.how), paper.aside(_cannot(note.cannot_tell))]
    lines += ["", paper.heading("In numbers"), *_figures(report, paper)]
    return "\n".join(lines) + "\n"


def at(seconds: float) -> str:
    """4:07, or 1:04:07 from an hour on."""
    minutes, rest = divmod(round(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _top(report: Report, paper: Paper) -> Iterator[str]:
    yield paper.heading(fitted(report.name, 80).rstrip())
    people = len(report.people)
    spoke = "1 person spoke" if people == 1 else f"{people} people spoke"
    turns = "1 turn" if report.turns == 1 else f"{report.turns} turns"
    yield f"{at(report.end - report.start)} long; {spoke}, in {turns}."
    for doubt in report.doubts:
        yield from wrapped(doubt, 2, hanging="*")


def _strengths(report: Report, paper: Paper) -> Iterator[str]:
    if not report.strengths:
        yield "  Nothing stood out to the coach. What stood out to you?"
    for each in report.strengths:
        yield from wrapped(paper.quote(each.words), 10, hanging=f"  {at(each.at)}")
        yield from wrapped(f"{each.speaker}. {each.why}", 10)


def _talk(report: Report, paper: Paper) -> Iterator[str]:
    most = max((each.share for each in report.people), default=0.0) or 1.0
    rows = [
        (
            each.name,
            each.role.value,
            at(each.seconds),
            _share(each.share),
            paper.bar(each.share / most, 20),
        )
        for each in report.people
    ]
    yield from table(rows, (27, 11, -8, -5, 21))
    yield ""
    rows = [
        (_plural(each.role, each.people), "", at(each.seconds), _share(each.share), "")
        for each in report.roles
    ]
    yield from table(rows, (27, 11, -8, -5, 21))


def _asking(report: Report, _: Paper) -> Iterator[str]:
    """Asking and telling by person; what kind it was by role alone."""
    rows = [("", "asked", "told", "reflected")]
    for each in report.people:
        reflected = each.kinds.get(TurnKind.REFLECTION, 0)
        rows.append((each.name, str(each.asked), str(each.told), str(reflected)))
    yield from table(rows, (39, -8, -8, -12))
    yield ""
    kinds = [["", *(title for title, _ in _KINDS)]]
    for role in report.roles:
        counts = [str(role.kinds.get(kind, 0)) for _, kind in _KINDS]
        kinds.append([_plural(role.role, role.people), *counts])
    yield from table(kinds, (15, *(-max(len(title), 8) for title, _ in _KINDS)))


def _speeches(report: Report, paper: Paper) -> Iterator[str]:
    for each in report.speeches:
        who = f"{each.speaker} ({each.role.value}), {at(each.seconds)} long:"
        words = f"{who} {paper.quote(each.begins)}"
        yield from wrapped(words, 10, hanging=f"  {at(each.at)}")


def _stacked(report: Report, paper: Paper) -> Iterator[str]:
    if not report.stacked:
        yield "  None."
    for each in report.stacked[:MANY_STACKED]:
        yield from wrapped(paper.quote(each.words), 10, hanging=f"  {at(each.at)}")
    if (more := len(report.stacked) - MANY_STACKED) > 0:
        yield f"          and {more} more"


def _timeline(report: Report, _: Paper) -> Iterator[str]:
    slices = report.timeline
    if not slices:
        return
    most = (_most(each.seconds) for each in slices)
    yield f"  talk    {''.join(_SIGNS[role] if role else '.' for role in most)}"
    yield f"  asked   {''.join(_digit(each.asked) for each in slices)}"
    yield f"  told    {''.join(_digit(each.told) for each in slices)}"
    ends = f"{at(slices[0].start)} to {at(slices[-1].end)}"
    one = at(slices[0].end - slices[0].start)
    yield from wrapped(
        f"From {ends}, one sign for each {one}. Who spoke most: P presenter, "
        "F facilitator, m members. Asked and told: how many sentences of members and "
        "the facilitator, + for ten or more.",
        10,
    )


def _most(seconds: Mapping[Role, float]) -> Role | None:
    return max(seconds, key=lambda role: seconds[role], default=None)


def _digit(number: int) -> str:
    return "." if not number else str(number) if number < MANY else "+"


def _moments(report: Report, paper: Paper) -> Iterator[str]:
    if not report.moments:
        yield "  None that the coach is sure about."
    for each in report.moments:
        yield from wrapped(paper.quote(each.words), 10, hanging=f"  {at(each.at)}")
        yield from wrapped(each.hint, 10)
        if each.reframe:
            yield from wrapped(f"Perhaps: {each.reframe}", 10)


def _cast(report: Report, _: Paper) -> Iterator[str]:
    for each in report.cast:
        sure = "" if each.given else f" ({_share(each.confidence).strip()} sure)"
        said = f"{each.name}: {each.role.value}{sure}. {each.because}"
        yield from wrapped(said, 4, hanging="  -")
    if len(report.slots) > 1:
        yield ""
        for slot in report.slots:
            yield f"  {at(slot.start)} to {at(slot.end)}: {slot.presenter} presents"


def _figures(report: Report, paper: Paper) -> Iterator[str]:
    for each in report.figures:
        yield from table([(each.title, _value(each))], (60, -12))
        yield paper.aside(each.how, indent=4)
        yield paper.aside(_cannot(each.cannot_tell), indent=4)


def _value(figure: Figure) -> str:
    if figure.value is None:
        return "not known"
    match figure.unit:
        case Unit.SHARE:
            return _share(figure.value)
        case Unit.SECONDS:
            return f"{figure.value:.1f} s"
        case Unit.TIMES:
            return f"{figure.value:.0f}"
        case Unit.RATIO:
            return f"{figure.value:.2f}"


def _share(share: float) -> str:
    return f"{100 * share:.0f} %"


def _plural(role: Role, people: int) -> str:
    return f"{role.value.capitalize()}{'s' if people > 1 else ''}"


def _cannot(tell: str) -> str:
    return f"What this cannot tell: {tell[:1].lower()}{tell[1:]}"
