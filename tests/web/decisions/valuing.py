"""Who may do what at the addresses of valuing."""

from typing import Any

from askwell.web.topics.models import Brought
from factories import NOON, a_topic, an_action
from web.decisions.row import OWNER, PERSONS, Row, saying
from web.decisions.running import MANAGER, of_programme
from web.world import World

SPARED = saying(bought="Advice", amount="900", currency="EUR", share="50", sure="80")


def of_settled(world: World) -> dict[str, Any]:
    """An action that the member has reported back on."""
    action = an_action(world.people["member"], world.learning_set)
    action.settled_at = NOON
    action.save()
    return {"action_id": action.pk}


def of_closed(world: World) -> dict[str, Any]:
    """A topic that the member brought to the set, and closed."""
    topic = a_topic(world.people["member"])
    topic.status = topic.Status.CLOSED
    topic.save()
    Brought.objects.create(
        topic=topic,
        learning_set=world.learning_set,
        meeting=topic.pk,
        slot=1,
        at=NOON,
    )
    return {"topic_id": topic.pk}


ROWS: tuple[Row, ...] = (
    Row("valuing:value", get=MANAGER, path=of_programme),
    Row(
        "valuing:costs",
        get=MANAGER,
        post=MANAGER,
        path=of_programme,
        form=saying(currency="EUR", member_hour="40"),
    ),
    Row(
        "valuing:estimate_of_action",
        get=OWNER,
        post=OWNER,
        path=of_settled,
        form=SPARED,
    ),
    Row(
        "valuing:estimate_of_topic",
        get=OWNER,
        post=OWNER,
        path=of_closed,
        form=SPARED,
    ),
    Row("valuing:capacity", get=PERSONS),
)
