"""Reads what a trainee says in free words: which intervention it comes near to."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from askwell import coach
from askwell.coach import Reading, Subtype, TurnKind
from askwell.facilitation.interventions import Trigger
from askwell.practice.case import Case
from askwell.practice.moves import Does, Heard, Move, Seats
from askwell.process.people import PersonId

CUES: Final[Mapping[str, tuple[str, ...]]] = {
    Trigger.ADVICE_AGAIN: (
        r"asking or (are we )?telling",
        r"(a lot of|more|much|another) (advice|telling|suggest|solution)",
        r"(we|we['’]re|we are|we have been) (giving|offering|telling|advising|solving)",
        r"what does \w+ need( from us)?",
        r"(slipped|drifted|moved|gone|slipping|going) into (advice|telling|solutions)",
        r"(solution|solving|fixing|advice) mode",
        r"(rather than|instead of) (give|giving|make|offer|telling|advis|suggest)",
        r"(stop|no more|less|without) (giving |offering )?(advice|advising|suggest)",
    ),
    Trigger.ADVICE: (
        r"question( is| that is|'s|’s)? (sits |lies )?(behind|under|inside)",
        r"(turn|put|make|phrase|word|say|ask|try) (that|it|this)[\w ,]* (as|into) an?"
        r"( open)? question",
        r"as an? (open )?question",
        r"(that|this) (was|is|sounds?|sounded) (a bit )?(like )?(an? )?"
        r"(advice|suggestion|solution|idea)",
        r"what (do|did|would) you want to (ask|know|find out)",
        r"what (are|were) you (really )?(curious|wondering) about",
        r"(is there|do you have|have you got|find) an? (open )?question( in there)?",
        r"i (heard|hear|noticed|notice) (some |an? )?(advice|suggestion|solution)",
        r"could (that|you) (be|ask)[\w ]* question",
    ),
    Trigger.STACKED: (
        r"which (one|of (these|those|them|the))",
        r"(one|single) question at a time|one at a time",
        r"(two|three|four|several|many|a few|lots of) questions",
        r"(choose|pick|keep) (just |only )?(one|your)",
        r"(which|what)('s| is)? (the )?(most important|matters most|one matters)",
    ),
    Trigger.ANSWERS_FAST: (
        r"slow (it |things |this )?(right )?down|slow(er|ly)",
        r"(seconds|moment|minute)s?[’']?s? (of|in|with)? ?(silence|quiet|pause)",
        r"(let|leave|take|give)[\w ’']* (sit|sink|settle|land|breathe|a breath)",
        r"(take|give \w+|have) (a|your|some) (moment|time|minute)( to think)?",
        r"let['’]?s (all )?(just )?(be|stay) (quiet|still|silent)",
        r"(let['’]?s|can we|could we|shall we) (just )?(wait|pause)( there| here| a)?",
        r"before you answer|no need to answer (at once|straight|right)",
    ),
    Trigger.FOCUS_LEFT: (
        r"how (does|is|will|might) (this|that|it)[\w ]* (serve|useful|relate)",
        r"how (does|is|will|might) (this|that|it)[\w ]* help(?! to)",
        r"(back|return|bring (it|us)) to [\w’' ]*(question|issue|topic)",
        r"(we['’]ve|we have|talk has|we are|we['’]re) (left|drift|wander|lost)",
        r"away from [\w’' ]*(question|issue|topic)",
        r"(stay|stick|keep) (with|to) [\w’' ]*(question|issue|topic)",
        r"(get|come|go|bring us|turn|return) back to [\w’' ]{2,}",
        r"(has|have) (drifted|wandered)",
    ),
    Trigger.ONE_VOICE: (
        r"(who|someone|somebody|anyone|anybody|one)( else)?[\w ’']*"
        r"(has|have)(n['’]t| not)( yet)? (asked|spoken|said|been heard)",
        r"hear (from )?(someone|somebody|others|another|other|the rest|somebody) ?",
        r"(other|another|different|new) voices?",
        r"(who|anyone|anybody) else( has| would| wants| might)?",
        r"make (some )?(room|space) for",
    ),
    Trigger.WHAT_SHOULD_I_DO: (
        r"what do you (already |yourself )?(know|want|think you want)",
        r"already know",
        r"what would you (like|want|choose) (to|if)",
        r"what would you (do|choose|want|say) if",
        r"what do you (yourself )?think( you| that you)? (should|could|might|would)",
        r"what does your (own )?(gut|instinct|heart)",
    ),
    Trigger.PUZZLE: (
        r"(direct|straight|quick|factual|simple) answer",
        r"(two|three|five|a few) minutes[\w ,]* (then|and|before)",
        r"\bpuzzles?\b",
        r"(technical|factual) (question|point|matter|detail)",
        r"right answer",
    ),
    Trigger.DISTRESS: (
        r"(stop|pause|break)[\w ,]* or [\w ]*(go on|continue|carry on|keep going)",
        r"(would|do) you (like|want|need)[\w ,]* (stop|pause|break|moment|breather)",
        r"what do you need( right)? now|(are you|is it) (ok|okay|all right|alright)",
        r"(hard|heavy|difficult|upsetting|painful) (for you|to say|to talk)",
        r"(take|there is|we have) (all )?(the|your) time",
        r"(take|have|need|like) (a|some)( short| little)? (break|time out|breather)",
    ),
    Trigger.CONFLICT: (
        r"at odds|between (the )?(two of you|you two|you both)",
        r"(two|both) of you",
        r"(what|as) (did )?we agreed?|our (agreement|contract|ground rules)",
        r"let['’]?s (all )?(stop|pause)[\w ,]*(moment|there|here|second)",
        r"(tension|disagree|heat|sharp|conflict|argument)",
    ),
    Trigger.NO_ACTION: (
        r"no action|not (doing|deciding|choosing)|without an action|nothing to do",
        r"what (will|might|could) you (notice|watch|look out|pay attention|observe)",
        r"(need|have) to (decide|choose|do)[\w ]*(today|now|yet)",
        r"not to have an? action",
        r"(that['’]s|that is|this is) (fine|perfectly fine|all right|okay|ok)",
    ),
    Trigger.PROCESS_CHECK: (
        r"what are we doing well|what could (be|we do) better",
        r"how (are|is) (we|this|it) (doing|working|going)",
        r"(check|look at) (how|in on how) we",
        r"how are we working|check in: how|how['’]?s (this|it) (going|working)",
    ),
}
"""Phrases that come near to each intervention; the words are made small first."""

AGREES: Final = (
    r"stays? (here|in (the|this) room)|confidential",
    r"(we|you) (only )?(ask|are here to ask)|no advice|not (to )?(tell|advise|solve)",
    r"(may|can|free to) pass",
    r"(this|the next|first|now) (phase|part|round|step|minutes?)",
    r"what happens (now|next)|(only|just) (the )?facts",
    r"where is your thinking|what,? if anything,? will you",
    r"what question do you want us",
    r"(once|one) each|from your own experience|what question would help",
    r"which question helped|take a minute with|you take away|work on today",
)
PROCESS: Final = (
    r"\b(the set|our process|as a group|together|time|minutes? left|next phase)\b",
    r"\b(let['’]?s|shall we|could we|can we|i notice|i notic|i see that|i hear)\b",
)
SUPPORTS: Final = (
    r"\b(thank|thanks|well done|appreciate|brave|courage|honest|glad you)",
)
INVITES: Final = (
    r"(a|any|your) question|or pass|would you like|what about you|you['’]ve been quiet",
    r"(haven['’]t|have not|not) (heard|asked|spoken)|your turn|come in",
    r"(gone|been|very|so) quiet|anything you['’]?d? (would )?(like|want)",
)
CURT: Final = (
    r"\b(shut up|stop it|stop that|enough of|wrong|rubbish|ridiculous|pointless)\b",
    r"\b(stupid|that['’]s enough|that is enough|enough[!.]|nonsense)",
    r"\b(you always|you never|as usual|how many times|again\?!|i told you|obviously)\b",
    r"\blet (him|her|them|others) speak!|(?<!all )\bbe quiet[!.]|that was bad",
    r"\bnot listening\b",
)
FAIRLY_SURE: Final = 0.5
SURE: Final = 0.75
"""From here on the coach's reading is taken for sure."""


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = {
        **CUES,
        Heard.AGREES.value: AGREES,
        Heard.SUPPORTS.value: SUPPORTS,
    }
    return tuple((str(name), _any(each)) for name, each in found.items())


