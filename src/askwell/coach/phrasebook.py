"""What the coach can say in one language, read from its file `says.json`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from askwell.coach.patterns import Cue, Patterns

FORMS: Final = ("does", "did", "done", "doing")


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape of words that can be asked instead.

    Where one of the frame's wordings is found, `then` lists what may follow it, first
    come first served: the pieces to take, and the names of the `asks` to fill.
    """

    name: str
    kinds: frozenset[str]
    then: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    at: int | None
    """Where taking begins, counted from the first word found; None: after the last."""
    turned: bool
    """Said by somebody of themselves: "my" is turned into "your"."""


@dataclass(frozen=True, slots=True)
class VerbClass:
    """Verbs whose object can be asked about: "tell the board ..."."""

    verbs: frozenset[str]
    by: frozenset[str]
    """Words that may come between the verb and its object."""
    objects: frozenset[str]
    """The object holds one of these."""
    ask: str


@dataclass(frozen=True, slots=True)
class Stacks:
    """What a second question in the same sentence begins with."""

    join: frozenset[str]
    asks: frozenset[str]
    helps: frozenset[str]
    subjects: frozenset[str]
    negation: str
    comma: str
    least: int


@dataclass(frozen=True, slots=True)
class Generic:
    """What can always be asked, for a kind and for how the sentence begins."""

    kinds: frozenset[str]
    first: frozenset[str]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    cut: frozenset[str]
    trim: frozenset[str]
    dangling: frozenset[str]
    never: frozenset[str]
    breaks: frozenset[str]
    glue: frozenset[str]
    """What may stand between the parts of one word."""
    plural: str
    owning: frozenset[str]
    """What ends a word as its last sign: "my parents' ..."."""
    helps: frozenset[str]
    light: tuple[tuple[str, ...], ...]
    """What comes before the verb that says what is done: "try to", "go and"."""
    afterthoughts: tuple[tuple[str, ...], ...]
    steps_never: frozenset[str]
    """Verbs that name no step to take: "wish", "know"."""
    never_bare: frozenset[str]
    """Verbs that say nothing by themselves: "do", "have"."""
    perfect: frozenset[str]
    links: frozenset[str]
    """A clause within the clause begins with these: "what they need"."""
    most: int


@dataclass(frozen=True, slots=True)
class Nouns:
    opens: frozenset[str]
    closes: frozenset[str]
    never: frozenset[str]
    adjectives: tuple[str, ...]
    adverb: str
    names: frozenset[str]
    persons: frozenset[str]
    relatives: frozenset[str]
    possessive: str
    most: int


@dataclass(frozen=True, slots=True)
class Topics:
    """What is asked about a noun phrase that nothing else can be made of."""

    opens: frozenset[str]
    pointing: frozenset[str]
    """Words that may also stand alone: "this"."""
    after: frozenset[str]
    """The noun phrase is over where one of these follows."""
    not_after: frozenset[str]
    """Where something is or when is not what a turn is about."""
    person_endings: tuple[str, ...]
    never_persons: frozenset[str]
    things: str
    persons: str


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Reasons, hints, and what is needed to make a question of a turn's own words."""

    reasons: Mapping[str, Mapping[str, str]]
    stacked: str
    counts: Sequence[str]
    many: str
    longest_quote: int
    quote_marks: frozenset[str]
    never_alone: frozenset[str]
    hints: Mapping[str, str]
    closed_is_fine: frozenset[str]
    subtypes: Patterns
    subtype_kinds: Mapping[str, frozenset[str]]
    stacks: Stacks
    families: Mapping[str, frozenset[str]]
    clauses: Clauses
    nouns: Nouns
    objective: Mapping[str, str]
    """What becomes of a subject after a preposition: "they" is "them"."""
    addressed: str
    """The one who is spoken to."""
    impersonal: frozenset[str]
    """Subjects that are nobody who could be asked to do something."""
    pronouns: frozenset[str]
    turned: Mapping[str, str]
    forms: Mapping[str, Mapping[str, str]]
    """Per name of a form: from a verb to that form."""
    bases: Mapping[str, Mapping[str, str]]
    """Per name of a form: from that form back to its verb."""
    how: frozenset[str]
    tail: frozenset[str]
    frames: Patterns
    frame: Mapping[str, tuple[int, Frame]]
    """Each frame by its name, with its rank."""
    asks: Mapping[str, tuple[tuple[int, str], ...]]
    """Per name questions with gaps, each for at most so many words in its gaps."""
    verb_classes: tuple[VerbClass, ...]
    generic: tuple[Generic, ...]
    topics: Topics
    plain: frozenset[str]
    """The questions without a gap: known to be open, and not looked at again."""


