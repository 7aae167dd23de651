"""What the pages of programmes are drawn with."""
