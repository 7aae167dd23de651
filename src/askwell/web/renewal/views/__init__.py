"""The pages on which a set looks at itself, goes on, ends, or lets somebody go."""
