"""Who may do what at the addresses of start."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
