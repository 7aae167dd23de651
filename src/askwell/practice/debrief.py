"""Looks back at a rehearsal: what was noticed, missed and overdone, and what to try."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from askwell.facilitation import competencies
from askwell.facilitation.competencies import COMPETENCIES, Competency
from askwell.facilitation.interventions import Trigger, intervention
from askwell.practice.moments import How, Moment
from askwell.practice.moves import Heard
from askwell.practice.reactions import Fit
from askwell.practice.rehearsal import Rehearsal
from askwell.practice.turns import Act, Turn
from askwell.practice.world import EXPLORE, PRESENT, SILENCE
from askwell.process.people import PersonId
from askwell.process.words import _

MOST_TO_TRY: Final = 3
TOO_MANY: Final = 3
"""From so many words that nothing called for, the first thing to try is fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A moment, the turn it came up with, and the turn that answered it, if any."""

    moment: Moment
    came_with: Turn
    answered_by: Turn | None
    about: PersonId | None

    @property
    def competency(self) -> Competency:
        return intervention(self.moment.trigger).competency


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdone:
    """A turn of the facilitator that nothing called for, and why it was too much."""

    turn: Turn
    why: str
    competency: Competency


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCompetency:
    """What the rehearsal showed of one competency; all empty where it showed nothing.

    `well` are turns that did what it asks for though nothing had gone wrong.
    """

    competency: Competency
    noticed: tuple[Seen, ...] = ()
    missed: tuple[Seen, ...] = ()
    overdone: tuple[Overdone, ...] = ()
    well: tuple[Turn, ...] = ()

    @property
    def showed(self) -> bool:
        return bool(self.noticed or self.missed or self.overdone or self.well)


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One thing to try next time, what it could sound like, and the turn it is about.

    `say` may hold `%(presenter)s` and `%(name)s`.
    """

    words: str
    say: str = ""
    turn: int | None = None
    about: PersonId | None = None
    competency: Competency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """No score: what happened, tied to its turns, and at most three things to try.

    `late` was met, but after its time; `let_be` was seen and left to the set.
    `not_understood` are words that could not be read with any certainty.
    """

    noticed: tuple[Seen, ...]
    late: tuple[Seen, ...]
    let_be: tuple[Seen, ...]
    missed: tuple[Seen, ...]
    overdone: tuple[Overdone, ...]
    not_understood: tuple[Turn, ...]
    went_well: tuple[str, ...]
    to_try: tuple[Try, ...]
    competencies: tuple[OnCompetency, ...]

    def about_turn(self, number: int) -> tuple[Seen, ...]:
        """What came up with this turn, for the replay of the meeting."""
        everything = (*self.noticed, *self.late, *self.let_be, *self.missed)
        return tuple(seen for seen in everything if seen.moment.opened == number)


def debrief(rehearsal: Rehearsal, *, of: PersonId | None = None) -> Debrief:
    """Of a rehearsal that is over, or as far as it has gone.

    Where the facilitator's seat changed hands it is `of` one of those who sat in it,
    and speaks of what came up and was said while they did.
    """
    led = _led(rehearsal, of)
    turns = tuple(turn for turn in rehearsal.turns if turn.number in led)
    by_how = {how: tuple(_seen(rehearsal, how, led)) for how in How}
    overdone = tuple(_overdone(turns))
    noticed = by_how[How.IN_TIME]
    late, missed = by_how[How.LATE], by_how[How.MISSED]
    return Debrief(
        noticed=noticed,
        late=late,
        let_be=by_how[How.LET_BE],
        missed=missed,
        overdone=overdone,
        not_understood=tuple(filter(_is_unread, turns)),
        went_well=tuple(
            _went_well(
                rehearsal, turns, noticed, overdone, left=len(late) + len(missed)
            )
        ),
        to_try=tuple(_to_try(missed, late, overdone, turns))[:MOST_TO_TRY]
        or (_in_any_case(overdone),),
        competencies=tuple(
            _on(each, (*noticed, *late), missed, overdone, turns)
            for each in COMPETENCIES
        ),
    )


