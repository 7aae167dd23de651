"""What is drawn with a stencil is what the partial draws of the item itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from django.template.defaultfilters import linebreaksbr
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from askwell.process import EMPTY, Event, evolve
from askwell.process import events as happened
from askwell.web.meetings.screens import Sight, said, stencils
from askwell.web.meetings.screens.said import Said
from askwell.web.meetings.screens.viewer import Viewer
from askwell.web.ui.people import hue_of, initials_of
from process.test_transcripts import TRANSCRIPTS
from web.meetings.eyes import viewer
from web.meetings.test_latecomer import log_of

TOKEN = re.compile(r'name="token" value="([0-9a-f]{32})"')
HOSTILE = "</p><script>1</script> \ue000token\ue001 \ue000name\ue001 & {{ item }}\n%s"


def without_stencil(item: Said, see: Sight) -> SafeString:
    """Everything of the item goes to the partial, nothing is kept."""
    given = {name: getattr(item, name) for name in Said.__dataclass_fields__} | {
        "aside": item.aside,
        "is_question": item.is_question,
        "acts": item.acts,
        "hue": hue_of(item.name),
        "initials": initials_of(item.name),
        "lines": linebreaksbr(item.words),
        "answers": mark_safe("".join(without_stencil(a, see) for a in item.answers)),
    }
    return get_template(stencils.ITEM).render({"item": given, "see": see})


def settled(drawn: str) -> str:
    return TOKEN.sub('name="token" value=""', drawn)


def everybody(log: Sequence[Event]) -> list[Viewer]:
    names = {event.person for event in log}
    own = [viewer(person, names) for person in sorted(names - {"askwell"})]
    return [*own, viewer("", names, shared=True), viewer("a stranger", names)]


def items(see: Sight) -> list[Said]:
    """All that this viewer may see at all, in whatever phase it was said."""
    return [
        said.seen(see, each)
        for each in see.state.contributions.values()
        if said.visible(see, each)
    ]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["", "en-gb"])
def test_everybody_is_shown_what_the_partial_would_draw(path: Path, language: str):
    log, state = log_of(path), EMPTY
    eyes = [replace(each, language=language) for each in everybody(log)]

    for event in log:
        state = evolve(state, event)
        if not isinstance(event, (happened.Contributed, happened.PhaseBegan)):
            continue
        for each in eyes:
            see = Sight.of(state, each)
            with each.at_home():
                for item in items(see):
                    drawn = stencils.draw(item, see.acts)
                    assert settled(drawn) == settled(without_stencil(item, see))


def test_a_stencil_is_given_nothing_that_was_said():
    item = an_item(words="Nobody else may read this", name="Ana Reyes")

    stencils.draw(item, "a-room")
    kept = stencils._stencil(None, True, False, *stencils._look(item))

    assert not any("Nobody else" in part or "Ana" in part for part in kept)
    assert not any("a-room" in part for part in kept)


def test_words_that_look_like_holes_stay_words():
    item = an_item(words=HOSTILE, name=HOSTILE)
    drawn = stencils.draw(item, "a-room")

    assert drawn.count("&lt;script&gt;") == 3 + 1
    assert "<script>" not in drawn
    assert drawn.count("\ue000token\ue001") == 4


def test_every_form_has_a_token_of_its_own():
    item = an_item(to_star=True, to_answer=True, to_take_back=True)
    tokens = TOKEN.findall(stencils.draw(item, "a-room") + stencils.draw(item, "b"))

    assert len(set(tokens)) == len(tokens) == 10


def an_item(**given: object) -> Said:
    plain = dict.fromkeys(Said.__dataclass_fields__, "")
    flags = dict.fromkeys([name for name in plain if name.startswith("to_")], False)
    return Said(
        **plain | flags | {"number": 7, "answers": (), "family": "question"} | given
    )
