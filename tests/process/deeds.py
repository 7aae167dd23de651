"""The sentences of a transcript, and the commands they stand for."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from askwell.process import KINDS, USES
from askwell.process import commands as ask
from askwell.process import uses as counted
from askwell.process.choices import (
    ActionStatus,
    HelpWanted,
    LearningAbout,
    Outcome,
    Place,
    TopicType,
)
from askwell.process.commands import Command
from askwell.process.people import Belonging, Casting
from askwell.process.state import State
from process.transcript import Line, names_in

Made = tuple[type[Command], dict[str, Any]]
Maker = Callable[[State, Line, re.Match[str]], Made]

SENTENCES: list[tuple[re.Pattern[str], Maker]] = []
KIND_NAMED = {kind.name.replace("_", " "): kind.name for kind in KINDS}
URGENCY = {"can wait": 1, "soon": 2, "pressing": 3}


def says(pattern: str) -> Callable[[Maker], Maker]:
    """A sentence about somebody; `…` stands for words in typographic quotes."""

    def register(maker: Maker) -> Maker:
        SENTENCES.append((re.compile(pattern.replace("…", "“(.+?)”") + "$"), maker))
        return maker

    return register


def simply(pattern: str, command: type[Command]) -> None:
    """A sentence that says all there is to say."""
    says(pattern)(lambda _state, _line, _match: (command, {}))


def with_reason(pattern: str, command: type[Command]) -> None:
    says(pattern)(
        lambda _state, line, _match: (command, {"reason": line.details.get("because")})
    )


simply(r"opens the meeting\.", ask.Open)
simply(r"arrives?\.", ask.Arrive)
simply(r"leaves\.", ask.Leave)
simply(r"checks? in\.", ask.CheckIn)
simply(r"withdraws the bid\.", ask.WithdrawBid)
simply(r"declines a slot\.", ask.DeclineSlot)
simply(r"goes on\.", ask.NextPhase)
simply(r"goes back\.", ask.PreviousPhase)
simply(r"resumes\.", ask.Resume)
simply(r"undoes the last step\.", ask.Undo)
simply(r"withdraws the topic\.", ask.WithdrawTopic)
simply(r"stops the slot\.", ask.StopSlot)
simply(r"raises? a hand\.", ask.RaiseHand)
simply(r"lowers the hand\.", ask.LowerHand)
simply(r"takes the role back\.", ask.TakeBackRole)
simply(r"reads the statements aloud\.", ask.ReadStatements)
simply(r"reopens the meeting\.", ask.Reopen)
simply(r"takes back the last count\.", ask.UndoTally)
with_reason(r"closes the meeting\.", ask.Close)
with_reason(r"skips this phase\.", ask.SkipPhase)
with_reason(r"moves to the closing\.", ask.EnterClosing)


def contribution(state: State, words: str) -> int:
    """The latest contribution that begins with these words."""
    return next(
        each.number
        for each in reversed(state.contributions.values())
        if (each.words or "").startswith(words)
    )


def latest(state: State, kinds: tuple[str, ...]) -> int:
    return next(
        each.number
        for each in reversed(state.contributions.values())
        if each.kind.endswith(kinds) and not each.taken_back
    )


def action(state: State, words: str) -> int:
    return next(
        each.number
        for each in state.actions.values()
        if (each.words or "").startswith(words)
    )


@says(r"\((\w+)\), ([\w ]+?): (.+)")
def speaks(state: State, line: Line, match: re.Match[str]) -> Made:
    kind = KIND_NAMED[match[2]]
    details: dict[str, Any] = {"kind": kind, "words": match[3]}
    if kind == "answer" and "refused" not in line.details:
        words = line.details.get("to")
        details["to"] = (
            contribution(state, words.strip("“”"))
            if words
            else latest(state, ("question",))
        )
    return ask.Contribute, details


@says(r"notes that (\S+) (?:gave|asked|shared|made) an? ([\w ]+?)\.")
def jots(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Contribute, {"kind": KIND_NAMED[match[2]], "speaker": match[1]}


@says(r"agrees? the contract\.")
def agrees_contract(state: State, _line: Line, _match: re.Match[str]) -> Made:
    return ask.AgreeContract, {"version": state.contract_version}


@says(r"includes (\S+), who has no device\.")
def includes(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.IncludePerson, {"person": match[1]}


@says(r"asks to join as an? (\w+)\.")
def asks_to_join(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.AskToJoin, {"joins_as": Belonging(match[1])}


@says(r"(consents?|does not consent) to (\S+)\.")
def consents(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Consent, {"person": match[2], "consents": match[1][0] == "c"}


@says(r"admits (\S+)\.")
def admits(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Admit, {"person": match[1]}


@says(r"reports on …: (done|partly|changed|dropped|not yet)\.")
def reports(state: State, line: Line, match: re.Match[str]) -> Made:
    return ask.ReportBack, {
        "action": action(state, match[1]),
        "status": ActionStatus(match[2].replace(" ", "_")),
        "did": line.details.get("did"),
        "happened": line.details.get("happened"),
        "learned": line.details.get("learned"),
        "still_open": line.details.get("still open"),
    }


@says(r"bids, (can wait|soon|pressing)(?:, an? (topic|challenge|opportunity))?: (.+)")
def bids(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.PlaceBid, {
        "urgency": URGENCY[match[1]],
        "topic_type": TopicType(match[2] or "challenge"),
        "headline": match[3],
    }


@says(r"settles the order: (.+)\.")
def settles(_state: State, line: Line, match: re.Match[str]) -> Made:
    return ask.ChooseOrder, {
        "order": tuple(names_in(match[1])),
        "reason": line.details.get("because"),
    }


@says(r"begins (\S+)'s slot\.")
def begins(_state: State, line: Line, match: re.Match[str]) -> Made:
    return ask.BeginSlot, {
        "presenter": match[1],
        "reason": line.details.get("because"),
    }


@says(r"pauses(?: for (\d+) minutes)?\.")
def pauses(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Pause, {"minutes": int(match[1]) if match[1] else None}


@says(r"wants (\d+) minutes more\.")
def wants_more(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Extend, {"minutes": int(match[1])}


@says(r"presents: (.+)")
def presents(_state: State, line: Line, match: re.Match[str]) -> Made:
    return ask.StateTopic, {
        "topic": match[1],
        "question": line.details.get("question"),
        "worthwhile": line.details.get("worthwhile"),
    }


@says(r"found (clarity|direction|action|nothing yet)\.")
def found(_state: State, _line: Line, match: re.Match[str]) -> Made:
    outcome = match[1].replace("nothing yet", "not_yet")
    return ask.MarkOutcome, {"outcome": Outcome(outcome)}


@says(r"passes( the question)?\.")
def passes(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Pass, {
        "contribution": latest(state, ("question",)) if match[1] else None
    }


@says(r"gives the turn to (\S+)\.")
def gives_turn(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.GiveTurn, {"person": match[1]}


@says(r"takes back …\.")
def takes_back(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.TakeBack, {"contribution": contribution(state, match[1])}


@says(r"takes back the last jot\.")
def takes_back_jot(state: State, _line: Line, _match: re.Match[str]) -> Made:
    jots = (n for n, each in reversed(state.contributions.items()) if each.noted_by)
    return ask.TakeBack, {"contribution": next(jots)}


@says(r"stars …\.")
def stars(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Star, {"contribution": contribution(state, match[1])}


@says(r"(keeps|parks|discards) the note …\.")
def sorts(state: State, _line: Line, match: re.Match[str]) -> Made:
    place = {"keeps": Place.KEPT, "parks": Place.PARKED, "discards": Place.DISCARDED}
    return ask.PutAside, {
        "contribution": contribution(state, match[2]),
        "place": place[match[1]],
    }


@says(r"keeps …\.")
def keeps(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Keep, {"contribution": contribution(state, match[1])}


@says(r"will: (.+)")
def will(_state: State, line: Line, match: re.Match[str]) -> Made:
    due = line.details.get("by")
    return ask.NoteAction, {
        "words": match[1],
        "due_on": date.fromisoformat(due) if due else None,
        "how_known": line.details.get("sign"),
    }


@says(r"will rather than …: (.+)")
def will_rather(state: State, line: Line, match: re.Match[str]) -> Made:
    due = line.details.get("by")
    return ask.ChangeAction, {
        "action": action(state, match[1]),
        "words": match[2],
        "due_on": date.fromisoformat(due) if due else None,
        "how_known": line.details.get("sign"),
    }


@says(r"drops …\.")
def drops(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.DropAction, {"action": action(state, match[1])}


@says(r"learns about the (topic|self|set|organisation): (.+)")
def learns(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.RecordLearning, {
        "about": LearningAbout(match[1]),
        "words": match[2],
    }


@says(r"looks back(?:, helped by …)?: (.+)")
def looks_back(state: State, line: Line, match: re.Match[str]) -> Made:
    return ask.GiveReview, {
        "helpful": contribution(state, match[1]) if match[1] else None,
        "went_well": match[2],
        "try_next": line.details.get("next time"),
    }


@says(r"notes privately: (.+)")
def notes(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.WriteNote, {"words": match[1]}


@says(r"signals to the facilitator: (pause|help)\.")
def signals(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.SignalHelp, {"wanted": HelpWanted(match[1])}


@says(r"has seen the signal\.")
def has_seen(state: State, _line: Line, _match: re.Match[str]) -> Made:
    return ask.AcknowledgeHelp, {"signal": next(reversed(state.signals))}


@says(r"hands over to (\S+)\.")
def hands_over(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.HandOver, {"to": match[1]}


@says(r"(asks for|allows?|would rather not have) (captions|shares)\.")
def allows(_state: State, _line: Line, match: re.Match[str]) -> Made:
    (use,) = (each.name for each in USES if each.name == match[2])
    return ask.Allow, {"use": use, "allows": not match[1].startswith("would")}


@says(r"counts (?:an? )?([\w ]+)\.")
def counts(_state: State, _line: Line, match: re.Match[str]) -> Made:
    (heard_as,) = (
        each.heard_as for each in counted.COUNTS if each.title.lower() == match[1]
    )
    return ask.Tally, {"heard_as": heard_as}


@says(r"shows the set what was counted\.")
def shows_counts(state: State, _line: Line, _match: re.Match[str]) -> Made:
    return ask.ShowTally, {"slot": state.slots[-1].number}


@says(r"names (\S+) to facilitate\.")
def nominates(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.NominateFacilitator, {"person": match[1]}


@says(r"(joins in as a member|keeps out again)\.")
def switches(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.SwitchRole, {"as_member": match[1].startswith("joins")}


@says(r"asks (\S+) to be (secretary|observer|host|scribe)\.")
def casts(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.Cast, {"person": match[1], "part": Casting(match[2])}


@says(r"notes that the set (agrees|does not agree yet)\.")
def agrees(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.CheckAgreement, {"agreed": match[1] == "agrees"}


@says(r"opens a pulse on (\w+)\.")
def opens_pulse(_state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.OpenPulse, {"about": match[1]}


@says(r"answers? the pulse: (\d)\.")
def answers_pulse(state: State, _line: Line, match: re.Match[str]) -> Made:
    return ask.AnswerPulse, {
        "pulse": next(reversed(state.pulses)),
        "value": int(match[1]),
    }


@says(r"closes the pulse\.")
def closes_pulse(state: State, _line: Line, _match: re.Match[str]) -> Made:
    return ask.ClosePulse, {"pulse": next(reversed(state.pulses))}


@says(r"notes the next meeting: (\d{4}-\d\d-\d\d \d\d:\d\d)(?:, host (\S+))?\.")
def next_meeting(_state: State, _line: Line, match: re.Match[str]) -> Made:
    meets_at = datetime.strptime(match[1], "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    return ask.AgreeNextMeeting, {"meets_at": meets_at, "host": match[2]}


def understood(state: State, line: Line, sentence: str) -> Made:
    """The command a sentence stands for; AssertionError if nobody knows it."""
    for pattern, maker in SENTENCES:
        match = pattern.match(sentence)
        if match:
            return maker(state, line, match)
    raise AssertionError(f"line {line.number}: nobody understands “{sentence}”")
