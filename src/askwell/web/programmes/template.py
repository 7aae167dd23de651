"""The working agreement a set begins with, to be made its own."""

from django.utils.translation import gettext

WORDS = (
    # Translators: the first words of every new set's agreement, in plain language.
    "What is said in the set stays in the set. Each of us may tell others what we "
    "ourselves have learned, but not who said what, nor anything that would show it.",
    "There are exceptions. We may have to speak to someone outside if there is a "
    "serious risk of harm to one of us or to someone else; if a child or an adult at "
    "risk needs protection; if the law or a professional duty requires a report, for "
    "example about a patient's safety; or if a serious crime has been committed. Then "
    "we tell the person first wherever that is safe, pass on as few facts as we can, "
    "and let the set know that an exception was used, without its content.",
    "Nothing here takes away anyone's right to report wrongdoing.",
    "No one outside the set reads what we write in Askwell: not our managers, not our "
    "organisations, not whoever pays for the set. Nothing said here is used to judge "
    "anyone's work.",
    "Being here is voluntary. Each of us may pass on any question, stop their own turn "
    "or leave the set, without giving a reason.",
    "We ask rather than advise. Whoever presents decides what, if anything, to do, and "
    "tells us next time how it went.",
    "We speak of people outside as 'a colleague' or 'a client' where their name is not "
    "needed.",
    "We record nothing unless every one of us has agreed to it for that meeting.",
    "We come to the meetings we said we would come to, on time, and let the others "
    "know early when we cannot.",
    "This is not counselling. If something needs more than the set can give, we say "
    "so kindly and help each other find it.",
)


def words() -> str:
    """The template in the reader's language, a paragraph to each point."""
    return "\n\n".join(gettext(point) for point in WORDS)
