"""Briefs and divisions for tests: small ones by hand, any ones by chance."""

from hypothesis import strategies as st

from askwell.composer.brief import Brief, Facilitator, Person, Rules
from askwell.composer.proposal import ProposedSet

ALWAYS = 0xFF


def person(id_, **about):
    return Person(id=id_, **({"available": ALWAYS} | about))


def people(count, **about):
    """Of as many organisations, functions, levels and places as differ best."""
    return tuple(
        person(
            f"p{at}",
            organisation=f"o{at % 7}",
            function=f"f{at % 5}",
            level=1 + at % 3,
            location=f"l{at % 4}",
            challenge=(1.0, at % 3 - 1.0, at % 2 - 0.5),
            **about,
        )
        for at in range(count)
    )


def facilitators(count, **about):
    return tuple(
        Facilitator(id=f"f{at}", **({"available": ALWAYS} | about))
        for at in range(count)
    )


def brief(count=12, *, leaders=3, rules=None, **about):
    usual = {
        "people": people(count),
        "facilitators": facilitators(leaders),
        "rules": rules or Rules(size_min=3, size_max=5),
    }
    return Brief(**(usual | about))


def division(*members, facilitators=()):
    """Sets s0, s1 ... of people given by their numbers."""
    return tuple(
        ProposedSet(
            id=f"s{at}",
            members=tuple(f"p{number}" for number in numbers),
            facilitator=facilitators[at] if at < len(facilitators) else None,
        )
        for at, numbers in enumerate(members)
    )


def chances(count):
    return st.lists(st.booleans(), min_size=count, max_size=count)


@st.composite
def any_person(draw, id_, ids):
    few = st.integers(0, 2)
    return Person(
        id=id_,
        organisation=f"o{draw(few)}",
        function=f"f{draw(few)}",
        level=draw(st.integers(1, 4)),
        location=f"l{draw(few)}",
        manager=draw(st.sampled_from((None, None, "above", *ids))),
        available=draw(st.sampled_from((0b1111, 0b0111, 0b1110, 0b11 << 70))),
        challenge=draw(st.just(()) | st.tuples(st.integers(-2, 2), st.integers(-2, 2))),
    )


def any_rules():
    return st.builds(
        Rules,
        sets=st.none() | st.integers(1, 5),
        size_min=st.integers(1, 3),
        size_max=st.integers(3, 5),
        min_common_blocks=st.integers(0, 3),
        max_per_organisation=st.none() | st.integers(1, 3),
        min_organisations=st.integers(1, 3),
        line_depth=st.none() | st.integers(0, 3),
        level_gap=st.none() | st.integers(0, 3),
    )


def any_facilitator(id_, ids):
    return st.builds(
        Facilitator,
        id=st.just(id_),
        person=st.sampled_from((None, *ids)),
        organisation=st.just("o1"),
        available=st.sampled_from((0b1111, 0b0111, 0)),
        capacity=st.integers(0, 2),
        line=st.sampled_from((None, "above")),
    )


@st.composite
def any_brief(draw, most=12):
    ids = [f"p{at}" for at in range(draw(st.integers(2, most)))]
    somebody = st.sampled_from(ids)
    pairs = st.lists(
        st.tuples(somebody, somebody).filter(lambda pair: pair[0] != pair[1]),
        max_size=3,
    ).map(tuple)
    groups = st.lists(st.frozensets(somebody, max_size=4), max_size=4).map(tuple)
    weight = st.sampled_from((0.0, 0.1, 0.15, 1.0))
    names = ("level", "function", "organisation", "location", "challenge", "novelty")
    return Brief(
        people=tuple(draw(any_person(id_, ids)) for id_ in ids),
        facilitators=tuple(
            draw(any_facilitator(f"f{at}", ids))
            for at in range(draw(st.integers(0, 3)))
        ),
        rules=draw(any_rules()),
        weights={name: draw(weight) for name in (*names, "fairness")},
        must=draw(pairs),
        must_not=draw(pairs),
        exclusive=draw(
            st.sampled_from(((), (frozenset({"o0", "o1"}),), (frozenset({"o2", "x"}),)))
        ),
        earlier=draw(groups),
        managers=draw(st.sampled_from(({}, {"above": "p0"}, {"above": "higher"}))),
        unlike=draw(st.booleans()),
        fairness_share=draw(st.sampled_from((0.1, 0.5, 1.0))),
    )


@st.composite
def any_division(draw, of):
    """Everybody dealt into one to four sets; now and then somebody is forgotten."""
    many = draw(st.integers(1, 4))
    seats = [draw(st.integers(0, many)) for _ in of.people]
    leaders = (None, "stranger", *(each.id for each in of.facilitators))
    return tuple(
        ProposedSet(
            id=f"s{number}",
            members=tuple(
                each.id
                for each, seat in zip(of.people, seats, strict=True)
                if seat == number or (seat == many and number == 0 and seat % 2)
            ),
            facilitator=draw(st.sampled_from(leaders)),
        )
        for number in range(many)
    )


@st.composite
def any_case(draw, most=12):
    of = draw(any_brief(most))
    return of, draw(any_division(of))
