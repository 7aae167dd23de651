"""Lessons, the question gym, and the path to facilitating."""
