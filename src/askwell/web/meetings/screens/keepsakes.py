"""What is left of a meeting: a page for each person, and one for the set."""

from dataclasses import dataclass

from askwell.process import State
from askwell.process.choices import Place
from askwell.process.kinds import kind_named
from askwell.process.records import Contribution, Learning, NextMeeting, Note, Topic
from askwell.web.meetings.screens import counts, said
from askwell.web.meetings.screens.counts import Counted
from askwell.web.meetings.screens.outcomes import ActionSeen, action_seen, dropped
from askwell.web.meetings.screens.said import OFFERED, Said
from askwell.web.meetings.screens.sight import Sight
from askwell.web.meetings.screens.tools import outcomes
from askwell.web.meetings.screens.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Presented:
    """What a presenter keeps of their own time."""

    slot: int
    topic: Topic
    outcome: str
    kept: list[Said]
    other_questions: list[Said]
    offers: list[Said]


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One person's own page."""

    presented: list[Presented]
    actions: list[ActionSeen]
    reported: list[ActionSeen]
    learnings: list[Learning]
    questions: list[Said]
    notes: list[Note]
    next_meeting: NextMeeting | None

    @property
    def empty(self) -> bool:
        return not (
            self.presented
            or self.actions
            or self.reported
            or self.learnings
            or self.questions
            or self.notes
        )


def takeaway(state: State, viewer: Viewer) -> Takeaway:
    """Only what is the viewer's own, or was given to them as presenter."""
    see = Sight.of(state, viewer)
    mine = [a for a in state.actions.values() if a.owner == see.me and not dropped(a)]
    return Takeaway(
        presented=[
            _presented(see, number, topic)
            for number, topic in state.topics.items()
            if topic.presenter == see.me and not topic.withdrawn
        ],
        actions=[action_seen(see, a) for a in mine if not a.carried_in],
        reported=[action_seen(see, a) for a in mine if a.carried_in and a.report],
        learnings=[
            each for each in state.learnings if each.person == see.me and each.words
        ],
        questions=[
            said.seen(see, each)
            for each in state.contributions.values()
            if each.person == see.me and _is_readable_question(each)
        ],
        notes=[n for n in state.notes.values() if n.person == see.me and n.words],
        next_meeting=state.next_meeting,
    )


def _presented(see: Sight, slot: int, topic: Topic) -> Presented:
    heard = [
        each for each in see.state.contributions_in(slot) if said.visible(see, each)
    ]
    questions = [each for each in heard if _is_question(each)]
    kept = [each for each in questions if each.starred or each.place is Place.KEPT]
    return Presented(
        slot=slot,
        topic=topic,
        outcome=dict(outcomes()).get(topic.outcome, "") if topic.outcome else "",
        kept=[said.seen(see, each) for each in kept],
        other_questions=[
            said.seen(see, each)
            for each in questions
            if each not in kept and each.words and each.place is not Place.DISCARDED
        ],
        offers=[
            said.seen(see, each)
            for each in heard
            if each.kept and kind_named(each.kind).family in OFFERED
        ],
    )


def _is_readable_question(each: Contribution) -> bool:
    return bool(each.words) and _is_question(each) and not each.taken_back


def _is_question(contribution: Contribution) -> bool:
    return kind_named(contribution.kind).is_question


@dataclass(frozen=True, slots=True)
class Named:
    """Words, and whose they are."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class SetReview:
    """How the set worked, for all of its members."""

    presenters: list[str]
    here: list[str]
    went_well: list[Named]
    try_next: list[Named]
    helpful: list[Named]
    learnings: list[Named]
    counted: list[Counted]
    next_meeting: NextMeeting | None
    host: str


def review(state: State, viewer: Viewer) -> SetReview:
    see = Sight.of(state, viewer)
    following = state.next_meeting
    return SetReview(
        presenters=[see.name(slot.presenter) for slot in state.slots],
        here=[see.name(p.person) for p in state.people.values() if p.arrived_at],
        went_well=[
            Named(each.went_well, see.name(each.person))
            for each in state.reviews
            if each.went_well
        ],
        try_next=[
            Named(each.try_next, see.name(each.person))
            for each in state.reviews
            if each.try_next
        ],
        helpful=_helpful(see),
        learnings=[
            Named(each.words, see.name(each.person))
            for each in state.learnings
            if each.words
        ],
        counted=counts.tallies_shown(see),
        next_meeting=following,
        host=see.name(following.host) if following else "",
    )


def _helpful(see: Sight) -> list[Named]:
    """Questions that somebody named as the most helpful, each once."""
    numbers = dict.fromkeys(r.helpful for r in see.state.reviews if r.helpful)
    questions = (see.state.contributions.get(number) for number in numbers)
    return [
        Named(each.words, see.name(each.person))
        for each in questions
        if each and each.words and said.visible(see, each)
    ]
