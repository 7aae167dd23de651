"""Beginning a training cohort, asking people into it, and their own yes or no."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db import transaction

from askwell.web.cohorts import rules
from askwell.web.cohorts.models import Place, TrainingCohort
from askwell.web.cohorts.refusals import NotDoneError, Reason, need
from askwell.web.enrolments.models import Enrolment
from askwell.web.feedback.models import Watch
from askwell.web.feedback.operations import watching
from askwell.web.people.models import Notice, Person
from askwell.web.people.operations import post_notice
from askwell.web.programmes.models import LearningSet, Programme
from askwell.web.running.models import WindUp

MOST: Final = 200
# So often somebody may be asked into one cohort, each time told by mail.
OFTEN_ENOUGH: Final = 3
State = Place.State
Part = Place.Part


def begin(
    programme: Programme,
    *,
    name: str,
    context: str,
    starts_on: date,
    ends_on: date,
    cases: Iterable[str] = (),
    by: Person,
    at: datetime,
) -> TrainingCohort:
    """One that is the same in name and dates is taken for sent twice."""
    begun, _is_new = TrainingCohort.objects.get_or_create(
        programme=programme,
        name=name,
        context=context,
        starts_on=starts_on,
        ends_on=ends_on,
        ended_at=None,
        defaults={"cases": list(cases), "begun_by": by, "begun_at": at},
    )
    return begun


def change(
    cohort: TrainingCohort,
    *,
    name: str,
    context: str,
    starts_on: date,
    ends_on: date,
    cases: Iterable[str],
) -> None:
    cohort.name, cohort.context, cohort.cases = name, context, list(cases)
    cohort.starts_on, cohort.ends_on = starts_on, ends_on
    cohort.save(update_fields=["name", "context", "cases", "starts_on", "ends_on"])


def end(cohort: TrainingCohort, *, at: datetime) -> None:
    """Nobody’s level is shown from then on; what people did stays in their record."""
    TrainingCohort.objects.filter(pk=cohort.pk).update(ended_at=at)


def take_up_again(cohort: TrainingCohort) -> None:
    TrainingCohort.objects.filter(pk=cohort.pk).update(ended_at=None)


@transaction.atomic
def invite(
    cohort: TrainingCohort, *, email: str, part: Part, by: Person, at: datetime
) -> Place:
    """Ask somebody; they are told, and are in it only once they said yes."""
    cohort = _hold(cohort)
    email = Person.objects.normalize_email(email)
    _check_room(cohort, at=at)
    _check_may_be_asked(cohort, email)
    listed = Enrolment.objects.here().filter(programme=cohort.programme, email=email)
    person = Person.objects.filter(email=email, is_active=True).first()
    place = Place.objects.create(
        cohort=cohort,
        person=person,
        email=email,
        name=next(iter(listed.values_list("name", flat=True)), ""),
        part=part,
        asked_by=by,
        asked_at=at,
    )
    _tell(place, by=by, at=at)
    return place


def _check_room(cohort: TrainingCohort, *, at: datetime) -> None:
    need(not cohort.is_over(on=at.date()), Reason.OVER)
    need(cohort.places.open().count() < MOST, Reason.TOO_MANY)


def _check_may_be_asked(cohort: TrainingCohort, email: str) -> None:
    """A no stands until whoever said it takes it back; nobody is asked for ever."""
    own = cohort.places.filter(email=email)
    need(not own.open().exists(), Reason.ASKED_ALREADY)
    need(not own.filter(state__in=Place.REFUSED).exists(), Reason.SAID_NO)
    need(own.count() < OFTEN_ENOUGH, Reason.ASKED_ENOUGH)


def _tell(place: Place, *, by: Person, at: datetime) -> None:
    if place.person == by:
        return
    post_notice(
        kind=Notice.Kind.TRAINING,
        path=place.cohort.get_absolute_url(),
        person=place.person,
        address="" if place.person else place.email,
        by=by,
        at=at,
    )


@transaction.atomic
def take_back(place: Place) -> None:
    """Those who run it ask no longer, or take somebody out."""
    place = _hold_place(place)
    need(place.state in Place.OPEN, Reason.CHANGED)
    _close(place, State.WITHDRAWN)


@transaction.atomic
def say_yes(place: Place, *, by: Person, at: datetime) -> None:
    place = _hold_place(place)
    if rules.can_leave(by, place):
        return
    need(rules.can_answer(by, place), Reason.NOT_YOURS_TO_DO)
    need(not place.cohort.is_over(on=at.date()), Reason.OVER)
    place.person, place.state, place.answered_at = by, State.JOINED, at
    place.save(update_fields=["person", "state", "answered_at"])


@transaction.atomic
def say_no(place: Place, *, by: Person, at: datetime) -> None:
    place = _hold_place(place)
    if rules.owns(by, place) and place.state == State.DECLINED:
        return
    need(rules.can_answer(by, place), Reason.NOT_YOURS_TO_DO)
    place.answered_at = at
    _close(place, State.DECLINED)


@transaction.atomic
def leave(place: Place, *, by: Person) -> None:
    """At any time; nothing is shown to anybody from then on."""
    place = _hold_place(place)
    if rules.owns(by, place) and place.state == State.LEFT:
        return
    need(rules.can_leave(by, place), Reason.NOT_YOURS_TO_DO)
    _close(place, State.LEFT)


@transaction.atomic
def come_back(place: Place, *, by: Person, at: datetime) -> None:
    """Undoes one’s own no, or one’s own leaving."""
    place = _hold_place(place)
    if rules.owns(by, place) and place.state in Place.OPEN:
        return
    mine = rules.owns(by, place) and place.state in Place.REFUSED
    need(mine, Reason.NOT_YOURS_TO_DO)
    _check_room(place.cohort, at=at)
    was_in = place.state == State.LEFT
    place.state = State.JOINED if was_in else State.ASKED
    place.save(update_fields=["state"])


def _close(place: Place, state: State) -> None:
    place.state, place.shows_level, place.observer = state, False, None
    place.save(update_fields=["state", "answered_at", "shows_level", "observer"])
    place.watches.update(observer=None)


@transaction.atomic
def show(place: Place, *, shows: bool, by: Person) -> None:
    """Whether those who run it see the person’s level and what is next to it."""
    place = _hold_place(place)
    need(rules.can_show(by, place), Reason.NOT_YOURS_TO_DO)
    place.shows_level = shows
    place.save(update_fields=["shows_level"])


@transaction.atomic
def pair(trainee: Place, observer: Place | None, *, by: Person, at: datetime) -> None:
    """Name who could watch a trainee; whether they are asked is the trainee’s own."""
    trainee = _hold_place(trainee)
    fits = observer is None or (
        observer.cohort_id == trainee.cohort_id
        and observer.is_joined
        and not observer.is_trainee
    )
    need(trainee.is_joined and trainee.is_trainee and fits, Reason.CHANGED)
    if observer == trainee.observer:
        return
    trainee.observer = observer
    trainee.save(update_fields=["observer"])
    for each in filter(None, (observer and trainee, observer)):
        _tell(each, by=by, at=at)


@transaction.atomic
def ask_my_observer(
    place: Place, learning_set: LearningSet, *, by: Person, at: datetime
) -> Watch:
    """The trainee asks; then the observer, and then the whole set, say yes or no."""
    place = _hold_place(place)
    need(rules.can_show(by, place), Reason.NOT_YOURS_TO_DO)
    observer = place.observer.person if place.observer else None
    if observer is None:
        raise NotDoneError(Reason.NO_OBSERVER)
    return watching.ask_to_observe(learning_set, observer, by=by, at=at)


def _hold(cohort: TrainingCohort) -> TrainingCohort:
    return TrainingCohort.objects.select_for_update().get(pk=cohort.pk)


def _hold_place(place: Place) -> Place:
    _hold(place.cohort)
    return Place.objects.select_related("cohort", "person").get(pk=place.pk)


def forget_places() -> int:
    """Delete who was asked into cohorts of programmes whose lists are gone."""
    gone = WindUp.objects.filter(cleared_at__isnull=False)
    number, _of_which = Place.objects.filter(
        cohort__programme__in=gone.values("programme")
    ).delete()
    return number
