"""Questions about what somebody did and can show."""

from askwell.web.passports.queries.passport import level_of

__all__ = ["level_of"]
