"""Small choices of the meeting, in the reader's words."""

from django.utils.translation import gettext as _

from askwell.process.choices import LearningAbout, Outcome


def outcome_of(outcome: Outcome | None) -> str:
    """What a presenter said their time had brought."""
    titles = {
        Outcome.CLARITY: _("Clarity"),
        Outcome.DIRECTION: _("A direction"),
        Outcome.ACTION: _("An action"),
        Outcome.NOT_YET: _("Nothing yet"),
    }
    return titles[outcome] if outcome else ""


def about_of(about: LearningAbout) -> str:
    """What a learning is about."""
    titles = {
        LearningAbout.TOPIC: _("about the topic"),
        LearningAbout.SELF: _("about myself"),
        LearningAbout.SET: _("about our set"),
        LearningAbout.ORGANISATION: _("about where I work"),
    }
    return titles[about]
