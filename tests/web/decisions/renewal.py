"""Who may do what at the addresses of renewal."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
