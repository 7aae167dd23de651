"""Who may do what at the addresses of actions."""

from web.decisions.row import OWNER, PERSONS, Row, of_action, saying

ROWS: tuple[Row, ...] = (
    Row("actions:actions", get=PERSONS),
    Row("actions:action", get=OWNER, post=OWNER, path=of_action),
    Row("actions:dropping", post=OWNER, path=of_action, form=saying(drop="yes")),
)
