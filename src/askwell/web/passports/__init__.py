"""What a facilitator has done and learned, and how to show it."""
