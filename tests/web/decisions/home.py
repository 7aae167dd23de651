"""Who may do what at the addresses of home."""

from web.decisions.row import EVERYONE, MEMBERS, Row, of_set

ROWS: tuple[Row, ...] = (
    Row("home:front", get=EVERYONE),
    Row("home:set", get=MEMBERS, path=of_set),
)
