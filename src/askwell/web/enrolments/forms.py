"""What is typed about a programme's people."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from askwell.web.enrolments import queries
from askwell.web.enrolments.checking import Choices, Ground
from askwell.web.enrolments.models import Enrolment
from askwell.web.enrolments.reading import Field, Table, Unreadable
from askwell.web.enrolments.reading.columns import zones
from askwell.web.enrolments.reading.fields import OF_LINES
from askwell.web.enrolments.reading.reader import MOST_MEGABYTES, read_file, read_text
from askwell.web.enrolments.reading.table import letters
from askwell.web.enrolments.reading.words import MOST_CAPACITY
from askwell.web.enrolments.wording import STEPS, level_label
from askwell.web.people.models import Person, check_name
from askwell.web.programmes.models import Cohort, Partner, Programme


class BringForm(forms.Form):
    """A file, or the table itself; read at once, so that faults are said here."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("XLSX or CSV, at most %(most)s MB.") % {"most": MOST_MEGABYTES},
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt,.vcf"}),
    )
    pasted = forms.CharField(
        label=_("Or paste it"),
        help_text=_(
            "Copy the rows in your spreadsheet, headings as well, and paste them here. "
            "Addresses from a mail will do, too."
        ),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "wrap": "off"}),
    )

    table: Table

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, pasted = given.get("file"), given.get("pasted", "")
        if self.errors:
            return given
        try:
            self.table = _read(file, pasted)
        except Unreadable as fault:
            self.add_error("file" if file else "pasted", fault.in_words())
        return given


def _read(file: "UploadedFile[Any] | None", pasted: str) -> Table:
    return read_file(file.read()) if file else read_text(pasted)


