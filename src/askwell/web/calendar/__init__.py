"""What members' own calendars are told of their sets' meetings."""
