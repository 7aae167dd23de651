"""Questions about calendars and about sets that stopped meeting."""
