"""What a practice case is written in: people, their lines, and what will happen."""

from dataclasses import dataclass, field
from functools import cached_property

from askwell.facilitation.interventions import Trigger
from askwell.process.people import PersonId

# What people say


@dataclass(frozen=True, slots=True)
class Fact:
    """A question that asks for a fact, and the fact."""

    words: str
    answer: str


@dataclass(frozen=True, slots=True)
class Asks:
    """A helpful open question, and the two answers it can get.

    The presenter answers `guarded` while it does not feel safe to say more, and
    `frank` once it does.
    """

    words: str
    guarded: str
    frank: str


@dataclass(frozen=True, slots=True)
class Tells:
    """Advice, often dressed as a question; what is replied; the question behind it."""

    words: str
    reply: str
    behind: Asks


@dataclass(frozen=True, slots=True)
class Stacks:
    """Several questions in one, what is replied, and the one that is kept if asked."""

    words: str
    reply: str
    one: Asks


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody of the case says, by their short name."""

    by: PersonId
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody says in the review: of a good meeting, and of a poor one."""

    well: str
    poorly: str


# People


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What somebody tends to do, each from 0 to 1.

    `talks` is how readily they speak at all; the others are how likely it then is
    that they advise, ask several things at once, or make a speech. What is left over
    is good questions.
    """

    talks: float = 0.5
    tells: float = 0.2
    stacks: float = 0.1
    lectures: float = 0.1


@dataclass(frozen=True, kw_only=True)
class Character:
    """Somebody in a practice set; `person` is a short name of their own."""

    person: PersonId
    name: str
    job: str
    temper: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, kw_only=True)
class Member(Character):
    """Somebody who asks, or should."""

    habits: Habits
    facts: tuple[Fact, ...] = ()
    asks: tuple[Asks, ...] = ()
    tells: tuple[Tells, ...] = ()
    stacks: tuple[Stacks, ...] = ()
    lectures: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    """From their own experience, for the experience round."""
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """What the presenter answers to words nobody could foresee, by what they were.

    Each is used once in a run; write at least two of each.
    """

    frank: tuple[str, ...]
    guarded: tuple[str, ...]
    fact: tuple[str, ...]
    advice: tuple[str, ...]
    several: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where the presenter has come to: much clearer, a little, or nowhere."""

    clear: str
    partly: str
    stuck: str


@dataclass(frozen=True, kw_only=True)
class Presenter(Character):
    """Who presents.

    `hurries` says how soon they answer before thinking, from 0 to 1. `action` is what
    they choose once it is clear to them, `borrowed` what they say they will do when
    others have told them often enough, and `none` what they say with no action.
    """

    headline: str
    question: str
    story: tuple[str, ...]
    hurries: float = 0.2
    replies: Replies
    thinking: Ending
    action: str
    borrowed: str
    none: str
    look: Look


# What will happen


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Something that comes up while the set explores.

    It begins once `after` turns of exploring have gone by, give or take a few, and
    only while safety is below `below`. Lines of `begins` are said one per turn, then
    those of `goes_on` as long as nobody meets it, or those of `met` once the right
    thing was said. A line that ends with a question mark is put to the presenter.
    """

    trigger: Trigger
    about: PersonId
    after: int
    begins: tuple[Said, ...]
    goes_on: tuple[Said, ...] = ()
    met: tuple[Said, ...] = ()
    below: float = 1.1


@dataclass(frozen=True, kw_only=True)
class Case:
    """One practice set: who is in it, what they say, and what is hard about it.

    `level` goes from 1, a quiet beginning, to 3. `context` is the name of one of the
    contexts in which people facilitate.
    """

    name: str
    title: str
    context: str
    situation: str
    level: int
    presenter: Presenter
    members: tuple[Member, ...]
    scenes: tuple[Scene, ...] = ()
    format: str = "classic_uk"
    options: dict[str, bool | str] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Character, ...]:
        return (self.presenter, *self.members)

    @cached_property
    def by_person(self) -> dict[PersonId, Character]:
        return {each.person: each for each in self.people}

    def named(self, person: PersonId) -> Character:
        """Raises KeyError for somebody who is not in this case."""
        return self.by_person[person]
