"""Decisions about the addresses of passports."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
