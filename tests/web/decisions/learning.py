"""Who may do what at the addresses of learning: one's own is one's own."""

from web.decisions.row import MEMBERS, OWNER, PERSONS, Row, of_meeting, of_set, saying

ROWS: tuple[Row, ...] = (
    Row("learning:record", get=PERSONS),
    Row("learning:export", get=PERSONS, post=PERSONS, form=saying(form="json")),
    Row(
        "learning:thread",
        get=OWNER,
        path=lambda world: {"thread_id": world.action.pk},
    ),
    Row("learning:questions", get=PERSONS),
    Row("learning:naming", post=PERSONS, form=saying(agrees="yes")),
    Row("learning:log", get=MEMBERS, path=of_set),
    Row("learning:trial", post=MEMBERS, path=of_meeting, form=saying(answer="yes")),
)
