"""A whole year of one programme, made up by seed, with all that it tells."""
