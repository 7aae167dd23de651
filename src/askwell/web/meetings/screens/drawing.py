"""Draws the room: the whole page, or what some events have changed of it."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.safestring import SafeString

from askwell.facilitation.moments import Moment
from askwell.process import Event, State
from askwell.process import events as happened
from askwell.web.meetings.screens import cockpit, contents, regions, said, stencils
from askwell.web.meetings.screens.regions import (
    MINE,
    ROOM,
    STEPS,
    TOUCHED_BY,
    Region,
)
from askwell.web.meetings.screens.sight import Sight
from askwell.web.meetings.screens.viewer import Fragment, Viewer

LIST = "said-now"
MOMENT = next(region for region in ROOM if region.name == "moment")

# Events that change one contribution, by the name of the field that says which.
OF_ONE = (
    happened.Starred,
    happened.PutInPlace,
    happened.Kept,
    happened.ContributionTakenBack,
    happened.Passed,
)


def page(state: State, viewer: Viewer) -> dict[str, SafeString]:
    """Every region of the viewer's page, by name."""
    see = Sight.of(state, viewer)
    return {region.name: regions.draw(region, see) for region in ROOM}


def redraw(state: State, viewer: Viewer) -> list[Fragment]:
    """Every region of the viewer's page, each in place of what is there."""
    drawn = page(state, viewer)
    return [Fragment(name, "replace", html) for name, html in drawn.items()]


def draw(events: Sequence[Event], state: State, viewer: Viewer) -> list[Fragment]:
    """What of the viewer's page these events have changed, as it is now."""
    see = Sight.of(state, viewer)
    touched = _touched(events, see)
    fragments = [
        Fragment(region.name, "replace", regions.draw(region, see))
        for region in touched
    ]
    if any(region.name == "said" for region in touched):
        return fragments
    return [*_items(events, see), *fragments]


def brought_by_time(
    state: State, viewer: Viewer, *, shown: Moment | None
) -> tuple[Moment | None, list[Fragment]]:
    """What the clock alone has brought whoever facilitates since `shown` was shown."""
    if viewer.shared or not state.facilitates(viewer.person):
        return None, []
    see = Sight.of(state, viewer)
    due = cockpit.due(see)
    if due == shown:
        return shown, []
    return due, [Fragment(MOMENT.name, "replace", regions.draw(MOMENT, see))]


def _touched(events: Sequence[Event], see: Sight) -> Sequence[Region]:
    if any(_changes_everything(event, see) for event in events):
        return ROOM
    changed = {
        region.name
        for event in events
        for region in TOUCHED_BY.get(type(event), ())
        if region.changes(event, see)
    }
    if any(_changes_the_list(event, see) for event in events):
        changed.add("said")
    return [region for region in ROOM if region.name in changed] if changed else ()


def _changes_everything(event: Event, see: Sight) -> bool:
    if isinstance(event, STEPS):
        return True
    return isinstance(event, MINE) and event.person == see.me


def _changes_the_list(event: Event, see: Sight) -> bool:
    """Whether more than one of what was said may look different, or moves."""
    if isinstance(event, happened.ReviewGiven):
        return event.person == see.me and event.helpful is not None
    if not isinstance(event, (happened.Contributed, *OF_ONE)):
        return False
    return see.shared or contents.sorts(see) or _of_an_earlier_phase(event, see)


def _of_an_earlier_phase(event: Event, see: Sight) -> bool:
    if not isinstance(event, happened.ContributionTakenBack):
        return False
    contribution = see.state.contributions.get(event.contribution)
    return see.now is None or not contribution or contribution.phase != see.now.name


def _items(events: Sequence[Event], see: Sight) -> Iterator[Fragment]:
    if not see.inside or see.quiet:
        return
    new = {e.number for e in events if isinstance(e, happened.Contributed)}
    for number in dict.fromkeys(_numbers(events)):
        yield from _item(number, see, new=number in new)


def _numbers(events: Iterable[Event]) -> Iterator[int]:
    for event in events:
        if isinstance(event, happened.Contributed):
            yield event.number
        elif isinstance(event, OF_ONE) and event.contribution is not None:
            yield event.contribution


def _item(number: int, see: Sight, *, new: bool) -> Iterator[Fragment]:
    contribution = see.state.contributions.get(number)
    if contribution is None or contribution.taken_back:
        yield Fragment(f"c-{number}", "remove")
    elif said.visible(see, contribution):
        html = stencils.draw(said.seen(see, contribution), see.acts)
        if not new:
            yield Fragment(f"c-{number}", "replace", html)
        elif contribution.to:
            yield Fragment(f"answers-{contribution.to}", "put", html)
        else:
            yield Fragment(LIST, "lead", html)
