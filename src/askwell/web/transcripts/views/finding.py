"""Which transcript a page is about; what is foreign is like what is absent."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from askwell.web.people.signed_in import PersonRequest
from askwell.web.programmes.models import LearningSet
from askwell.web.programmes.rules import readable_sets
from askwell.web.transcripts import rules
from askwell.web.transcripts.models import Transcript, TranscriptQuerySet, Upload
from askwell.web.transcripts.refusals import REFUSED

READ: Final = ["GET", "HEAD"]
CHANGE: Final = [*READ, "POST"]


def own_set(request: PersonRequest, set_id: UUID) -> LearningSet:
    """One of the reader's own whose words still stand."""
    own = readable_sets(request.user).filter(forgotten_at__isnull=True)
    return get_object_or_404(own, pk=set_id)


def visible(request: PersonRequest, transcript_id: UUID) -> Transcript:
    """One the reader was asked about, or of one of their sets."""
    return get_object_or_404(rules.visible_transcripts(request.user), pk=transcript_id)


def readable(request: PersonRequest, transcript_id: UUID) -> Transcript:
    """One of the reader's own sets that has not ended."""
    own: TranscriptQuerySet = rules.readable_transcripts(request.user)
    return get_object_or_404(own.alive(), pk=transcript_id)


def upload_of(transcript: Transcript) -> Upload:
    """What was put in, as long as its words can be opened."""
    upload: Upload | None = getattr(transcript, "upload", None)
    if upload is None or upload.words is None:
        raise Http404
    return upload


def given(request: PersonRequest) -> QueryDict | None:
    """What was sent, be it nothing; none while a page is only read."""
    return request.POST if request.method == "POST" else None


def attempt(change: Callable[[], object]) -> str:
    """Why the change was not made, in words; nothing if it was."""
    try:
        change()
    except REFUSED as refused:
        return refused.in_words()
    return ""


def shown(
    request: PersonRequest, template: str, page: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, f"transcripts/{template}.html", page, status=status)
