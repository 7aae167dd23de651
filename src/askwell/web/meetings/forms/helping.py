"""What helps whoever facilitates: moments met, and words to read out."""

from askwell.facilitation.interventions import Trigger
from askwell.process import commands
from askwell.web.meetings.forms.base import ActForm, one_of, someone, yes


class MeetMomentForm(ActForm):
    makes = commands.MeetMoment

    trigger = one_of(Trigger)
    about = someone(required=False)
    said = yes()


class SwitchGuideForm(ActForm):
    makes = commands.SwitchGuide

    on = yes()
