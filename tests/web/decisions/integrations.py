"""Who may do what at the addresses of integrations."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
