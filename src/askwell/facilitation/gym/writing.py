"""Write a question: situations for the question gym, four in each context."""

from askwell.facilitation.gym.shape import Situation
from askwell.process.words import _

SITUATIONS: tuple[Situation, ...] = (
    Situation(
        name="second-shop",
        context="networks",
        presenter="Inês",
        topic=_("How do I hand over the first shop and still be of use?"),
        said=_(
            "She does it better than me. And I go in every morning and move things."
        ),
        good=(
            _("What are you holding on to when you move things?"),
            _("What would you miss if you stayed away for a week?"),
            _("Who are you when you are not needed there?"),
        ),
    ),
    Situation(
        name="largest-customer",
        context="networks",
        presenter="Grant",
        topic=_("One customer is half of my sales, and pays late."),
        said=_("I ring them, they laugh, and send flowers to my wife."),
        good=(
            _("What stops you from saying on the phone what you say here?"),
            _("What is it costing you to be on good terms?"),
            _("What would half the sales and a quiet night look like?"),
        ),
    ),
    Situation(
        name="brother",
        context="networks",
        presenter="Sunita",
        topic=_("My brother and I own the practice, and want different things."),
        said=_("He wants to grow. I want to be home at six. We talk about software."),
        good=(
            _("What are you not talking about when you talk about software?"),
            _("What does he not know about six o’clock?"),
            _("What would both of you recognise as fair?"),
        ),
    ),
    Situation(
        name="price",
        context="networks",
        presenter="Tomasz",
        topic=_("I have not raised my prices for four years."),
        said=_("People know me here. I see them at church."),
        good=(
            _("What do you imagine they would say on Sunday?"),
            _("What is a fair price for four years of your work?"),
            _("What are you protecting by staying cheap?"),
        ),
    ),
    Situation(
        name="steering",
        context="across",
        presenter="Amara",
        topic=_("Two organisations, one project, and I have no say over half of it."),
        said=_("They say yes in the meeting, and on Thursday nothing has happened."),
        good=(
            _("What happens for them between the meeting and Thursday?"),
            _("What does their yes mean in their house?"),
            _("What do you need from whom, before you need them to act?"),
        ),
    ),
    Situation(
        name="two-bosses",
        context="across",
        presenter="Ewan",
        topic=_("I report to two directors who do not speak to each other."),
        said=_("I carry messages. Some I leave out, to keep the peace."),
        good=(
            _("What does keeping the peace cost you?"),
            _("What might happen if a message arrived whole?"),
            _("What part do you play in their not speaking?"),
        ),
    ),
    Situation(
        name="shared-team",
        context="across",
        presenter="Leila",
        topic=_("A shared team of council and hospital, with two of everything."),
        said=_("Every Monday we agree to be one team. Then the e-mails go out twice."),
        good=(
            _("Where have you already been one team, without agreeing to?"),
            _("What does each side fear to lose with its own e-mail?"),
            _("What would the people you serve notice first?"),
        ),
    ),
    Situation(
        name="lead-partner",
        context="across",
        presenter="Siobhan",
        topic=_("We are the smallest partner, and the work lands with us."),
        said=_("I said I would do it, as nobody else spoke."),
        good=(
            _("What did you hope would happen in that silence?"),
            _("What would you have to give up in order not to offer?"),
            _("Who else in that room was waiting?"),
        ),
    ),
    Situation(
        name="new-tool",
        context="new_ways",
        presenter="Meera",
        topic=_(
            "I am to bring a new way of working to forty people who like the old one."
        ),
        said=_("They come to the training, nod, and go back to their lists."),
        good=(
            _("What do their lists give them that your way does not yet?"),
            _("How do you know that the old way has to go?"),
            _("When did somebody last surprise you by trying it?"),
        ),
    ),
    Situation(
        name="pilot",
        context="new_ways",
        presenter="Yusuf",
        topic=_("The pilot went well. Everybody says it cannot work elsewhere."),
        said=_("They say we had the best people. Perhaps we had."),
        good=(
            _("What did these people do that others could begin tomorrow?"),
            _("What would you want somebody elsewhere to find out for themselves?"),
            _("What if they are right about one thing?"),
        ),
    ),
    Situation(
        name="expert",
        context="new_ways",
        presenter="Park",
        topic=_("I know how it should be done, and my team waits until I say so."),
        said=_("When I say nothing, nothing happens. So I say it."),
        good=(
            _("What do they learn each time you say it?"),
            _("How long have you ever waited?"),
            _("What would be good enough, done their way?"),
        ),
    ),
    Situation(
        name="tired",
        context="new_ways",
        presenter="Rukhsana",
        topic=_("The third reorganisation in four years is mine to explain."),
        said=_("I hear myself say “this time it is different”."),
        good=(
            _("What do you believe about this time?"),
            _("What would you say if you did not have to convince anybody?"),
            _("What has been lost in the first two that nobody has named?"),
        ),
    ),
)
