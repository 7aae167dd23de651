"""What changes about surveys: rounds, answers, ties, licences, and taps."""
