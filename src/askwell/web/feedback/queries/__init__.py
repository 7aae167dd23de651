"""Questions about how facilitators did."""
