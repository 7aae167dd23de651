"""What a newcomer wants to know, where they want to know it."""
