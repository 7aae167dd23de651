"""What is done about calendars and about sets that stopped meeting."""
