"""The working agreement a set begins with, to be made its own."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.web.programmes.models import Programme
from askwell.web.programmes.points import points_of, words_of

# What a set in no programme says of its meetings to others, and of how often they are.
OUTSIDE = (
    "We report nothing about our meetings to anyone. Only if all of us agree may "
    "somebody outside learn how many of us came, and that number is all they learn."
)
RHYTHM = (
    "We meet about every five weeks, six times to begin with. After that we look at "
    "what it has brought, and decide whether to go on."
)
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
    OUTSIDE,
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
    RHYTHM,
    "We come to the meetings we said we would come to, and let the others know early "
    "when we cannot.",
    "We begin and end on time. Whoever is late comes in quietly, and we go on.",
    "One of us is the host: the host minds dates, place and link, and asks who is "
    "coming. Online, each of us sits where nobody else can hear.",
    "This is not counselling. If something needs more than the set can give, we say "
    "so kindly and help each other find it.",
)


Attendance = Programme.Attendance
# Nobody takes these out of a programme's template: they say what holds.
LEARNED: dict[str, Promise] = {
    Attendance.NOTHING: _(
        "The programme we are part of learns nothing of our meetings from Askwell but "
        "when they are and whether they took place; not who came."
    ),
    Attendance.COUNTS: _(
        "Of our meetings the programme we are part of learns when they are and how "
        "many of us came, and nothing else. Any one of us may lower that to nothing, "
        "at any time and without a reason; nobody can raise it again. What holds now "
        "stands beside this agreement."
    ),
    Attendance.NAMES: _(
        "Of our meetings the programme we are part of learns when they are, how many "
        "of us came, and how many meetings each of us came to. The last is told to "
        "our own organisation alone, about its own people. Any one of us may lower "
        "that, at any time and without a reason; nobody can raise it again. What "
        "holds now stands beside this agreement."
    ),
}
JOINT: tuple[Promise, ...] = (
    _(
        "We come from more than one organisation, and we keep one another’s confidence "
        "jointly: what any of us says about their own organisation is confidential to "
        "this set, also towards our own employers. Each organisation has agreed that "
        "it asks none of us for it."
    ),
    _(
        "We obey competition law. We do not speak about current or future prices, "
        "margins, bids, customers or wages. If talk drifts there, any of us says "
        "stop, and we stop."
    ),
    _(
        "Any of our organisations may withdraw its people from the programme at any "
        "time. It cannot withdraw, or ask to see, anything that was said here."
    ),
)


def words() -> str:
    """The template in the reader's language, a paragraph to each point."""
    return words_of([gettext(point) for point in WORDS])


def programme_words(programme: Programme) -> str:
    """What the sets of a programme begin with: its own points, and what holds in it."""
    own = points_of(programme.contract_words) or usual_points(programme)
    return words_of([*own, *binding_points(programme)])


def usual_points(programme: Programme) -> list[str]:
    """The usual agreement at the programme's own pace, as far as it can be changed."""
    kept = [point for point in WORDS if point != OUTSIDE]
    return [_rhythm(programme) if each == RHYTHM else gettext(each) for each in kept]


def binding_points(programme: Programme) -> list[str]:
    """What is learned of who came; and across organisations, joint confidentiality."""
    joint = JOINT if is_across(programme) else ()
    return [str(point) for point in (*joint, LEARNED[programme.attendance])]


def is_across(programme: Programme) -> bool:
    """Whether people of several organisations may meet in its sets."""
    return programme.home_id is None or programme.partners.count() > 1


def _rhythm(programme: Programme) -> str:
    said = gettext(
        "We meet about every %(weeks)s weeks, %(meetings)s times to begin with. After "
        "that we look at what it has brought, and decide whether to go on."
    )
    return said % {"weeks": programme.every_weeks, "meetings": programme.meetings}
