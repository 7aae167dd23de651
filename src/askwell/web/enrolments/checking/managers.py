"""Who is meant by a manager's name, and whether managers go round in a circle."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from askwell.web.enrolments.checking.faults import Fault, Kind
from askwell.web.enrolments.checking.ground import Ground
from askwell.web.enrolments.checking.judged import Judged, Verdict
from askwell.web.enrolments.reading.columns import plain
from askwell.web.enrolments.reading.fields import Field
from askwell.web.programmes import addresses

# How many people of a circle are named.
MOST_NAMED = 6
# Comparing names letter by letter takes its time.
MOST_COMPARED = 1_000
LONGEST = 120
LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Names:
    """Addresses by name: of those in the file, then of those on the list."""

    in_file: Mapping[str, set[str]]
    on_list: Mapping[str, set[str]]

    def of(self, name: str) -> set[str]:
        key = _key(name)
        return self.in_file.get(key) or self.on_list.get(key) or set()

    def near(self, name: str) -> str:
        """The address of whoever is called almost so, if that is one person."""
        key, known = _key(name), {**self.on_list, **self.in_file}
        if len(key) > LONGEST:
            return ""
        alike: Iterable[str] = known
        if len(known) > MOST_COMPARED:
            # Too many to look at each: those with a name in common.
            words = set(key.split())
            alike = [each for each in known if words & set(each.split())]
        found = get_close_matches(key, list(alike)[:MOST_COMPARED], n=1, cutoff=0.8)
        emails = known[found[0]] if found else set()
        return next(iter(emails)) if len(emails) == 1 else ""


def names_in(rows: Iterable[Judged], ground: Ground) -> Names:
    in_file: dict[str, set[str]] = {}
    for row in rows:
        if row.entry and row.verdict != Verdict.OUT:
            in_file.setdefault(_key(row.called), set()).add(row.entry.email)
    on_list: dict[str, set[str]] = {}
    for enrolment in ground.enrolled.values():
        if ground.may_see(enrolment):
            on_list.setdefault(_key(enrolment.name), set()).add(enrolment.email)
    return Names(in_file, on_list)


def _key(name: str) -> str:
    """Names in any order: “Ruiz, Ana” and “Ana Ruiz” are one."""
    return " ".join(sorted(plain(name).split()))


def name_managers(rows: Sequence[Judged], ground: Ground) -> None:
    """Put the manager's address where a name stood, or say what is wrong."""
    names = names_in(rows, ground)
    # Many report to the same few.
    meant = {each: _meant(each, names) for each in _typed_managers(rows)}
    for row in rows:
        if row.entry and row.entry.manager and row.verdict != Verdict.OUT:
            email, kind = meant[row.entry.manager]
            if email == row.entry.email:
                kind = Kind.OWN_MANAGER
            if kind:
                _find_fault(row, kind, email)
            row.entry = replace(row.entry, manager="" if kind else email)


def _typed_managers(rows: Iterable[Judged]) -> set[str]:
    return {row.entry.manager for row in rows if row.entry and row.entry.manager}


def _meant(typed: str, names: Names) -> tuple[str, Kind | None]:
    if "@" in typed:
        reading = addresses.read(typed)
        one = len(reading.found) == 1 and not reading.faults
        if one and len(reading.found[0].email) <= LONGEST_ADDRESS:
            return reading.found[0].email, None
        meant = reading.faults[0].meant if reading.faults else ""
        return meant or typed, Kind.MANAGER_MISTYPED
    found = names.of(typed)
    if len(found) == 1:
        return next(iter(found)), None
    return "", Kind.MANAGER_UNCLEAR if found else Kind.MANAGER_UNKNOWN


def _find_fault(row: Judged, kind: Kind, meant: str) -> None:
    if any(each.field == Field.MANAGER for each in row.faults):
        return
    own = kind is Kind.OWN_MANAGER
    typed = row.typed.get(Field.MANAGER, "")
    row.faults.append(Fault(Field.MANAGER, kind, typed, "" if own else meant or None))
    row.verdict = Verdict.FAULTY


def break_circles(rows: Sequence[Judged], ground: Ground) -> None:
    """Say of every row in a circle of managers that it is in one."""
    by_email = {
        row.entry.email: row
        for row in rows
        if row.entry is not None and row.verdict != Verdict.OUT
    }
    above = _managers_after(by_email, ground)
    called = {email: row.called for email, row in by_email.items()}
    for circle in circles(above):
        shown = [called.get(email, email) for email in circle[:MOST_NAMED]]
        told = " → ".join([*shown, shown[0]])
        for email in circle:
            if row := by_email.get(email):
                typed = row.typed.get(Field.MANAGER, "")
                if typed:
                    row.faults.append(
                        Fault(Field.MANAGER, Kind.CIRCLE, typed, None, told)
                    )
                    row.verdict = Verdict.FAULTY


def _managers_after(by_email: Mapping[str, Judged], ground: Ground) -> dict[str, str]:
    """Who reports to whom once the file is in: what it leaves open stays."""
    above: dict[str, str] = {}
    for lines in ground.lines.values():
        above |= lines
    for email, row in by_email.items():
        if row.entry and row.entry.manager:
            above[email] = row.entry.manager
    return above


def circles(above: Mapping[str, str]) -> Iterable[list[str]]:
    """Each circle of managers once, in the order in which they report."""
    done: set[str] = set()
    for start in above:
        path: dict[str, None] = {}
        step: str | None = start
        while step is not None and step not in path and step not in done:
            path[step] = None
            step = above.get(step)
        if step is not None and step in path:
            climbed = list(path)
            yield climbed[climbed.index(step) :]
        done |= path.keys()
