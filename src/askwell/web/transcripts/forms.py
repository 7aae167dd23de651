"""What people type when a transcript is to be read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.coach import Role
from askwell.transcripts.parsing import parse
from askwell.transcripts.transcript import Transcript as Said
from askwell.transcripts.unreadable import Unreadable
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.transcripts.casting import Cast, Part

# Three hours of captions are about half of one.
MOST_MEGABYTES: Final = 2
LARGEST: Final = MOST_MEGABYTES * 2**20
# Ten hours of captions: each is read by itself when the report is drawn.
MOST_CAPTIONS: Final = 20_000
MOST_LINES: Final = 5 * MOST_CAPTIONS
# A set has eight members; of each name somebody is asked who it is.
MOST_VOICES: Final = 100
PASTED: Final = "pasted.txt"


if TYPE_CHECKING:
    _Choice = forms.ModelChoiceField[Meeting]
else:
    _Choice = forms.ModelChoiceField


class MeetingField(_Choice):
    """Meetings by the day they were held, on the reader's own calendar."""

    def label_from_instance(self, obj: Meeting) -> str:
        return date_format(localtime(obj.opened_at), "l j F Y")


class ProposalForm(forms.Form):
    """Which meeting, and where its transcript comes from."""

    meeting = MeetingField(
        label=_("Which meeting?"),
        queryset=Meeting.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the meeting.")},
    )
    origin = forms.CharField(
        label=_("Where does the transcript come from?"),
        help_text=_("For example: the captions that our call kept."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(MeetingField, self.fields["meeting"]).queryset = meetings


class UploadForm(forms.Form):
    """A file, or the words themselves; read at once, so that faults are said here."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("VTT, SRT, TXT or DOCX, at most %(most)s MB.")
        % {"most": MOST_MEGABYTES},
        required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,.sbv,.txt,.docx"}),
    )
    pasted = forms.CharField(
        label=_("Or paste it"),
        help_text=_("Lines like “Amara: What makes it hard?” will do."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"spellcheck": "false", "rows": 8}),
    )

    data: QueryDict
    said: Said

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, pasted = given.get("file"), given.get("pasted", "")
        if self.errors:
            return given
        if file is None and not pasted.strip():
            words = _("Choose a file of at most %(most)s MB, or paste the transcript.")
            raise forms.ValidationError(words % {"most": MOST_MEGABYTES})
        self._read(file, pasted)
        return given

    def _read(self, file: "UploadedFile[Any] | None", pasted: str) -> None:
        data = file.read() if file else pasted.encode()
        name = (file.name or PASTED) if file else PASTED
        if len(data) > LARGEST:
            self._refuse_size(file)
        elif data.count(b"\n") > MOST_LINES:
            self._refuse_length(file)
        else:
            self._parse(data, name=name, file=file)

    def _parse(
        self, data: bytes, *, name: str, file: "UploadedFile[Any] | None"
    ) -> None:
        try:
            self.said = parse(data, name=name)
        except Unreadable as fault:
            self._keep_what_was_given(data, isfile=file is not None)
            self.add_error("pasted" if not file else None, _said_of(fault))
            return
        voices = {cue.speaker for cue in self.said.cues}
        if len(self.said.cues) > MOST_CAPTIONS or len(voices) > MOST_VOICES:
            self._refuse_length(file)

    def _refuse_size(self, file: "UploadedFile[Any] | None") -> None:
        words = _("That is more than %(most)s MB. Cut the transcript in two.")
        self.add_error("file" if file else "pasted", words % {"most": MOST_MEGABYTES})

    def _refuse_length(self, file: "UploadedFile[Any] | None") -> None:
        words = _("That is longer, or has more names, than any meeting. Cut it in two.")
        self.add_error("file" if file else "pasted", words)

    def _keep_what_was_given(self, data: bytes, *, isfile: bool) -> None:
        """Words of a file are put into the box, where they can be mended."""
        if isfile and b"\0" not in data:
            words = data.decode("utf-8-sig", errors="replace")
            self.data = self.data.copy()
            self.data["pasted"] = words


def _said_of(fault: Unreadable) -> str:
    words = gettext(
        "Line %(line)d could not be read: expected %(expected)s. Nothing was kept. "
        "Mend the line and try again."
    )
    return words % {"line": fault.line, "expected": gettext(fault.expected)}


class CastForm(forms.Form):
    """Who each name is, and which part they had."""

    NOBODY = "nobody"
    AS_IT_SOUNDS = "as_it_sounds"
    ROLES = (
        (AS_IT_SOUNDS, _("as it sounds in the words")),
        (Role.PRESENTER, _("presented")),
        (Role.MEMBER, _("was a member")),
        (Role.FACILITATOR, _("facilitated")),
    )

    def __init__(
        self, *args: Any, known: Cast, people: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = list(known)
        choices = [(str(each.pk), each.name) for each in people]
        for number, part in enumerate(known.values()):
            self.fields[f"person_{number}"] = forms.ChoiceField(
                label=_("Who is it?"),
                choices=[(self.NOBODY, _("nobody we asked: leave it out")), *choices],
                initial=part.person or self.NOBODY,
            )
            self.fields[f"role_{number}"] = forms.ChoiceField(
                label=_("Which part did they have?"),
                choices=self.ROLES,
                initial=part.role or self.AS_IT_SOUNDS,
            )

    @property
    def cast(self) -> Cast:
        return {name: self._part(number) for number, name in enumerate(self.names)}

    def _part(self, number: int) -> Part:
        person = self.cleaned_data[f"person_{number}"]
        role = self.cleaned_data[f"role_{number}"]
        return Part(
            person="" if person == self.NOBODY else person,
            role="" if role == self.AS_IT_SOUNDS else role,
        )

    @property
    def pairs(self) -> list[tuple[str, BoundField, BoundField]]:
        """One line for each name."""
        return [
            (name, self[f"person_{number}"], self[f"role_{number}"])
            for number, name in enumerate(self.names)
        ]


class CopyForm(forms.Form):
    """Whether names stand in the file that is taken along."""

    is_anonymous = forms.BooleanField(
        label=_("without names"), required=False, initial=True
    )


class SureForm(forms.Form):
    """A deletion is meant, and known to be for good."""

    is_sure = forms.BooleanField(
        label=_("I know that this cannot be undone."),
        error_messages={"required": _("Tick this first, if you are sure.")},
    )
