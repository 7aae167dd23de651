"""Who may do what at the addresses of stories."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
