"""Who may do what at the addresses of guide: everyone may read."""

from web.decisions.row import EVERYONE, Row

ROWS: tuple[Row, ...] = (
    Row("guide:contents", get=EVERYONE),
    Row("guide:inviting", get=EVERYONE),
)
