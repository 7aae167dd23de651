"""Changes by hand: refused where they break a rule, and undone one after another."""

import pytest

from askwell.web.composing import boards, codec, operations
from askwell.web.composing.operations import ForbiddenError
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments.models import Enrolment
from factories import NOON, a_person, an_enrolment
from web.composing.arranging import (
    a_cohort_of,
    compete,
    divided,
    leaders,
    members,
    reports_to,
    said,
    sets_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingrid():
    return a_person("Ingrid Solberg")


@pytest.fixture
def cohort(ingrid):
    return a_cohort_of(8, ingrid)


def ids(people) -> list[str]:
    return [str(one.pk) for one in people]


def moved(composition, person, to_set, by, *, version=None):
    composition.refresh_from_db()
    return operations.move(
        composition,
        str(person.pk),
        to_set,
        version=composition.version if version is None else version,
        by=by,
        at=NOON,
    )


def test_somebody_moves_and_the_division_is_judged_anew(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first = members(cohort)[0]

    moved(composition, first, "s1", ingrid)

    assert str(first.pk) in sets_of(composition)["s1"]
    judged = boards.loaded(composition).proposal
    assert composition.score == codec.score_to_json(judged.score)
    assert composition.version == 1


def test_nobody_moves_to_their_manager(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first, *_others, last = members(cohort)
    reports_to(first, last)

    with pytest.raises(ForbiddenError) as refused:
        moved(composition, first, "s1", ingrid)

    assert [str(each.rule) for each in refused.value.told.appearing] == ["line_manager"]
    assert str(first.pk) in sets_of(composition)["s0"]


def test_nobody_moves_to_a_competitor(ingrid):
    cohort = a_cohort_of(6, ingrid)
    one, other = cohort.programme.partners.order_by("pk")
    people = Enrolment.objects.filter(pk__in=[e.pk for e in members(cohort)[3:]])
    people.update(partner=other)
    Enrolment.objects.filter(pk__in=[e.pk for e in members(cohort)[:3]]).update(
        partner=one
    )
    an_enrolment(
        cohort.programme, a_person("Member 99"), partner=one, time_zone="Europe/London"
    )
    compete(one, other)
    composition = divided(cohort, 3, 3)

    with pytest.raises(ForbiddenError) as refused:
        moved(composition, members(cohort)[-1], "s1", ingrid)

    assert {str(each.rule) for each in refused.value.told.appearing} == {"exclusive"}


def test_a_private_wish_says_no_and_names_nobody(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first, *_others, last = members(cohort)
    said(last, apart=first.email)

    with pytest.raises(ForbiddenError) as refused:
        moved(composition, first, "s1", ingrid)

    told = refused.value.told.appearing
    assert [(str(each.rule), each.about) for each in told] == [("must_not", ())]


def test_steps_are_taken_back_and_done_again(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first, second, *_others = members(cohort)
    as_it_was = sets_of(composition)
    moved(composition, first, "s1", ingrid)
    after_one = sets_of(composition)

    for step in (operations.undo, operations.redo, operations.undo):
        composition.refresh_from_db()
        step(composition, version=composition.version, by=ingrid, at=NOON)
    assert {k: sorted(v) for k, v in sets_of(composition).items()} == {
        k: sorted(v) for k, v in as_it_was.items()
    }

    moved(composition, second, "s1", ingrid)
    assert not composition.changes.filter(is_undone=True).exists()
    assert sets_of(composition) != after_one


def test_with_nothing_done_there_is_nothing_to_undo(cohort, ingrid):
    composition = divided(cohort, 4, 4)

    with pytest.raises(NotComposedError) as refused:
        operations.undo(composition, version=0, by=ingrid, at=NOON)

    assert refused.value.reason == Reason.NOTHING_TO_UNDO


def test_another_managers_change_is_noticed(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first, second, *_others = members(cohort)
    moved(composition, first, "s1", a_person())

    with pytest.raises(NotComposedError) as refused:
        moved(composition, second, "s1", ingrid, version=0)

    assert refused.value.reason == Reason.CHANGED_MEANWHILE


@pytest.mark.parametrize("what", ["person", "set"])
def test_who_is_held_stays(cohort, ingrid, what):
    composition = divided(cohort, 4, 4)
    first = members(cohort)[0]
    which = str(first.pk) if what == "person" else "s0"
    operations.lock(composition, what, which, on=True, version=0, by=ingrid, at=NOON)

    with pytest.raises(NotComposedError) as refused:
        moved(composition, first, "s1", ingrid)

    assert refused.value.reason == Reason.HELD


def test_two_people_change_places(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    first, *_others, last = ids(members(cohort))

    operations.swap(composition, first, last, version=0, by=ingrid, at=NOON)

    assert last in sets_of(composition)["s0"]
    assert first in sets_of(composition)["s1"]


def test_another_facilitator_takes_a_set(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    other = str(leaders(cohort)[1].pk)

    operations.take(composition, other, "s0", version=0, by=ingrid, at=NOON)

    composition.refresh_from_db()
    assert composition.sets[0]["facilitator"] == other


def test_a_facilitator_takes_no_more_sets_than_they_can(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    other = leaders(cohort)[1]
    Enrolment.objects.filter(pk=other.pk).update(capacity=1)

    with pytest.raises(ForbiddenError):
        operations.take(composition, str(other.pk), "s0", version=0, by=ingrid, at=NOON)


def test_late_joiners_are_placed_and_leavers_taken_out(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    gone = members(cohort)[0]
    Enrolment.objects.filter(pk=gone.pk).update(status=Enrolment.Status.LEFT)
    late = an_enrolment(
        cohort.programme, a_person("Member 99"), time_zone="Europe/London"
    )

    operations.place_and_take_out(composition, version=0, by=ingrid, at=NOON)

    seated = [who for people in sets_of(composition).values() for who in people]
    assert str(late.pk) in seated
    assert str(gone.pk) not in seated


def test_what_was_adopted_is_changed_no_more(cohort, ingrid):
    composition = divided(cohort, 4, 4)
    composition.adopted_at = NOON
    composition.save()

    with pytest.raises(NotComposedError) as refused:
        moved(composition, members(cohort)[0], "s1", ingrid)

    assert refused.value.reason == Reason.ADOPTED
