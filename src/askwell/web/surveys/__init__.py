"""What people are asked in few words, and the counts of what they answer."""
