"""Pages about joining: one's own, and those of whoever looks after a programme."""
