"""Transcripts of meetings: read from files, weighed, and told as a report."""
