"""What is shown of how facilitators did."""
