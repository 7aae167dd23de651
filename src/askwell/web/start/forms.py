"""What is typed on the way to a set's first meeting."""

from datetime import datetime
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.process.formats import FORMATS
from askwell.process.formats.shape import Format
from askwell.web.people.forms import zone_choices
from askwell.web.people.models import Person
from askwell.web.planning.series import instant, occurrences
from askwell.web.programmes import addresses
from askwell.web.programmes.addresses import Addressee, Reading
from askwell.web.programmes.forms import MOST_AT_ONCE, MeetingLinkField, in_words
from askwell.web.programmes.models import LearningSet
from askwell.web.start import fitting
from askwell.web.start.models import Beginning
from askwell.web.start.operations import Choices
from askwell.web.start.words import FOR, LENGTHS
from askwell.web.ui.days import within_reach

LARGEST_FILE = 256 * 1024
# Chosen instead of a format.
FITTING = "fitting"
FILES = (".csv", ".txt", ".vcf")
MOST_MEETINGS, MOST_WEEKS = 12, 12


def _explained(title: object, words: object) -> SafeString:
    return format_html(
        '<strong>{}</strong><br><span class="soft">{}</span>', title, words
    )


class PurposeForm(forms.Form):
    """What a set is for, and what it is called."""

    meant_for = forms.ChoiceField(
        label=_("Who will help one another here?"),
        choices=lambda: [
            (each.value, _explained(_first_letter(each.label), FOR[each]))
            for each in LearningSet.For
        ],
        widget=forms.RadioSelect,
        initial=LearningSet.For.PEERS,
    )
    name = forms.CharField(
        label=_("What shall the set be called?"),
        help_text=_("Those you invite see it."),
        max_length=80,
    )
    purpose = forms.CharField(
        label=_("What is it for, in your own words?"),
        help_text=_(
            "One sentence will do. Nothing confidential: whoever is invited reads it."
        ),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _first_letter(label: object) -> str:
    words = str(label)
    return words[:1].upper() + words[1:]


class NewSetForm(PurposeForm):
    """A set about to begin; its id comes with the form, so that twice is once."""

    set_id = forms.UUIDField(widget=forms.HiddenInput)


class PeopleForm(forms.Form):
    """Whom to invite: typed, pasted, or in a file. What it cannot read, it keeps."""

    typed = forms.CharField(
        label=_("Their e-mail addresses"),
        help_text=_(
            "Type them, or paste them from a mail or a table. Names may stand beside "
            "them. Nobody is written to before you are done."
        ),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    file = forms.FileField(
        label=_("Or take them from a file"),
        help_text=_("A table saved as .csv, a list as .txt, or contacts as .vcf."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(FILES)}),
    )

    def __init__(self, data: Any = None, files: Any = None, *, by: Person) -> None:
        self._by = by
        super().__init__(data, files)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is None:
            return None
        if PurePath(file.name or "").suffix.lower() not in FILES:
            raise ValidationError(
                _("Save the table as .csv, or the contacts as .vcf, and choose that.")
            )
        if (file.size or 0) > LARGEST_FILE:
            raise ValidationError(
                _("This file is too large for a list of people. Copy the addresses.")
            )
        return file

    @cached_property
    def reading(self) -> Reading:
        """Everyone named in the box and in the file, but for whoever is asking."""
        typed = addresses.read(self.cleaned_data.get("typed", ""))
        file = self.cleaned_data.get("file")
        if file is None:
            return typed
        return addresses.together(typed, addresses.read(addresses.decoded(file.read())))

    @property
    def understood(self) -> tuple[Addressee, ...]:
        """Whom to write down: nobody yet where a whole address book came in."""
        if self.is_an_address_book:
            return ()
        return tuple(each for each in self.reading.found if not self._is_me(each))

    @property
    def names_me(self) -> bool:
        return any(self._is_me(each) for each in self.reading.found)

    def _is_me(self, each: Addressee) -> bool:
        return each.email == self._by.email

    @property
    def is_an_address_book(self) -> bool:
        return len(self.reading.found) > MOST_AT_ONCE

    @property
    def not_understood(self) -> str:
        """What to keep as it was typed; of an address book all of it."""
        return self._left([each.typed for each in self.reading.faults])

    @property
    def to_look_at(self) -> str:
        """The same, corrected where it is plain what was meant."""
        return self._left([each.again for each in self.reading.faults])

    def _left(self, faults: list[str]) -> str:
        everybody = self.reading.found if self.is_an_address_book else ()
        return "\n".join([*(str(each) for each in everybody), *faults])

    @property
    def faults(self) -> list[ValidationError]:
        """Why something stays in the box."""
        wrong = [in_words(each) for each in self.reading.faults]
        if not self.is_an_address_book:
            return wrong
        too_many = _(
            "That is %(count)s addresses. Leave those in the box whom you would like "
            "in this one set."
        )
        count = {"count": len(self.reading.found)}
        return [ValidationError(too_many, params=count), *wrong]


PARTS = {
    "yes": (
        _("I facilitate"),
        _("I keep the process and the time. Askwell gives me the words."),
    ),
    "no": (_("I take part"), _("Somebody else facilitates, or we take turns.")),
}
TIMES = {
    "dates": (
        _("On these dates"),
        _("Six meetings, five weeks apart, unless you change that. Any can move."),
    ),
    "ask": (
        _("Ask them which dates suit"),
        _("They say what suits them, without an account; you choose."),
    ),
    "later": (_("Later"), _("First see who comes.")),
}


class MeetingsForm(forms.Form):
    """How and when: every answer is there already, and each may be changed."""

    minutes = forms.TypedChoiceField(
        label=_("How long is a meeting?"),
        choices=list(LENGTHS.items()),
        coerce=int,
        widget=forms.RadioSelect,
    )
    facilitates = forms.TypedChoiceField(
        label=_("What is your part to begin with?"),
        help_text=_("You can hand it over at any time."),
        choices=lambda: [(key, _explained(*PARTS[key])) for key in PARTS],
        coerce=lambda chosen: chosen == "yes",
        widget=forms.RadioSelect,
    )
    format_name = forms.ChoiceField(
        label=_("In which way will you meet?"),
        choices=lambda: [(FITTING, _fitting()), *_ways()],
        widget=forms.RadioSelect,
    )
    when = forms.ChoiceField(
        label=_("When will you meet?"),
        choices=lambda: [(key, _explained(*TIMES[key])) for key in TIMES],
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label=_("First meeting on"),
        validators=[within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    time = forms.TimeField(
        label=_("From"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    count = forms.IntegerField(
        label=_("How many meetings"),
        min_value=1,
        max_value=MOST_MEETINGS,
    )
    every_weeks = forms.IntegerField(
        label=_("Weeks from one to the next"),
        min_value=1,
        max_value=MOST_WEEKS,
    )
    time_zone = forms.ChoiceField(
        label=_("Your time zone"),
        help_text=_("The set keeps its hour on these clocks."),
        choices=zone_choices,
    )
    link = MeetingLinkField()

    HOW = ("minutes", "facilitates", "format_name")
    FIRST = ("day", "time")
    MORE = ("count", "every_weeks", "time_zone", "link")

    @property
    def how(self) -> list[forms.BoundField]:
        return [self[name] for name in self.HOW]

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE]

    @property
    def more_is_wrong(self) -> bool:
        return any(self.errors.get(name) for name in self.MORE)

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        is_dated = data.get("when") != "later"
        for name in self.FIRST:
            self.fields[name].required = is_dated

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors or cleaned["when"] == "later":
            return cleaned
        zone = ZoneInfo(cleaned["time_zone"])
        if instant(_local(cleaned), zone) <= timezone.now():
            self.add_error("day", _("That is in the past. Choose a day to come."))
        return cleaned

    def choices_made(self, *, otherwise: datetime) -> Choices:
        """What `operations.finish` takes; a date nobody needs is the one proposed."""
        cleaned = self.cleaned_data
        chosen = cleaned["format_name"]
        is_dated = cleaned["day"] is not None and cleaned["time"] is not None
        return Choices(
            minutes=cleaned["minutes"],
            facilitates=cleaned["facilitates"],
            when=cleaned["when"],
            first=_local(cleaned) if is_dated else otherwise,
            count=cleaned["count"],
            every_weeks=cleaned["every_weeks"],
            time_zone=cleaned["time_zone"],
            link=cleaned["link"],
            format_name="" if chosen == FITTING else chosen,
        )


def as_proposed(beginning: Beginning, *, people: int, now: datetime) -> dict[str, Any]:
    """An answer to everything: what was chosen before, else what mostly fits."""
    zone = beginning.learning_set.time_zone
    first = fitting.first_meeting(now.astimezone(ZoneInfo(zone)))
    proposed = {
        "minutes": str(fitting.usual_minutes(people)),
        "facilitates": "yes",
        "format_name": FITTING,
        "when": "dates",
        "day": f"{first:%Y-%m-%d}",
        "time": f"{first:%H:%M}",
        "count": str(fitting.COUNT),
        "every_weeks": str(fitting.EVERY_WEEKS),
        "time_zone": zone,
        "link": "",
    }
    return proposed | beginning.meetings


def _local(cleaned: dict[str, Any]) -> datetime:
    return datetime.combine(cleaned["day"], cleaned["time"])


def dates_of(choices: Choices) -> list[datetime]:
    """All meetings of a cycle on the home zone's own clocks."""
    zone = ZoneInfo(choices.time_zone)
    starts = occurrences(choices.first, zone, choices.count, choices.every_weeks)
    return [each.astimezone(zone) for each in starts]


def _fitting() -> SafeString:
    """What fits, by length and by who facilitates."""
    by_length = {
        "hour": gettext(fitting.fitting(minutes=60, facilitated=True).title),
        "longer": gettext(fitting.fitting(minutes=150, facilitated=True).title),
        "turns": gettext(fitting.fitting(minutes=150, facilitated=False).title),
    }
    words = gettext(
        "For an hour: %(hour)s. For longer: %(longer)s. If you take turns: %(turns)s."
    )
    return _explained(gettext("In the way that fits"), words % by_length)


def _ways() -> list[tuple[str, Any]]:
    """All formats, folded."""
    others = [(each.name, _way(each)) for each in FORMATS]
    return [(gettext("Choose the way yourselves"), others)]


def _way(each: Format) -> SafeString:
    """Its one sentence, and when it fits; what is no action learning says so."""
    badge = each.script().badge
    return format_html(
        '<strong>{}</strong><br><span class="soft">{} {}</span>{}',
        gettext(each.title),
        gettext(each.sentence),
        gettext(each.fits),
        format_html('<br><span class="badge">{}</span>', gettext(badge))
        if badge
        else "",
    )
