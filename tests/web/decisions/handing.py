"""Decisions about the addresses of handing."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
