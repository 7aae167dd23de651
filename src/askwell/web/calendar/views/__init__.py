"""Pages and files about calendars, and about sets that stopped meeting."""
