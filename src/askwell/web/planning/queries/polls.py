"""Which dates suit whom, and which suits best."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from askwell.web.planning.models import Answer, DatePoll, PollDate, Voice
from askwell.web.planning.series import bad_hours
from askwell.web.programmes.models import LearningSet

YES, IF_NEED_BE, NO = Answer.Suits


@dataclass(frozen=True)
class Said:
    """Everyone who gives the same answer to a date."""

    label: str
    names: list[str]


@dataclass(frozen=True)
class Column:
    """One date of a poll, and what the voices say to it."""

    date: PollDate
    answers: dict[UUID, str]
    said: list[Said]
    """Who says what: for those of the set alone."""
    burdened: int
    """How many voices have it at a bad hour on their own clock."""
    is_best: bool = False

    @property
    def counts(self) -> Counter[str]:
        return Counter(self.answers.values())

    @property
    def yes(self) -> int:
        return self.counts[YES]

    @property
    def if_need_be(self) -> int:
        return self.counts[IF_NEED_BE]

    @property
    def no(self) -> int:
        return self.counts[NO]

    @property
    def rank(self) -> tuple[int, int, int, datetime]:
        """Most can, of those most gladly, the fewest at a bad hour, the earliest."""
        return -self.yes, -self.if_need_be, self.burdened, self.date.starts_at


@dataclass(frozen=True)
class Grid:
    """A poll with all its answers."""

    poll: DatePoll
    columns: list[Column]

    @property
    def has_chosen(self) -> bool:
        return any(column.date.is_chosen for column in self.columns)

    @property
    def has_answers(self) -> bool:
        return any(column.answers for column in self.columns)


def open_polls(learning_set: LearningSet) -> QuerySet[DatePoll]:
    """The polls of a set whose dates have not been chosen yet."""
    return DatePoll.objects.filter(learning_set=learning_set, closed_at__isnull=True)


def grid(poll: DatePoll) -> Grid:
    """As many queries for many answers as for one."""
    voices = list(
        poll.voices.filter(answers__isnull=False)
        .distinct()
        .select_related("person", "invitation")
        .order_by("made_at")
    )
    dates = list(poll.dates.all())
    said = {
        (answer.voice_id, answer.date_id): answer.suits
        for answer in Answer.objects.filter(date__in=dates)
    }
    columns = [_column(date, voices, said, poll) for date in dates]
    return Grid(
        poll=poll,
        columns=_with_the_best(columns),
    )


def _column(
    date: PollDate,
    voices: Iterable[Voice],
    said: dict[tuple[UUID, UUID], str],
    poll: DatePoll,
) -> Column:
    answers = {
        voice.pk: said[voice.pk, date.pk]
        for voice in voices
        if (voice.pk, date.pk) in said
    }
    return Column(
        date=date,
        answers=answers,
        said=[
            Said(str(suits.label), names)
            for suits in Answer.Suits
            if (names := _names(voices, answers, suits))
        ],
        burdened=sum(
            bool(bad_hours(zone_of(voice, poll), [date.starts_at])) for voice in voices
        ),
    )


def _with_the_best(columns: list[Column]) -> list[Column]:
    """The best is marked once anybody can come to it at all."""
    possible = [each for each in columns if each.yes or each.if_need_be]
    if not possible:
        return columns
    best = min(possible, key=lambda each: each.rank)
    return [replace(each, is_best=each is best) for each in columns]


def _names(voices: Iterable[Voice], answers: dict[UUID, str], suits: str) -> list[str]:
    return [name_of(each) for each in voices if answers.get(each.pk) == suits]


def name_of(voice: Voice) -> str:
    """How members see whoever answered; anybody with the link may type any name."""
    if voice.person:
        return str(voice.person)
    if voice.name:
        return _("%(name)s (by the link)") % {"name": voice.name}
    return voice.invitation.name or voice.invitation.email if voice.invitation else ""


def zone_of(voice: Voice, poll: DatePoll) -> ZoneInfo:
    """The clock a voice answers by."""
    own = voice.person.time_zone if voice.person else voice.time_zone
    return ZoneInfo(own or poll.time_zone)


def answers_of(voice: Voice) -> dict[UUID, str]:
    """What a voice has said so far: date id to answer."""
    return dict(voice.answers.values_list("date_id", "suits"))
