"""Who may do what at the addresses of growth."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
