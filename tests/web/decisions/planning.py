"""Who may do what at the addresses of planning."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
