"""Finds the words for what the composer says in figures and reasons."""
