"""Who may do what at the addresses of calendar."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
