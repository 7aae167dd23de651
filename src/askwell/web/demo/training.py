"""Brings in people who learn to facilitate: practice, a log, feedback and a cohort."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from askwell.facilitation.contexts import context_named
from askwell.facilitation.duties import DUTIES, PARTLY, YES
from askwell.facilitation.gym import ADVICE, SITUATIONS
from askwell.facilitation.lessons import LESSONS
from askwell.facilitation.pathways.ours import OBSERVED
from askwell.practice.cases import CASES, case_named
from askwell.practice.moves import FACILITATOR, Does, Move
from askwell.practice.playing import do, is_ripe
from askwell.practice.policies import late
from askwell.practice.world import World
from askwell.web.cohorts import operations as cohorts
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.demo.cast import PROGRAMME
from askwell.web.demo.naming import id_of
from askwell.web.demo.people import person
from askwell.web.feedback.operations import asking
from askwell.web.feedback.operations import own as log
from askwell.web.meetings.models import Meeting
from askwell.web.passports.operations import badges, keeping
from askwell.web.people.models import Notice, Person
from askwell.web.practising.models import Run, Seat, Step
from askwell.web.practising.queries.runs import written
from askwell.web.programmes.models import Programme
from askwell.web.training import operations as training
from askwell.web.training.models import Asked, Learner

NAME = "Facilitators of our own"
LEARNS, LEADS, TRAINS, WATCHES = "Femke", "Delroy", "Siobhan", "Tomasz"
QUIET, ASKED = "Meera", "Darren"
SEED, HALF_WAY = 7, 17
LINES = (
    (
        40,
        "I filled a silence that was not mine to fill. Next time I count to ten "
        "before I say anything.",
    ),
    (
        12,
        "Twice I turned advice into a question, and the second time they did it "
        "without me. What would happen if I waited longer?",
    ),
)
Part = Place.Part


def bring_in_training(*, at: datetime) -> None:
    """Once, as soon as the programme and the sets are here.

    What a visitor deletes of it is not brought in again.
    """
    programme = Programme.objects.filter(pk=id_of("programme", PROGRAMME.key)).first()
    if programme is None:
        return
    if not Learner.objects.filter(person=person(LEARNS)).exists():
        _learn(person(LEARNS), at=at)
        _practise(person(LEARNS), at=at)
        _keep_log(person(LEADS), at=at)
        _earn(person(LEADS), at=at)
        _hear_members(person(LEADS), at=at)
    if not TrainingCohort.objects.filter(programme=programme).exists():
        _begin_cohort(programme, at=at)
    _tell_nobody_twice(at=at)


def _learn(who: Person, *, at: datetime) -> None:
    """The first lessons, one a day, and a few questions in the gym."""
    training.begin(who, at=at - timedelta(days=14))
    training.choose_context(who, context_named("across"), at=at)
    for days, lesson in zip((13, 12, 11, 9), LESSONS, strict=False):
        training.finish(lesson, by=who, at=at - timedelta(days=days))
    for each in SITUATIONS[:3]:
        then = at - timedelta(days=8)
        training.ask(Asked.Exercise.WRITE, each.name, by=who, at=then)


def _practise(who: Person, *, at: datetime) -> None:
    """One practice set that is over, and one that waits to be gone on with."""
    first, second = CASES[0].name, CASES[1].name
    whole = list(_moves(first, who))
    _keep_run(first, whole, who, began_at=at - timedelta(days=6), is_over=True)
    half = list(_moves(second, who))[:HALF_WAY]
    _keep_run(second, half, who, began_at=at - timedelta(days=1), is_over=False)


def _moves(case: str, who: Person) -> Iterator[Move]:
    """Good words, rather late: there is something to look back on."""
    world = World(case_named(case), seed=SEED, seats={str(who.pk): FACILITATOR})
    while not world.over:
        goes_on = is_ripe(world)
        move = Move(Does.MOVE_ON, str(who.pk)) if goes_on else late(world)
        move = replace(move, by=str(who.pk))
        do(world, move)
        yield move


def _earn(who: Person, *, at: datetime) -> None:
    """All that the second level asks for, and a badge that says so."""
    then = at - timedelta(days=90)
    for lesson in LESSONS:
        training.finish(lesson, by=who, at=then)
    for exercise, situations in (
        (Asked.Exercise.WRITE, SITUATIONS),
        (Asked.Exercise.TURN, ADVICE),
    ):
        for each in situations:
            training.ask(exercise, each.name, by=who, at=then)
    for case in CASES[2:4]:
        moves = list(_moves(case.name, who))
        _keep_run(case.name, moves, who, began_at=then, is_over=True)
    badges.give(who, OBSERVED.name, at=at, named=True)


def _keep_run(
    case: str, moves: list[Move], who: Person, *, began_at: datetime, is_over: bool
) -> None:
    run = Run.of(
        case_named(case),
        seed=SEED,
        began_at=began_at,
        ended_at=began_at + timedelta(minutes=25) if is_over else None,
    )
    run.save()
    Seat.objects.create(run=run, person=who, led_at=run.ended_at)
    Step.objects.bulk_create(
        Step(run=run, number=number, person=who, move=written(move))
        for number, move in enumerate(moves, start=1)
    )


def _keep_log(who: Person, *, at: datetime) -> None:
    for days, words in LINES:
        then = at - timedelta(days=days)
        log.keep_line(by=who, on=then.date(), words=words, at=then)
    on = (at - timedelta(days=30)).date()
    keeping.learn(who, what="A day on listening", on=on, hours=Decimal(5))


def _hear_members(who: Person, *, at: datetime) -> None:
    """The members of the last meeting they led have all said how it was."""
    led = Meeting.objects.held().filter(learning_set=id_of("set", "harbour-lane"))
    meeting = led.order_by("-closed_at").first()
    if meeting is None or meeting.closed_at is None:
        return
    then = meeting.closed_at + timedelta(hours=2)
    round_ = asking.ask(meeting, by=who, at=then)
    for number, each in enumerate(list(round_.asked.select_related("person"))):
        said = {duty.name: YES for duty in DUTIES}
        said[DUTIES[number % len(DUTIES)].name] = PARTLY
        asking.answer(round_.pk, said, by=each.person, at=then)
    asking.close_overdue(round_, at=at)


def _begin_cohort(programme: Programme, *, at: datetime) -> None:
    """Two learn, two watch, and one has not answered yet."""
    manager = person(PROGRAMME.manager)
    cohort = cohorts.begin(
        programme,
        name=NAME,
        context="across",
        starts_on=(at - timedelta(days=21)).date(),
        ends_on=(at + timedelta(days=120)).date(),
        cases=[each.name for each in CASES if each.context == "across"],
        by=manager,
        at=at - timedelta(days=21),
    )
    parts = {
        LEARNS: Part.TRAINEE,
        QUIET: Part.TRAINEE,
        TRAINS: Part.TRAINER,
        WATCHES: Part.TRAINER,
    }
    places = {key: _join(cohort, key, part, at=at) for key, part in parts.items()}
    learns, trains = places[LEARNS], places[TRAINS]
    cohorts.show(learns, shows=True, by=person(LEARNS))
    cohorts.pair(learns, trains, by=manager, at=at - timedelta(days=18))
    cohorts.invite(
        cohort, email=person(ASKED).email, part=Part.TRAINEE, by=manager, at=at
    )


def _join(cohort: TrainingCohort, key: str, part: Part, *, at: datetime) -> Place:
    who, then = person(key), at - timedelta(days=20)
    place = cohorts.invite(
        cohort, email=who.email, part=part, by=person(PROGRAMME.manager), at=then
    )
    cohorts.say_yes(place, by=who, at=then)
    place.refresh_from_db()
    return place


def _tell_nobody_twice(*, at: datetime) -> None:
    """What was answered has been read, and nobody of the cast reads mail."""
    told = Notice.objects.filter(kind__in=(Notice.Kind.TRAINING, Notice.Kind.FEEDBACK))
    told.exclude(person=person(ASKED)).unread().update(read_at=at)
    told.filter(handed_on_at=None).update(handed_on_at=at)
