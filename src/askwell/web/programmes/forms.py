"""What is typed about sets."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.process.formats import FORMATS
from askwell.process.formats.shape import Format
from askwell.web.programmes import addresses
from askwell.web.programmes.addresses import Addressee, Fault
from askwell.web.programmes.models import LearningSet, Programme, SetMembership, Vote
from askwell.web.programmes.points import points_of

# What a new set looks at first; every other format is one press away.
FOREMOST = ("classic_uk", "virtual_60", "self_managed")
# More than this is a whole address book rather than a set.
MOST_AT_ONCE = 24
Choices = list[tuple[str, SafeString]]


def format_choices(foremost: Collection[str]) -> list[tuple[str, Any]]:
    """The foremost formats, then all others, folded; each with its one sentence."""
    first = [each for each in FORMATS if each.name in foremost]
    others = [each for each in FORMATS if each.name not in foremost]
    return [*_explained(first), (gettext("Other ways to meet"), _explained(others))]


def _explained(formats: list[Format]) -> Choices:
    return [(each.name, _explanation(each)) for each in formats]


def _explanation(each: Format) -> SafeString:
    """What is no action learning says so."""
    badge = each.script().badge
    return format_html(
        '<strong>{}</strong><br><span class="soft">{}</span>{}',
        gettext(each.title),
        gettext(each.sentence),
        format_html('<br><span class="badge">{}</span>', gettext(badge))
        if badge
        else "",
    )


class MeetingLinkField(forms.URLField):
    """Where a set's video call is; like every link of ours it is a safe one."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Link to your video call"),
            help_text=_("From any provider. Leave it empty if you meet in one room."),
            max_length=500,
            required=False,
            assume_scheme="https",
            validators=LearningSet._meta.get_field("meeting_link").validators,
        )


class SetForm(forms.Form):
    """Name, purpose, format and link of a set."""

    name = forms.CharField(
        label=_("What shall the set be called?"),
        help_text=_("Its members see this, and those you invite."),
        max_length=80,
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("One sentence will do. Nothing confidential: guests read it too."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    meeting_format = forms.ChoiceField(
        label=_("How will you usually meet?"),
        help_text=_("You can choose another format for any one meeting."),
        choices=lambda: format_choices(FOREMOST),
        widget=forms.RadioSelect,
        initial="classic_uk",
    )
    meeting_link = MeetingLinkField()


class InviteForm(forms.Form):
    """Addresses to invite, one or several at once, as people have them."""

    email = forms.CharField(
        label=_("Their e-mail"),
        help_text=_(
            "One or several, typed or pasted from a mail. They get a link that leads "
            "to a page with a button, and decide."
        ),
        max_length=20_000,
        widget=forms.Textarea(
            attrs={"rows": 2, "autocomplete": "off", "inputmode": "email"}
        ),
    )

    def clean_email(self) -> tuple[Addressee, ...]:
        """Whom the text names, each once, in the order they were typed."""
        reading = addresses.read(self.cleaned_data["email"])
        if reading.faults:
            raise ValidationError([in_words(each) for each in reading.faults])
        if len(reading.found) > MOST_AT_ONCE:
            raise ValidationError(
                _("That is %(count)s addresses. A set has no room for so many people."),
                params={"count": len(reading.found)},
            )
        return reading.found


def in_words(fault: Fault) -> ValidationError:
    """What is wrong with something typed, as a form says it."""
    return ValidationError(
        _("“%(typed)s”: %(why)s"), params={"typed": fault.typed, "why": fault.why}
    )


class PointsWidget(forms.Widget):
    """One box for each point; the page draws them."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> list[str]:
        typed = data.getlist(name) if isinstance(data, QueryDict) else data[name]
        return [each.replace("\r\n", "\n") for each in typed]


class PointsField(forms.Field):
    """The points of a contract; empty boxes are left out."""

    widget = PointsWidget
    MOST_WORDS = 20_000

    def clean(self, value: list[str]) -> list[str]:
        points = points_of("\n".join(value))
        if not points:
            raise ValidationError(
                _("Write a few words first; an empty agreement binds nobody.")
            )
        if sum(len(each) for each in points) > self.MOST_WORDS:
            raise ValidationError(
                _("That is too long to be remembered. Keep what matters most.")
            )
        return points


class ContractForm(forms.Form):
    """The points of the agreement, and the version their author had read."""

    point = PointsField()
    read = forms.IntegerField(widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """What a button of the editor does with its list of points; nothing is kept yet."""

    move = forms.RegexField(r"^(up|down|remove|add)(-\d{1,3})?$")

    def moved(self, points: list[str]) -> tuple[list[str], int]:
        """The points as they are afterwards, and which one is then looked at."""
        what, _dash, number = self.cleaned_data["move"].partition("-")
        place = int(number or len(points))
        points = list(points)
        if what == "add":
            points.insert(place, "")
            return points, place
        if not 0 <= place < len(points):
            return points, 0
        taken = points.pop(place)
        if what == "remove":
            return points, min(place, len(points) - 1)
        place = max(place - 1, 0) if what == "up" else place + 1
        points.insert(place, taken)
        return points, min(place, len(points) - 1)


class AttendanceForm(forms.Form):
    """What the set's programme shall learn of who came."""

    attendance = forms.ChoiceField(choices=Programme.Attendance)


class ReadForm(forms.Form):
    """Which version somebody agrees to: the one they had before them."""

    read = forms.IntegerField()


class MemberChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # not generic at run time
    """One of the people of the set, or nobody."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(SetMembership.objects.none(), required=False, **kwargs)


class NextForm(forms.Form):
    """Who facilitates the next meeting."""

    person = MemberChoice()

    def __init__(self, *args: Any, learning_set: LearningSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = SetMembership.objects.current().filter(learning_set=learning_set)
        choice = self.fields["person"]
        if isinstance(choice, MemberChoice):
            choice.queryset = there


class DialForm(forms.Form):
    """How much a facilitator still does."""

    dial = forms.TypedChoiceField(
        choices=LearningSet.Dial.choices, coerce=LearningSet.Dial
    )


class YesForm(forms.Form):
    """A yes or a no, from a button."""

    says = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda said: said == "yes"
    )


class VoteForm(forms.Form):
    """What the set is asked."""

    kind = forms.TypedChoiceField(choices=Vote.Kind.choices, coerce=Vote.Kind)
