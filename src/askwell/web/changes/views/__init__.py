"""The pages of the log of changes."""
