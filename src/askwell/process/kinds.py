"""One entry for each kind of contribution: what it is called and how it is offered."""

from dataclasses import dataclass
from enum import StrEnum

from askwell.process.words import _


class Family(StrEnum):
    """What a contribution is at heart; colours and metrics go by it."""

    OPENING = "opening"
    STORY = "story"
    QUESTION = "question"
    ANSWER = "answer"
    EXPERIENCE = "experience"
    OBSERVATION = "observation"
    SUPPORT = "support"
    TELLING = "telling"
    OUTCOME = "outcome"
    REVIEW = "review"
    PROCESS = "process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of contribution.

    `name` is what logs and forms carry, `code` is the short form used in the
    literature on formats. `variety_of` names the kind that a finer one belongs to:
    it is welcome wherever that one is.
    """

    name: str
    code: str
    family: Family
    title: str
    verb: str
    placeholder: str
    help: str
    not_now: str
    variety_of: str | None = None

    @property
    def is_question(self) -> bool:
        return self.family is Family.QUESTION

    @property
    def is_telling(self) -> bool:
        return self.family is Family.TELLING


UPDATE = Kind(
    name="update",
    code="UPD",
    family=Family.OPENING,
    title=_("Report-back"),
    verb=_("Report back"),
    placeholder=_("What did you do, and what happened?"),
    help=_("What became of something you chose to do last time."),
    not_now=_("Report-backs come at the start of the meeting."),
)
BID = Kind(
    name="bid",
    code="BID",
    family=Family.OPENING,
    title=_("Bid"),
    verb=_("Ask for time"),
    placeholder=_("In one line: what would you bring?"),
    help=_("One line on what you would bring today, and how pressing it is."),
    not_now=_("Bids for time are made before the first slot begins."),
)
SKILL = Kind(
    name="skill",
    code="SKILL",
    family=Family.OPENING,
    title=_("Skill to practise"),
    verb=_("Choose"),
    placeholder=_("For example: listening without planning my reply"),
    help=_("One leadership skill you will practise while the set works."),
    not_now=_("Skills to practise are chosen at the opening."),
)
STORY = Kind(
    name="story",
    code="TELLSTORY",
    family=Family.STORY,
    title=_("The presenter's account"),
    verb=_("Tell"),
    placeholder=_("What is going on, and what would you like us to work on?"),
    help=_("The presenter tells what is going on, uninterrupted."),
    not_now=_("The story is told at the start of a slot; the rest comes in answers."),
)
CLARIFYING_QUESTION = Kind(
    name="clarifying_question",
    code="Q_CLAR",
    family=Family.QUESTION,
    title=_("Clarifying question"),
    verb=_("Ask"),
    placeholder=_("A fact you need in order to follow"),
    help=_("Asks for a fact that you need in order to follow the story."),
    not_now=_("Questions of fact have a short time of their own early in the slot."),
)
OPEN_QUESTION = Kind(
    name="open_question",
    code="Q_OPEN",
    family=Family.QUESTION,
    title=_("Open question"),
    verb=_("Ask"),
    placeholder=_("What, how, who, where, when …"),
    help=_("Invites fresh thinking; yes, no or one fact cannot answer it."),
    not_now=_("Hold on to your question; open questions have a time of their own."),
)
PROBING_QUESTION = Kind(
    name="probing_question",
    code="Q_OPEN.probe",
    family=Family.QUESTION,
    title=_("Probing question"),
    verb=_("Ask"),
    placeholder=_("What exactly … ?"),
    help=_("Follows the presenter's own words and goes a little deeper."),
    not_now=_("Hold on to your question; open questions have a time of their own."),
    variety_of="open_question",
)
CHALLENGING_QUESTION = Kind(
    name="challenging_question",
    code="Q_OPEN.challenge",
    family=Family.QUESTION,
    title=_("Challenging question"),
    verb=_("Ask"),
    placeholder=_("What are you assuming about … ?"),
    help=_("Tests an assumption or a contradiction, with respect."),
    not_now=_("Hold on to your question; open questions have a time of their own."),
    variety_of="open_question",
)
SYSTEMIC_QUESTION = Kind(
    name="systemic_question",
    code="Q_OPEN.system",
    family=Family.QUESTION,
    title=_("Systemic question"),
    verb=_("Ask"),
    placeholder=_("Who else … ? Where else … ?"),
    help=_("Looks at links, patterns, other people and later effects."),
    not_now=_("Hold on to your question; open questions have a time of their own."),
    variety_of="open_question",
)
REFLECTIVE_QUESTION = Kind(
    name="reflective_question",
    code="Q_OPEN.reflect",
    family=Family.QUESTION,
    title=_("Reflective question"),
    verb=_("Ask"),
    placeholder=_("What are you noticing about … ?"),
    help=_("Asks the presenter to notice something about themselves."),
    not_now=_("Hold on to your question; open questions have a time of their own."),
    variety_of="open_question",
)
CLOSED_QUESTION = Kind(
    name="closed_question",
    code="Q_CLOSED",
    family=Family.QUESTION,
    title=_("Closed question"),
    verb=_("Ask"),
    placeholder=_("Is … ? Did … ?"),
    help=_("Can be answered by yes, no or one word. Fine for facts."),
    not_now=_("This is not a time for questions."),
)
ANSWER = Kind(
    name="answer",
    code="ANS",
    family=Family.ANSWER,
    title=_("Answer"),
    verb=_("Answer"),
    placeholder=_("Answer in your own time, or pass"),
    help=_("A reply to a question. Passing is always an answer too."),
    not_now=_("There is nothing to answer just now."),
)
EXPERIENCE = Kind(
    name="experience",
    code="EXP",
    family=Family.EXPERIENCE,
    title=_("Own experience"),
    verb=_("Share"),
    placeholder=_("I once …"),
    help=_("Something that happened to you, beginning with “I”. No advice at its end."),
    not_now=_("This is a time for questions, not for our own stories."),
)
EXAMPLE = Kind(
    name="example",
    code="EXA",
    family=Family.EXPERIENCE,
    title=_("Example from elsewhere"),
    verb=_("Share"),
    placeholder=_("Somewhere I know, without naming it, …"),
    help=_("Something seen elsewhere, with nobody named and no advice at its end."),
    not_now=_("This is a time for questions, not for stories from elsewhere."),
)
OBSERVATION = Kind(
    name="observation",
    code="REFL",
    family=Family.OBSERVATION,
    title=_("Observation"),
    verb=_("Say it back"),
    placeholder=_("I heard …; you said … twice"),
    help=_("What you heard or noticed, in the presenter's words, adding nothing."),
    not_now=_("Keep what you notice for the time when the set explores."),
)
APPRECIATION = Kind(
    name="appreciation",
    code="AFF",
    family=Family.SUPPORT,
    title=_("Appreciation"),
    verb=_("Appreciate"),
    placeholder=_("I noticed how you …"),
    help=_("Something particular that you value in a person, without advice."),
    not_now=_("There will be time for appreciation before the end."),
)
OFFER = Kind(
    name="offer",
    code="OFFER",
    family=Family.SUPPORT,
    title=_("Offer"),
    verb=_("Offer"),
    placeholder=_("A contact, a document, an hour of mine …"),
    help=_("A contact, a resource or some help; the presenter may leave it."),
    not_now=_("Offers come after the questions; make a private note for now."),
)
IDEA = Kind(
    name="idea",
    code="IDEA",
    family=Family.TELLING,
    title=_("Idea"),
    verb=_("Suggest"),
    placeholder=_("One idea, in one sentence"),
    help=_("A suggestion. Only formats that are not action learning invite it."),
    not_now=_("We ask here; we do not tell. What question is behind your idea?"),
)
KEY_QUESTION = Kind(
    name="key_question",
    code="KEYQ",
    family=Family.STORY,
    title=_("Key question"),
    verb=_("Settle the question"),
    placeholder=_("The one question I want help with"),
    help=_("The one question on which the presenter wants to be consulted."),
    not_now=_("The key question is worded after the story and before the method."),
)
METHOD_CHOICE = Kind(
    name="method_choice",
    code="METHOD",
    family=Family.STORY,
    title=_("Choice of method"),
    verb=_("Choose"),
    placeholder=_("How would you like to be consulted?"),
    help=_("The way of consulting that the presenter picks."),
    not_now=_("The method is chosen once the key question is clear."),
)
PROBLEM_STATEMENT = Kind(
    name="problem_statement",
    code="PROBLEM",
    family=Family.STORY,
    title=_("Problem statement"),
    verb=_("Write it down"),
    placeholder=_("The problem, as I see it now, is …"),
    help=_("One sentence that says what the problem really is."),
    not_now=_("Everyone writes the problem down at the problem check."),
)
WIN = Kind(
    name="win",
    code="WIN",
    family=Family.OPENING,
    title=_("Win"),
    verb=_("Share"),
    placeholder=_("What has gone well since we met?"),
    help=_("Something that went well since the last meeting."),
    not_now=_("Wins are shared at the start."),
)
LEARNING = Kind(
    name="learning",
    code="LEARN",
    family=Family.OUTCOME,
    title=_("Learning"),
    verb=_("Note it"),
    placeholder=_("I see now that …"),
    help=_("What you have learned about the topic, yourself, the set or work."),
    not_now=_("Keep it as a private note; learnings are gathered at the end."),
)
ACTION = Kind(
    name="action",
    code="ACT",
    family=Family.OUTCOME,
    title=_("Action"),
    verb=_("Note it"),
    placeholder=_("What will I do, by when, and how will I know?"),
    help=_("A step that its owner chooses. None at all is a fine outcome."),
    not_now=_("Actions belong to their owner, near the end of the slot."),
)
COMMITMENT = Kind(
    name="commitment",
    code="COMMIT",
    family=Family.OUTCOME,
    title=_("Commitment"),
    verb=_("Commit"),
    placeholder=_("Before we meet again I mean to …"),
    help=_("What you mean to do before the next meeting, in your own words."),
    not_now=_("Commitments are made in the closing round."),
)
FEEDBACK = Kind(
    name="feedback",
    code="FB",
    family=Family.REVIEW,
    title=_("Feedback on how we worked"),
    verb=_("Say it"),
    placeholder=_("It helped when …; next time we could …"),
    help=_("About how the set worked together, not about the topic."),
    not_now=_("How we worked is looked at in the review."),
)
INTERVENTION = Kind(
    name="intervention",
    code="PROC",
    family=Family.PROCESS,
    title=_("Word from the facilitator"),
    verb=_("Say it"),
    placeholder=_("A word on how we are working"),
    help=_("A word about how the set is working; welcome at any time."),
    not_now=_("Whoever facilitates looks after the process."),
)

KINDS: tuple[Kind, ...] = (
    UPDATE,
    BID,
    SKILL,
    WIN,
    STORY,
    KEY_QUESTION,
    METHOD_CHOICE,
    PROBLEM_STATEMENT,
    CLARIFYING_QUESTION,
    OPEN_QUESTION,
    PROBING_QUESTION,
    CHALLENGING_QUESTION,
    SYSTEMIC_QUESTION,
    REFLECTIVE_QUESTION,
    CLOSED_QUESTION,
    ANSWER,
    OBSERVATION,
    EXPERIENCE,
    EXAMPLE,
    APPRECIATION,
    OFFER,
    IDEA,
    LEARNING,
    ACTION,
    COMMITMENT,
    FEEDBACK,
    INTERVENTION,
)

_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    """Raises KeyError for a name that no kind has."""
    return _BY_NAME[name]
