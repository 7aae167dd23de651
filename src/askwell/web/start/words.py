"""What the steps say: what sets are for, how long, and how many people."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.models import LearningSet
from askwell.web.start import fitting

For = LearningSet.For
FOR = {
    For.PEERS: _(
        "Colleagues who stand beside one another and know the same corridors, each "
        "with work of their own."
    ),
    For.ACROSS: _(
        "People who would not meet otherwise, and whose questions are therefore fresh."
    ),
    For.NETWORK: _(
        "Owners and managers of separate firms, who have nobody above them to ask."
    ),
    For.LEADERSHIP: _(
        "People who learn to lead by working on what they lead already, not on cases."
    ),
    For.NEW_WAYS: _(
        "People who bring the same new way of working into different places."
    ),
    For.CHANGE: _(
        "People who meet one change from different sides, and want to learn as fast "
        "as it moves."
    ),
}
LENGTHS = {
    60: _("An hour"),
    90: _("An hour and a half"),
    150: _("Two and a half hours"),
    180: _("Three hours"),
}


def about_size(people: int) -> str:
    """What to think of so many people, whoever begins the set among them."""
    if people <= 1:
        return gettext("A set works best with five to eight people, you among them.")
    if people < fitting.LEAST:
        return ngettext(
            "With you that makes %(people)s. One more and you can begin; five to "
            "eight is best.",
            "With you that makes %(people)s. It takes four to begin; five to eight is "
            "best.",
            fitting.LEAST - people,
        ) % {"people": people}
    if people < fitting.BEST_FROM:
        return gettext(
            "With you that makes four: enough, as long as all of you can come. One or "
            "two more make it safer."
        )
    if people <= fitting.BEST_TO:
        words = gettext("With you that makes %(people)s: a good size.")
        return words % {"people": people}
    if people <= fitting.MOST:
        words = gettext(
            "With you that makes %(people)s. Beyond eight there is little time for "
            "each: ask the most willing, or think of two sets."
        )
        return words % {"people": people}
    words = gettext(
        "With you that makes %(people)s. A set holds twelve at the very most, and "
        "eight at its best: choose, and begin a second set for the others."
    )
    return words % {"people": people}
