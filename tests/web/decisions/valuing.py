"""Who may do what at the addresses of valuing."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
