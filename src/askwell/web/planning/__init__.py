"""Meetings in time: series, polls of dates, who is coming, who presents."""
