"""Pages about handing facilitation over, for the set alone."""