def _any(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in cues))


def say(
    case: Case,
    words: str,
    *,
    by: PersonId,
    seats: Seats,
    phase: str | None = None,
    real: Mapping[PersonId, str] | None = None,
) -> Move:
    """What the facilitator says in free words, read once and for all."""
    about = named(case, words, seats=seats, real=real)
    return Move(
        Does.SAY, by, words, heard(words, phase=phase, names=about is not None), about
    )


def ask(words: str, *, by: PersonId, phase: str | None = None) -> Move:
    """What a real member asks in free words, read once and for all."""
    return Move(Does.ASK, by, words, asked(words, phase=phase))


def named(
    case: Case, words: str, *, seats: Seats, real: Mapping[PersonId, str] | None = None
) -> PersonId | None:
    """Who is spoken to by their first name, the first of them where there are more.

    `real` are the names of real people, who are called by their own. The presenter is
    not meant. Accents may be left out.
    """
    taken = set(seats.values())
    people = {
        each.person: each.name for each in case.members if each.person not in taken
    }
    plainly = plain(words)
    found: dict[PersonId, int] = {}
    for person, name in {**people, **(real or {})}.items():
        first = re.escape(plain(name).split()[0]) if name.split() else None
        at = re.search(rf"\b{first}\b", plainly) if first else None
        if at:
            found[person] = at.start()
    return min(found, key=lambda person: found[person], default=None)


