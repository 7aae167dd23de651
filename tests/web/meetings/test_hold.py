"""Written advice is held once for its author, who then sends what they like (INV-4)."""

import asyncio
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from lxml import html

from askwell.coach import Reading, TurnKind
from askwell.process import commands as ask
from askwell.process.commands import Command
from askwell.process.formats import FORMATS
from askwell.process.refusals import Refused
from askwell.web.meetings import screens
from askwell.web.meetings.forms import ACTS
from askwell.web.meetings.hearing import hearing_now, hearing_of
from askwell.web.meetings.hold import Held, advice_in
from askwell.web.meetings.posting import FRAGMENT, Posting
from askwell.web.meetings.seam import Seam
from askwell.web.meetings.tickets import Ticket
from askwell.web.meetings.writer import Accepted
from process.room import FACILITATOR, NINE, Room, attendee, brief, in_slot, opened
from web.meetings.eyes import MEETING, Page, viewer

ADVICE = "You should tell him straight."
QUESTION = "What matters most to you here?"


def held(room: Room, by: str, kind: str, words: str | None, **how: Any) -> Held | None:
    command = room.command(ask.Contribute, by, kind=kind, words=words, **how)
    return advice_in(command, room.state, at=room.at)


class Answers:
    """What came back from one post."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = ""

    async def __call__(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            self.body += message.get("body", b"").decode()

    @property
    def drawn(self) -> html.HtmlElement:
        return html.fromstring(self.body)

    def texts(self, path: str) -> list[str]:
        return [
            " ".join(each.text_content().split()) for each in self.drawn.xpath(path)
        ]


class PostedTo:
    """A room in memory that takes what a browser posts, and nothing else."""

    def __init__(self, room: Room, *, hints: bool = True) -> None:
        self.room = room
        self.hints = hints
        self.corrected: list[tuple[int, str, TurnKind]] = []
        self.screens = screens
        self.runtime = self
        self.hub = SimpleNamespace(room=self._room)
        self._posting = Posting(Seam(screens, ACTS, self._correct), self)

    async def _room(self, meeting: UUID) -> Room:
        return self.room

    async def submit(self, meeting: UUID, command: Command) -> object:
        answer = self.room.post(command)
        if isinstance(answer, Refused):
            return answer
        return Accepted(self.room.state.head, answer)

    async def in_thread(self, call: Any, *args: Any, **kwargs: Any) -> None:
        call(*args, **kwargs)

    async def viewer(self, room: Room, ticket: Ticket) -> screens.Viewer:
        return viewer(ticket.person, room.state.people)

    def _correct(
        self, meeting: UUID, contribution: int, *, by: str, meant: TurnKind
    ) -> None:
        self.corrected.append((contribution, by, meant))

    def post(self, by: str, *, plainly: bool = False, **fields: str) -> Answers:
        answers, sent = Answers(), {"token": "a-token-1", **fields}
        accept = "text/html" if plainly else FRAGMENT
        scope = {
            "headers": [
                (b"accept", accept.encode()),
                (b"sec-fetch-site", b"same-origin"),
            ]
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": urlencode(sent).encode()}

        ticket = Ticket(UUID(MEETING), by, hints=self.hints)
        asyncio.run(
            self._posting.post(ticket, "contributions", scope, receive, answers)
        )
        return answers

    def said(self) -> list[str | None]:
        return [each.words for each in self.room.state.contributions.values()]


@pytest.fixture
def room() -> Room:
    return in_slot("ana", "explore")


@pytest.fixture
def site(room: Room) -> PostedTo:
    return PostedTo(room)


# What is held


def test_written_advice_is_held(room):
    found = held(room, "ben", "open_question", ADVICE)

    assert found is not None
    assert found.reading.kind is TurnKind.ADVICE


def test_a_good_question_is_not(room):
    assert held(room, "ben", "open_question", QUESTION) is None


def test_advice_told_as_an_experience_is_held():
    room = in_slot("ana", "experience")

    assert held(room, "ben", "experience", ADVICE) is not None


def test_the_presenter_is_never_held(room):
    asked = room.say("ben", "open_question", words=QUESTION)

    assert held(room, "ana", "answer", ADVICE, to=asked) is None


def test_what_the_facilitator_says_about_the_process_is_not_held(room):
    assert held(room, FACILITATOR, "intervention", "You should slow down.") is None


def test_what_was_said_aloud_is_not_held_from_whoever_jots_it(room):
    jotted = held(room, FACILITATOR, "open_question", ADVICE, speaker="ben")

    assert jotted is None


def test_nothing_is_held_that_has_no_words(room):
    assert held(room, "ben", "open_question", None) is None


def test_what_is_too_long_to_be_taken_is_not_read(room):
    assert held(room, "ben", "open_question", ADVICE * 1000) is None


def test_outside_a_slot_nothing_is_held():
    room = opened()
    bid = room.command(ask.PlaceBid, "ben", headline=ADVICE)

    assert advice_in(bid, room.state, at=NINE) is None
    assert held(room, "ben", "open_question", ADVICE) is None


def test_what_would_be_refused_anyway_is_not_held():
    room = in_slot("ana", "present")

    assert held(room, "ben", "open_question", ADVICE) is None


def test_an_unknown_kind_is_left_to_the_process(room):
    assert held(room, "ben", "sermon", ADVICE) is None


@pytest.mark.parametrize("one", [f for f in FORMATS if not f.script().action_learning])
def test_where_advice_is_welcome_nothing_is_ever_held(one):
    people = [attendee(name) for name in ("ana", "ben", "chloe", "dev", "eve")]
    room = in_slot("ana", None, brief(*people[: one.most_people], format=one.name))
    for _phase in one.script().slot:
        for kind in ("open_question", "experience", "offer", "idea"):
            assert held(room, "ben", kind, ADVICE) is None
        if room.state.slot is None:
            break
        room.ask(ask.SkipPhase, FACILITATOR, reason="On we go.")


# What the coach is told


def test_the_coach_hears_what_the_presenter_said_last(room):
    room.do(ask.StateTopic, "ana", topic="The rota that nobody wants")
    before = room.say("ben", "open_question", words=QUESTION)
    room.say("ana", "answer", words="That they stay.", to=before)
    after = room.say("chloe", "open_question", words="What makes them stay?")

    said = room.state.contributions
    assert hearing_of(room.state, said[before]).previous == "The rota that nobody wants"
    assert hearing_of(room.state, said[after]).previous == "That they stay."
    assert hearing_now(room.state, "dev").previous == "That they stay."


def test_the_coach_hears_who_speaks_and_where(room):
    roles = {
        person: hearing_now(room.state, person).role
        for person in ("ana", "ben", FACILITATOR)
    }

    assert roles == {"ana": "presenter", "ben": "member", FACILITATOR: "facilitator"}
    assert hearing_now(room.state, "ben").phase == "explore"


# How it is held


def test_held_words_are_neither_logged_nor_shown(site):
    before = list(site.room.log)

    answer = site.post("ben", kind="open_question", words=ADVICE)

    assert answer.status == 409
    assert site.room.log == before


def test_the_author_is_asked_what_question_is_behind_it(site):
    answer = site.post("ben", kind="open_question", words=ADVICE)

    first, *_ = answer.texts("//p")
    assert first == (
        "Not sent yet. This could be heard as advice. What question is behind it? "
        "Only you see this."
    )
    assert 1 <= len(answer.drawn.xpath("//button[@data-words]")) <= 2
    assert "Send it as it is" in answer.texts("//button")


def test_sent_again_with_the_same_token_it_goes_through_as_it_is(site):
    site.post("ben", kind="open_question", words=ADVICE)

    answer = site.post("ben", kind="open_question", words=ADVICE, held="yes")

    assert answer.status == 204
    assert site.said() == [ADVICE]


def test_once_held_the_next_words_from_that_box_go_through(site):
    site.post("ben", kind="open_question", words=ADVICE)

    site.post("ben", kind="open_question", words="You must not wait.", held="yes")

    assert site.said() == ["You must not wait."]


def test_a_double_click_says_it_once(site):
    for _ in range(2):
        answer = site.post("ben", kind="open_question", words=ADVICE, held="yes")

    assert (answer.status, site.said()) == (204, [ADVICE])


def test_a_click_repeated_without_the_mark_is_answered_as_taken(site):
    site.post("ben", kind="open_question", words=ADVICE, held="yes")

    answer = site.post("ben", kind="open_question", words=ADVICE)

    assert (answer.status, site.said()) == (204, [ADVICE])


def test_whoever_wants_no_hints_is_never_held(room):
    site = PostedTo(room, hints=False)

    answer = site.post("ben", kind="open_question", words=ADVICE)

    assert (answer.status, site.said()) == (204, [ADVICE])


def test_the_author_may_say_that_it_is_a_question_as_they_mean_it(site):
    site.post("ben", kind="open_question", words=ADVICE, held="meant")

    [number] = site.room.state.contributions
    assert site.corrected == [(number, "ben", TurnKind.OPEN_QUESTION)]


def test_sending_as_it_is_corrects_nothing(site):
    site.post("ben", kind="open_question", words=ADVICE, held="yes")

    assert site.corrected == []


def test_what_the_coach_does_not_read_corrects_nothing(room, site):
    """Nor does it fail once it is written: a browser would send it for ever."""
    room.say("ben", "open_question", words=QUESTION)

    answer = site.post("ana", kind="answer", words="I wait too long.", held="meant")

    assert (answer.status, site.corrected) == (204, [])


def test_what_is_refused_after_all_corrects_nothing():
    site = PostedTo(in_slot("ana", "present"))

    answer = site.post("ben", kind="open_question", words=ADVICE, held="meant")

    assert (answer.status, site.corrected) == (409, [])


def test_where_nobody_asks_now_no_question_is_offered():
    site = PostedTo(in_slot("ana", "experience"))

    answer = site.post("ben", kind="experience", words=ADVICE)

    assert answer.drawn.xpath("//button[@data-words]") == []
    assert "the choice stays with them" in answer.body


# Without JavaScript


def test_the_page_keeps_the_words_in_a_box(site):
    answer = site.post("ben", plainly=True, kind="open_question", words=ADVICE)

    [box] = answer.drawn.xpath("//textarea[@name='words']")
    assert (answer.status, box.text) == (409, ADVICE)


def test_what_the_page_offers_can_be_posted(site):
    page = site.post("ben", plainly=True, kind="open_question", words=ADVICE).drawn

    for number, form in enumerate(page.forms):
        answer = site.post("ben", plainly=True, **dict(form.fields))
        assert answer.status == 303
        assert len(site.said()) == number + 1
    assert [form.fields["words"] for form in page.forms] == site.said()
    assert {form.fields["held"] for form in page.forms} == {"yes"}


def test_the_page_escapes_whatever_stands_on_it(room):
    words = 'You should <b>leave</b> "now"'
    command = room.command(ask.Contribute, "ben", kind="open_question", words=words)
    reading = Reading(TurnKind.ADVICE, {}, hint="<i>?", rewrites=("<u>What</u> now?",))
    held = Held(command, reading, "open_question")
    eyes = viewer("ben", room.state.people)

    for drawn in (screens.held_page(held, eyes), screens.hold(held, eyes)):
        assert not any(sign in drawn for sign in ("<b>", "<i>", "<u>"))
    box = html.fromstring(screens.held_page(held, eyes)).xpath("//textarea")[0]
    assert box.text == words


# The box in the room


def coaches(page: Page) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in page.root.iter("question-coach")]


def page_of(room: Room, person: str, *, hints: bool = True) -> Page:
    eyes = viewer(person, room.state.people)
    return Page(room.state, screens.Viewer(eyes.person, eyes.directory, hints=hints))


def test_the_box_tells_the_coach_where_it_stands(room):
    [coach] = coaches(page_of(room, "ben"))

    assert (coach["phase"], coach["speaks-as"]) == ("explore", "member")
    assert coach["meeting"] == MEETING
    assert "quiet" not in coach


def test_the_presenter_has_no_coach(room):
    assert coaches(page_of(room, "ana")) == []


def test_whoever_wants_no_hints_has_no_coach(room):
    assert coaches(page_of(room, "ben", hints=False)) == []
