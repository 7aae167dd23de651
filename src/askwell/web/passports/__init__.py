"""What a facilitator has done and learned, what it counts for, and how to show it."""
