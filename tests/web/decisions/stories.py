"""Who may do what at the addresses of stories: the set has its say before others."""

from typing import Any

from web.decisions.row import MEMBERS, OWNER, PERSONS, Row, saying
from web.world import World

# Whoever runs or backs the programme, takes part in it, or is in one of its sets.
READERS = MEMBERS | {
    "programme_manager",
    "partner_manager",
    "other_manager",
    "sponsor",
    "enrolled",
}
NAMED = frozenset({"guest"})
WITH_A_SAY = frozenset({"facilitator"})


def of_offer(world: World) -> dict[str, Any]:
    return {"offer_id": world.offer.pk}


def of_programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


ROWS: tuple[Row, ...] = (
    Row("stories:mine", get=PERSONS),
    Row("stories:offer", get=PERSONS, post=PERSONS, form=saying(kind="story")),
    Row("stories:story", get=MEMBERS | NAMED, path=of_offer),
    Row("stories:words", get=OWNER, post=OWNER, path=of_offer),
    Row("stories:names", get=OWNER, post=OWNER, path=of_offer),
    Row("stories:preview", get=OWNER, post=OWNER, path=of_offer),
    Row("stories:say", post=WITH_A_SAY, path=of_offer, form=saying(says="no")),
    Row("stories:consent", post=NAMED, path=of_offer, form=saying(says="yes")),
    Row("stories:withdrawal", get=OWNER, post=OWNER, path=of_offer),
    # What deletes it is ticking that one is sure, which nobody does here.
    Row("stories:deletion", get=OWNER, post=OWNER, path=of_offer),
    Row("stories:programme", get=READERS, path=of_programme),
)
