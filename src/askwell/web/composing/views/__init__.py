"""The pages of composing."""
