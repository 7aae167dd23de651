"""What a programme costs, what it spares, and how far people reach."""
