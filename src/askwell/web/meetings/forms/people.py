"""Coming and going, the agreement, hands and turns, and asking for help."""

from askwell.process import commands
from askwell.process.choices import HelpWanted
from askwell.web.meetings.forms.base import (
    ActForm,
    SpokenForm,
    number,
    one_of,
    said,
    someone,
    yes,
)


class ArriveForm(ActForm):
    makes = commands.Arrive


class LeaveForm(SpokenForm):
    makes = commands.Leave


class IncludePersonForm(ActForm):
    makes = commands.IncludePerson

    person = someone()


class AskToJoinForm(ActForm):
    """As a guest: who else they become is the set's to say, not the form's."""

    makes = commands.AskToJoin


class ConsentForm(SpokenForm):
    makes = commands.Consent

    person = someone()
    consents = yes()


class AdmitForm(ActForm):
    makes = commands.Admit

    person = someone()


class TurnAwayForm(ActForm):
    makes = commands.TurnAway

    person = someone()


class RemovePersonForm(ActForm):
    makes = commands.RemovePerson

    person = someone()


class AgreeContractForm(SpokenForm):
    makes = commands.AgreeContract

    version = number()


class CheckInForm(SpokenForm):
    makes = commands.CheckIn


class RaiseHandForm(SpokenForm):
    makes = commands.RaiseHand


class LowerHandForm(SpokenForm):
    makes = commands.LowerHand


class GiveTurnForm(ActForm):
    """Without a person the turn is nobody's in particular."""

    makes = commands.GiveTurn

    person = someone(required=False)


class SignalHelpForm(ActForm):
    makes = commands.SignalHelp

    wanted = one_of(HelpWanted)
    words = said()


class AcknowledgeHelpForm(ActForm):
    makes = commands.AcknowledgeHelp

    signal = number()
