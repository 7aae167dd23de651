"""What changes while facilitation is handed over."""
