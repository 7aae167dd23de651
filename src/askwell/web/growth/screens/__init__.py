"""What pages of growth show."""
