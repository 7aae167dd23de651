"""How a line of the ledger is said, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.web.programmes.models import Belonging, LearningSet, LedgerLine, Vote

Kind, Part, Dial = LedgerLine.Kind, LedgerLine.Part, LearningSet.Dial
Words = Mapping[str, str | Promise]

JOINED: Words = {
    Belonging.MEMBER: gettext_lazy("%(about)s joined."),
    Belonging.GUEST: gettext_lazy("%(about)s came as a guest."),
    Belonging.OBSERVER: gettext_lazy("%(about)s came to watch, by everyone's consent."),
    Belonging.TRAINEE: gettext_lazy(
        "%(about)s came to learn facilitating, by everyone's consent."
    ),
    Belonging.FACILITATOR: gettext_lazy("%(about)s came to facilitate."),
}
PARTS: Words = {
    Part.FACILITATES: gettext_lazy("%(about)s facilitates from now on."),
    Part.FACILITATES_NO_MORE: gettext_lazy("%(about)s no longer facilitates."),
    Part.FACILITATES_NEXT: gettext_lazy("%(about)s facilitates the next meeting."),
    Part.AS_USUAL: gettext_lazy("The next meeting is facilitated as usual."),
    Part.OUTSIDE: gettext_lazy(
        "%(about)s facilitates from outside, and presents no more."
    ),
    Part.HOSTS: gettext_lazy("%(about)s is the host."),
    Part.HOSTS_NO_MORE: gettext_lazy("%(about)s is no longer the host."),
    f"dial_{Dial.LEADS}": gettext_lazy("The facilitator leads the meetings."),
    f"dial_{Dial.CO_LEADS}": gettext_lazy(
        "The facilitator leads together with a member."
    ),
    f"dial_{Dial.OBSERVES}": gettext_lazy("The facilitator is there and watches."),
    f"dial_{Dial.ON_CALL}": gettext_lazy("The facilitator comes when asked."),
    f"dial_{Dial.NONE}": gettext_lazy("The facilitator is no longer needed."),
}
QUESTIONS: Words = {
    Vote.Kind.TURNS: gettext_lazy("Shall we take turns facilitating?"),
    Vote.Kind.FACILITATOR: gettext_lazy("Shall we have a facilitator again?"),
}
ANSWERS: Words = {
    "opened": gettext_lazy("The set was asked: %(question)s"),
    Vote.Outcome.CARRIED: gettext_lazy("%(question)s The set said yes."),
    Vote.Outcome.NOT_CARRIED: gettext_lazy("%(question)s Not for now."),
    Vote.Outcome.LAPSED: gettext_lazy("%(question)s Not everyone answered in time."),
    Vote.Outcome.WITHDRAWN: gettext_lazy("%(question)s The question was withdrawn."),
}


GOING_ON: Words = {
    "renewal_go_on": gettext_lazy("The set decided to go on as it is."),
    "renewal_change": gettext_lazy("The set decided to go on and change something."),
    "renewal_pause": gettext_lazy("The set decided to pause."),
    "renewal_end": gettext_lazy("The set decided to end."),
}
ENDINGS: Words = {
    "later": gettext_lazy("The words of the set are kept for longer."),
    "undone": gettext_lazy("The set goes on after all."),
}
COPIES: Words = {
    "attendance": gettext_lazy(
        "%(by)s took out for the programme who came, as far as you allow it."
    ),
    "transcript": gettext_lazy("%(by)s took a copy of the report on a transcript."),
    "summary": gettext_lazy("%(by)s took a copy of the set's own summary."),
    "donation": gettext_lazy("%(by)s made a file of corrected readings to give away."),
}
ATTENDANCE: Words = {
    "attendance_counts": gettext_lazy(
        "%(by)s lowered what the programme learns of who came: only how many."
    ),
    "attendance_nothing": gettext_lazy(
        "%(by)s lowered what the programme learns of who came: nothing."
    ),
}
TRANSCRIPTS: Words = {
    "proposed": gettext_lazy("%(by)s asked whether a transcript may be read."),
    "declined": gettext_lazy("A transcript is not read: not everybody said yes."),
    "read": gettext_lazy("%(by)s put in a transcript, by everybody's consent."),
    "deleted": gettext_lazy("A transcript was deleted, with its report."),
}
STORIES: Words = {
    "published": gettext_lazy("Something %(by)s learned is told to others."),
    "withdrawn": gettext_lazy("Something %(by)s learned is told to others no longer."),
}
OTHERS: Words = {
    Kind.BEGUN: gettext_lazy("%(by)s began the set."),
    Kind.JOINED: gettext_lazy("%(about)s joined."),
    Kind.LEFT: gettext_lazy("%(about)s left."),
    Kind.REMOVED: gettext_lazy("%(about)s was taken out of the set."),
    Kind.PART: gettext_lazy("Who does what has changed."),
    Kind.CONTRACT: gettext_lazy("Version %(detail)s of what we agree was written."),
    Kind.VOTE: gettext_lazy("The set was asked something."),
    Kind.EXPORT: gettext_lazy("%(about)s took a copy of what is theirs."),
    Kind.ENDED: gettext_lazy("The set ended."),
    Kind.FORGOTTEN: gettext_lazy("The words of the set were destroyed."),
    Kind.TRANSCRIPT: gettext_lazy("Something was done with a transcript."),
    Kind.STORY: gettext_lazy("Something was told to others."),
}


DETAILED = {
    Kind.JOINED: JOINED,
    Kind.CONTRACT: ATTENDANCE,
    Kind.PART: PARTS,
    Kind.VOTE: GOING_ON,
    Kind.ENDED: ENDINGS,
    Kind.EXPORT: COPIES,
    Kind.TRANSCRIPT: TRANSCRIPTS,
    Kind.STORY: STORIES,
}


def in_words(line: LedgerLine) -> str:
    """What was done, in one sentence."""
    names = {"about": _name(line.about or line.by), "by": _name(line.by)}
    return str(_sentence(line)) % {**names, "detail": line.detail, **_asked(line)}


def _name(person: object) -> str:
    return str(person) if person else _("Somebody")


def _sentence(line: LedgerLine) -> str | Promise:
    kind = Kind(line.kind)
    if kind is Kind.REMOVED and line.by is None:
        return _("%(about)s is no longer here: not everyone consents any longer.")
    if kind is Kind.FORGOTTEN and line.about is not None:
        return _("The words of %(about)s were destroyed.")
    if kind is Kind.VOTE and _answer(line) in ANSWERS:
        return ANSWERS[_answer(line)]
    return DETAILED.get(kind, {}).get(line.detail, OTHERS[kind])


def _answer(line: LedgerLine) -> str:
    """What follows the vote's kind in the line's detail."""
    return line.detail.partition("_")[2]


def _asked(line: LedgerLine) -> dict[str, str]:
    kind = line.detail.partition("_")[0]
    return {"question": str(QUESTIONS.get(kind, _("Something was asked.")))}
