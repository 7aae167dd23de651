"""Decisions about the addresses of practising."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
