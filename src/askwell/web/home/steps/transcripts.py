"""Next steps about transcripts: whether one may be read, and putting it in."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.transcripts.models import Asked, Transcript


def transcript_to_answer(seeker: Seeker) -> NextStep | None:
    """A transcript the person is asked about; also a guest, or who has left since."""
    silent = Asked.objects.silent().filter(
        person=seeker.person,
        transcript__outcome="",
        transcript__learning_set__ended_at__isnull=True,
    )
    if seeker.learning_set:
        silent = silent.filter(transcript__learning_set=seeker.learning_set)
    asked = silent.select_related("transcript__meeting").first()
    if asked is None:
        return None
    return NextStep(
        over=_day_of(asked.transcript),
        heading=_("A transcript of this meeting: may it be read?"),
        words=_("Only if everybody says yes. No is a good answer too."),
        label=_("See what it means"),
        path=reverse("transcripts:transcript", args=[asked.transcript_id]),
    )


def transcript_to_put_in(seeker: Seeker) -> NextStep | None:
    """One the person asked about, and everybody has said yes."""
    silent = Asked.objects.silent().filter(transcript=OuterRef("pk"))
    agreed = (
        Transcript.objects.alive()
        .filter(
            proposed_by=seeker.person,
            upload__isnull=True,
            learning_set__in=seeker.sets(),
        )
        .exclude(Exists(silent))
    )
    transcript = agreed.select_related("meeting").first()
    if transcript is None:
        return None
    return NextStep(
        over=_day_of(transcript),
        heading=_("Everybody has said yes to the transcript"),
        words=_("Put it in, and it is read at once."),
        label=_("Put the transcript in"),
        path=reverse("transcripts:transcript", args=[transcript.pk]),
    )


def _day_of(transcript: Transcript) -> str:
    day = date_format(localtime(transcript.meeting.starts_at), "j F Y")
    return _("Meeting of %(day)s") % {"day": day}
