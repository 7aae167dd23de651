"""Who may do what at the addresses of dashboards."""

from web.decisions.row import Row

ROWS: tuple[Row, ...] = ()
