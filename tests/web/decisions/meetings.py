"""Who may do what at the addresses of meetings."""

from web.decisions.row import (
    AT_THE_DOOR,
    MEMBERS,
    NOBODY,
    PERSONS,
    PRESENT,
    Row,
    of_meeting,
    of_set,
    saying,
)

ROWS: tuple[Row, ...] = (
    Row("meetings:new", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("meetings:room", get=AT_THE_DOOR, path=of_meeting),
    Row("meetings:screen", get=PRESENT, path=of_meeting),
    Row("meetings:bid", get=PRESENT, path=of_meeting),
    Row(
        "meetings:preparation",
        get=PRESENT,
        post=PRESENT,
        path=of_meeting,
        form=saying(headline="Stay or go"),
    ),
    # In a meeting without slots there is nothing to keep, not even for members.
    Row("meetings:kept_topics", post=NOBODY, path=of_meeting, form=saying(slot="1")),
    # Nobody has said yes to captions: what is posted finds them off.
    Row("meetings:captions", get=PRESENT, post=PRESENT, path=of_meeting),
    Row("meetings:mine", get=PRESENT, path=of_meeting),
    Row("meetings:review", get=MEMBERS, path=of_meeting),
    Row("meetings:code", get=PERSONS, post=PERSONS),
    Row(
        "meetings:short",
        get=AT_THE_DOOR,
        path=lambda world: {"code": world.meeting.code},
    ),
)
