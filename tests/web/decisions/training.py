"""Who may do what while learning to facilitate: everybody, for themselves."""

from typing import Any

from web.decisions.row import PERSONS, Row, saying
from web.world import World


def of_a_lesson(world: World) -> dict[str, Any]:
    return {"name": "hearing-advice"}


def of_an_exercise(world: World) -> dict[str, Any]:
    return {"exercise": "write"}


def of_a_situation(world: World) -> dict[str, Any]:
    return {"exercise": "write", "name": "price"}


ROWS: tuple[Row, ...] = (
    Row("training:path", get=PERSONS),
    Row("training:context", post=PERSONS, form=saying(context="across")),
    Row(
        "training:lesson",
        get=PERSONS,
        post=PERSONS,
        path=of_a_lesson,
        form=saying(choice="open"),
    ),
    Row("training:again", post=PERSONS, path=of_a_lesson),
    Row("training:gym", get=PERSONS),
    Row("training:exercise", get=PERSONS, path=of_an_exercise),
    Row(
        "training:situation",
        get=PERSONS,
        post=PERSONS,
        path=of_a_situation,
        form=saying(words="What would you miss?"),
    ),
)