def _led(rehearsal: Rehearsal, of: PersonId | None) -> frozenset[int]:
    """The numbers of the turns during which they had the facilitator's seat."""
    ends = [lead.turn for lead in rehearsal.leads[1:]]
    ends.append(len(rehearsal.turns) + 1)
    return frozenset(
        number
        for lead, end in zip(rehearsal.leads, ends, strict=True)
        for number in range(lead.turn, end)
        if of in (None, lead.person)
    )


def _seen(rehearsal: Rehearsal, how: How, led: frozenset[int]) -> Iterator[Seen]:
    """What was met belongs to who met it, the rest to who led once it had come up."""
    latest = len(rehearsal.turns)
    for moment in rehearsal.moments:
        was_met = how in (How.IN_TIME, How.LATE) and moment.closed
        theirs = moment.closed if was_met else min(moment.opened + 2, latest)
        if moment.how is how and theirs in led:
            answered = how in (How.IN_TIME, How.LATE) and moment.closed
            yield Seen(
                moment=moment,
                came_with=rehearsal.turns[moment.opened - 1],
                answered_by=rehearsal.turns[moment.closed - 1]
                if answered and moment.closed
                else None,
                about=moment.about,
            )


# What was too much


EARLY: Final = _("Nothing of the kind had happened. It made people careful.")
OFTEN: Final = _("You had said much the same a moment before. Words wear out.")
CROWDED: Final = _("You had spoken several times in a row of turns. Leave them room.")
TOLD: Final = _("That was about the matter itself. It belongs to the set.")
CURT: Final = _("Right or not, somebody could feel put down by how it was said.")
FILLED: Final = _("Silence came where nothing was at work, and it weighed.")


def _overdone(turns: Iterable[Turn]) -> Iterator[Overdone]:
    for turn in turns:
        found = _too_much(turn)
        if found is not None:
            why, competency = found
            yield Overdone(turn=turn, why=why, competency=competency)


def _too_much(turn: Turn) -> tuple[str, Competency] | None:
    if turn.act is Act.WORD and Heard.CURT in turn.heard_as:
        return CURT, competencies.POWER_AND_FEELING
    if turn.act is Act.WORD and _on_the_matter(turn):
        return TOLD, competencies.OUT_OF_CONTENT
    if turn.fit in (Fit.EARLY, Fit.TOO_OFTEN):
        return _uncalled(turn)
    if turn.crowded and turn.fit is None:
        return CROWDED, competencies.HOLDING_SILENCE
    return None


def _uncalled(turn: Turn) -> tuple[str, Competency]:
    if turn.act is Act.SILENCE:
        return FILLED, competencies.HOLDING_SILENCE
    if turn.fit is Fit.TOO_OFTEN or turn.answers is None:
        return OFTEN, competencies.HOLDING_SILENCE
    return EARLY, intervention(turn.answers).competency


def _on_the_matter(turn: Turn) -> bool:
    content = {Heard.TELLING.value, Heard.QUESTION.value}
    return turn.answers is None and bool(content & set(turn.heard_as))


def _is_unread(turn: Turn) -> bool:
    return bool({Heard.UNCLEAR.value, Heard.UNSURE.value} & set(turn.heard_as))


# What went well


AGREED: Final = _("You said at the start how the set works, and that it stays here.")
IN_TIME: Final = _("When something came up, you mostly met it while it could be met.")
ROOM: Final = _("You left the set room: they worked for long stretches without you.")
OUT: Final = _("You stayed out of the matter from beginning to end.")
STILL: Final = _("You let a question work in silence.")
OWN: Final = _("The presenter chose a way of their own.")
SAFE: Final = _("By the end people said things that were hard to say.")
HEARD: Final = _("Everybody was heard while the set explored.")
SAFE_FROM: Final = 0.65
FRANK_ENOUGH: Final = 3
"""Fewer frank answers, and little that is hard to say was said."""
LONG_ENOUGH: Final = 12
"""Fewer turns of exploring say nothing about room."""
ROOM_BELOW: Final = 0.22
"""So small a share of the exploring is room left to the set."""


