"""Frozen figures of a programme, and the guard of all that was released."""
