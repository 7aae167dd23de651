"""A programme in figures, for those who look after it or back it."""
