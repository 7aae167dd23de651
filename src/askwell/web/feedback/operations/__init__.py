"""What changes about how facilitators did."""
