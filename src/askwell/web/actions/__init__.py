"""Actions: what presenters chose to do, and what came of it."""
