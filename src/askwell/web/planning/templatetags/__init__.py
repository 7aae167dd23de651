"""Filters for the pages of planning."""
