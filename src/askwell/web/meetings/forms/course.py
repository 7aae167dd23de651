"""The course of the meeting: opening, phases, clock, close, and who facilitates."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from askwell.process import commands
from askwell.process.people import Casting
from askwell.web.meetings.forms.base import (
    ActForm,
    SpokenForm,
    StepForm,
    one_of,
    said,
    someone,
    yes,
)

LONGEST_BREAK = 60
A_DAY = timedelta(days=1)
FARTHEST = timedelta(days=731)


class OpenForm(ActForm):
    makes = commands.Open


class CloseForm(StepForm):
    makes = commands.Close

    reason = said()


class ReopenForm(ActForm):
    makes = commands.Reopen


class UndoForm(StepForm):
    makes = commands.Undo


class ChooseOrderForm(StepForm):
    """The people in the order they were sent."""

    makes = commands.ChooseOrder

    order = forms.Field(widget=forms.MultipleHiddenInput)
    reason = said()

    def clean_order(self) -> tuple[str, ...]:
        return tuple(person for person in self.cleaned_data["order"] if person)


class BeginSlotForm(StepForm):
    makes = commands.BeginSlot

    presenter = someone()
    reason = said()


class NextPhaseForm(StepForm):
    makes = commands.NextPhase


class PreviousPhaseForm(StepForm):
    makes = commands.PreviousPhase


class SkipPhaseForm(StepForm):
    makes = commands.SkipPhase

    reason = said(required=True)


class EnterClosingForm(StepForm):
    makes = commands.EnterClosing

    reason = said()


class PauseForm(ActForm):
    makes = commands.Pause

    minutes = forms.IntegerField(required=False, min_value=1, max_value=LONGEST_BREAK)


class ResumeForm(ActForm):
    makes = commands.Resume


class ExtendForm(StepForm):
    makes = commands.Extend

    minutes = forms.IntegerField()


class HandOverForm(ActForm):
    makes = commands.HandOver

    to = someone()


class TakeBackRoleForm(ActForm):
    makes = commands.TakeBackRole


class NameCoFacilitatorForm(ActForm):
    makes = commands.NameCoFacilitator

    person = someone()
    shares = yes()


class NominateFacilitatorForm(ActForm):
    """How long the facilitator has been gone is the server's to say, not the form's."""

    makes = commands.NominateFacilitator

    person = someone()


class SwitchRoleForm(ActForm):
    makes = commands.SwitchRole

    as_member = yes()


class CastForm(ActForm):
    makes = commands.Cast

    part = one_of(Casting)
    person = someone()


class AgreeNextMeetingForm(ActForm):
    makes = commands.AgreeNextMeeting

    meets_at = forms.DateTimeField(required=False)
    host = someone(required=False)

    def clean_meets_at(self) -> datetime | None:
        """A day that every calendar has, in whatever time zone it is shown."""
        meets_at: datetime | None = self.cleaned_data["meets_at"]
        now = timezone.now()
        if meets_at and not now - A_DAY < meets_at < now + FARTHEST:
            raise forms.ValidationError(_("Choose a day within the next two years."))
        return meets_at


class OpenPulseForm(ActForm):
    makes = commands.OpenPulse

    about = said(required=True)


class AnswerPulseForm(ActForm):
    makes = commands.AnswerPulse

    pulse = forms.IntegerField(min_value=1)
    value = forms.IntegerField()


class ClosePulseForm(ActForm):
    makes = commands.ClosePulse

    pulse = forms.IntegerField(min_value=1)


class GiveReviewForm(SpokenForm):
    makes = commands.GiveReview

    helpful = forms.IntegerField(required=False, min_value=1)
    went_well = said()
    try_next = said()
