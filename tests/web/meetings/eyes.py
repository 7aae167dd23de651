"""A page of the room as a browser would keep it, without a browser."""

from collections.abc import Iterable, Sequence

from lxml import html

from askwell.process import Event, State
from askwell.web.meetings import screens
from askwell.web.meetings.screens import Directory, Fragment, Viewer

MEETING = "6f1c2f6e-4c5b-4f0e-9d53-0f8a9a4c1b11"
SET = "0a4be7b2-5f0c-4d5b-8c39-8f2f0c3f8a10"


def viewer(person: str, names: Iterable[str], *, shared: bool = False) -> Viewer:
    """Somebody's eyes on a meeting in which everybody is called by their id."""
    directory = Directory(
        meeting=MEETING,
        learning_set=SET,
        set_name="Harbour Lane",
        code="k7qm2x",
        names={name: name.title() for name in names},
    )
    return Viewer(person, directory, shared)


class Page:
    """All regions of one viewer's page; fragments change it as `<live-room>` would."""

    def __init__(self, state: State, eyes: Viewer) -> None:
        drawn = "".join(screens.page(state, eyes).values())
        self.root = html.fragment_fromstring(drawn, create_parent="main")
        self.eyes = eyes

    def follow(self, events: Sequence[Event], state: State) -> None:
        for fragment in screens.draw(events, state, self.eyes):
            self.place(fragment)

    def place(self, fragment: Fragment) -> None:
        if fragment.how == "remove":
            self._drop(fragment.target)
            return
        fresh = html.fragment_fromstring(fragment.html)
        name = fragment.target if fragment.how == "replace" else fresh.get("id")
        old = self.find(name)
        if old is not None:
            fresh.tail = old.tail
            old.getparent().replace(old, fresh)
        elif fragment.how != "replace":
            self._add(fragment, fresh)

    def _add(self, fragment: Fragment, fresh: html.HtmlElement) -> None:
        into = self.find(fragment.target)
        if into is not None:
            into.insert(0 if fragment.how == "lead" else len(into), fresh)

    def _drop(self, name: str) -> None:
        old = self.find(name)
        if old is not None:
            old.drop_tree()

    def find(self, name: str | None) -> html.HtmlElement | None:
        found = self.root.xpath("//*[@id=$name]", name=name)
        return found[0] if found else None

    @property
    def text(self) -> str:
        return " ".join(self.root.text_content().split())

    def acts(self) -> set[str]:
        """What this viewer can post from this page."""
        return {form.get("action").split("/")[3] for form in self.root.iter("form")}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self.settled() == other.settled()

    __hash__ = None

    def settled(self) -> list[str]:
        """The page, line by line, without what differs from one drawing to the next."""
        copy = html.fromstring(html.tostring(self.root))
        for token in copy.xpath("//input[@name='token']"):
            token.set("value", "")
        for clock in copy.xpath("//phase-timer"):
            clock.set("now", "")
            for child in list(clock):
                clock.remove(child)
        lines = html.tostring(copy, encoding="unicode").replace("><", ">\n<")
        return [line.strip() for line in lines.split("\n") if line.strip()]
