"""Who is called by name in a turn."""

import re
from collections import Counter
from collections.abc import Sequence

from askwell.transcripts.transcript import Turn

READ_AS_NAMED = 15
"""Words: in longer sentences a name is rather talked about than called."""

_WORD = re.compile(r"\w+")


class Called:
    """Knows speakers by the first word of their names, where only one has it."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        names = {turn.speaker for turn in turns if turn.speaker}
        firsts = {name: first[0] for name in names if (first := _WORD.findall(name))}
        often = Counter(firsts.values())
        self._by_first = {
            first: name
            for name, first in firsts.items()
            if often[first] == 1 and first[0].isupper() and len(first) > 1
        }

    def by(self, speaker: str, sentence: str) -> set[str]:
        """Who is called in the sentence by `speaker`, never themselves."""
        said = _WORD.findall(sentence)
        if len(said) > READ_AS_NAMED:
            return set()
        names = (self._by_first.get(word) for word in said)
        return {name for name in names if name and name != speaker}
