"""What is done while nobody looks: keys of ended transcripts, if one was cut off."""

from datetime import datetime

from askwell.web.transcripts import operations
from askwell.web.transcripts.models import Transcript


def forget_ended_transcripts(*, at: datetime) -> int:
    """Destroy what somebody was cut off before destroying."""
    ended = Transcript.objects.exclude(outcome="").filter(forgotten_at__isnull=True)
    return sum(operations.forget(each, at=at) for each in ended)
