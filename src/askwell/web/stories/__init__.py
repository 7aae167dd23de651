"""What members chose to tell others, and the themes in it."""
