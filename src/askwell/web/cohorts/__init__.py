"""How an organisation trains facilitators of its own."""
