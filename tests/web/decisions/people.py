"""Who may do what at the addresses of people."""

from web.decisions.row import OWNER, PERSONS, Row

ROWS: tuple[Row, ...] = (
    Row("people:settings", get=PERSONS, post=PERSONS),
    Row("people:notices", get=PERSONS),
    Row("people:reading", post=PERSONS),
    Row(
        "people:notice",
        get=OWNER,
        path=lambda world: {"notice_id": world.notice.pk},
    ),
)
