"""Who may do what at the addresses of ui."""

from web.decisions.row import EVERYONE, Row

ROWS: tuple[Row, ...] = (
    Row("ui:catalogue", get=EVERYONE),
    Row("ui:stylesheet", get=EVERYONE, path=lambda world: {"digest": "0"}),
    Row("ui:theme", post=EVERYONE),
)
