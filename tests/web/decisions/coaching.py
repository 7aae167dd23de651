"""Who may do what at the addresses of coaching."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
