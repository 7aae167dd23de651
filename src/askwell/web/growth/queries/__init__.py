"""Questions about growth."""
