"""Lessons, the question gym, and the path by which somebody learns to facilitate."""
