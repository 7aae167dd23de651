"""Who facilitated and who presented is told from what was said."""

import pytest

from askwell.coach import Role
from askwell.transcripts import weigh
from transcripts.written import read, sample

ASKING = ["What matters most to you?", "What makes it hard?", "Who else is there?"]
ANSWER = "I think I lost my way there, and I never told my team what I was afraid of."


def slot(presenter: str, *others: str) -> str:
    """Three questions, each answered at some length."""
    return "".join(
        f"{other}: {question}\n{presenter}: {ANSWER} {ANSWER}\n"
        for other, question in zip((*others, *others), ASKING, strict=False)
    )


def parts(text: str, **how) -> dict[str, Role]:
    return {each.name: each.role for each in report(text, **how).cast}


def report(text: str, **how):
    return weigh(read(text, "m.txt"), **how)


def test_who_opens_and_gives_turns_facilitates_and_who_answers_presents():
    found = weigh(sample("contact_centre.zoom.vtt")).cast

    assert {each.name: each.role for each in found} == {
        "Hannah Okoro": Role.FACILITATOR,
        "Dev Raman": Role.PRESENTER,
        "Ruth Abel": Role.MEMBER,
        "Marc Delaney": Role.MEMBER,
        "Ines Costa": Role.MEMBER,
        "Tom Whitlow": Role.MEMBER,
    }
    assert all(0.5 < each.confidence < 1 and not each.given for each in found)


def test_presenters_change_and_each_has_a_slot():
    text = (
        "Hana: Welcome back, everyone. Amara, you have the first slot.\n"
        + slot("Amara", "Ben", "Cy")
        + slot("Amara", "Cy", "Ben")
        + "Hana: Thank you, Amara. Ben, over to you, it's your slot.\n"
        + slot("Ben", "Amara", "Cy")
        + slot("Ben", "Cy", "Amara")
    )

    found = report(text)

    assert [slot.presenter for slot in found.slots] == ["Amara", "Ben"]
    assert found.slots[0].end <= found.slots[1].start
    assert parts(text)["Hana"] is Role.FACILITATOR
    [presenting] = [each for each in found.roles if each.role is Role.PRESENTER]
    [members] = [each for each in found.roles if each.role is Role.MEMBER]
    assert (presenting.people, members.people) == (2, 3)


@pytest.mark.parametrize(
    ("name", "facilitator", "presenters"),
    [
        ("two_slots.txt", ["Leila Haddad"], ["Priya Nair", "Sam Ortiz"]),
        ("in_the_chair.txt", ["Mo"], ["Ife"]),
        ("without_marks.txt", [], ["Ann"]),
    ],
)
def test_parts_are_told_in_meetings_of_many_kinds(name, facilitator, presenters):
    found = weigh(sample(name))

    facilitating = [each for each in found.cast if each.role is Role.FACILITATOR]
    assert [each.name for each in facilitating] == facilitator
    assert [slot.presenter for slot in found.slots] == presenters


def test_a_slot_begins_where_the_floor_is_given():
    said = sample("two_slots.txt").cues
    given = next(cue.start for cue in said if "Sam, off you go" in cue.text)

    first, second = weigh(sample("two_slots.txt")).slots

    assert abs(first.end - given) < 15
    assert abs(second.start - given) < 15


def test_nobody_is_taken_for_anything_without_signs():
    found = report("Amara: The bus is late.\nBen: It rains.\nAmara: Yes.\n")

    assert {each.role for each in found.cast} == {Role.MEMBER}
    assert [doubt[:14] for doubt in found.doubts[1:]] == [
        "Nobody clearly",
        "Nobody clearly",
    ]


def test_whoever_knows_better_says_so():
    text = "Hana: Welcome back, everyone.\n" + slot("Amara", "Ben", "Cy")

    found = parts(text, roles={"ben": "facilitator", "Cy": "presenter"})

    assert found == {
        "Hana": Role.MEMBER,
        "Amara": Role.MEMBER,
        "Ben": Role.FACILITATOR,
        "Cy": Role.PRESENTER,
    }


def test_of_several_presenters_named_each_has_their_own_slot():
    text = slot("Amara", "Ben", "Cy") * 2 + slot("Ben", "Amara", "Cy") * 2

    found = report(text, roles={"Amara": "presenter", "Ben": "presenter"})

    assert [(slot.presenter, slot.confidence) for slot in found.slots] == [
        ("Amara", 1),
        ("Ben", 1),
    ]


def test_a_name_that_means_nobody_changes_nothing():
    text = slot("Amara", "Ben", "Cy")

    assert parts(text, roles={"Zed": "presenter"}) == parts(text)
