"""Questions about measuring."""
