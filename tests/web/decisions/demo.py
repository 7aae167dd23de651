"""Who may do what at the addresses of demo."""

from web.decisions.row import EVERYONE, NOBODY, Row

ROWS: tuple[Row, ...] = (
    Row("demo:cast", get=EVERYONE),
    Row("demo:visits", post=NOBODY),
)
