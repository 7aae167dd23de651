"""What changes about the log of changes, and about what was learned of them."""