def _went_well(
    rehearsal: Rehearsal,
    turns: tuple[Turn, ...],
    noticed: tuple[Seen, ...],
    overdone: tuple[Overdone, ...],
    *,
    left: int,
) -> Iterator[str]:
    """`left` is how much came up that was met late or not at all."""
    words = [turn for turn in turns if turn.act is Act.WORD]
    if _agreed(turns):
        yield AGREED
    if len(noticed) > 1 and len(noticed) > max(len(overdone), left):
        yield IN_TIME
    if words and not any(_on_the_matter(turn) for turn in words):
        yield OUT
    if _left_room(turns):
        yield ROOM
    if any(_is_still(turn) for turn in turns):
        yield STILL
    if _all_were_heard(rehearsal):
        yield HEARD
    if rehearsal.over and _was_safe(rehearsal):
        yield SAFE
    if any(turn.words == rehearsal.case.presenter.action for turn in turns):
        yield OWN


def _was_safe(rehearsal: Rehearsal) -> bool:
    frank = sum(turn.frank for turn in rehearsal.turns)
    return rehearsal.mood.levels.safety >= SAFE_FROM and frank >= FRANK_ENOUGH


def _began(turns: Iterable[Turn]) -> bool:
    """Whether it was theirs to say how the set works."""
    return any(turn.phase == PRESENT for turn in turns)


def _agreed(turns: Iterable[Turn]) -> bool:
    return any(_shows(turn, competencies.CONTRACTING) for turn in turns)


def _is_still(turn: Turn) -> bool:
    held = turn.act is Act.SILENCE and turn.fit is Fit.RIGHT
    return held and turn.phase != SILENCE


def _left_room(turns: Iterable[Turn]) -> bool:
    exploring = [turn for turn in turns if turn.phase == EXPLORE]
    own = [turn for turn in exploring if turn.kind == "intervention"]
    return len(exploring) >= LONG_ENOUGH and len(own) / len(exploring) < ROOM_BELOW


def _all_were_heard(rehearsal: Rehearsal) -> bool:
    heard = {turn.by for turn in rehearsal.turns if turn.phase == EXPLORE}
    reached = any(turn.phase == SILENCE for turn in rehearsal.turns)
    return reached and set(rehearsal.mood.people) <= heard


# What to try


WEIGHS: Final[Mapping[Trigger, int]] = {
    Trigger.DISTRESS: 9,
    Trigger.CONFLICT: 8,
    Trigger.ADVICE_AGAIN: 6,
    Trigger.WHAT_SHOULD_I_DO: 6,
    Trigger.SILENT: 5,
    Trigger.ONE_VOICE: 5,
}
"""What is worth trying first where it was missed; three where nothing is said."""
CALLED_FOR: Final[Mapping[Trigger, str]] = {
    Trigger.ADVICE: _("When somebody advises, help them to ask at once."),
    Trigger.ADVICE_AGAIN: _("When advice keeps coming, stop the set and say so."),
    Trigger.STACKED: _("When several questions come in one, have one chosen."),
    Trigger.ANSWERS_FAST: _("When answers come at once, slow the set down."),
    Trigger.FOCUS_LEFT: _("When the talk leaves the presenter, bring it back."),
    Trigger.ONE_VOICE: _("When one voice fills the room, ask for another."),
    Trigger.SILENT: _("Invite whoever has said nothing, and let them pass."),
    Trigger.WHAT_SHOULD_I_DO: _("When asked for the answer, give the question back."),
    Trigger.PUZZLE: _("When it is a puzzle, name it and give it two minutes."),
    Trigger.DISTRESS: _("When somebody is upset, stop and let them choose."),
    Trigger.CONFLICT: _("When two are at odds, stop and say what you see."),
    Trigger.NO_ACTION: _("When there is no action, say that this is fine."),
    Trigger.PROCESS_CHECK: _("Once in half an hour, ask how the set is working."),
}
LESS: Final = _("Say less. Count to five, and see whether the set does it itself.")
OUT_OF_IT: Final = _("Keep your own view, and your own questions, to yourself.")
KINDLY: Final = _("Say the same thing so that nobody loses face.")
BEGIN: Final = _("Begin with what was agreed: it stays here, we ask, one may pass.")
AGAIN: Final = _("Try the same case again and let one moment be that you met today.")


