"""Time zones as people write them: London, CET, GMT Standard Time, UTC+1."""

import re
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Final

from askwell.web.enrolments.reading.columns import plain, zones

# Names in use that are no city; those of Windows among them.
COMMON: Final = {
    "gmt": "Europe/London",
    "bst": "Europe/London",
    "uk": "Europe/London",
    "great britain": "Europe/London",
    "germany": "Europe/Berlin",
    "deutschland": "Europe/Berlin",
    "uk time": "Europe/London",
    "british time": "Europe/London",
    "england": "Europe/London",
    "scotland": "Europe/London",
    "wales": "Europe/London",
    "northern ireland": "Europe/London",
    "gmt standard time": "Europe/London",
    "greenwich mean time": "Europe/London",
    "wet": "Europe/Lisbon",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
    "central european time": "Europe/Paris",
    "w europe standard time": "Europe/Berlin",
    "romance standard time": "Europe/Paris",
    "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "eastern european time": "Europe/Athens",
    "e europe standard time": "Europe/Bucharest",
    "fle standard time": "Europe/Helsinki",
    "gtb standard time": "Europe/Athens",
    "turkey standard time": "Europe/Istanbul",
    "msk": "Europe/Moscow",
    "russian standard time": "Europe/Moscow",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "eastern time": "America/New_York",
    "us eastern": "America/New_York",
    "eastern standard time": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "central time": "America/Chicago",
    "us central": "America/Chicago",
    "central standard time": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "mountain time": "America/Denver",
    "us mountain": "America/Denver",
    "mountain standard time": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific time": "America/Los_Angeles",
    "us pacific": "America/Los_Angeles",
    "pacific standard time": "America/Los_Angeles",
    "e south america standard time": "America/Sao_Paulo",
    "india": "Asia/Kolkata",
    "india standard time": "Asia/Kolkata",
    "arabian standard time": "Asia/Dubai",
    "gulf standard time": "Asia/Dubai",
    "sgt": "Asia/Singapore",
    "singapore standard time": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "china": "Asia/Shanghai",
    "china standard time": "Asia/Shanghai",
    "jst": "Asia/Tokyo",
    "tokyo standard time": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "sast": "Africa/Johannesburg",
    "south africa standard time": "Africa/Johannesburg",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "aus eastern standard time": "Australia/Sydney",
    "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "new zealand standard time": "Pacific/Auckland",
}
# What stands for several places: to be asked.
SEVERAL: Final = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
}
# Clocks that differ by parts of an hour: where most people live who keep them.
BETWEEN_HOURS: Final = {
    -210: "America/St_Johns",
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    570: "Australia/Darwin",
}
OFFSET: Final = re.compile(
    r"\(?(?:utc|gmt|z)?\s*([+\-−])\s*(\d{1,2})(?::?(\d\d))?\)?", re.IGNORECASE
)
AT_ZERO: Final = ("utc", "z", "zulu", "utc 0", "utc 00 00", "gmt 0")
MOST_LETTERS: Final = 80


def zone_named(text: str) -> str:
    """The time zone that is meant, or nothing if that is not plain."""
    words = plain(text)
    if len(words) > MOST_LETTERS:
        return ""
    # Before the database's own: “GMT” in a list of people changes with the summer.
    if words in COMMON:
        return COMMON[words]
    if text in zones():
        return text
    if words in AT_ZERO:
        return "Etc/UTC"
    known = _names().get(words) or _by_country().get(words)
    return known or _at_offset(text.strip()) or _city_before_comma(text)


def _city_before_comma(text: str) -> str:
    city, comma, _country = text.partition(",")
    return _names().get(plain(city), "") if comma else ""


def suggestions(text: str, most: int = 4) -> list[str]:
    """What may have been meant, the likeliest first."""
    words = plain(text)[:MOST_LETTERS]
    names = {**_names(), **_by_country(), **COMMON}
    cities = [names[part] for part in words.split() if part in names]
    near = [names[name] for name in get_close_matches(words, names, n=6, cutoff=0.75)]
    several = SEVERAL.get(words, ())
    found = [*several, *_countries().get(words, ()), *cities, *near]
    return list(dict.fromkeys(found))[:most]


def shown(zone: str) -> str:
    """As people write it: those named after an offset are signed the other way."""
    if zone.startswith("Etc/GMT") and zone[7:]:
        return f"UTC{zone[7:].translate(str.maketrans('+-', '-+'))}"
    return zone.removeprefix("Etc/").replace("_", " ")


def _at_offset(text: str) -> str:
    """A clock that never changes, where only its distance from UTC is said.

    Behind one in brackets Windows names its cities: “(UTC+01:00) Amsterdam, Berlin”.
    """
    found = OFFSET.match(text)
    if not found:
        return ""
    if rest := text[found.end() :].strip():
        cities = (zone_named(each) for each in re.split(r"[,;]", rest)[:8])
        return next((city for city in cities if city), "")
    sign, hours, minutes = found.groups()
    distance = (int(hours) * 60 + int(minutes or 0)) * (1 if sign == "+" else -1)
    return BETWEEN_HOURS.get(distance) or _whole_hours(distance)


def _whole_hours(distance: int) -> str:
    hours, rest = divmod(abs(distance), 60)
    if rest:
        return ""
    name = f"Etc/GMT{'-' if distance > 0 else '+'}{hours}" if hours else "Etc/UTC"
    return name if name in zones() else ""


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Cities, and whole names in small letters: “new york”, “america new york”."""
    names: dict[str, str] = {}
    for zone in sorted(_zones_of_places()):
        names.setdefault(plain(zone.rpartition("/")[2]), zone)
        names.setdefault(plain(zone), zone)
    for zone in sorted(zones()):
        names.setdefault(plain(zone), zone)
    return names


@lru_cache(maxsize=1)
def _countries() -> dict[str, list[str]]:
    """The zones of each country, by its English name."""
    names = {code: plain(name) for code, name in _rows("iso3166.tab")}
    found: dict[str, list[str]] = {}
    for code, _where, zone, *_more in _rows("zone.tab"):
        found.setdefault(names[code], []).append(zone)
    return found


@lru_cache(maxsize=1)
def _by_country() -> dict[str, str]:
    return {name: zones[0] for name, zones in _countries().items() if len(zones) == 1}


def _zones_of_places() -> set[str]:
    return {zone for zones in _countries().values() for zone in zones}


def _rows(name: str) -> list[list[str]]:
    text = (files("tzdata") / "zoneinfo" / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return [line.split("\t") for line in lines if line]
