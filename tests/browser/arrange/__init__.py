"""Sets and meetings for the stories, made by the product's own operations."""
