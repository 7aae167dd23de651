"""Who may do what at the addresses of actions: their owner, and nobody else."""

from web.decisions.row import OWNER, PERSONS, Row, of_action, saying

ROWS: tuple[Row, ...] = (
    Row("actions:actions", get=PERSONS),
    Row("actions:new", get=PERSONS, post=PERSONS, form=saying(words="Ask Rosa")),
    Row("actions:action", get=OWNER, path=of_action),
    Row(
        "actions:wording",
        get=OWNER,
        post=OWNER,
        path=of_action,
        form=saying(words="Ask Rosa"),
    ),
    Row("actions:dropping", post=OWNER, path=of_action, form=saying(drop="yes")),
    Row("actions:withdrawal", post=OWNER, path=of_action),
    Row("actions:notes", post=OWNER, path=of_action, form=saying(words="Half done")),
    Row(
        "actions:note_removal",
        post=OWNER,
        path=lambda world: of_action(world) | {"note_id": world.progress.pk},
    ),
    Row("actions:scale", get=OWNER, post=OWNER, path=of_action),
    Row("actions:rating", post=OWNER, path=of_action, form=saying(level="1")),
    Row(
        "actions:reminders",
        post=OWNER,
        path=of_action,
        form=saying(day="2099-01-04", hour="09:00"),
    ),
    Row(
        "actions:reminder_removal",
        post=OWNER,
        path=lambda world: of_action(world) | {"reminder_id": world.reminder.pk},
    ),
    Row("actions:telling", post=OWNER, path=of_action, form=saying(status="done")),
)