def _to_try(
    missed: tuple[Seen, ...],
    late: tuple[Seen, ...],
    overdone: tuple[Overdone, ...],
    turns: tuple[Turn, ...],
) -> Iterator[Try]:
    yield from _less(overdone)
    worst = sorted((*missed, *late), key=_weight, reverse=True)
    met: set[Trigger] = set()
    for seen in worst:
        trigger = seen.moment.trigger
        if trigger not in met:
            met.add(trigger)
            yield _try(seen)
    if _began(turns) and not _agreed(turns):
        yield Try(words=BEGIN, competency=competencies.CONTRACTING)


def _in_any_case(overdone: tuple[Overdone, ...]) -> Try:
    """There is always one thing to try, however well it went."""
    if not overdone:
        return Try(words=AGAIN, competency=competencies.HANDING_OVER)
    turn = overdone[0].turn.number
    return Try(words=LESS, turn=turn, competency=competencies.HOLDING_SILENCE)


def _less(overdone: tuple[Overdone, ...]) -> Iterator[Try]:
    for why, words in ((CURT, KINDLY), (TOLD, OUT_OF_IT)):
        found = [each for each in overdone if each.why == why]
        if found:
            yield Try(
                words=words,
                turn=found[0].turn.number,
                competency=found[0].competency,
            )
    rest = [each for each in overdone if each.why not in (CURT, TOLD)]
    if len(rest) >= TOO_MANY:
        yield Try(
            words=LESS,
            turn=rest[0].turn.number,
            competency=competencies.HOLDING_SILENCE,
        )


def _weight(seen: Seen) -> tuple[bool, int, int]:
    missed = seen.moment.how is How.MISSED
    return missed, WEIGHS.get(seen.moment.trigger, 3), -seen.moment.opened


def _try(seen: Seen) -> Try:
    meant = intervention(seen.moment.trigger)
    return Try(
        words=CALLED_FOR[seen.moment.trigger],
        say=meant.say,
        turn=seen.moment.opened,
        about=seen.about,
        competency=meant.competency,
    )


# Against the competencies


def _on(
    competency: Competency,
    noticed: tuple[Seen, ...],
    missed: tuple[Seen, ...],
    overdone: tuple[Overdone, ...],
    turns: tuple[Turn, ...],
) -> OnCompetency:
    return OnCompetency(
        competency=competency,
        noticed=tuple(each for each in noticed if each.competency is competency),
        missed=tuple(each for each in missed if each.competency is competency),
        overdone=tuple(each for each in overdone if each.competency is competency),
        well=tuple(turn for turn in turns if _shows(turn, competency)),
    )


def _shows(turn: Turn, competency: Competency) -> bool:
    if competency in (competencies.CONTRACTING, competencies.EXPLAINING):
        said = turn.fit is Fit.RIGHT and Heard.AGREES in turn.heard_as
        begins = turn.phase == PRESENT
        return said and begins == (competency is competencies.CONTRACTING)
    if competency is competencies.HOLDING_SILENCE:
        return turn.act is Act.SILENCE and turn.fit is Fit.RIGHT
    if competency is competencies.HANDING_OVER:
        return turn.act is Act.LET_BE
    return False
