"""Hear a stacked question and choose one: four stacks in each context."""

from askwell.facilitation.gym.shape import Part, Stack
from askwell.process.words import _

FACT = _("A fact. It helps you to follow, and them little to think.")
YES_NO = _("Yes or no will do as an answer, and probably will.")
ADVISES = _("Your own idea is in it; they will hear advice.")
OPENS = _("It leaves the way open, and stays with what they said.")

STACKS: tuple[Stack, ...] = (
    Stack(
        name="manager",
        context="networks",
        presenter="Inês",
        said=_("Tilly asked me whether I want the job back."),
        stacked=_(
            "How long has she been there, and did you tell her what you decide, and "
            "what was it like to hear that?"
        ),
        parts=(
            Part(words=_("How long has she been there?"), does=FACT),
            Part(words=_("Did you tell her what you decide?"), does=YES_NO),
            Part(words=_("What was it like to hear that?"), does=OPENS),
        ),
    ),
    Stack(
        name="cash",
        context="networks",
        presenter="Tomasz",
        said=_("I have told nobody at home."),
        stacked=_(
            "Who would you tell first? Is it very bad? Couldn’t your wife help with "
            "the books?"
        ),
        parts=(
            Part(words=_("Who would you tell first?"), does=OPENS),
            Part(words=_("Is it very bad?"), does=YES_NO),
            Part(words=_("Couldn’t your wife help with the books?"), does=ADVISES),
        ),
    ),
    Stack(
        name="rival",
        context="networks",
        presenter="Grant",
        said=_("The man who took my customer is a friend."),
        stacked=_(
            "Have you spoken to him, and what does friendship mean in business, and "
            "who is he?"
        ),
        parts=(
            Part(words=_("Have you spoken to him?"), does=YES_NO),
            Part(words=_("What does friendship mean in business, to you?"), does=OPENS),
            Part(words=_("Who is he?"), does=FACT),
        ),
    ),
    Stack(
        name="growth",
        context="networks",
        presenter="Sunita",
        said=_("We could take on twelve more clients."),
        stacked=_(
            "What would you be giving up, and have you thought of raising fees "
            "instead, and when would it start?"
        ),
        parts=(
            Part(words=_("What would you be giving up?"), does=OPENS),
            Part(words=_("Have you thought of raising fees instead?"), does=ADVISES),
            Part(words=_("When would it start?"), does=FACT),
        ),
    ),
    Stack(
        name="thursday",
        context="across",
        presenter="Amara",
        said=_("They nod, and nothing happens."),
        stacked=_(
            "Do they have time for it? What do you make of the nodding? Why not send "
            "minutes?"
        ),
        parts=(
            Part(words=_("Do they have time for it?"), does=YES_NO),
            Part(words=_("What do you make of the nodding?"), does=OPENS),
            Part(words=_("Why not send minutes?"), does=ADVISES),
        ),
    ),
    Stack(
        name="messages",
        context="across",
        presenter="Ewan",
        said=_("Some messages I leave out."),
        stacked=_(
            "Which ones, and do they know, and what would change if none were lost?"
        ),
        parts=(
            Part(words=_("Which ones?"), does=FACT),
            Part(words=_("Do they know?"), does=YES_NO),
            Part(words=_("What would change if none were lost?"), does=OPENS),
        ),
    ),
    Stack(
        name="one-team",
        context="across",
        presenter="Leila",
        said=_("The e-mails go out twice."),
        stacked=_(
            "What would a single e-mail mean to each side? Who sends them? Shouldn’t "
            "IT sort that out?"
        ),
        parts=(
            Part(words=_("What would a single e-mail mean to each side?"), does=OPENS),
            Part(words=_("Who sends them?"), does=FACT),
            Part(words=_("Shouldn’t IT sort that out?"), does=ADVISES),
        ),
    ),
    Stack(
        name="offer",
        context="across",
        presenter="Siobhan",
        said=_("I offered, as nobody spoke."),
        stacked=_(
            "How long was the silence, were you angry, and what were you hoping for?"
        ),
        parts=(
            Part(words=_("How long was the silence?"), does=FACT),
            Part(words=_("Were you angry?"), does=YES_NO),
            Part(words=_("What were you hoping for?"), does=OPENS),
        ),
    ),
    Stack(
        name="lists",
        context="new_ways",
        presenter="Meera",
        said=_("They go back to their lists."),
        stacked=_(
            "Have you looked at the lists, and couldn’t you import them, and what do "
            "the lists know that you don’t?"
        ),
        parts=(
            Part(words=_("Have you looked at the lists?"), does=YES_NO),
            Part(words=_("Couldn’t you import them?"), does=ADVISES),
            Part(words=_("What do the lists know that you don’t?"), does=OPENS),
        ),
    ),
    Stack(
        name="best-people",
        context="new_ways",
        presenter="Yusuf",
        said=_("Perhaps we had the best people."),
        stacked=_("How many were they? What made them the best? Is that an excuse?"),
        parts=(
            Part(words=_("How many were they?"), does=FACT),
            Part(words=_("What made them the best?"), does=OPENS),
            Part(words=_("Is that an excuse?"), does=YES_NO),
        ),
    ),
    Stack(
        name="waiting",
        context="new_ways",
        presenter="Park",
        said=_("When I say nothing, nothing happens."),
        stacked=_(
            "What happens in you while you wait, how long do you wait, and why don’t "
            "you leave the room?"
        ),
        parts=(
            Part(words=_("What happens in you while you wait?"), does=OPENS),
            Part(words=_("How long do you wait?"), does=FACT),
            Part(words=_("Why don’t you leave the room?"), does=ADVISES),
        ),
    ),
    Stack(
        name="this-time",
        context="new_ways",
        presenter="Rukhsana",
        said=_("“This time it is different.” I hear myself say it."),
        stacked=_(
            "Is it different? Who wrote that sentence? What would you rather say?"
        ),
        parts=(
            Part(words=_("Is it different?"), does=YES_NO),
            Part(words=_("Who wrote that sentence?"), does=FACT),
            Part(words=_("What would you rather say?"), does=OPENS),
        ),
    ),
)
