"""The pages about a programme's people."""
