"""What a transcript says and what it tells, opened whenever somebody reads it."""

from askwell.transcripts.report import Report
from askwell.transcripts.transcript import Transcript as Said
from askwell.transcripts.weighing import weigh
from askwell.web.people.models import Person
from askwell.web.transcripts import casting, sealing
from askwell.web.transcripts.models import Transcript, Upload
from askwell.web.transcripts.queries.asking import people_who_agreed


def said_in(upload: Upload) -> Said:
    """What was put in; only while its words can be opened."""
    return sealing.read(upload.words or "")


def report_on(transcript: Transcript, *, anonymous: bool = False) -> Report:
    """What was said by whom everybody knows, weighed; drawn anew for every reader."""
    upload = transcript.upload
    cast = casting.read(upload.cast or "{}")
    names = _names(people_who_agreed(transcript))
    shown = {each: names[part.person] for each, part in cast.items() if part.person}
    roles = {shown[each]: part.role for each, part in cast.items() if _is_sure(part)}
    said = casting.only(said_in(upload), shown)
    return weigh(said, roles=roles, names=shown, anonymous=anonymous)


def _is_sure(part: casting.Part) -> bool:
    return bool(part.person and part.role)


def _names(people: list[Person]) -> dict[str, str]:
    """As those of the set are called; two of one name are told apart."""
    names: dict[str, str] = {}
    for person in people:
        same = sum(known.partition(" (")[0] == person.name for known in names.values())
        names[str(person.pk)] = f"{person.name} ({same + 1})" if same else person.name
    return names
