"""Decisions about the addresses of training."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
