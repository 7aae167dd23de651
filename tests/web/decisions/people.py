"""Who may do what at the addresses of people."""

from web.decisions.row import PERSONS, Row

ROWS: tuple[Row, ...] = (Row("people:settings", get=PERSONS, post=PERSONS),)
