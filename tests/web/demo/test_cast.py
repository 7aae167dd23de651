"""The cast: who sits with whom, and that nobody of it could be real."""

from zoneinfo import available_timezones

import pytest

from askwell.web.demo.cast import (
    CAST,
    EVERYBODY,
    HOUSES,
    NEWCOMERS,
    PROGRAMME,
    SETS,
    CastSet,
    character,
    line_above,
)

each_set = pytest.mark.parametrize("cast_set", SETS, ids=lambda each: each.key)


@each_set
def test_nobody_sits_in_a_set_with_someone_above_them(cast_set: CastSet) -> None:
    above = {
        (one, other)
        for one in cast_set.everyone
        for other in cast_set.everyone
        if other in line_above(one)
    }

    assert above == set()


@each_set
def test_a_set_has_six_members(cast_set: CastSet) -> None:
    assert len(set(cast_set.members)) == 6


@each_set
def test_at_most_two_members_come_from_one_organisation(cast_set: CastSet) -> None:
    houses = [character(one).house for one in cast_set.members if character(one).house]

    assert max(houses.count(house) for house in houses) <= 2


@each_set
def test_levels_in_a_set_lie_at_most_two_apart(cast_set: CastSet) -> None:
    levels = [character(one).level for one in cast_set.members if character(one).house]

    assert max(levels) - min(levels) <= 2


def test_some_people_sit_in_two_sets() -> None:
    seats = [one for each in SETS for one in each.everyone]

    twice = {one for one in seats if seats.count(one) == 2}

    assert twice == {"Delroy", "Ewan", "Leila", "Rukhsana", "Siobhan"}


def test_the_sponsor_and_a_manager_sit_in_no_set() -> None:
    seated = {one for each in SETS for one in each.everyone}

    assert {one.key for one in CAST} - seated == {"Helen", "Graham"}
    assert line_above("Amara") == ("Graham", "Helen")


def test_every_house_has_someone_and_every_name_is_used_once() -> None:
    houses = {one.house for one in EVERYBODY if one.house}

    assert houses == {each.key for each in HOUSES}
    assert len({one.key for one in EVERYBODY}) == len(EVERYBODY)
    assert len({one.email for one in EVERYBODY}) == len(EVERYBODY)
    assert (len(CAST), len(NEWCOMERS)) == (18, 30)


def test_addresses_belong_to_nobody_and_time_zones_exist() -> None:
    assert {one.email.rpartition(".")[2] for one in EVERYBODY} == {"example"}
    assert all(one.email.isascii() for one in EVERYBODY)
    assert {one.time_zone for one in EVERYBODY} <= available_timezones()


class TestTheProgramme:
    def test_asks_people_of_every_organisation_in_it(self) -> None:
        asked = {character(one.key).house for one in PROGRAMME.people}

        assert asked == set(PROGRAMME.partners)
        assert len(PROGRAMME.joined) == 24

    def test_has_some_who_are_silent_and_one_who_declines(self) -> None:
        silent = [one.key for one in PROGRAMME.people if one.awaits]
        declined = [one.key for one in PROGRAMME.people if one.declines]

        assert (silent, declined) == (["Agnes", "Hamish"], ["Lorenz"])

    def test_is_looked_after_by_people_who_are_in_no_set(self) -> None:
        offices = {PROGRAMME.manager, PROGRAMME.sponsor, PROGRAMME.speaks_for[0]}

        assert offices & {one.key for one in PROGRAMME.people} == set()
        assert offices & {one for each in SETS for one in each.everyone} == set()
        assert character(PROGRAMME.manager).house not in PROGRAMME.partners
