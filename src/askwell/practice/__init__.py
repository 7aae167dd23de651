"""Practice sets: made-up members who react to how they are facilitated."""
