"""What changes around an organisation, and what was learned of it."""
