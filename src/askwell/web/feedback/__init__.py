"""How a facilitator did: their own review and log, members’ feedback, observations."""
