"""How a facilitator did: their own review and log, and what others saw."""
