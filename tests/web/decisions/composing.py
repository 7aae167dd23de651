"""Who may do what at the addresses of composing: who looks after the whole."""

from typing import Any

from askwell.composer.proposal import ProposedSet
from askwell.web.composing import codec, operations
from askwell.web.composing.brief import asked_by, known_of
from askwell.web.composing.models import Composition, Terms
from askwell.web.programmes.models import Belonging
from factories import NOON
from web.decisions.row import Facts, Row, saying
from web.world import World

MANAGER = frozenset({"programme_manager"})


def of_cohort(world: World) -> dict[str, Any]:
    return {"programme_id": world.programme.pk, "cohort_id": world.cohort.pk}


def composition_of(world: World) -> Composition:
    """Found before: the two people of the cohort, in one set."""
    terms, _new = Terms.objects.get_or_create(cohort=world.cohort)
    asked = asked_by(terms, 2)
    people = [one.id for one in known_of(world.cohort, asked).brief.people]
    composition, _is_new = Composition.objects.get_or_create(
        cohort=world.cohort,
        name="Found before",
        defaults={
            "asked": asked,
            "sets": codec.sets_to_json([ProposedSet("s1", tuple(people))]),
            "score": {"total": 0.5, "parts": {}, "fairness": 0.5, "sets": {}},
            "status": Composition.Status.DONE,
            "asked_at": NOON,
        },
    )
    return composition


def of_composition(world: World) -> dict[str, Any]:
    return {"composition_id": composition_of(world).pk}


def of_person(world: World) -> dict[str, Any]:
    return of_composition(world) | {"enrolment_id": world.enrolment.pk}


def of_facilitator(world: World) -> dict[str, Any]:
    return of_composition(world) | {"set_id": "s1"}


def of_placement(world: World) -> dict[str, Any]:
    """The enrolled person, asked into the set that came of the programme."""
    manager = world.people["programme_manager"]
    placement = world.enrolment.placements.filter(replaced_at=None).first()
    placement = placement or operations.adopting.place(
        world.learning_set,
        world.enrolment,
        belonging=Belonging.MEMBER,
        by=manager,
        at=NOON,
    )
    return of_cohort(world) | {"placement_id": placement.pk}


def act(name: str, form: Facts | None = None) -> Row:
    """Something done to a composition."""
    return Row(name, post=MANAGER, path=of_composition, form=form or saying())


ROWS: tuple[Row, ...] = (
    Row("composing:cohort", get=MANAGER, post=MANAGER, path=of_cohort),
    Row("composing:terms", get=MANAGER, post=MANAGER, path=of_cohort),
    Row("composing:pairs", post=MANAGER, path=of_cohort),
    Row("composing:placements", get=MANAGER, post=MANAGER, path=of_cohort),
    Row("composing:placement", post=MANAGER, path=of_placement),
    Row("composing:board", get=MANAGER, path=of_composition),
    Row("composing:progress", get=MANAGER, path=of_composition),
    act("composing:stop"),
    act("composing:changes", saying(act="undo", version="0")),
    Row("composing:person", get=MANAGER, path=of_person),
    Row("composing:facilitator", get=MANAGER, path=of_facilitator),
    act("composing:again", saying(version="0")),
    act("composing:relaxed", saying(way="0")),
    Row("composing:trade", get=MANAGER, post=MANAGER, path=of_composition),
    act("composing:name", saying(name="Ours")),
    act("composing:removal"),
    Row("composing:dates", get=MANAGER, post=MANAGER, path=of_composition),
    Row("composing:adoption", get=MANAGER, post=MANAGER, path=of_composition),
)
