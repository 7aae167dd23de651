"""Handing facilitation over to the set, step by step, and back."""
