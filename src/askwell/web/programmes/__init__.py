"""Programmes: sets, their members and what they agreed."""
