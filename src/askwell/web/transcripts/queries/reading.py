"""What a transcript says and what it tells, opened whenever somebody reads it."""

from hashlib import sha256

from askwell.transcripts.report import Report
from askwell.transcripts.transcript import Transcript as Said
from askwell.transcripts.weighing import weigh
from askwell.web.people.models import Person
from askwell.web.transcripts import casting, sealing
from askwell.web.transcripts.models import Transcript, Upload
from askwell.web.transcripts.queries import memory
from askwell.web.transcripts.queries.asking import people_who_agreed


def said_in(upload: Upload) -> Said:
    """What was put in; only while its words can be opened."""
    return sealing.read(upload.words or "")


def report_on(transcript: Transcript, *, anonymous: bool = False) -> Report:
    """What was said by whom everybody knows, weighed for whoever reads it."""
    upload = transcript.upload
    known = (
        transcript.pk,
        upload.words or "",
        upload.cast or "{}",
        tuple(_names(people_who_agreed(transcript)).items()),
        anonymous,
    )
    return memory.recalled(transcript, _digest(known), lambda: _weighed(*known[1:]))


def _weighed(
    words: str, cast: str, people: tuple[tuple[str, str], ...], anonymous: bool
) -> Report:
    parts, names = casting.read(cast), dict(people)
    shown = {
        name: names[part.person] for name, part in parts.items() if part.person in names
    }
    roles = {shown[name]: parts[name].role for name in shown if parts[name].role}
    said = casting.only(sealing.read(words), shown)
    return weigh(said, roles=roles, names=shown, anonymous=anonymous)


def _digest(known: tuple[object, ...]) -> str:
    """So that no words are kept as a key."""
    return sha256(repr(known).encode()).hexdigest()


def _names(people: list[Person]) -> dict[str, str]:
    """As those of the set are called; two of one name are told apart."""
    names: dict[str, str] = {}
    for person in people:
        same = sum(known.partition(" (")[0] == person.name for known in names.values())
        names[str(person.pk)] = f"{person.name} ({same + 1})" if same else person.name
    return names
