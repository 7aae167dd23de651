"""What logs and rows tell of action learning: metrics, and what may be released."""
