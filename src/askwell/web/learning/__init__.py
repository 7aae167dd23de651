"""What a person and a set have learned, drawn from what they did."""
