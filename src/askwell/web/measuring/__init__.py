"""Measures of closed meetings and of rows: thrown away and rebuilt at will."""