def made_from(data: Mapping[str, Any]) -> Phrasebook:
    families = {name: _words(words) for name, words in data["families"].items()}
    family = {word: name for name, words in families.items() for word in words}
    forms = {
        name: {verb: _form(verb, data["forms"][name]) for verb in data["verbs"].split()}
        for name in FORMS
    }
    frames = [_frame(each) for each in data["frames"]]
    return Phrasebook(
        reasons=data["reasons"],
        stacked=data["stacked"],
        counts=data["counts"],
        many=data["many"],
        longest_quote=data["quote"]["most"],
        quote_marks=frozenset(data["quote"]["marks"]),
        never_alone=_words(data["quote"]["never"]),
        hints=data["hints"],
        closed_is_fine=_words(data["closed_is_fine"]),
        subtypes=_patterns(data["subtypes"], "wordings", family),
        subtype_kinds={
            each["name"]: _words(each["kinds"]) for each in data["subtypes"]
        },
        stacks=_stacks(data["stacks"]),
        families=families,
        clauses=_clauses(data["clauses"]),
        nouns=_nouns(data["nouns"]),
        objective=data["objective"],
        addressed=data["addressed"],
        impersonal=_words(data["impersonal"]),
        pronouns=_words(data["pronouns"]),
        turned=data["turned"],
        forms=forms,
        bases={
            name: {form: verb for verb, form in table.items()}
            for name, table in forms.items()
        },
        how=_words(data["how"]),
        tail=_words(data["tail"]),
        frames=_patterns(data["frames"], "after", family),
        frame={frame.name: (rank, frame) for rank, frame in enumerate(frames)},
        asks={
            name: tuple((most, ask) for most, ask in asks)
            for name, asks in data["asks"].items()
        },
        verb_classes=tuple(_verb_class(each) for each in data["verb_classes"]),
        generic=tuple(_generic(each) for each in data["generic"]),
        plain=_plain(data),
        topics=_topics(data["topics"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _patterns(
    entries: Sequence[Mapping[str, Any]], wordings: str, family: Mapping[str, str]
) -> Patterns:
    return Patterns([Cue(each["name"], each[wordings]) for each in entries], family)


def _form(verb: str, data: Mapping[str, Any]) -> str:
    irregular: str | None = data["irregular"].get(verb)
    if irregular is not None:
        return irregular
    for ending, to in data["rules"]:
        if verb.endswith(ending):
            return str(verb[: len(verb) - len(ending)] + to)
    return verb


def _frame(data: Mapping[str, Any]) -> Frame:
    return Frame(
        name=data["name"],
        kinds=_words(data["kinds"]),
        then=tuple(
            (tuple(take.split()), tuple(ask.split())) for take, ask in data["then"]
        ),
        at=data.get("at"),
        turned=data.get("turned", False),
    )


def _stacks(data: Mapping[str, Any]) -> Stacks:
    return Stacks(
        join=_words(data["join"]),
        asks=_words(data["asks"]),
        helps=_words(data["helps"]),
        subjects=_words(data["subjects"]),
        negation=data["negation"],
        comma=data["comma"],
        least=data["least"],
    )


def _clauses(data: Mapping[str, Any]) -> Clauses:
    return Clauses(
        cut=_words(data["cut"]),
        trim=_words(data["trim"]),
        dangling=_words(data["dangling"]),
        never=_words(data["never"]),
        breaks=frozenset(data["breaks"]),
        glue=frozenset(data["glue"]),
        plural=data["plural"],
        owning=frozenset(data["owning"]),
        helps=_words(data["helps"]),
        light=tuple(tuple(each.split()) for each in data["light"]),
        afterthoughts=tuple(tuple(each.split()) for each in data["afterthoughts"]),
        steps_never=_words(data["steps_never"]),
        never_bare=_words(data["never_bare"]),
        perfect=_words(data["perfect"]),
        links=_words(data["links"]),
        most=data["most"],
    )


def _nouns(data: Mapping[str, Any]) -> Nouns:
    return Nouns(
        opens=_words(data["opens"]),
        closes=_words(data["closes"]),
        never=_words(data["never"]),
        adjectives=tuple(data["adjectives"].split()),
        adverb=data["adverb"],
        names=_words(data["names"]),
        persons=_words(data["persons"]),
        relatives=_words(data["relatives"]),
        possessive=data["possessive"],
        most=data["most"],
    )


def _generic(data: Mapping[str, Any]) -> Generic:
    return Generic(
        kinds=_words(data["kinds"]),
        first=_words(data["first"]),
        ask=tuple(data["ask"]),
    )


def _plain(data: Mapping[str, Any]) -> frozenset[str]:
    asks = [ask for each in data["generic"] for ask in each["ask"]]
    asks += [ask for each in data["asks"].values() for _, ask in each]
    return frozenset(ask for ask in asks if "{" not in ask)


def _topics(data: Mapping[str, Any]) -> Topics:
    return Topics(
        opens=_words(data["opens"]),
        pointing=_words(data["pointing"]),
        after=_words(data["after"]),
        not_after=_words(data["not_after"]),
        person_endings=tuple(data["person_endings"].split()),
        never_persons=_words(data["never_persons"]),
        things=data["things"],
        persons=data["persons"],
    )


def _verb_class(data: Mapping[str, Any]) -> VerbClass:
    return VerbClass(
        verbs=_words(data["verbs"]),
        by=_words(data["by"]),
        objects=_words(data["objects"]),
        ask=data["ask"],
    )
