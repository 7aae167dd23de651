"""What happens within a slot, phase by phase."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from askwell.process.choices import LearningAbout, Outcome
from askwell.process.commands import (
    GiveReview,
    Keep,
    MarkOutcome,
    NoteAction,
    Pass,
    RecordLearning,
    Star,
    StateTopic,
)
from askwell.process.people import PersonId
from askwell.process.records import Contribution
from askwell.web.demo.year import phrases
from askwell.web.demo.year.phrases import say
from askwell.web.demo.year.plan import Manner
from askwell.web.demo.year.room import Room

DEEPER: Mapping[str, tuple[str, ...]] = {
    "challenging_question": phrases.CHALLENGING,
    "systemic_question": phrases.SYSTEMIC,
    "reflective_question": phrases.REFLECTIVE,
    "probing_question": phrases.PROBING,
}


def _present(room: Room, _manner: Manner) -> None:
    who, headline = room.presenter, room.state.topic
    stated = StateTopic(
        by=who,
        token=room.token(),
        topic=(headline.topic if headline else None)
        or say(phrases.TOPICS, room.chance),
        question=say(phrases.ASKED_FOR, room.chance),
        worthwhile=say(phrases.WORTHWHILE, room.chance),
    )
    room.do(stated)
    room.say(who, "story", say(phrases.STORIES, room.chance))
    room.wait(seconds=300)


def _clarify(room: Room, _manner: Manner) -> None:
    for who in room.chance.sample(room.others, min(2, len(room.others))):
        asked = room.say(
            who, "clarifying_question", say(phrases.CLARIFYING, room.chance)
        )
        room.say(room.presenter, "answer", None, to=asked)
        room.wait(seconds=60)


def _explore(room: Room, manner: Manner) -> None:
    """Somebody asks, the presenter answers; now and then a question is starred."""
    askers = _askers(room, manner, many=room.chance.randint(7, 10))
    for who in askers:
        kind, words = _question(room, manner)
        asked = room.say(who, kind, words)
        _answer(room, manner, asked, is_open=kind != "closed_question")
        if room.happens(0.12):
            seen = say(phrases.OBSERVATIONS, room.chance)
            room.say(room.chance.choice(room.others), "observation", seen)
        room.wait(seconds=140)


def _askers(room: Room, manner: Manner, *, many: int) -> Sequence[PersonId]:
    """The more even a set, the less one voice carries it."""
    others = room.others
    lean = 1.0 + 2.2 * (1.0 - manner.evens)
    weights = [lean**-place for place in range(len(others))]
    return room.chance.choices(others, weights=weights, k=many) if others else ()


def _question(room: Room, manner: Manner) -> tuple[str, str]:
    if not room.happens(manner.opens):
        return "closed_question", say(phrases.CLOSED, room.chance)
    if room.happens(manner.deepens):
        bold = 2 + 8 * manner.deepens
        weights = (bold, bold, 2, 3)
        (kind,) = room.chance.choices(tuple(DEEPER), weights=weights)
        return kind, say(DEEPER[kind], room.chance)
    return "open_question", say(phrases.QUESTIONS, room.chance)


def _answer(room: Room, manner: Manner, asked: int, *, is_open: bool) -> None:
    presenter = room.presenter
    if room.happens(0.06):
        room.do(Pass(by=presenter, token=room.token(), contribution=asked))
        return
    words = say(phrases.ANSWERS, room.chance) if room.happens(0.5) else None
    room.say(presenter, "answer", words, to=asked)
    if is_open and room.happens(0.08 + 0.22 * manner.evens):
        room.do(Star(by=presenter, token=room.token(), contribution=asked))


def _silence(room: Room, _manner: Manner) -> None:
    room.wait(seconds=60)


def _experience(room: Room, manner: Manner) -> None:
    for who in room.others:
        if room.happens(0.3):
            room.say(who, "experience", say(phrases.EXPERIENCES, room.chance))
        elif room.happens(0.2):
            offered = room.say(who, "offer", say(phrases.OFFERS, room.chance))
            if room.happens(0.3 + 0.5 * manner.evens):
                kept = Keep(by=room.presenter, token=room.token(), contribution=offered)
                room.do(kept)
    room.wait(seconds=60)


def _reflect_and_act(room: Room, manner: Manner) -> None:
    who = room.presenter
    acts = room.happens(manner.acts)
    if room.happens(manner.learns):
        learned = RecordLearning(
            by=who,
            token=room.token(),
            words=say(phrases.LEARNINGS, room.chance),
            about=room.chance.choice(tuple(LearningAbout)),
        )
        room.do(learned)
    for _each in range(room.chance.choice((1, 1, 2)) if acts else 0):
        room.do(_action(room, who))
    unclear = Outcome.CLARITY if room.happens(0.6) else Outcome.NOT_YET
    outcome = Outcome.ACTION if acts else unclear
    room.do(MarkOutcome(by=who, token=room.token(), outcome=outcome))
    room.wait(seconds=240)


def _action(room: Room, who: PersonId) -> NoteAction:
    days = timedelta(days=room.chance.choice((7, 14, 21, 28)))
    return NoteAction(
        by=who,
        token=room.token(),
        words=say(phrases.ACTIONS, room.chance),
        due_on=(room.now + days).date() if room.happens(0.7) else None,
        how_known=say(phrases.SIGNS, room.chance) if room.happens(0.4) else None,
    )


def _process_review(room: Room, manner: Manner) -> None:
    starred = [each.number for each in _said(room) if each.starred]
    helped = GiveReview(
        by=room.presenter,
        token=room.token(),
        helpful=room.chance.choice(starred) if starred else None,
        went_well=say(phrases.WENT_WELL, room.chance),
    )
    room.do(helped)
    for who in room.others[:2]:
        if room.happens(0.5 * manner.learns):
            words = say(phrases.TRY_NEXT, room.chance)
            room.do(GiveReview(by=who, token=room.token(), try_next=words))
    room.wait(seconds=150)


def _said(room: Room) -> Sequence[Contribution]:
    slot = room.state.slot
    return room.state.contributions_in(slot.number if slot else None)


PHASES: Mapping[str, Callable[[Room, Manner], None]] = {
    "present": _present,
    "clarify": _clarify,
    "explore": _explore,
    "silence": _silence,
    "experience": _experience,
    "reflect_and_act": _reflect_and_act,
    "process_review": _process_review,
}
