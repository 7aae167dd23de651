"""Home: the front page, where a person's sets, meetings and actions come together."""
