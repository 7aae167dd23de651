"""Who may do what at the addresses of learning."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
