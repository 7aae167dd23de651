"""Open Badges 3.0: what a badge says, how it is signed, and how it is checked."""
