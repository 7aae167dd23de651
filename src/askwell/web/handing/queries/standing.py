"""Where a set is on the way from a facilitator who leads to none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from askwell.facilitation.readiness import ENOUGH_ANSWERS, LATEST, Index, Now, index
from askwell.facilitation.steps import Step, step_named
from askwell.web.handing.models import Asking, Look
from askwell.web.handing.queries.asking import newest_answer, open_asking
from askwell.web.handing.queries.told import facilitated, latest_meetings, told_of
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Belonging, LearningSet, Vote
from askwell.web.programmes.queries import Roles, roles_of


@dataclass(frozen=True)
class Standing:
    """The step, the ten parts, who does what, and what is being asked."""

    step: Step
    index: Index
    roles: Roles
    asking: Asking | None
    look: Look | None

    @property
    def vote(self) -> Vote | None:
        return self.roles.vote


def standing(learning_set: LearningSet) -> Standing:
    """About ten queries, however often the set has met."""
    meetings = latest_meetings(learning_set, most=LATEST)
    roles = roles_of(learning_set)
    return Standing(
        step=step_named(learning_set.dial),
        index=index(told_of(meetings), _now(learning_set, roles, meetings)),
        roles=roles,
        asking=open_asking(learning_set),
        look=last_slip(learning_set),
    )


def last_slip(learning_set: LearningSet) -> Look | None:
    """What slipped last, while no meeting has been looked at since."""
    looks = Look.objects.filter(meeting__learning_set=learning_set)
    last = looks.select_related("meeting").order_by("-meeting__closed_at").first()
    return last if last is not None and last.slipped else None


def _now(learning_set: LearningSet, roles: Roles, meetings: Collection[Meeting]) -> Now:
    leading = {str(one.person_id) for one in roles.facilitators}
    watching = leading | _came_to_watch(learning_set)
    answer = newest_answer(learning_set, since=_since(meetings))
    return Now(
        learners=frozenset(str(one.person_id) for one in roles.rotation) - leading,
        observed=frozenset(facilitated(learning_set, by=watching).observed),
        has_observer=bool(leading) or _is_watched(roles),
        has_host=roles.host is not None,
        feels_safe=answer.feels_safe if answer else None,
        peers_bring_back=answer.bring_back if answer else None,
        voted=_voted(roles),
        can_ask=len(roles.rotation) >= ENOUGH_ANSWERS,
    )


def _came_to_watch(learning_set: LearningSet) -> set[str]:
    """Facilitators from outside and observers, also those who have left since."""
    came = learning_set.memberships.filter(
        belonging__in=(Belonging.FACILITATOR, Belonging.OBSERVER),
        joined_at__isnull=False,
    )
    return {str(person) for person in came.values_list("person_id", flat=True)}


def _is_watched(roles: Roles) -> bool:
    return any(one.belonging == Belonging.OBSERVER for one in roles.by_consent)


def _since(meetings: Collection[Meeting]) -> datetime | None:
    return next((each.closed_at for each in meetings), None)


def _voted(roles: Roles) -> bool | None:
    if roles.turns:
        return True
    is_asked = roles.vote is not None and roles.vote.kind == Vote.Kind.TURNS
    return None if is_asked else False
