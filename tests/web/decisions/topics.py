"""Who may do what at the addresses of topics."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
