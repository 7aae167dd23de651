"""Who may do what at the addresses of changes."""

from typing import Any

from askwell.web.actions.operations import report_back
from askwell.web.changes.models import ChangeEvent, LearningLoop
from askwell.web.topics.operations import close
from factories import NOON, a_topic, an_action
from web.decisions.row import OWNER, Row, saying
from web.world import WORDS, World

MANAGER = frozenset({"programme_manager"})
MANAGERS = MANAGER | {"partner_manager", "other_manager"}
TAKING_PART = frozenset({"member", "enrolled"})
READERS = MANAGERS | TAKING_PART


def of_programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk}


def of_change(world: World) -> dict[str, Any]:
    """A line that the member added."""
    line, _is_new = ChangeEvent.objects.get_or_create(
        programme=world.programme,
        title="The ward moves",
        impact=2,
        noticed_on=NOON.date(),
        added_by=world.people["member"],
    )
    return of_programme(world) | {"change_id": line.pk}


def of_loop(world: World) -> dict[str, Any]:
    """What the member learned of it."""
    loop, _is_new = LearningLoop.objects.get_or_create(
        change_id=of_change(world)["change_id"],
        person=world.people["member"],
        action=world.action,
        closed_on=NOON.date(),
    )
    return of_programme(world) | {"loop_id": loop.pk}


def of_settled(world: World) -> dict[str, Any]:
    """One of its own: other addresses want the world's action open."""
    action = an_action(world.people["member"], world.learning_set)
    report_back(
        action,
        by=world.people["member"],
        meeting=world.meeting.pk,
        status="done",
        learned=WORDS,
        at=NOON,
    )
    return {"action_id": action.pk}


def of_closed(world: World) -> dict[str, Any]:
    topic = a_topic(world.people["member"], WORDS)
    close(topic, {}, by=world.people["member"], at=NOON)
    return {"topic_id": topic.pk}


LINE = saying(title="New rota", impact="1", noticed_on="2026-03-01")

ROWS: tuple[Row, ...] = (
    Row("changes:log", get=READERS, path=of_programme),
    Row("changes:add", get=READERS, post=READERS, path=of_programme, form=LINE),
    Row(
        "changes:settings",
        get=MANAGER,
        post=MANAGER,
        path=of_programme,
        form=saying(may_add="managers"),
    ),
    Row("changes:loops", get=TAKING_PART, path=of_programme),
    Row("changes:unlinking", post=OWNER, path=of_loop),
    Row("changes:event", get=READERS, post=READERS, path=of_change),
    Row(
        "changes:wording",
        get=MANAGER | OWNER,
        post=MANAGER | OWNER,
        path=of_change,
        form=LINE,
    ),
    Row("changes:removal", post=MANAGER | OWNER, path=of_change),
    Row("changes:return", post=MANAGER | OWNER, path=of_change),
    Row("changes:of_action", get=OWNER, post=OWNER, path=of_settled),
    Row("changes:of_topic", get=OWNER, post=OWNER, path=of_closed),
)
