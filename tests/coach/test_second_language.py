"""A second language is other data, and no code: a few words of German show it."""

import json
from typing import Any

from askwell.coach import Reading, Subtype, TurnKind, saying
from askwell.coach.features import features
from askwell.coach.language import FOLDER, Language, made_from
from askwell.coach.subtypes import subtypes
from coach.readers import OPEN_MINDED

ADVICE = "Du solltest unbedingt mit Anna reden, und zwar bald."
STACKED = "Was ist passiert? Und wie geht es dir damit?"

WORDS: dict[str, Any] = {
    "language": "de",
    "splits": {"gehts": "geht es"},
    "suffixes": [],
    "fillers": "äh ähm",
    "lead_ins": "und also",
    "families": {},
    "keep": "du solltest mit und was wie",
    "endings": [],
    "cues": [{"name": "du_solltest", "wordings": ["du solltest|musst"]}],
}


def german() -> Language:
    """The English file with its words taken out, and a few German ones put in."""
    says = _emptied(json.loads((FOLDER / "en" / "says.json").read_text("utf-8")))
    says["reasons"] = {kind: {"": f"{kind}."} for kind in TurnKind}
    says["reasons"][TurnKind.ADVICE]["du_solltest"] = "„{words}“ sagt, was zu tun ist."
    says["hints"] = {
        TurnKind.ADVICE: "Das könnte als Rat gehört werden. Was fragst du dich?",
        Subtype.STACKED: "Mehrere Fragen auf einmal. Welche ist die wichtigste?",
    }
    says["families"] = {"ADV": "unbedingt"}
    says["clauses"] |= {"cut": "und", "breaks": ",", "most": 9}
    says["stacks"] |= {"asks": "was wie", "least": 3, "comma": ","}
    says["frames"] = [
        {
            "name": "du_solltest",
            "kinds": "advice",
            "after": ["du solltest|musst (<ADV>)"],
            "then": [["rest", "wenn"]],
        }
    ]
    says["asks"] = {"wenn": [[9, "Was würde sich ändern, wenn du {rest} würdest?"]]}
    says["generic"] = [
        {"kinds": "advice", "first": "", "ask": ["Was hast du schon versucht?"]}
    ]
    return made_from(WORDS, says)


def _emptied(data: Any) -> Any:
    match data:
        case dict():
            return {name: _emptied(value) for name, value in data.items()}
        case list():
            return []
        case str():
            return ""
        case _:
            return data


def hinted(kind: TurnKind, text: str) -> Reading:
    words = german()
    seen = features(text, words)
    finer = subtypes(seen, kind, words, text, phase=None, previous=None)
    said = Reading(kind=kind, probabilities={}, subtypes=finer)
    return saying.with_hint(said, seen, text, words, OPEN_MINDED, phase=None)


def test_the_reason_quotes_what_was_said() -> None:
    words = german()
    seen = features(ADVICE, words)

    reason = saying.reason(TurnKind.ADVICE, seen.cues, seen, ADVICE, words)

    assert reason == "„Du solltest“ sagt, was zu tun ist."


def test_a_question_is_made_of_the_authors_own_words() -> None:
    reading = hinted(TurnKind.ADVICE, ADVICE)

    assert reading.hint.startswith("Das könnte als Rat gehört werden.")
    assert reading.rewrites == (
        "Was würde sich ändern, wenn du mit Anna reden würdest?",
        "Was hast du schon versucht?",
    )


def test_several_questions_are_told_apart() -> None:
    reading = hinted(TurnKind.OPEN_QUESTION, STACKED)

    assert reading.subtypes == (Subtype.STACKED,)
    assert reading.rewrites == ("Was ist passiert?", "Wie geht es dir damit?")
