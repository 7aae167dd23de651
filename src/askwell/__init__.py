"""Askwell: action learning, easy to start, good in the room, and safe."""

__version__ = "0.1.0"