def plain(words: str) -> str:
    """In small letters, without accents, with one kind of apostrophe."""
    apart = normalize("NFKD", words.casefold().replace("’", "'"))
    return "".join(each for each in apart if not combining(each))


def heard(
    words: str, *, phase: str | None = None, names: bool = False
) -> tuple[str, ...]:
    """What a facilitator's words come near to; values of `Trigger` and `Heard`.

    `names` is whether a member is named in them.
    """
    small = " ".join(words.lower().split())
    found = [name for name, cues in _cues() if cues.search(small)]
    reading = coach.read(words, phase=phase, role=coach.Role.FACILITATOR)
    if names and _any(INVITES).search(small):
        found = [Trigger.SILENT.value, Heard.INVITES.value, *found]
    if not found:
        found = _by_the_coach(reading, small, names=names)
    elif _also_tells(reading, small):
        found = [Heard.TELLING.value]
    if _any(CURT).search(small):
        found.append(Heard.CURT.value)
    return tuple(dict.fromkeys(found))


def _also_tells(reading: Reading, small: str) -> bool:
    """Advice to the presenter that happens to hold a phrase of ours."""
    tells = re.search(r"\byou (should|must|ought|need to)|if i were you", small)
    return bool(tells) and reading.probabilities[TurnKind.ADVICE] >= SURE


def _by_the_coach(reading: Reading, small: str, *, names: bool) -> list[str]:
    sure = reading.confidence >= SURE
    unsure = [] if sure else [Heard.UNSURE.value]
    if _tells(reading, small):
        return [Heard.TELLING.value, *unsure]
    if reading.kind in coach.QUESTIONS:
        said = Heard.INVITES if names else Heard.QUESTION
        return [said.value, *unsure]
    if _any(PROCESS).search(small):
        return [Heard.PROCESS.value, *unsure]
    if names:
        return [Heard.INVITES.value, Heard.UNSURE.value]
    return [Heard.UNCLEAR.value]


def _tells(reading: Reading, small: str) -> bool:
    if reading.kind in coach.STEERING and reading.confidence >= FAIRLY_SURE:
        return True
    return bool(re.search(r"\bi (think|believe|feel|would|reckon)\b|if i were", small))


def asked(words: str, *, phase: str | None = None) -> tuple[str, ...]:
    """What a member's words are, as the coach reads them; values of `Heard`."""
    reading = coach.read(words, phase=phase, role=coach.Role.MEMBER)
    unsure = () if reading.confidence >= SURE else (Heard.UNSURE.value,)
    return (_kind(reading, phase).value, *unsure)


def _kind(reading: Reading, phase: str | None) -> Heard:
    if Subtype.STACKED in reading.subtypes:
        return Heard.STACKED
    if reading.kind is TurnKind.ADVICE:
        return Heard.TELLING
    if reading.kind is TurnKind.LEADING_QUESTION:
        return Heard.LEADING
    if Subtype.CLARIFYING in reading.subtypes or phase == "clarify":
        return Heard.FACT
    if reading.kind is TurnKind.CLOSED_QUESTION:
        return Heard.CLOSED
    open_kinds = (TurnKind.OPEN_QUESTION, TurnKind.REFLECTION)
    return Heard.OPEN if reading.kind in open_kinds else Heard.UNCLEAR
