"""Who may do what at the addresses of transcripts."""

from typing import Any

from web.decisions.row import MEMBERS, OWNER, PRESENT, Row, of_meeting, of_set, saying
from web.world import World

# Whoever was there keeps their say after they have left; they read nothing.
ASKED = PRESENT | {"ex_member"}


def of_asked(world: World) -> dict[str, Any]:
    return {"transcript_id": world.asked_about.pk}


def of_read(world: World) -> dict[str, Any]:
    return {"transcript_id": world.read.pk}


def the_member(world: World) -> dict[str, Any]:
    return {"person_0": world.people["member"].pk, "role_0": "member"}


ROWS: tuple[Row, ...] = (
    Row("transcripts:transcripts", get=MEMBERS, path=of_set),
    Row("transcripts:new", get=MEMBERS, post=MEMBERS, path=of_set),
    Row("transcripts:of_meeting", get=MEMBERS, path=of_meeting),
    Row("transcripts:transcript", get=ASKED, path=of_asked),
    Row("transcripts:answer", post=ASKED, path=of_asked, form=saying(says="yes")),
    # Another file is put in by whoever put in the first.
    Row("transcripts:upload", get=OWNER, post=OWNER, path=of_read),
    Row("transcripts:cast", get=MEMBERS, post=MEMBERS, path=of_read, form=the_member),
    Row("transcripts:report", get=MEMBERS, path=of_read),
    Row("transcripts:copy", post=MEMBERS, path=of_read),
    # What deletes it is ticking that one is sure, which nobody does here.
    Row("transcripts:deletion", get=ASKED, post=ASKED, path=of_read),
)
