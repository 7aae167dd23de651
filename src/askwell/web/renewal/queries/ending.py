"""Questions about a set's end, its summary and the receipt."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.renewal.models import Ending, Summary
from askwell.web.vault.models import Receipt

MONTHS = (30, 60, 90)


def ending_of(learning_set: LearningSet) -> Ending | None:
    """With who ended it; none while the set goes on."""
    endings = Ending.objects.select_related("ended_by", "learning_set")
    return endings.filter(learning_set=learning_set).first()


def today_in(learning_set: LearningSet, *, at: datetime) -> date:
    """The day it is where the set is at home."""
    return at.astimezone(ZoneInfo(learning_set.time_zone)).date()


def days_to_choose(learning_set: LearningSet, *, at: datetime) -> list[date]:
    """The days on which its words may be destroyed; of an ended set the later ones."""
    ended = today_in(learning_set, at=learning_set.ended_at or at)
    days = [ended + timedelta(days=number) for number in MONTHS]
    return [day for day in days if day > (learning_set.forget_on or date.min)]


def newest_summary(learning_set: LearningSet) -> Summary | None:
    """What the set last wrote of itself."""
    written = learning_set.summaries.select_related("written_by")
    return written.order_by("-version").first()


def receipt_of(learning_set: LearningSet) -> Receipt | None:
    """The receipt for all words of the set."""
    return Receipt.objects.filter(set_id=learning_set.pk, author_id="").first()


def receipt_for(person: Person, learning_set: LearningSet) -> Receipt | None:
    """The receipt for the words of one person in the set."""
    own = Receipt.objects.filter(set_id=learning_set.pk, author_id=str(person.pk))
    return own.order_by("-shredded_at").first()
