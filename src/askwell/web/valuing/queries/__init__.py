"""Questions about valuing."""
