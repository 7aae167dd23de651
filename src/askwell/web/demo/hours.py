"""Reads hours as the cast paint them, such as "mon-thu 9-12:30, fri 14-17"."""

from askwell.web.intake import weeks

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def week_of(written: str) -> int:
    """The half hours of a week; none for whoever painted nothing."""
    week = 0
    for part in written.split(", ") if written else ():
        days, hours = part.split(" ")
        first, _, last = days.partition("-")
        begin, end = hours.split("-")
        for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
            week |= weeks.span(day, (_clock(begin), _clock(end)))
    return week


def _clock(written: str) -> float:
    hour, _, minute = written.partition(":")
    return int(hour) + int(minute or 0) / 60
