"""Who may do what with a transcript; whatever is not said here is refused."""

from django.db.models import Exists, OuterRef, Q

from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.rules import can_read_set, readable_sets
from askwell.web.transcripts.models import Asked, Transcript, TranscriptQuerySet


def can_propose(person: Person, meeting: Meeting) -> bool:
    """Whoever reads what the set keeps: members, and who facilitates it."""
    return can_read_set(person, meeting.learning_set)


def asked_transcripts(person: Person) -> TranscriptQuerySet:
    """Those a person was asked about, in a set whose words still stand."""
    mine = Asked.objects.concerned().filter(transcript=OuterRef("pk"), person=person)
    return _standing().filter(Exists(mine))


def readable_transcripts(person: Person) -> TranscriptQuerySet:
    """Those of the sets whose pages a person reads; nobody outside reads any."""
    return _standing().filter(learning_set__in=readable_sets(person))


def visible_transcripts(person: Person) -> TranscriptQuerySet:
    """Asked about or of one's own set: what may be known of it, not what it says."""
    own = readable_transcripts(person).values("pk")
    asked = asked_transcripts(person).values("pk")
    return _standing().filter(Q(pk__in=own) | Q(pk__in=asked))


def can_put_in(person: Person, transcript: Transcript) -> bool:
    """Who reads for the set and said yes; another file only by who put in the first."""
    upload = getattr(transcript, "upload", None)
    if upload is not None:
        said = upload.uploaded_by_id == person.id
    else:
        said = has_said_yes(person, transcript)
    return said and can_read_set(person, transcript.learning_set)


def can_cast(person: Person, transcript: Transcript) -> bool:
    """Who is who: whoever put it in, and anybody of the set who knows better."""
    return can_read_set(person, transcript.learning_set)


def can_end(person: Person, transcript: Transcript) -> bool:
    """Whoever is asked says no, or takes a yes back; who put it in takes it out."""
    upload = getattr(transcript, "upload", None)
    put_in = upload is not None and upload.uploaded_by_id == person.id
    return (
        put_in
        or Asked.objects.concerned()
        .filter(transcript=transcript, person=person)
        .exists()
    )


def has_said_yes(person: Person, transcript: Transcript) -> bool:
    return transcript.asked.filter(person=person, agreed_at__isnull=False).exists()


def _standing() -> TranscriptQuerySet:
    rows = Transcript.objects.filter(learning_set__forgotten_at__isnull=True)
    return rows.select_related("learning_set", "meeting", "proposed_by", "upload")
