"""What the set allows for this meeting, and what is counted of what is said."""

from django import forms

from askwell.process import commands
from askwell.process.choices import HeardAs
from askwell.web.meetings.forms.base import ActForm, SpokenForm, number, one_of, yes


class AllowForm(SpokenForm):
    """What is not said is no yes: one or the other must be sent."""

    makes = commands.Allow

    use = forms.CharField(max_length=40)
    allows = forms.ChoiceField(choices=[(each, each) for each in ("yes", "no")])

    def clean_allows(self) -> bool:
        return bool(self.cleaned_data["allows"] == "yes")


class HushCoachForm(ActForm):
    makes = commands.HushCoach


class TallyForm(ActForm):
    makes = commands.Tally

    heard_as = one_of(HeardAs)


class UndoTallyForm(ActForm):
    makes = commands.UndoTally


class ShowTallyForm(ActForm):
    makes = commands.ShowTally

    slot = number()
    shows = yes()
