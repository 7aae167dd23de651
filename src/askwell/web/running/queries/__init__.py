"""What is known about programmes: counts, dates and who waits; no word of a set."""
