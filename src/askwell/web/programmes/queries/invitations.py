"""Questions about who is invited to a set, and by which links."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from askwell.web.programmes.models import Invitation, LearningSet

# Nobody is reminded before they have had a day to answer.
BEFORE_A_REMINDER = timedelta(days=1)


def open_invitations(learning_set: LearningSet, *, at: datetime) -> list[Invitation]:
    """Links that still serve, the newest first."""
    made = Invitation.objects.filter(
        learning_set=learning_set,
        is_draft=False,
        withdrawn_at__isnull=True,
        expires_at__gt=at,
    ).select_related("made_by")
    return [one for one in made.order_by("-made_at") if one.is_open(at=at)]


def unanswered(learning_set: LearningSet) -> list[Invitation]:
    """Whoever was invited by address and has neither come nor been given up on.

    Among them are those whose link is out of date: they can be sent a new one.
    """
    made = Invitation.objects.filter(
        learning_set=learning_set,
        is_draft=False,
        withdrawn_at__isnull=True,
        used_at__isnull=True,
    ).exclude(email="")
    return list(made.order_by("made_at", "email"))


def to_be_reminded(quiet: list[Invitation], *, at: datetime) -> list[Invitation]:
    """Of those who did not answer: a day with their invitation, and no reminder yet."""
    return [
        one
        for one in quiet
        if one.is_open(at=at)
        and one.reminded_at is None
        and one.made_at <= at - BEFORE_A_REMINDER
    ]


def written_down(learning_set: LearningSet) -> QuerySet[Invitation]:
    """Whom to invite once the set is ready, in the order they were thought of."""
    return Invitation.objects.filter(learning_set=learning_set, is_draft=True).order_by(
        "made_at", "email"
    )


def invitation_behind(code: str) -> Invitation | None:
    """The invitation a link stands for, unless it was withdrawn or its set ended."""
    return (
        Invitation.objects.filter(
            code=code,
            is_draft=False,
            withdrawn_at__isnull=True,
            learning_set__ended_at__isnull=True,
        )
        .select_related("learning_set", "made_by")
        .first()
    )
