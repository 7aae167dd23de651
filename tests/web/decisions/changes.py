"""Who may do what at the addresses of changes."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
