"""Three tries at what members do: listen, ask, reflect. What is typed is not kept."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

# How advice mostly begins when it comes dressed as a question.
DRESSED = re.compile(
    r"\b(have you (tried|considered|thought)|why don.t you|what about|could you not|"
    r"couldn.t you|shouldn.t|wouldn.t it|don.t you think|what if you just)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"^\s*(do|does|did|is|are|was|were|can|could|will|would|have|has|should)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Option:
    """One thing a member might say, whether it helps, and why."""

    name: str
    words: object
    is_good: bool
    why: object


@dataclass(frozen=True)
class Try:
    """A short story told by a presenter, and what the reader is asked to do with it."""

    name: str
    title: object
    skill: object
    teller: str
    story: tuple[object, ...]
    # One of these is picked, or all that fit are marked.
    ask: object = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    # Or, and also, something is written.
    write: object = ""
    good: tuple[object, ...] = ()
    look_for: tuple[object, ...] = ()


LISTEN = Try(
    name="listen",
    title=_("Listen"),
    skill=_(
        "Listening is not waiting for one’s turn. Take in what is said, how it is "
        "said, and what is left out."
    ),
    teller="Tomasz",
    story=(
        _(
            "“I run two depots. When head office merged them I promised both teams "
            "that nobody would lose their shift. That was in March. Now I have to cut "
            "six night shifts. I have the list. It is a fair list. I have had it in my "
            "drawer for three weeks.”"
        ),
    ),
    ask=_("You have listened. What do you say to Tomasz?"),
    options=(
        Option(
            "soon",
            _("“Three weeks! You need to tell them before they hear it elsewhere.”"),
            False,
            _(
                "True, perhaps, and he knows it. It is advice: it answers a question "
                "he has not asked."
            ),
        ),
        Option(
            "same",
            _("“I had just that at our place. We did it all in one morning.”"),
            False,
            _(
                "A story of your own, and now the talk is about you. There may be a "
                "moment for it later, when the phase invites experiences."
            ),
        ),
        Option(
            "drawer",
            _(
                "“You say the list is fair, and it is in the drawer. What keeps it "
                "there?”"
            ),
            True,
            _(
                "You used his own words, and noticed that two of them do not sit "
                "easily together. He has to think before he answers."
            ),
        ),
        Option(
            "fair",
            _("“How did you decide who goes on the list?”"),
            False,
            _(
                "A fair question of fact, good in its place. But he did not sound "
                "troubled by how the list was made."
            ),
        ),
    ),
)
ASK = Try(
    name="ask",
    title=_("Ask"),
    skill=_(
        "A good question is short, has no answer hidden in it, and leaves the other "
        "with more to think than before."
    ),
    teller="Femke",
    story=(
        _(
            "“My best engineer goes round me. She agrees in the meeting, and then "
            "talks to the director. I have said nothing so far. I keep hoping that it "
            "stops by itself.”"
        ),
    ),
    ask=_("Which of these is advice dressed as a question? Mark all that are."),
    several=True,
    options=(
        Option(
            "tried",
            _("“Have you tried speaking to her alone?”"),
            False,
            _("Advice: speak to her alone. “What have you tried?” would be open."),
        ),
        Option(
            "hope",
            _("“What would it mean for you if it did not stop by itself?”"),
            True,
            _("A question. It takes up her own words, and suggests nothing."),
        ),
        Option(
            "director",
            _("“Shouldn’t the director send her back to you?”"),
            False,
            _("Advice, and about what somebody else should do."),
        ),
        Option(
            "saying",
            _("“What are you saying by saying nothing?”"),
            True,
            _("A question that challenges, and leaves the answer to her."),
        ),
        Option(
            "rule",
            _("“What if you just made a rule that nobody goes to him directly?”"),
            False,
            _("It begins with “what”, and is advice all the same: make a rule."),
        ),
    ),
    write=_("“You should tell her how it makes you feel.” Turn this into a question."),
    good=(
        _("What would you like her to know?"),
        _("What happens in you when you hear of it?"),
        _("What stands between you and saying so?"),
    ),
    look_for=(
        _("Does it leave open whether she speaks to her at all?"),
        _("Could she answer with yes or no? Then begin with what or how."),
        _("Is it one question, and a short one?"),
    ),
)
REFLECT = Try(
    name="reflect",
    title=_("Reflect"),
    skill=_(
        "To reflect is to hold up a mirror: what you heard, in a sentence, close to "
        "the other’s words, and open to being corrected."
    ),
    teller="Leila",
    story=(
        _(
            "“Everybody says the new clinic is a success. The numbers are good, the "
            "board is happy. I drive home and feel as if I had missed something. "
            "Before, I knew the patients. Now I know the figures. I cannot say that "
            "aloud, can I? It would sound ungrateful.”"
        ),
    ),
    write=_("Say back to Leila, in one sentence, what you heard."),
    good=(
        _("It sounds as if success has taken something from you that you miss."),
        _(
            "You know the figures now, and not the patients; and you feel you must not "
            "say so."
        ),
        _("I hear two things: the clinic does well, and you drive home without it."),
    ),
    look_for=(
        _("Did you leave out advice, comfort and judgement?"),
        _("Did you use one of her own words?"),
        _("Would she be free to say “no, not quite”?"),
    ),
)
TRIES = (LISTEN, ASK, REFLECT)


def try_named(name: str) -> Try:
    """Raises KeyError for a try that there is not."""
    return {each.name: each for each in TRIES}[name]


def after(one: Try) -> Try | None:
    """The next try; none after the last."""
    return dict(pairwise(TRIES)).get(one)


def remark(one: Try, written: str) -> object:
    """A kind word on what was written, where something plain can be said about it."""
    if DRESSED.search(written):
        return _(
            "Yours could be heard as advice: there is a suggestion inside it. Take the "
            "suggestion out, and see what is left to ask."
        )
    if one is ASK and CLOSED.search(written):
        return _(
            "Yours can be answered with yes or no. Begin with what or how, and it "
            "opens."
        )
    if one is ASK and written.count("?") > 1:
        return _(
            "You asked more than one thing. Which matters most? Ask that, and wait."
        )
    return _("Read yours aloud once, then these. What does each make one think of?")
