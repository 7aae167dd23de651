"""What a facilitator attends to, says, learns, and in time hands over."""
