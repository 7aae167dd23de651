"""Whole meetings, one for each format, happen as they are written."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from askwell.process import (
    FORMATS,
    Refused,
    dump,
    format_named,
    kind_named,
    load,
    propose,
    replay,
    view,
)
from askwell.process.brief import Attendee, Brief, OpenAction
from askwell.process.choices import Place, Stage
from askwell.process.commands import Convene
from askwell.process.people import ASKWELL, Belonging
from askwell.process.records import Action, Contribution
from askwell.process.state import State
from process.deeds import understood
from process.room import Room
from process.transcript import Line, Transcript, names_in, read

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_meeting_happens_as_it_is_written(path: Path):
    transcript = read(path)
    performance = Performance(transcript)

    for line in transcript.lines:
        performance.play(line)

    assert performance.room.state.stage is Stage.CLOSED
    assert list(left_behind(performance.room.state)) == transcript.leaves


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_written_meeting_replays_for_everybody(path: Path):
    transcript = read(path)
    performance = Performance(transcript)
    for line in transcript.lines:
        performance.play(line)
    room = performance.room

    stored = [dump(event) for event in room.log]
    late = replay(load(each, number=n) for n, each in enumerate(stored, 1))

    for person in (*room.state.people, None):
        assert view(late, person) == view(room.state, person)


def test_every_format_has_its_transcript():
    written = {read(path).fact("format") for path in TRANSCRIPTS}

    assert written == {fmt.name for fmt in FORMATS}


class Performance:
    """Plays a transcript line by line and compares what is seen."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.room = Room()
        self.room.at = transcript.begins - timedelta(hours=1)
        self.room.do(
            Convene,
            ASKWELL,
            brief=brief_of(transcript),
            open_actions=tuple(open_actions(transcript)),
            improvement=transcript.fact("tried") or None,
        )

    def play(self, line: Line) -> None:
        if line.is_heading:
            self._heading(line)
        elif line.is_seen:
            self._seen(line)
        else:
            self._done(line)

    def _heading(self, line: Line) -> None:
        here = heading(self.room.state)
        assert here == line.text[3:], f"line {line.number}: {here}"

    def _seen(self, line: Line) -> None:
        name, _, expected = line.text[1:-1].partition(": ")
        actual = ", ".join(SEEN[name](self.room.state, self.room))
        assert actual == expected, f"line {line.number}: {actual}"

    def _done(self, line: Line) -> None:
        assert line.time is not None, f"line {line.number} has no time"
        hour, minute = line.time
        self.room.at = max(
            self.room.at, self.transcript.begins.replace(hour=hour, minute=minute)
        )
        people, sentence = self._people(line)
        noting = re.match(r"notes for (\S+): (.*)", sentence)
        if noting:
            sentence = noting[2]
        for person in people:
            self._one(line, person, sentence, speaker=noting[1] if noting else None)

    def _people(self, line: Line) -> tuple[list[str], str]:
        known = "|".join(
            [*self.room.state.people, *self.room.state.joining, "Everyone"]
        )
        someone = rf"(?:{known}|[A-Z]\S+)"
        match = re.match(rf"({someone}(?:(?:, | and ){someone})*) (.*)", line.text)
        assert match, f"line {line.number}: who?"
        if match[1] == "Everyone":
            return [*self.room.state.here], match[2]
        return names_in(match[1]), match[2]

    def _one(
        self, line: Line, person: str, sentence: str, *, speaker: str | None
    ) -> None:
        state = self.room.state
        role = re.match(r"\((\w+)\)", sentence)
        if role:
            assert role[1] in state.roles(person), f"line {line.number}"
        command, details = understood(state, line, sentence)
        if speaker:
            details["speaker"] = speaker
        answer = self.room.ask(command, person, **details)
        told = told_of(self.room.state, answer) if isinstance(answer, Refused) else None
        assert told == line.details.get("refused"), f"line {line.number}: {told}"


def brief_of(transcript: Transcript) -> Brief:
    agreed = transcript.fact("agreed", "all")
    facilitator = transcript.fact("facilitator") or None
    people = [
        Attendee(
            person=person,
            belonging=Belonging.MEMBER
            if person in transcript.members
            else Belonging.FACILITATOR,
            presented_on=transcript.presented.get(person, (None, 0))[0],
            slots=transcript.presented.get(person, (None, 0))[1],
            agreed=agreed == "all" or person in names_in(agreed),
        )
        for person in dict.fromkeys([*transcript.members, facilitator])
        if person
    ]
    return Brief(
        format=transcript.fact("format"),
        options=dict(options(transcript)),
        booked_minutes=int(transcript.fact("booked").split()[0]),
        starts_at=transcript.begins,
        people=tuple(people),
        facilitator=facilitator,
        seed=int(transcript.fact("draw", "3")),
    )


def options(transcript: Transcript) -> Iterator[tuple[str, bool | str]]:
    for written in transcript.facts.get("option", []):
        name, _, value = written.partition(" = ")
        yield name, value == "yes" if value in ("yes", "no") else value


