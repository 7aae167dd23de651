"""Turn advice into a question: four pieces of advice in each context."""

from askwell.facilitation.gym.shape import Advice
from askwell.process.words import _

ADVICE: tuple[Advice, ...] = (
    Advice(
        name="contract",
        context="networks",
        presenter="Grant",
        said=_("They always pay after ninety days."),
        advice=_("You should put a late fee in the contract."),
        good=(
            _("What have you tried so far, and what did it show?"),
            _("What makes ninety days possible, between the two of you?"),
        ),
    ),
    Advice(
        name="hire",
        context="networks",
        presenter="Sunita",
        said=_("I do the wages on Sunday nights."),
        advice=_("Why don’t you just hire a bookkeeper?"),
        good=(
            _("What would have to be true for Sunday to be yours?"),
            _("What keeps this task with you?"),
        ),
    ),
    Advice(
        name="bank",
        context="networks",
        presenter="Tomasz",
        said=_("In March the account will be empty."),
        advice=_("Have you tried talking to your bank before it gets worse?"),
        good=(
            _("Who could help, and what would you have to tell them?"),
            _("What is the conversation you are putting off?"),
        ),
    ),
    Advice(
        name="website",
        context="networks",
        presenter="Inês",
        said=_("Nobody under forty comes into the shop."),
        advice=_("You need to be on social media."),
        good=(
            _("What do you know about those who walk past?"),
            _("Whom would you like to see come in, and why them?"),
        ),
    ),
    Advice(
        name="escalate",
        context="across",
        presenter="Amara",
        said=_("Their director has cancelled three times."),
        advice=_("If I were you, I’d go to the chief executive."),
        good=(
            _("What might the cancelling be saying?"),
            _("What options have you not allowed yourself yet?"),
        ),
    ),
    Advice(
        name="charter",
        context="across",
        presenter="Leila",
        said=_("Each house has rules of its own about data."),
        advice=_("What about writing a joint charter?"),
        good=(
            _("What do you need to be able to do that you cannot do now?"),
            _("Where do the two sets of rules already agree?"),
        ),
    ),
    Advice(
        name="away-day",
        context="across",
        presenter="Ewan",
        said=_("The two teams have never met."),
        advice=_("Couldn’t you organise an away day?"),
        good=(
            _("What would you hope they find out about each other?"),
            _("How do they form their picture of each other today?"),
        ),
    ),
    Advice(
        name="say-no",
        context="across",
        presenter="Siobhan",
        said=_("I have said yes again."),
        advice=_("You must learn to say no."),
        good=(
            _("What did you say yes to, underneath?"),
            _("What would no have cost, at that moment?"),
        ),
    ),
    Advice(
        name="champions",
        context="new_ways",
        presenter="Meera",
        said=_("Only two of forty use it."),
        advice=_("Have you considered making those two your champions?"),
        good=(
            _("What do the two see in it?"),
            _("What would you like the other thirty-eight to ask you?"),
        ),
    ),
    Advice(
        name="training",
        context="new_ways",
        presenter="Yusuf",
        said=_("They do it wrong, and blame the method."),
        advice=_("The best way is to train them again."),
        good=(
            _("What does “wrong” look like when you stand beside them?"),
            _("What might they be right to blame?"),
        ),
    ),
    Advice(
        name="delegate",
        context="new_ways",
        presenter="Park",
        said=_("I correct their drafts at night."),
        advice=_("Just stop correcting. They will learn."),
        good=(
            _("What would a draft look like that you could leave alone?"),
            _("What are you afraid would go out?"),
        ),
    ),
    Advice(
        name="honest",
        context="new_ways",
        presenter="Rukhsana",
        said=_("I am not allowed to tell them everything."),
        advice=_("Wouldn’t it be better to be honest with them?"),
        good=(
            _("What can you say that is true, and allowed?"),
            _("What do they do with what you leave out?"),
        ),
    ),
)
