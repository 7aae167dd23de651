"""Names, addresses and numbers in a text are found, and can be taken out."""

from uuid import uuid4

import pytest

from askwell.web.stories.spotting import Known, Sort, replaced, spotted

BEN, BENITA = uuid4(), uuid4()
KNOWN = (
    Known(Sort.PERSON, "Ben Whitlock", BEN),
    Known(Sort.PERSON, "Benita van der Ploeg", BENITA),
    Known(Sort.PERSON, "José Lima", uuid4()),
    Known(Sort.PERSON, "Will Ash", uuid4()),
    Known(Sort.PERSON, "李娜", uuid4()),
    Known(Sort.ORGANISATION, "Mill Lane Surgery"),
    Known(Sort.SET, "Tuesday herons"),
)


def found(text: str) -> list[tuple[str, str]]:
    return [(str(each.sort), each.words) for each in spotted([text], KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ben asked me.", [("person", "Ben")]),
        ("Then ben whitlock asked.", [("person", "ben whitlock")]),
        ("Ben's idea, and Bens Idee", [("person", "Ben")]),
        ("I asked Jose and José.", [("person", "Jose")]),
        ("I sat on a bench in Benin.", []),
        ("I will ask.", []),
        ("Will asked.", [("person", "Will")]),
        ("那时李娜问我。", [("person", "李娜")]),
        ("At mill lane surgery", [("organisation", "mill lane surgery")]),
        ("We, the Tuesday Herons", [("set", "Tuesday Herons")]),
        ("Write to b.w@mill.example now", [("address", "b.w@mill.example")]),
        ("See https://mill.example/rota", [("address", "https://mill.example/rota")]),
        ("Ring +44 (0)20 7946 0958.", [("number", "+44 (0)20 7946 0958")]),
        ("In 2026 we were 12 of 300.", []),
        ("Nothing here points at anybody.", []),
    ],
)
def test_what_points_at_somebody_is_found(text, expected):
    assert found(text) == expected


def test_each_thing_is_found_once_however_often_it_stands_there():
    spots = spotted(["Ben asked.", "I thanked ben, and Ben laughed. BEN!"], KNOWN)

    assert [(each.words, each.people) for each in spots] == [("Ben", (BEN,))]


def test_a_name_that_several_have_could_be_any_of_them():
    other = Known(Sort.PERSON, "Ben Ode", uuid4())

    [spot] = spotted(["Ben asked."], (*KNOWN, other))

    assert spot.people == (BEN, other.person)


def test_a_whole_name_is_one_thing():
    assert found("Benita van der Ploeg asked.") == [("person", "Benita van der Ploeg")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ben's idea was ben.", "Somebody's idea was somebody."),
        ("So it was. Ben, I said: “Ben?”", "So it was. Somebody, I said: “Somebody?”"),
        ("The bench and Ben", "The bench and somebody"),
        ("Ben Ben", "Somebody somebody"),
    ],
)
def test_it_is_taken_out_wherever_it_stands(text, left):
    [spot] = spotted(["Ben"], KNOWN)

    assert replaced(text, spot, "somebody") == left


def test_a_number_is_taken_out_whole():
    [spot] = spotted(["Ring 020 7946 0958 now"], KNOWN)

    assert replaced("Ring 020 7946 0958 now", spot, "(left out)") == (
        "Ring (left out) now"
    )
