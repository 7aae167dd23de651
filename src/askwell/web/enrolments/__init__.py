"""Who is on a programme's list."""
