"""What in people's words points to the part they have in a meeting."""

import re

_PROCESS = re.compile(
    r"\b(?:over to you|(?:first|next|last|your|second|third) (?:slot|turn)|your turn"
    r"|(?:let's|let us|shall we|can we|could we) (?:\w+ )?(?:make a start|start|begin"
    r"|stay|pause|move|go round|go around|close|check|take|stop|turn|hear|stick"
    r"|come back|keep|wrap|finish)|are we all here|everyone hear me"
    r"|(?:\w+ |-)minutes?(?: left| each| more| to go)|another \w+ minutes"
    r"|(?:time|time's|time is) (?:up|check)|on time|out of time|running over"
    r"|(?:mind|minding|watch|watching) the (?:clock|time)|same time in|in the chair"
    r"|welcome(?: back)?|thank(?:s| you) (?:everyone|everybody|all)"
    r"|(?:turn|put|ask|say) (?:that|it|this) (?:into|as) a question"
    r"|question (?:underneath|behind|in that)|(?:we're|we are) asking"
    r"|who(?:'d| would)? (?:like|wants?) to (?:start|go|begin|ask|present)|who's next"
    r"|check[- ]?in|check[- ]?out|ground rules|our agreement|confidential"
    r"|(?:any|more|next) questions?(?: for| from)|round of|this round|that round"
    r"|how are we (?:doing|working)|what helped|process review|hold (?:that|your)"
    r"|one (?:at a time|question|word)|silence for|(?:handing|hand) over"
    r"|floor(?:'s| is) yours|off you go|facilitat\w+)\b",
    re.IGNORECASE,
)
_HANDING_OVER = re.compile(
    r"\b(?:slot|over to you|your turn"
    r"|you(?:'re| are) (?:next|first|up)|present(?:ing|s)?|the floor|off you go"
    r"|your (?:topic|issue|challenge)|next up|(?:go|going) (?:first|next))\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:(?:so|and|but|okay|ok|well|um|uh),? )*(?:what|how|why|who|where|when|which|is"
    r"|are|do|does|did|have|has|can|could|would|will)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself|mine)\b", re.IGNORECASE)


def keeps_process(sentence: str) -> bool:
    return _PROCESS.search(sentence) is not None


def hands_over(sentence: str) -> bool:
    return _HANDING_OVER.search(sentence) is not None


def speaks_of_self(sentence: str) -> int:
    return len(_SELF.findall(sentence.replace("’", "'")))


def asks(sentence: str) -> bool:
    """Whether it is a question by its mark, or by its first words when it has none."""
    bare = sentence.rstrip("\"'”’»)] ")
    if bare.endswith(("?", "？", "؟")):
        return True
    return not bare.endswith((".", "!", "…")) and _ASKING.match(bare) is not None
