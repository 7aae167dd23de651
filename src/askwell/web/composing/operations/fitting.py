"""Whether somebody may be asked into a set that there is already."""

from collections.abc import Iterable, Mapping

from askwell.composer.tables import line_above
from askwell.web.composing.brief import asked_by, known_of
from askwell.web.composing.models import Composition, Placement, Terms
from askwell.web.composing.refusals import NotComposedError, Reason
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import Belonging, Cohort, LearningSet


def must_fit(
    enrolment: Enrolment, learning_set: LearningSet, belonging: Belonging
) -> None:
    """Nobody is asked to sit with whom they never sit with; nobody is told why.

    Those above or below them are so for facilitators, too (INV-17); competitors and
    pairs to be kept apart only among members.
    """
    cohort = learning_set.cohort
    if cohort is None:
        return
    there = list(_there(learning_set, enrolment))
    brief = known_of(cohort, _asked(cohort)).brief
    members = [one for one in there if one.belonging == Belonging.MEMBER]
    if _in_line(enrolment, there, brief.managers):
        raise NotComposedError(Reason.NOT_TOGETHER)
    if belonging != Belonging.MEMBER:
        return
    apart = {frozenset(pair) for pair in brief.must_not}
    if _meets(str(enrolment.pk), [str(one.enrolment_id) for one in members], apart):
        raise NotComposedError(Reason.NOT_TOGETHER)
    homes = [str(one.enrolment.partner_id) for one in members]
    if _meets(str(enrolment.partner_id), homes, brief.exclusive):
        raise NotComposedError(Reason.NOT_TOGETHER)


def _asked(cohort: Cohort) -> dict[str, object]:
    """As it was adopted; pairs that were named since count as well."""
    terms = Terms.objects.filter(cohort=cohort).first() or Terms(cohort=cohort)
    now = asked_by(terms, 1)
    adopted = Composition.objects.filter(cohort=cohort, adopted_at__isnull=False)
    then = adopted.values_list("asked", flat=True).first() or {}
    return {**now, **then, "apart": [*now["apart"], *then.get("apart", [])]}


def _there(learning_set: LearningSet, but: Enrolment) -> Iterable[Placement]:
    """Everybody asked into it who has neither said no nor gone."""
    placed = Placement.objects.filter(
        learning_set=learning_set, replaced_at__isnull=True
    ).exclude(enrolment=but)
    asked = placed.filter(enrolment__status=Enrolment.Status.JOINED)
    return asked.exclude(invitation__withdrawn_at__isnull=False).select_related(
        "enrolment"
    )


def _in_line(
    enrolment: Enrolment, there: Iterable[Placement], managers: Mapping[str, str]
) -> bool:
    own = _named(enrolment, managers)
    above = set(line_above(own, managers, None))
    others = [_named(one.enrolment, managers) for one in there]
    return any(
        other in above or own in line_above(other, managers, None) for other in others
    )


def _named(enrolment: Enrolment, managers: Mapping[str, str]) -> str:
    """By id where the list of the cohort knows them, by address otherwise."""
    who = str(enrolment.pk)
    known = who in managers or who in managers.values()
    return who if known else enrolment.email.casefold()


def _meets(own: str, others: Iterable[str], apart: Iterable[frozenset[str]]) -> bool:
    rivals = {other for pair in apart if own in pair for other in pair - {own}}
    return not rivals.isdisjoint(others)
