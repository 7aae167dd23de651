"""Decisions about the addresses of cohorts."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
