"""People: accounts, organisations, and the notices posted to them."""
