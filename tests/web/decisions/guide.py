"""Who may do what at the addresses of guide: everyone reads, and tries."""

from web.decisions.row import EVERYONE, Row
from web.world import World


def of_skill(world: World) -> dict[str, str]:
    return {"skill": "listen"}


ROWS: tuple[Row, ...] = (
    Row("guide:contents", get=EVERYONE),
    Row("guide:action_learning", get=EVERYONE),
    Row("guide:value", get=EVERYONE),
    Row("guide:coaching", get=EVERYONE),
    Row("guide:skills", get=EVERYONE),
    Row("guide:chooser", get=EVERYONE, post=EVERYONE),
    Row("guide:good_topic", get=EVERYONE, post=EVERYONE),
    Row("guide:inviting", get=EVERYONE),
    Row("guide:first_meeting", get=EVERYONE),
    Row("guide:credits", get=EVERYONE),
    Row("guide:first_steps", get=EVERYONE),
    Row("guide:first_step", get=EVERYONE, post=EVERYONE, path=of_skill),
)
