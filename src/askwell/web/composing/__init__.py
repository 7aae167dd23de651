"""How a cohort is put into sets."""
