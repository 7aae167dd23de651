"""Carries notices out of Askwell: one folder for each outside service."""
