"""Who may do what at the addresses of home."""

from web.decisions.feedback import of_held
from web.decisions.row import EVERYONE, LEADING, MEMBERS, Row, of_set

ROWS: tuple[Row, ...] = (
    Row("home:front", get=EVERYONE),
    Row("home:set", get=MEMBERS, path=of_set),
    Row("home:let_go", post=LEADING, path=of_held),
)
