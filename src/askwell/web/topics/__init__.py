"""A member's own topics, private until they bring one to a meeting."""
