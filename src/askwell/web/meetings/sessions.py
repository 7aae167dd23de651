"""Whether those who hold tickets are still signed in.

A ticket is bound to the session in which it was given, and to the password of that
day. Whoever signs out, anywhere, takes their tickets with them. The room trusts what
it has seen of a session for two seconds; the sweep looks at all that are in use.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from functools import lru_cache
from typing import Final, NamedTuple

from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import salted_hmac

from askwell.web.people.models import Person

# A little longer than it takes from sweep to sweep.
FRESH_SECONDS: Final = 2.5
PROOFS_KEPT: Final = 32_768
_SALT: Final = "askwell.web.meetings.sessions"


class Visit(NamedTuple):
    """Somebody's session, and the proof of it that their ticket bears."""

    session: str
    person: str
    proof: str


Find = Callable[[Collection[Visit]], Awaitable[set[Visit]]]


@lru_cache(PROOFS_KEPT)
def proof(session: str, password: str) -> str:
    """What binds a ticket to a session and to the stored form of a password."""
    return salted_hmac(_SALT, f"{session}:{password}").hexdigest()


def still_signed_in(visits: Collection[Visit]) -> set[Visit]:
    """Those whose session lasts, and whose account is open with the same password."""
    lasting = Session.objects.filter(
        session_key__in={visit.session for visit in visits},
        expire_date__gt=timezone.now(),
    )
    sessions = set(lasting.values_list("session_key", flat=True))
    people = Person.objects.filter(
        pk__in={visit.person for visit in visits}, is_active=True
    )
    passwords = {str(pk): kept for pk, kept in people.values_list("pk", "password")}
    return {
        visit
        for visit in visits
        if visit.session in sessions
        and visit.person in passwords
        and proof(visit.session, passwords[visit.person]) == visit.proof
    }


class Sessions:
    """What this process knows of the sessions in use in it. Lives on the event loop."""

    def __init__(self, find: Find, clock: Callable[[], float] = time.monotonic) -> None:
        self._find = find
        self._clock = clock
        self._seen_at: dict[Visit, float] = {}
        self._open: Counter[Visit] = Counter()
        self._ended: set[Visit] = set()
        self._asked: set[Visit] = set()
        self._looking: asyncio.Task[set[Visit]] | None = None
        self._one_at_a_time = asyncio.Lock()

    def entered(self, visit: Visit) -> None:
        """A stream of this visit is open: the sweep looks after it."""
        self._open[visit] += 1

    def left(self, visit: Visit) -> None:
        self._open[visit] -= 1
        if not self._open[visit]:
            del self._open[visit]
            self._ended.discard(visit)

    def ended(self, visit: Visit) -> bool:
        """Whether an open stream must be closed."""
        return visit in self._ended

    async def stands(self, visit: Visit) -> bool:
        """Whether the session was there when last seen; raises what looking raises."""
        if self._seen_at.get(visit, 0.0) + FRESH_SECONDS > self._clock():
            return True
        self._asked.add(visit)
        self._looking = self._looking or asyncio.create_task(self._look())
        return visit in await asyncio.shield(self._looking)

    async def _look(self) -> set[Visit]:
        """Many that ask at the same time are answered together."""
        async with self._one_at_a_time:
            asked, self._asked, self._looking = self._asked, set(), None
            return await self._seen(asked)

    async def sweep(self) -> bool:
        """Look at every visit with an open stream; whether any of them has ended."""
        self._forget_the_stale()
        in_use = set(self._open)
        if not in_use:
            return False
        self._ended = in_use - await self._seen(in_use)
        return bool(self._ended)

    async def _seen(self, visits: set[Visit]) -> set[Visit]:
        began = self._clock()
        found = await self._find(visits)
        self._seen_at.update(dict.fromkeys(found, began))
        for visit in visits - found:
            self._seen_at.pop(visit, None)
        return found

    def _forget_the_stale(self) -> None:
        latest = self._clock() - FRESH_SECONDS
        self._seen_at = {one: at for one, at in self._seen_at.items() if at > latest}