class ColumnsForm(forms.Form):
    """What each column holds, and what holds for rows that do not say it."""

    def __init__(
        self,
        *args: Any,
        table: Table,
        ground: Ground,
        choices: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.table, self.ground, self.choices = table, ground, choices
        meanings = OF_LINES if ground.of_lines else tuple(Field)
        offered = [("", _("Leave this column out"))]
        offered += [(field.value, capfirst(field.label)) for field in meanings]
        for number, heading in enumerate(table.headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading or _("Column %s") % letters(number),
                choices=offered,
                required=False,
                initial=choices.columns[number],
            )
        self._ask_for_the_rest()

    def _ask_for_the_rest(self) -> None:
        employers = sorted(self.ground.employers.values(), key=lambda each: each.name)
        if len(employers) > 1:
            nothing = ("", _("their row must say it"))
            self.fields["partner"] = forms.ChoiceField(
                label=_("Who they work for, where the file does not say it"),
                choices=[nothing, *((str(each.id), each.name) for each in employers)],
                required=False,
                initial=self.choices.partner,
            )
        if self.ground.cohorts and not self.ground.of_lines:
            cohorts = [
                (str(each.id), each.name) for each in self.ground.cohorts.values()
            ]
            self.fields["cohort"] = forms.ChoiceField(
                label=_("The cohort of new people, where the file does not say it"),
                choices=[("", _("none yet")), *cohorts],
                required=False,
                initial=self.choices.cohort,
            )

    @property
    def columns(self) -> list[tuple[forms.BoundField, list[str]]]:
        """Each column's question, with what stands in it."""
        numbers = range(len(self.table.headings))
        return [(self[f"column_{n}"], self.table.samples(n)) for n in numbers]

    @property
    def rest(self) -> list[forms.BoundField]:
        return [self[name] for name in ("partner", "cohort") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        chosen = [given.get(f"column_{n}", "") for n in range(len(self.table.headings))]
        self._refuse_twice(chosen)
        if Field.EMAIL not in chosen:
            raise ValidationError(
                _("Say which column holds the e-mail address of each person.")
            )
        if self.ground.of_lines and Field.MANAGER not in chosen:
            raise ValidationError(_("Say which column holds the line manager."))
        if "partner" in self.fields and not given.get("partner"):
            self._want_employer(chosen)
        return given

    def _refuse_twice(self, chosen: Sequence[str]) -> None:
        for number, name in enumerate(chosen):
            if name and name in chosen[:number]:
                self.add_error(
                    f"column_{number}",
                    _("Another column is the %(field)s already.")
                    % {"field": Field(name).label},
                )

    def _want_employer(self, chosen: Sequence[str]) -> None:
        if Field.ORGANISATION not in chosen:
            self.add_error("partner", _("Choose who they work for."))

    def chosen(self) -> Choices:
        """As before, with what is said of columns now."""
        given, numbers = self.cleaned_data, range(len(self.table.headings))
        self.choices.columns = [given[f"column_{number}"] for number in numbers]
        self.choices.partner = given.get("partner", "")
        self.choices.cohort = given.get("cohort", "")
        return self.choices


class EmployerField(forms.ModelChoiceField):  # type: ignore[type-arg] # not generic at run time
    """Organisations by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.organisation.name)


class PersonForm(forms.ModelForm):  # type: ignore[type-arg] # not generic at run time
    """One person on the list, as a manager writes it."""

    partner = EmployerField(
        Partner.objects.none(), label=_("Organisation"), empty_label=None
    )
    cohort = forms.ModelChoiceField(
        Cohort.objects.none(),
        label=_("Cohort"),
        required=False,
        empty_label=_("none yet"),
    )
    level = forms.TypedChoiceField(
        label=_("Level"), coerce=int, empty_value=None, required=False
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)
    manager = forms.EmailField(
        label=_("Line manager's e-mail"),
        help_text=_(
            "They need not take part. People in one line are never in the same set."
        ),
        required=False,
    )
    capacity = forms.IntegerField(
        label=_("Sets they can facilitate"),
        min_value=0,
        max_value=MOST_CAPACITY,
        initial=1,
    )

    class Meta:
        model = Enrolment
        fields = (
            "name",
            "email",
            "partner",
            "cohort",
            "level",
            "area",
            "place",
            "time_zone",
            "manager",
            "takes_part",
            "facilitates",
            "capacity",
        )
        labels = {
            "takes_part": _("Takes part as a member of a set"),
            "facilitates": _("Can facilitate"),
        }

    def __init__(
        self,
        *args: Any,
        programme: Programme,
        partners: QuerySet[Partner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        self._offer("partner", partners)
        self._offer("cohort", programme.cohorts.all())
        level = cast(forms.ChoiceField, self.fields["level"])
        level.choices = level_choices(self.instance, partners)
        zones = cast(forms.ChoiceField, self.fields["time_zone"])
        zones.choices = [("", _("not known yet")), *zone_choices()]
        self.fields["name"].validators.append(check_name)
        if self.instance.status != Enrolment.Status.LISTED:
            # They were asked, or answered, by this very address.
            self.fields["email"].disabled = True
        if self.instance.person_id:
            self.fields["name"].disabled = True

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def clean_email(self) -> str:
        email = Person.objects.normalize_email(self.cleaned_data["email"])
        others = Enrolment.objects.filter(programme=self.programme, email=email)
        if others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This address is on the programme's list already."))
        return email

    def clean_manager(self) -> str:
        return Person.objects.normalize_email(self.cleaned_data["manager"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("manager") and given["manager"] == given.get("email"):
            self.add_error("manager", _("Nobody is their own manager."))
        elif self._goes_round(given):
            self.add_error(
                "manager", _("This person is above that manager: it would be a circle.")
            )
        if not given.get("takes_part") and not given.get("facilitates"):
            self.add_error(
                "takes_part",
                _("Tick this, or that they can facilitate: else they have no part."),
            )
        return given

    def _goes_round(self, given: dict[str, Any]) -> bool:
        """The manager reports to this very person, directly or through others."""
        above, step = queries.lines(self.programme), given.get("manager", "")
        climbed: set[str] = set()
        while step and step not in climbed:
            climbed.add(step)
            step = above.get(step, "")
        return bool(given.get("email")) and given["email"] in climbed


def zone_choices() -> list[tuple[str, str]]:
    return [(name, name.replace("_", " ")) for name in sorted(zones())]


def level_choices(
    enrolment: Enrolment, partners: Iterable[Partner]
) -> list[tuple[str, Any]]:
    """One to five, as the person's organisation calls them."""
    theirs = [each for each in partners if each.pk == enrolment.partner_id]
    only = theirs or list(partners)
    names = only[0].level_names if len(only) == 1 else []
    return [("", _("not known yet")), *((str(n), level_label(n, names)) for n in STEPS)]


class FindForm(forms.Form):
    """Which of the people are looked for; whatever makes no sense is left aside."""

    q = forms.CharField(label=_("Find"), max_length=80, required=False)
    cohort = forms.ModelChoiceField(
        Cohort.objects.none(),
        label=_("Cohort"),
        required=False,
        empty_label=_("every cohort"),
    )
    reply = forms.ChoiceField(
        label=_("Reply"),
        choices=[("", _("every reply")), *Enrolment.Status.choices],
        required=False,
    )
    partner = EmployerField(
        Partner.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=_("every organisation"),
    )

    def __init__(
        self,
        *args: Any,
        cohorts: QuerySet[Cohort],
        partners: QuerySet[Partner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("cohort", cohorts), ("partner", partners)):
            choice = cast("forms.ModelChoiceField[Any]", self.fields[name])
            choice.queryset = rows
            if len(rows) < (2 if name == "partner" else 1):
                del self.fields[name]
            else:
                # Asked for once, not again when the page is drawn.
                named = [(row.pk, choice.label_from_instance(row)) for row in rows]
                choice.choices = [("", choice.empty_label or ""), *named]


class SeveralForm(forms.Form):
    """What is done with several people of the list at once."""

    LEADS, LEADS_NOT = "leads", "leads_not"

    who = forms.ModelMultipleChoiceField(Enrolment.objects.none())
    act = forms.ChoiceField(label=_("With those ticked"))

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Enrolment],
        cohorts: Iterable[Cohort],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        cast(
            "forms.ModelMultipleChoiceField[Any]", self.fields["who"]
        ).queryset = people
        self.cohorts = {str(each.pk): each for each in cohorts}
        moves = [
            (key, _("move to the cohort %s") % each.name)
            for key, each in self.cohorts.items()
        ]
        cast(forms.ChoiceField, self.fields["act"]).choices = [
            *moves,
            (self.LEADS, _("they can facilitate")),
            (self.LEADS_NOT, _("they do not facilitate")),
        ]


class ListingForm(forms.Form):
    """What is written besides the file: who left, who comes back."""

    left = forms.TypedMultipleChoiceField(required=False)
    back = forms.TypedMultipleChoiceField(required=False)
    leave_out = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, missing: Iterable[Any], gone: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, ids in (("left", missing), ("back", gone)):
            chooser = cast(forms.TypedMultipleChoiceField, self.fields[name])
            chooser.choices = [(str(each), "") for each in ids]
