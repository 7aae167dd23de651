"""Guesses the parts people had in a meeting."""
