"""Which closed meetings were not looked at yet for who facilitated them."""

from django.db.models import F, Q, QuerySet

from askwell.web.meetings.models import Meeting


def not_collected() -> QuerySet[Meeting]:
    """Closed, and with more in the log than was looked at; the oldest first."""
    due = Q(collected__isnull=True) | ~Q(collected__head=F("head"))
    return Meeting.objects.held().filter(due, head__gt=0).order_by("closed_at")


def running_again() -> QuerySet[Meeting]:
    """Looked at, and reopened since."""
    return Meeting.objects.filter(collected__isnull=False, closed_at__isnull=True)
