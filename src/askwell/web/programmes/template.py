"""The working agreement a set begins with, to be made its own."""

from django.utils.translation import gettext

WORDS = (
    # Translators: the first words of every new set's agreement, in plain language.
    "What is said in the set stays in the set. Each of us may tell others what we "
    "ourselves have learned, but not who said what, nor anything that would show it.",
    "There are exceptions. We may have to speak to someone outside if there is a "
    "serious risk of harm to one of us or to someone else; if a child or an adult at "
    "risk needs protection; if the law or a professional duty requires a report, for "
    "example about a patient's safety; or if a serious crime has been committed.",
    "Then we go step by step. We tell the person first wherever that is safe. We pass "
    "on as few facts as we can, and only to whoever has to act on them. We let the set "
    "know that an exception was used, without its content.",
    "Nothing here takes away anyone's right to report wrongdoing.",
    "We report nothing about our meetings to anyone. Only if all of us agree may "
    "somebody outside learn how many of us came, and that number is all they learn.",
    "No one outside the set reads what we write in Askwell: not our managers, not our "
    "organisations, not whoever pays for the set. Nothing said here is used to judge "
    "anyone's work, pay or prospects.",
    "We record nothing and use no artificial intelligence on what we say, unless every "
    "one of us has agreed to it for that one meeting. Anyone may take that back at any "
    "moment, and then it stops.",
    "Being here is voluntary. Each of us may pass on any question, stop their own turn "
    "or leave the set, without giving a reason.",
    "We ask rather than advise. Whoever presents decides what, if anything, to do, and "
    "tells us next time how it went.",
    "We speak of people outside as 'a colleague' or 'a client' where their name is not "
    "needed.",
    "We meet about every five weeks, six times to begin with. After that we look at "
    "what it has brought, and decide whether to go on.",
    "We come to the meetings we said we would come to, and let the others know early "
    "when we cannot.",
    "We begin and end on time. Whoever is late comes in quietly, and we go on.",
    "One of us is the host: the host minds dates, place and link, and asks who is "
    "coming. Online, each of us sits where nobody else can hear.",
    "This is not counselling. If something needs more than the set can give, we say "
    "so kindly and help each other find it.",
)


def words() -> str:
    """The template in the reader's language, a paragraph to each point."""
    return "\n\n".join(gettext(point) for point in WORDS)
