"""A presenter's time: bids, the topic, contributions, and what comes of them."""

from django import forms

from askwell.process import commands
from askwell.process.choices import (
    ActionStatus,
    LearningAbout,
    Outcome,
    Place,
    TopicType,
)
from askwell.web.meetings.forms.base import (
    ActForm,
    SpokenForm,
    number,
    one_of,
    said,
    yes,
)


class ReportBackForm(SpokenForm):
    makes = commands.ReportBack

    action = number()
    status = one_of(ActionStatus)
    did = said()
    happened = said()
    learned = said()
    still_open = said()


class PlaceBidForm(SpokenForm):
    makes = commands.PlaceBid

    headline = said()
    urgency = forms.IntegerField(required=False)
    topic_type = one_of(TopicType, default=TopicType.CHALLENGE)
    topic_id = forms.UUIDField(required=False)

    def clean_topic_id(self) -> str | None:
        """By which name its owner keeps the topic, if they chose one of theirs."""
        chosen = self.cleaned_data["topic_id"]
        return str(chosen) if chosen else None

    def clean_urgency(self) -> int:
        """Nothing said means that it can wait."""
        return self.cleaned_data["urgency"] or 1


class WithdrawBidForm(SpokenForm):
    makes = commands.WithdrawBid


class DeclineSlotForm(SpokenForm):
    makes = commands.DeclineSlot


class StateTopicForm(SpokenForm):
    makes = commands.StateTopic

    topic = said()
    question = said()
    worthwhile = said()


class WithdrawTopicForm(SpokenForm):
    makes = commands.WithdrawTopic


class StopSlotForm(SpokenForm):
    makes = commands.StopSlot


class MarkOutcomeForm(SpokenForm):
    makes = commands.MarkOutcome

    outcome = one_of(Outcome)


class ContributeForm(SpokenForm):
    makes = commands.Contribute

    kind = forms.CharField(max_length=40)
    words = said()
    to = number(required=False)


class TakeBackForm(ActForm):
    makes = commands.TakeBack

    contribution = number()


class PassForm(SpokenForm):
    makes = commands.Pass

    contribution = number(required=False)


class StarForm(SpokenForm):
    makes = commands.Star

    contribution = number()
    starred = yes()


class PutAsideForm(SpokenForm):
    makes = commands.PutAside

    contribution = number()
    place = one_of(Place, default=Place.PARKED)


class KeepForm(SpokenForm):
    makes = commands.Keep

    contribution = number()
    kept = yes()


class NoteActionForm(SpokenForm):
    makes = commands.NoteAction

    words = said(required=True)
    due_on = forms.DateField(required=False)
    how_known = said()


class ChangeActionForm(SpokenForm):
    makes = commands.ChangeAction

    action = number()
    words = said(required=True)
    due_on = forms.DateField(required=False)
    how_known = said()


class DropActionForm(SpokenForm):
    makes = commands.DropAction

    action = number()


class RecordLearningForm(SpokenForm):
    makes = commands.RecordLearning

    words = said()
    about = one_of(LearningAbout, default=LearningAbout.TOPIC)


class WriteNoteForm(ActForm):
    makes = commands.WriteNote

    words = said(required=True)
    note = number(required=False)


class ReadStatementsForm(ActForm):
    makes = commands.ReadStatements


class CheckAgreementForm(ActForm):
    makes = commands.CheckAgreement

    agreed = yes()
