"""What is done while nobody looks: looks that are due, endings, forgetting."""

from datetime import datetime, timedelta

from askwell.web.programmes.models import LearningSet
from askwell.web.renewal import operations, queries
from askwell.web.renewal.models import Ending, HealthCheck


def look_at_sets(*, at: datetime) -> int:
    """Begin the looks that are due, and close those that were open too long."""
    stale = HealthCheck.objects.filter(
        closed_at__isnull=True,
        opened_at__lte=at - HealthCheck.LASTS,
        learning_set__ended_at__isnull=True,
    ).select_related("learning_set")
    wound_up = sum(operations.wind_up(check, at=at) for check in stale)
    begun = sum(operations.look_if_due(each, at=at) for each in queries.sets_due())
    return wound_up + begun


def see_sets_off(*, at: datetime) -> int:
    """Remind of words that are about to go, and destroy those whose day has come."""
    ended = LearningSet.objects.filter(
        ended_at__isnull=False, forgotten_at__isnull=True, ending__isnull=False
    )
    # Wherever a set is at home, its day begins at most fourteen hours before UTC's.
    tomorrow = (at + timedelta(hours=14)).date()
    soon = ended.filter(
        forget_on__lte=tomorrow + Ending.REMINDED, ending__reminded_at__isnull=True
    )
    reminded = sum(operations.remind(each, at=at) for each in soon)
    gone = ended.filter(forget_on__lte=tomorrow)
    return reminded + sum(operations.forget_set(each, at=at) for each in gone)


def see_people_off(*, at: datetime) -> int:
    """Tell leavers what they may do, and finish what was cut off."""
    told = sum(
        operations.say_farewell(each, at=at) for each in queries.left_lately(at=at)
    )
    unfinished = queries.unfinished_farewells()
    return told + sum(operations.forget_person(each, at=at) for each in unfinished)
