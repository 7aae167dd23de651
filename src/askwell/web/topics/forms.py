"""What an owner types about a topic of theirs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.web.topics.models import Topic

NOT_SAID = ("", _("I have not thought about it"))
KNOWN = [
    (Topic.Known.FAMILIAR, _("Familiar")),
    (Topic.Known.UNFAMILIAR, _("New to me")),
]


def own_words(label: Any, *, help_text: Any = "", rows: int = 3) -> forms.CharField:
    """A few lines, if one likes; left empty they are nothing."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=4_000,
        empty_value=None,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def tick(label: Any, *, help_text: Any = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, help_text=help_text, required=False)


class TopicForm(forms.Form):
    """A new topic: a line, and what sort of thing it is."""

    headline = forms.CharField(
        label=_("In one line, what is it?"),
        help_text=_("Names are better left out: “a colleague” will do."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("What sort of thing is it?"),
        choices=[
            (Topic.Kind.CHALLENGE, _("A challenge: something is hard")),
            (Topic.Kind.OPPORTUNITY, _("An opportunity: something could be good")),
            (Topic.Kind.TOPIC, _("Neither, or I do not know yet")),
        ],
        initial=Topic.Kind.CHALLENGE,
        widget=forms.RadioSelect,
    )


class WordingForm(TopicForm):
    """The line anew, with what it hangs together with."""

    change = forms.CharField(
        label=_("Is it part of a change around you?"),
        help_text=_("A merger, a new boss, a new system: your own few words for it."),
        required=False,
        max_length=120,
        empty_value=None,
    )
    horizon = forms.ChoiceField(
        label=_("When will it show whether you did well?"),
        choices=[
            (Topic.Horizon.NOW, _("In the coming weeks")),
            (Topic.Horizon.YEAR, _("This year")),
            (Topic.Horizon.BEYOND, _("Beyond this year")),
            NOT_SAID,
        ],
        required=False,
        widget=forms.RadioSelect,
    )


class PreparationForm(forms.Form):
    """Four questions before one presents; each may stay empty."""

    what = own_words(
        _("What is it?"),
        help_text=_("As you would tell a friend in two minutes. Facts, and feelings."),
        rows=5,
    )
    why_now = own_words(
        _("Why now?"),
        help_text=_("What makes it live this week, and what if nothing changes?"),
    )
    tried = own_words(
        _("What have you tried?"),
        help_text=_("And what did each attempt show? Waiting counts as an attempt."),
    )
    worthwhile = own_words(
        _("What would make the time worthwhile?"),
        help_text=_("A clearer question is as good an answer as a plan."),
    )


class LensesForm(forms.Form):
    """Revans' three systems, and how familiar the ground is."""

    alpha = own_words(
        _("The plan: what is worth doing here?"),
        help_text=_(
            "What do you value in this? What in the world around it helps or hinders? "
            "What have you got to work with?"
        ),
    )
    beta = own_words(
        _("The doing: how would you go about it?"),
        help_text=_(
            "Look around; try something small; do it; see what happened; keep what "
            "you learned. Where in this are you now?"
        ),
    )
    gamma = own_words(
        _("Yourself: what does it ask you to change?"),
        help_text=_(
            "How you see it, what you are used to, what you have been avoiding."
        ),
    )
    task = forms.ChoiceField(
        label=_("What has to be done is"),
        choices=[*KNOWN, NOT_SAID],
        required=False,
        widget=forms.RadioSelect,
    )
    setting = forms.ChoiceField(
        label=_("Where it has to be done is"),
        choices=[*KNOWN, NOT_SAID],
        required=False,
        widget=forms.RadioSelect,
    )


class LookForm(forms.Form):
    """Whether it is a good topic, for its owner's own eyes; nothing hangs on it."""

    is_live = tick(_("It is live: it goes on now, and its end is open."))
    is_mine = tick(_("It is mine: I carry it, not somebody I would like to change."))
    matters = tick(_("It matters to me: I have lain awake over it, or could."))
    can_act = tick(_("I can act: there is something in it that I may do or leave."))
    has_no_one_answer = tick(
        _("It has no one right answer that an expert could simply tell me.")
    )


class ClosingForm(forms.Form):
    """What came of it, in its owner's own judgement; all of it may stay empty."""

    brought_clarity = tick(_("Clarity: I see it more plainly."))
    brought_direction = tick(_("Direction: I know which way I want to go."))
    brought_action = tick(_("Action: I have done something about it."))
    stands = forms.TypedChoiceField(
        label=_("Measured by what you had hoped, how does it stand?"),
        choices=[
            (Topic.Stands.MUCH_LESS, _("Much less than I had hoped")),
            (Topic.Stands.LESS, _("Less than I had hoped")),
            (Topic.Stands.AS_HOPED, _("About what I had hoped")),
            (Topic.Stands.MORE, _("More than I had hoped")),
            (Topic.Stands.MUCH_MORE, _("Much more than I had hoped")),
            ("", _("I would rather not measure it")),
        ],
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
    )
    ending = own_words(
        _("How does it stand, in your own words?"),
        help_text=_("For yourself, when you come upon it in a year."),
    )
