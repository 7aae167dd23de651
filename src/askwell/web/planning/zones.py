"""Names of time zones, as people read them."""

from zoneinfo import ZoneInfo


def place_of(zone: ZoneInfo) -> str:
    """The city a zone is named after: London rather than Europe/London."""
    return zone.key.rpartition("/")[2].replace("_", " ")
