"""The pages of learning to facilitate."""
