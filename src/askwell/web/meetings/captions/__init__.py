"""Live captions: read by the coach as they come, and forgotten at once (INV-20)."""
