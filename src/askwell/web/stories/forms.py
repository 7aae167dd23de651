"""What its owner types and chooses when something is to be told to others."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.models import LearningSet
from askwell.web.stories.models import Offer
from askwell.web.stories.operations.writing import Written
from askwell.web.stories.queries import TAKEN_OUT_OF, Choice, Source
from askwell.web.stories.queries.names import ASK, OUT, STANDS
from askwell.web.stories.spotting import Sort

Audience = Offer.Audience
MOST_OF_A_LEARNING, MOST_OF_A_PART, MOST_OF_A_LINE = 800, 2_000, 120


class BeginForm(forms.Form):
    """A learning or a story, and whether to start from something one has said."""

    EMPTY = "empty"

    kind = forms.ChoiceField(
        label=_("What would you tell?"),
        choices=[
            (Offer.Kind.LEARNING, _("A learning: a few lines")),
            (Offer.Kind.STORY, _("A story: what was going on, and what came of it")),
        ],
        initial=Offer.Kind.LEARNING,
        widget=forms.RadioSelect,
    )
    start = forms.ChoiceField(
        label=_("Where do you start?"),
        help_text=_(
            "Only what you said yourself is offered here. What others said is theirs."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where you start.")},
    )

    def __init__(
        self, *args: Any, sets: list[LearningSet], sources: list[Source], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sets = {str(each.pk): each for each in sets}
        self.sources = {each.key: each for each in sources}
        start = self.fields["start"]
        start.choices = [*self._empty(), *self._own_words()]  # type: ignore[attr-defined]  # of a field that is known by name alone
        start.initial = f"{self.EMPTY}:{sets[0].pk}" if sets else ""

    def _empty(self) -> Iterator[tuple[str, str]]:
        for pk, each in self.sets.items():
            label = gettext("An empty page")
            if len(self.sets) > 1:
                label = gettext("An empty page, about “%(set)s”") % {"set": each.name}
            yield f"{self.EMPTY}:{pk}", label

    def _own_words(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for pk, learning_set in self.sets.items():
            here = [
                (each.key, _in_a_line(each))
                for each in self.sources.values()
                if str(each.set_id) == pk
            ]
            if here:
                yield gettext("My own words in “%s”") % learning_set.name, here

    @property
    def learning_set(self) -> LearningSet:
        """Words of one set are offered through that set alone."""
        start = self.cleaned_data["start"]
        if source := self.sources.get(start):
            return self.sets[str(source.set_id)]
        return self.sets[start.partition(":")[2]]

    @property
    def source(self) -> str:
        start: str = self.cleaned_data["start"]
        return start if start in self.sources else ""


def _in_a_line(source: Source) -> str:
    words = source.learned or source.happened
    day = date_format(localtime(source.at), "j F Y")
    return f"{Truncator(words).chars(90)} · {day}"


def _words(label: Any, *, most: int, rows: int, **how: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        **how,
    )


class WordsForm(forms.Form):
    """The words themselves, for whom they are, and whether a name stands with them."""

    title = forms.CharField(
        label=_("A heading"),
        help_text=_("One line that says what it is about."),
        max_length=MOST_OF_A_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    words = _words(_("What did you learn?"), most=MOST_OF_A_LEARNING, rows=5)
    helped = _words(
        _("What helped?"), most=MOST_OF_A_PART, rows=4, required=False, empty_value=""
    )
    did = _words(
        _("What did you do?"),
        most=MOST_OF_A_PART,
        rows=4,
        required=False,
        empty_value="",
    )
    came = _words(
        _("What came of it?"),
        most=MOST_OF_A_PART,
        rows=4,
        required=False,
        empty_value="",
    )
    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[
            (Audience.EVERYBODY, _("Everybody in the programme")),
            (Audience.STAFF, _("Only who looks after or sponsors the programme")),
        ],
        widget=forms.RadioSelect,
    )
    with_name = forms.BooleanField(
        label=_("My name stands with it"),
        help_text=_("Otherwise it says “somebody in a set”. Your own set knows."),
        required=False,
    )

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        initial = {each: getattr(offer, each) for each in offer.WORDS}
        initial |= {"audience": offer.audience, "with_name": offer.with_name}
        super().__init__(*args, **{"initial": initial, **kwargs})
        words = self.fields["words"]
        if offer.is_story:
            words.label = _("What was going on?")
            words.help_text = _("Yours alone: what others brought is theirs to tell.")
            words.max_length = MOST_OF_A_PART  # type: ignore[attr-defined]  # of a field that is known by name alone
            words.validators[0].limit_value = MOST_OF_A_PART  # type: ignore[attr-defined]  # its first is that of the length
            words.widget.attrs["maxlength"] = str(MOST_OF_A_PART)
        else:
            for name in ("helped", "did", "came"):
                del self.fields[name]

    @property
    def written(self) -> Written:
        given = dict(self.cleaned_data)
        return Written(audience=Audience(given.pop("audience")), **given)


class NamesForm(forms.Form):
    """What is to become of each thing that looks like a name."""

    def __init__(self, *args: Any, choices: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = list(choices)
        for number, each in enumerate(self.found):
            self.fields[f"spot_{number}"] = forms.ChoiceField(
                label=each.spot.words,
                choices=list(_ways(each)),
                initial=each.said,
                widget=forms.RadioSelect,
                error_messages={"required": _("Say what is to become of it.")},
            )

    @property
    def said(self) -> dict[str, str]:
        return {
            each.spot.key: self.cleaned_data[f"spot_{number}"]
            for number, each in enumerate(self.found)
        }

    @property
    def pairs(self) -> list[tuple[Choice, BoundField]]:
        return [(each, self[f"spot_{n}"]) for n, each in enumerate(self.found)]


def _ways(choice: Choice) -> Iterator[tuple[str, str]]:
    instead = {"words": TAKEN_OUT_OF[choice.spot.sort]}
    yield OUT, gettext("Take it out: “%(words)s” stands there instead") % instead
    for person in choice.askable:
        asked = gettext("It is %(name)s: ask whether the name may stand")
        yield f"{ASK}:{person.pk}", asked % {"name": person.name}
    yield STANDS, str(STANDING[choice.spot.sort])


STANDING = {
    Sort.PERSON: _("It is nobody’s name here, only a word"),
    Sort.OWNER: _("It may stand: it is my own name"),
    Sort.ORGANISATION: _("It may stand: it gives nobody away"),
    Sort.SET: _("It may stand: my set is content with that"),
    Sort.ADDRESS: _("It may stand: whose it is has said yes to me"),
    Sort.NUMBER: _("It may stand: it is nobody’s telephone number"),
}


class SureForm(forms.Form):
    """A deletion is meant, and known to be for good."""

    is_sure = forms.BooleanField(
        label=_("I know that this cannot be undone."),
        error_messages={"required": _("Tick this first, if you are sure.")},
    )
