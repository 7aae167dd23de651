"""How Askwell's models are made; not part of the product that is installed."""
