"""How a report is drawn: the same for a page in a set and for a file of its own."""
