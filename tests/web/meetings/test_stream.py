"""The live room as a browser meets it, on both databases."""

import asyncio
import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from web.meetings.caller import Caller, Frame
from web.meetings.served import OpenMeeting, Server


def caller(meeting: OpenMeeting, server: Server, who: int = 0, **how: Any) -> Caller:
    return Caller(meeting.id, meeting.people[who], server.port, **how)


async def until(caller: Caller, event: str, *, after: int, within: int = 30) -> Frame:
    async with asyncio.timeout(within):
        async for frame in caller.frames(after=after):
            if frame.event == event:
                return frame
    raise AssertionError("the stream ended")


async def note(caller: Caller, words: str = "A thought", token: str = "") -> int:
    """Post a private note; the status of the answer."""
    answer = await caller.post("notes", token or str(uuid4()), words=words)
    return answer.status


def test_a_stream_greets_with_the_servers_time_and_soon_beats(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> None:
        ana = caller(meeting, server)

        hello = await until(ana, "hello", after=meeting.head)
        beat = await until(ana, "beat", after=meeting.head)

        said = json.loads(hello.data)
        assert 0 <= int(beat.data) - said["now"] < 10_000
        assert meeting.people[0] in said["here"]

    asyncio.run(story())


def test_whatever_is_posted_reaches_every_screen_once_and_in_order(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> list[Caller]:
        last = meeting.head + 12
        watching = [caller(meeting, server, who) for who in range(4)]
        streams = [
            asyncio.create_task(one.follow(until=last, after=meeting.head))
            for one in watching
        ]
        await asyncio.gather(*(note(watching[n % 4]) for n in range(12)))
        async with asyncio.timeout(30):
            await asyncio.gather(*streams)
        return watching

    everyone = asyncio.run(story())

    expected = list(range(meeting.head + 1, meeting.head + 13))
    assert [one.seen for one in everyone] == [expected] * 4


def test_a_latecomer_is_told_what_happened_before(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> list[int]:
        ana, ben = caller(meeting, server), caller(meeting, server, 1)
        await note(ana)
        await note(ana)
        async with asyncio.timeout(30):
            await ben.follow(until=meeting.head + 2)
        return ben.seen

    assert asyncio.run(story()) == list(range(1, meeting.head + 3))


def test_the_long_poll_tells_the_same_as_the_stream(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> tuple[dict[str, object], str]:
        ana = caller(meeting, server)
        waiting = asyncio.create_task(ana.get(f"log/?after={meeting.head}&wait=20"))
        await asyncio.sleep(0.2)
        await note(ana, "Breathe out")
        answer = await waiting
        frame = await until(ana, "", after=meeting.head)
        return json.loads(answer.body), frame.data

    polled, streamed = asyncio.run(story())

    assert polled["head"] == meeting.head + 1
    assert polled["html"] == streamed
    assert "Breathe out" in streamed


def test_a_number_that_is_none_counts_as_nothing(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> int:
        ana = caller(meeting, server)
        return (await ana.get(f"log/?after={'9' * 5000}&wait=0")).status

    assert asyncio.run(story()) == 200


def test_a_token_twice_is_once(meeting: OpenMeeting, server: Server) -> None:
    async def story() -> tuple[list[int], str]:
        ana = caller(meeting, server)
        statuses = await asyncio.gather(*(note(ana, token="same-one") for _ in "123"))
        log = await ana.get(f"log/?after={meeting.head}")
        return statuses, log.body

    statuses, log = asyncio.run(story())

    assert statuses == [204, 204, 204]
    assert json.loads(log)["head"] == meeting.head + 1


def test_a_refusal_and_a_faulty_form_explain_themselves(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> list[tuple[int, str]]:
        ben = caller(meeting, server, 1)
        stale = await ben.post("phase", str(uuid4()), expected_phase="999")
        faulty = await ben.post("phase", str(uuid4()))
        return [(stale.status, stale.body), (faulty.status, faulty.body)]

    assert asyncio.run(story()) == [
        (409, "<p>stale_phase</p>"),
        (422, "<p>expected_phase</p>"),
    ]


@pytest.mark.parametrize(
    ("act", "token", "status"), [("juggling", "long-enough", 404), ("notes", "!", 400)]
)
def test_what_is_no_act_or_has_no_token_is_turned_down(
    meeting: OpenMeeting, server: Server, act: str, token: str, status: int
) -> None:
    ana = caller(meeting, server)

    answer = asyncio.run(ana.post(act, token, words="Hm"))

    assert answer.status == status


def test_without_javascript_a_post_leads_back_to_the_room_or_keeps_the_text(
    meeting: OpenMeeting, server: Server
) -> None:
    plain = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}

    async def story() -> tuple[int, str, str]:
        ana = caller(meeting, server)
        done = await ana.send(
            "POST", f"{ana.path}notes/", body="token=by-hand-1&words=Hm", headers=plain
        )
        refused = await ana.send(
            "POST",
            f"{ana.path}contributions/",
            body="token=by-hand-2&kind=open_question&words=What+now",
            headers=plain,
        )
        return done.status, done.headers["location"], refused.body

    status, location, page = asyncio.run(story())

    assert (status, location) == (303, f"/meetings/{meeting.id}/")
    assert "<q>What now</q>" in page


def test_only_our_own_pages_may_post(meeting: OpenMeeting, server: Server) -> None:
    async def story() -> list[int]:
        ana = caller(meeting, server)
        body, path = "token=from-afar&words=Hm", f"{ana.path}notes/"
        headers: list[dict[str, str]] = [
            {},
            {"Sec-Fetch-Site": "cross-site"},
            {"Origin": "https://elsewhere.example"},
            {"Origin": f"http://127.0.0.1:{server.port}"},
        ]
        answers = [
            await ana.send("POST", path, body=body, headers=each) for each in headers
        ]
        return [answer.status for answer in answers]

    assert asyncio.run(story()) == [403, 403, 403, 303]


def test_nobody_enters_without_a_ticket_for_this_room(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> list[int]:
        ana = caller(meeting, server)
        stranger = Caller(meeting.id, server.house.unused[0].people[0], server.port)
        unknown = Caller(meeting.id, str(uuid4()), server.port)
        elsewhere = Caller(uuid4(), ana.person, server.port)
        forged = {"Cookie": ana.cookie[:-2] + "xx"}
        wrong_room = {"Cookie": elsewhere.cookie}
        no_session = {"Cookie": ana.cookie.split("; ")[0]}
        return [
            (await ana.send("GET", f"{ana.path}log/", headers=forged)).status,
            (await ana.send("GET", f"{ana.path}log/", headers=wrong_room)).status,
            (await ana.send("GET", f"{ana.path}log/", headers=no_session)).status,
            (await unknown.get("log/")).status,
            (await stranger.get("log/")).status,
            (await stranger.post("notes", "stranger-1", words="Hm")).status,
        ]

    assert asyncio.run(story()) == [401, 401, 401, 401, 403, 409]


def test_the_shared_screen_looks_and_does_not_act(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> tuple[int, int]:
        screen = caller(meeting, server, shared=True)
        posted = await screen.send(
            "POST",
            f"{screen.path}notes/?shared",
            body="token=by-screen&words=Hm",
            headers={"Sec-Fetch-Site": "same-origin"},
        )
        hello = await until(screen, "hello", after=meeting.head)
        return posted.status, len(json.loads(hello.data)["here"])

    assert asyncio.run(story()) == (403, 0)


def test_two_tabs_of_one_person_are_one_presence_and_leaving_has_a_grace(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> list[list[str]]:
        ana, ben = caller(meeting, server), caller(meeting, server, 1)
        told: list[list[str]] = []

        async def watch() -> None:
            async for frame in ana.frames(after=meeting.head):
                told.extend([json.loads(frame.data)] if frame.event == "here" else [])

        watching = asyncio.create_task(watch())
        tabs = [asyncio.create_task(until(ben, "gone", after=0)) for _ in "12"]
        await asyncio.sleep(2.5)
        tabs[0].cancel()
        await asyncio.sleep(1.5)
        tabs[1].cancel()
        await asyncio.sleep(3)
        still_there = len(told)
        await asyncio.sleep(5)
        watching.cancel()
        assert still_there == len(told) - 1
        return told

    told = asyncio.run(story())

    ana, ben = meeting.people[:2]
    assert [sorted(each) for each in told[-2:]] == [sorted([ana, ben]), [ana]]


def test_someone_removed_is_shown_out_and_not_let_in_again(
    meeting: OpenMeeting, server: Server
) -> None:
    house = server.house

    async def story() -> tuple[str, int]:
        ben = caller(meeting, server, 1)
        leaving = asyncio.create_task(until(ben, "gone", after=meeting.head))
        await asyncio.sleep(0.5)
        house.run("web.meetings.leaving", meeting.people[1])
        gone = await leaving
        return gone.event, (await ben.get("log/")).status

    assert asyncio.run(story()) == ("gone", 403)


def test_everyone_writes_and_reads_times_by_their_own_clock(
    meeting: OpenMeeting, server: Server
) -> None:
    kolkata = caller(meeting, server, time_zone="Asia/Kolkata")
    london = caller(meeting, server, 1, time_zone="Europe/London")
    winter = date(datetime.now(UTC).year + 1, 1, 15)

    async def story() -> tuple[int, list[str]]:
        told = [
            asyncio.create_task(until(each, "", after=meeting.head))
            for each in (kolkata, london)
        ]
        posted = await kolkata.post(
            "next-meeting", str(uuid4()), meets_at=f"{winter}T19:30"
        )
        return posted.status, [(await each).data for each in told]

    status, (there, here) = asyncio.run(story())

    assert status == 204
    assert "19:30" in there
    assert "14:00" in here


def test_signing_out_ends_the_streams_and_voids_the_ticket_of_that_person_alone(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> tuple[float, list[int]]:
        ana, ben = caller(meeting, server), caller(meeting, server, 1)
        staying = asyncio.create_task(ended(ben, after=meeting.head))
        leaving = asyncio.create_task(ended(ana, after=meeting.head))
        polling = asyncio.create_task(ana.get(f"log/?after={meeting.head}&wait=20"))
        await asyncio.sleep(0.5)
        house = server.house
        await asyncio.to_thread(house.run, "web.meetings.signing_out", ana.person)
        signed_out = asyncio.get_running_loop().time()
        polled = await polling
        took = await leaving - signed_out
        statuses = [polled.status, await note(ana), await note(ben)]
        assert not staying.done()
        staying.cancel()
        return took, statuses

    took, statuses = asyncio.run(story())

    assert took < 3
    assert statuses == [401, 401, 204]


async def ended(caller: Caller, *, after: int) -> float:
    """When the stream came to its end."""
    async for _ in caller.frames(after=after):
        pass
    return asyncio.get_running_loop().time()


def test_screens_are_drawn_anew_and_nothing_is_written_once_keys_are_destroyed(
    meeting: OpenMeeting, server: Server
) -> None:
    async def story() -> tuple[Frame, dict[str, object], int]:
        ben = caller(meeting, server, 1)
        await note(ben, "Between us")
        head = meeting.head + 1
        told = asyncio.create_task(until(ben, "anew", after=head, within=20))
        polling = asyncio.create_task(ben.get(f"log/?after={head}&wait=20"))
        await asyncio.sleep(0.5)
        await asyncio.to_thread(
            server.house.run, "web.meetings.shredding", str(meeting.id)
        )
        polled = json.loads((await polling).body)
        return await told, polled, await note(ben, "And this")

    frame, polled, status = asyncio.run(story())

    assert (int(frame.id), polled["head"]) == (meeting.head + 1, meeting.head + 1)
    assert "forgotten" in frame.data
    assert polled["anew"]
    assert "Between us" not in frame.data + str(polled["html"])
    assert status == 409


def test_a_server_told_to_stop_says_goodbye_at_once(
    meeting: OpenMeeting, frail_server: Server
) -> None:
    async def story() -> tuple[list[Frame], float]:
        ana = caller(meeting, frail_server)

        async def watch() -> list[Frame]:
            return [frame async for frame in ana.frames(after=meeting.head)]

        watching = asyncio.create_task(watch())
        await asyncio.sleep(0.5)
        took = await asyncio.to_thread(frail_server.stop)
        return await watching, took

    frames, took = asyncio.run(story())

    assert 300 <= int(frames[-1].retry) <= 4000
    assert took < 3