def open_actions(transcript: Transcript) -> Iterator[OpenAction]:
    for number, written in enumerate(transcript.facts.get("open action", []), 1):
        owner, _, words = written.partition(", ")
        yield OpenAction(action_id=f"a{number}", owner=owner, words=words)


def heading(state: State) -> str:
    if state.stage is not Stage.RUNNING or state.phase is None:
        return str(state.stage).capitalize()
    phase = state.phase_in_script
    minutes = f"{state.phase.minutes} minute{'' if state.phase.minutes == 1 else 's'}"
    where = f" ({state.presenter})" if state.presenter else ""
    return f"{phase.title if phase else ''}{where}, {minutes}"


def told_of(state: State, refused: Refused) -> str:
    """The reason, and for a kind that must wait the house's own words."""
    told = f"{refused.reason}."
    if refused.people:
        told += f" {', '.join(refused.people)}."
    if refused.kind and state.phase_in_script:
        role = state.roles(state.presenter or "")[0]
        kind = kind_named(refused.kind)
        why = state.script.why_not(state.phase_in_script, role, kind)
        told += f" “{why.words}”"
    titles = [str(state.script.phase(name).title) for name in refused.phases]
    if titles:
        told += f" → {', '.join(titles)}"
    return told


def proposed(state: State, _room: Room) -> Iterator[str]:
    for turn in propose(state):
        yield f"{turn.person} ({turn.why.replace('_', ' ')})"


def queued(state: State, _room: Room) -> Iterator[str]:
    return (hand.person for hand in state.queue)


def time_left(state: State, room: Room) -> Iterator[str]:
    if state.phase:
        yield f"{state.phase.left(room.at) // timedelta(minutes=1)} minutes"


def waited_for(state: State, _room: Room) -> Iterator[str]:
    return iter(state.contract_waits_for)


def facilitating(state: State, _room: Room) -> Iterator[str]:
    yield state.facilitator or "nobody"


def reporting(state: State, _room: Room) -> Iterator[str]:
    return (f"{each.owner}, “{each.words}”" for each in state.open_actions)


def tried(state: State, _room: Room) -> Iterator[str]:
    if state.improvement and state.improvement.words:
        yield state.improvement.words


def on(state: State, _room: Room) -> Iterator[str]:
    yield from [use for use in state.permissions if state.allows(use)] or ["nothing"]


SEEN = {
    "On": on,
    "Proposed": proposed,
    "Hands": queued,
    "Time left": time_left,
    "Contract waits for": waited_for,
    "Facilitates": facilitating,
    "To report on": reporting,
    "We wanted to try": tried,
}


def left_behind(state: State) -> Iterator[str]:
    """What the meeting leaves behind, for people to read."""
    for slot in state.slots:
        topic = state.topics[slot.number]
        found = f", found {topic.outcome.replace('_', ' ')}" if topic.outcome else ""
        about = "a topic withdrawn" if topic.withdrawn else topic.topic or "no headline"
        how = str(slot.how).replace("_", " ")
        yield f"{slot.presenter}'s slot, {how}{found}: {about}"
    yield from _marked("Starred", [each for each in _said(state) if each.starred])
    yield from _marked("Kept", [each for each in _said(state) if _is_kept(each)])
    for action in state.actions.values():
        yield f"Action of {action.owner}, {_fate(action)}: {action.words}"
    for skipped in state.course.skipped:
        title = state.script.phase(skipped.phase).title
        yield f"Skipped: {title}, {skipped.reason or 'the presenter stopped the slot'}"
    for review in state.reviews:
        if review.try_next:
            yield f"To try next time, {review.person}: {review.try_next}"
    for pulse in state.pulses.values():
        yield f"Pulse on {pulse.about}: {pulse.word or 'too few answers'}"
    yield f"Learnings: {len(state.learnings)}, from {_learners(state)} people"
    if state.next_meeting and state.next_meeting.meets_at:
        meets = f"{state.next_meeting.meets_at:%Y-%m-%d %H:%M}"
        yield f"Next meeting: {meets}, host {state.next_meeting.host}"
    yield f"Counted as: {state.script.counting.replace('_', ' ')}"


def _said(state: State) -> list[Contribution]:
    return [each for each in state.contributions.values() if not each.taken_back]


def _is_kept(contribution: Contribution) -> bool:
    return contribution.kept or contribution.place is Place.KEPT


def _marked(mark: str, contributions: list[Contribution]) -> Iterator[str]:
    for each in contributions:
        yield f"{mark}, from {each.person}: {each.words}"


def _fate(action: Action) -> str:
    if action.carried_forward:
        return "carried forward"
    due = f", by {action.due_on}" if action.due_on else ""
    return f"{action.status.replace('_', ' ')}{due}"


def _learners(state: State) -> int:
    return len({learning.person for learning in state.learnings})


def test_a_transcript_names_its_format_in_its_title():
    for path in TRANSCRIPTS:
        transcript = read(path)
        title = str(format_named(transcript.fact("format")).title)
        assert transcript.title.startswith(title), path.name
