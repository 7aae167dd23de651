"""What people of the year told others: some published, one that its set held back."""

from dataclasses import dataclass
from datetime import timedelta

from askwell.web.demo.year.plan import Course, Plan
from askwell.web.people.models import Person
from askwell.web.programmes.models import LearningSet
from askwell.web.stories import operations, queries
from askwell.web.stories.models import Offer
from askwell.web.stories.operations.writing import Written
from askwell.web.stories.queries.names import STANDS
from askwell.web.vault import operations as vault

Kind, Audience = Offer.Kind, Offer.Audience
LEARNING, STORY = Kind.LEARNING, Kind.STORY


@dataclass(frozen=True, kw_only=True)
class Told:
    """One text: so many days ago, by a member of the set with this number."""

    days_ago: int
    by: int
    member: int = 1
    title: str
    words: str
    helped: str = ""
    did: str = ""
    came: str = ""
    kind: Offer.Kind = LEARNING
    for_all: bool = True
    with_name: bool = False
    held_back: bool = False


TOLD = (
    Told(
        days_ago=221,
        by=0,
        member=0,
        with_name=True,
        title="Ask the night shift before the handover",
        words="Every handover that went wrong had been planned by day. We asked the "
        "night shift what they would leave out of the handover, and it became half "
        "as long.",
    ),
    Told(
        days_ago=216,
        by=1,
        title="A handover in nine minutes",
        words="We read the handover aloud to somebody from another house. What they "
        "could not follow, the night shift had never followed either.",
    ),
    Told(
        days_ago=205,
        by=4,
        kind=STORY,
        with_name=True,
        title="The inbox with two owners",
        words="Two teams answered the same inbox, and each thought the other had.",
        helped="Somebody asked who would notice if we closed it for a day.",
        did="We closed it for a day, and said so.",
        came="Eleven people rang. We now answer the telephone first, and the inbox "
        "has one owner.",
    ),
    Told(
        days_ago=170,
        by=2,
        title="Say what is not decided",
        words="People could live with a change that was not decided yet. They could "
        "not live with a change we would not talk about. Now I say every Monday what "
        "is decided, what is not, and when.",
    ),
    Told(
        days_ago=164,
        by=6,
        title="A change needs a date for asking",
        words="I used to announce a change and then take questions. Now I ask first, "
        "and say until when asking still changes what is decided.",
    ),
    Told(
        days_ago=158,
        by=10,
        for_all=False,
        title="What the freeze on vacancies cost us",
        words="Holding every vacancy until July looked fair. It was the small teams "
        "that stopped, and the change was decided without asking any of them.",
    ),
    Told(
        days_ago=120,
        by=11,
        kind=STORY,
        title="Twenty minutes at the yard gate",
        words="Crews of two houses share a yard and had never met.",
        helped="I was asked what I would say if I met them by chance.",
        did="I stood at the yard gate at six with a flask of tea.",
        came="They sorted the parking in a week. It had been on my list for two years.",
    ),
    Told(
        days_ago=96,
        by=13,
        title="Waiting is a question, too",
        words="I counted to ten in silence after asking my team what worries them. At "
        "seven the quietest of them spoke. Silence after a question is not lost time.",
    ),
    Told(
        days_ago=91,
        by=16,
        title="Silence in a meeting of managers",
        words="We begin with a minute of silence and one question on paper. The "
        "meeting is shorter, and the same three people no longer speak first.",
    ),
    Told(
        days_ago=86,
        by=7,
        title="The shortest question wins",
        words="When I ask a short question and keep silence, people answer what they "
        "think. When I ask a long question they answer what I think.",
    ),
    Told(
        days_ago=61,
        by=15,
        kind=STORY,
        title="A leaflet that nobody needed",
        words="We wrote four leaflets about damp, and calls went up.",
        helped="Who would read it at the moment it matters?",
        did="I went along on three visits and read it aloud at the door.",
        came="We send a text message with one photograph now. Calls are down by a "
        "fifth, and tenants send photographs back.",
    ),
    Told(
        days_ago=40,
        by=18,
        title="New desk, same people",
        words="With the new assistants at the desk we asked those who queue what they "
        "want a person for. It was not what we had put on the list.",
    ),
    Told(
        days_ago=33,
        by=4,
        held_back=True,
        title="What our board does not ask",
        words="Told too close to one meeting for the set to be easy with it.",
    ),
    Told(
        days_ago=3,
        by=0,
        title="A rota that two of us keep",
        words="I gave half of the rota away, and it is a better rota.",
    ),
)  # fmt: skip


def tell_others(plan: Plan) -> None:
    """The set has its say about each; the last one is being asked about now."""
    for told in TOLD:
        course = plan.courses[told.by] if told.by < len(plan.courses) else None
        at = plan.now - timedelta(days=told.days_ago)
        if course and course.meets_at[0] < at:
            _tell(told, course, plan)


def _tell(told: Told, course: Course, plan: Plan) -> None:
    at = plan.now - timedelta(days=told.days_ago)
    teller = Person.objects.get(pk=course.members[told.member].id)
    learning_set = LearningSet.objects.get(pk=course.id)
    offer = operations.begin(learning_set, told.kind, by=teller, at=at)
    vault.prepare(teller.pk, [offer.pk])
    offer = operations.write(offer, _written(told), by=teller)
    stands = {each.spot.key: STANDS for each in queries.choices_of(offer)}
    offer = operations.settle(offer, stands, by=teller)
    preview = queries.version_of(offer)
    offer = operations.offer(offer, read=preview, by=teller, at=at)
    if told.held_back:
        other = Person.objects.get(pk=course.members[-2].id)
        operations.object_to(offer, read=queries.version_of(offer), by=other)
    if offer.until and offer.until < plan.now:
        operations.finish(offer, at=offer.until)


def _written(told: Told) -> Written:
    return Written(
        title=told.title,
        words=told.words,
        helped=told.helped,
        did=told.did,
        came=told.came,
        audience=Audience.EVERYBODY if told.for_all else Audience.STAFF,
        with_name=told.with_name,
    )
