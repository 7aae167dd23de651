"""The way from the first page to a set with its first meeting convened."""
