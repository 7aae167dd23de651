"""Who may do what at the addresses of guide."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
