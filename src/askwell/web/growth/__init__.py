"""How a person, and how a set, has grown: for themselves alone."""
