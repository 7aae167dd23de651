"""Next steps of whoever facilitates, or learns to; never before a meeting."""

from datetime import timedelta
from typing import Final

from django.db.models import Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.web.cohorts.queries import own_places
from askwell.web.feedback.models import LogEntry, Review
from askwell.web.feedback.queries.own import reviewable_meetings
from askwell.web.feedback.queries.slots import Looked, looked_at
from askwell.web.home.models import LetGo
from askwell.web.home.steps.meetings import AT_THE_DOOR, meetings_ahead
from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.people.models import Person
from askwell.web.practising.queries.evidence import evidence as practised
from askwell.web.training.models import LessonDone
from askwell.web.training.queries import lessons_done, next_lesson

# For so long after a meeting one is asked how it went.
FRESH: Final = timedelta(days=7)
# Whoever has done nothing for so long is left in peace.
QUIET: Final = timedelta(days=60)


def how_it_went(seeker: Seeker) -> NextStep | None:
    """A meeting they facilitated is over, and they have said nothing of it."""
    looked = _to_look_back_on(seeker)
    if looked is None or _is_at_the_door(seeker):
        return None
    meeting = looked.meeting
    day = date_format(localtime(meeting.starts_at), "j F")
    return NextStep(
        over=meeting.learning_set.name,
        heading=_("You facilitated on %(day)s. How did it go?") % {"day": day},
        words=_("Two minutes, for your eyes alone."),
        label=_("Look back on it"),
        path=reverse("feedback:own", args=[meeting.pk]),
        let_go=reverse("home:let_go", args=[meeting.pk]),
    )


def _to_look_back_on(seeker: Seeker) -> Looked | None:
    """The newest; its log is read only where there is one to ask about."""
    done = Review.objects.filter(person=seeker.person)
    gone = LetGo.objects.filter(person=seeker.person)
    found = reviewable_meetings(seeker.person).filter(
        closed_at__range=(seeker.at - FRESH, seeker.at),
        learning_set__in=seeker.sets(),
    )
    meetings = list(
        found.exclude(pk__in=done.values("meeting"))
        .exclude(pk__in=gone.values("meeting"))
        .order_by("-closed_at")
    )
    looked = looked_at(meetings) if meetings else []
    return next((each for each in looked if each.led_by(seeker.person)), None)


def _is_at_the_door(seeker: Seeker) -> bool:
    soon = seeker.at + AT_THE_DOOR
    return meetings_ahead(seeker).filter(starts_at__lt=soon).exists()


def to_learn(seeker: Seeker) -> NextStep | None:
    """In a cohort, or half way along: a lesson, then practice, then a line."""
    if seeker.learning_set:
        return None
    on = seeker.at.date()
    places = [
        each for each in own_places(seeker.person) if not each.cohort.is_over(on=on)
    ]
    asked = next((each for each in places if each.is_asked), None)
    if asked is not None:
        return NextStep(
            over=asked.cohort.name,
            heading=_("You are asked into a training cohort"),
            words=_("Yes and no are both fine answers."),
            label=_("Read, and answer"),
            path=asked.cohort.get_absolute_url(),
        )
    learns = any(each.is_joined and each.is_trainee for each in places)
    return _next_of(seeker.person) if learns or _is_half_way(seeker) else None


def _is_half_way(seeker: Seeker) -> bool:
    done = LessonDone.objects.filter(person=seeker.person)
    last = done.aggregate(last=Max("done_at"))["last"]
    return last is not None and last > seeker.at - QUIET


def _next_of(person: Person) -> NextStep | None:
    over = _("Learning to facilitate")
    if lesson := next_lesson(lessons_done(person)):
        minutes = ngettext(
            "A lesson of one minute.",
            "A lesson of %(minutes)s minutes.",
            lesson.minutes,
        )
        return NextStep(
            over=over,
            heading=_(lesson.title),
            words=minutes % {"minutes": lesson.minutes},
            label=_("Read the next lesson"),
            path=reverse("training:lesson", args=[lesson.name]),
        )
    if next(practised(person), None) is None:
        return NextStep(
            over=over,
            heading=_("Facilitate made-up members"),
            words=_("Where nothing can go wrong."),
            label=_("Practise with made-up members"),
            path=reverse("practising:cases"),
        )
    if not LogEntry.objects.filter(person=person).exists():
        return NextStep(
            over=over,
            heading=_("Write down what you noticed"),
            words=_("One line is enough, for your eyes alone."),
            label=_("Write a line in your log"),
            path=reverse("feedback:log"),
        )
    return None
