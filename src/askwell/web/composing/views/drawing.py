"""The board as it is drawn: people, sets, words and bars."""

from dataclasses import dataclass
from functools import reduce
from operator import and_
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from askwell.composer.appraising import Board
from askwell.composer.explaining import explain
from askwell.composer.proposal import ProposedSet
from askwell.composer.wishes import PARTS
from askwell.web.composing import boards, codec
from askwell.web.composing.brief import Known
from askwell.web.composing.models import Composition
from askwell.web.composing.words import breaches, names, times
from askwell.web.composing.words.figures import Bar, bars, overall
from askwell.web.composing.words.problems import Problem, problems
from askwell.web.composing.words.reasons import STANDINGS, sentences
from askwell.web.enrolments.models import Enrolment

SETS_A_PAGE = 48


@dataclass(frozen=True)
class DrawnPerson:
    """One card: what the manager may know of somebody."""

    id: str
    name: str
    area: str
    level: str
    place: str
    organisation: str
    is_held: bool = False


@dataclass(frozen=True)
class DrawnSet:
    """One column of the board."""

    id: str
    name: str
    people: tuple[DrawnPerson, ...]
    facilitator: DrawnPerson | None
    times: str
    standing: str
    quality: Bar
    bars: list[Bar]
    reasons: tuple[str, str]
    challenges: bool
    problems: list[str]
    is_held: bool
    holds_facilitator: bool
    is_thin: bool


@dataclass(frozen=True)
class DrawnBoard:
    """Everything the page shows, and how many of whom something is not known."""

    sets: list[DrawnSet]
    page: Page[ProposedSet]
    total: Bar
    fairness: Bar
    bars: list[Bar]
    problems: list[Problem]
    elsewhere: list[str]
    unplaced: list[DrawnPerson]
    gone: int
    without_week: int
    without_level: int
    without_challenge: int
    people: int


def draw(composition: Composition, *, page: int = 1) -> DrawnBoard:
    return Drawing(composition).board(page)


class Drawing:
    """Looks everything up once, for all sets that are drawn."""

    def __init__(self, composition: Composition) -> None:
        found = boards.loaded(composition)
        self._composition, self._board = composition, found.board
        self._known, self._proposal = found.known, found.proposal
        self._people = found.known.enrolments
        self._organisations = organisations_of(found.known)
        self._reasons = explain(found.board.brief, found.proposal)
        self._names = numbers_of(found.board)
        self._locks = composition.locks
        self._wishes = composition.asked["wishes"]
        self._zone = ZoneInfo(composition.cohort.programme.time_zone)
        brief = found.known.brief
        self._free = {one.id: one.available for one in brief.people}
        self._led = {one.id: one.available for one in brief.facilitators}

    def board(self, page: int) -> DrawnBoard:
        known, score = self._known, self._proposal.score
        shown = Paginator(self._board.sets, SETS_A_PAGE).get_page(page)
        return DrawnBoard(
            sets=[self._set(each) for each in shown],
            page=shown,
            total=overall(_("In all"), score.total),
            fairness=overall(_("Weakest sets"), score.fairness),
            bars=bars(score.parts, self._wishes),
            problems=problems(
                self._composition.collisions, self._people, self._organisations
            ),
            elsewhere=self._broken(None),
            unplaced=[
                person_of(self._people[one.id])
                for one in known.brief.people
                if self._board.set_of(one.id) is None
            ],
            gone=self._gone(),
            without_week=sum(who in known.without_week for who in self._free),
            without_level=len(known.without_level),
            without_challenge=len(known.without_challenge),
            people=len(known.brief.people),
        )

    def _set(self, one: ProposedSet) -> DrawnSet:
        explained = self._reasons[one.id]
        parts = dict(zip(PARTS, self._board.parts(one.id), strict=True))
        leader = self._people.get(one.facilitator or "")
        common = times.common_times(self._common(one), self._known.monday, self._zone)
        return DrawnSet(
            id=one.id,
            name=self._names[one.id],
            people=self._drawn(one),
            facilitator=person_of(leader) if leader else None,
            times=common,
            standing=str(STANDINGS[explained.standing]),
            quality=overall(STANDINGS[explained.standing], self._board.quality(one.id)),
            bars=bars(parts, self._wishes),
            reasons=sentences(explained, self._people, self._organisations),
            challenges=explained.challenges is not None,
            problems=self._broken(one.id),
            is_held=one.id in self._locks.get("sets", ()),
            holds_facilitator=one.id in self._locks.get("facilitators", {}),
            is_thin=len(one.members) < self._composition.asked["size_min"],
        )

    def _drawn(self, one: ProposedSet) -> tuple[DrawnPerson, ...]:
        held = self._locks.get("people", {})
        people = [person_of(self._people[w], held=w in held) for w in one.members]
        return tuple(sorted(people, key=lambda each: each.name))

    def _broken(self, set_id: str | None) -> list[str]:
        """What is wrong in one set, or between sets, in sentences."""
        here = [each for each in self._proposal.broken if each.set_id == set_id]
        return breaches.breaches(here, self._people, sized_of(self._composition))

    def _common(self, one: ProposedSet) -> int:
        """When all its members could begin, and whoever facilitates it."""
        masks = [self._free[who] for who in one.members if who in self._free]
        if one.facilitator in self._led:
            masks.append(self._led[one.facilitator])
        return reduce(and_, masks) if masks else 0

    def _gone(self) -> int:
        """Who left the programme since, and was in a set."""
        kept = codec.sets_from_json(self._composition.sets)
        return sum(who not in self._free for one in kept for who in one.members)


def sized_of(composition: Composition) -> breaches.Sized:
    asked = composition.asked
    return breaches.Sized(
        asked["size_min"], asked["size_max"], asked["min_common_blocks"]
    )


def organisations_of(known: Known) -> dict[str, str]:
    """What organisations are called, by the id of their taking part."""
    return {
        str(one.partner_id): one.partner.organisation.name
        for one in known.enrolments.values()
    }


def person_of(one: Enrolment, *, held: bool = False) -> DrawnPerson:
    return DrawnPerson(
        id=str(one.pk),
        name=one.name,
        area=one.area,
        level=names.level_of(one),
        place=one.place,
        organisation=one.partner.organisation.name,
        is_held=held,
    )


def numbers_of(board: Board) -> dict[str, str]:
    """What each set is called on the board."""
    return {each.id: names.set_name(at) for at, each in enumerate(board.sets, start=1)}
