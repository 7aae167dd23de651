"""Pages of training cohorts."""
