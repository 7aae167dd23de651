"""Who may do what at the addresses of surveys."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
