"""Themes: found in the texts of several sets, and named by words that they share."""

from uuid import NAMESPACE_OID, UUID, uuid5

from askwell.insight.themes import Found, Text, themes_in

HANDOVER = (
    "Handover at night: we lost half of what the evening shift knew. I write three "
    "lines before I leave, and the morning starts calmer.",
    "The handover between shifts was a race. Asking the night nurses what they wish "
    "they had been told changed our handover sheet.",
    "A handover is a conversation: when the evening shift may ask back, nothing is "
    "lost.",
)
DELEGATING = (
    "I held on to every decision. Delegating the budget to my deputy felt risky, and "
    "she did it better than I had.",
    "Delegating is not giving orders. I ask my deputy which decisions she wants to "
    "own, and then I keep out.",
    "When I was on leave my deputies took decisions I had thought only I could take. "
    "Since then I delegate more.",
)
ALONE = ("My garden taught me patience with tomatoes.",)


def named(name: object) -> UUID:
    return uuid5(NAMESPACE_OID, str(name))


def texts(*groups: tuple[str, ...], sets: int = 3) -> list[Text]:
    """Each by somebody else; those of a group from as many sets as are said."""
    return [
        Text(named(words), words, named(f"set {number % sets}"), named(("by", words)))
        for group in groups
        for number, words in enumerate(group)
    ]


def of(words: tuple[str, ...]) -> set[UUID]:
    return {named(each) for each in words}


def test_alike_texts_come_together_and_others_stay_out():
    found = themes_in(texts(HANDOVER, DELEGATING, ALONE))

    assert [set(each.texts) for each in found] == [of(DELEGATING), of(HANDOVER)]


def test_a_theme_is_named_by_words_of_its_texts():
    found = themes_in(texts(HANDOVER, DELEGATING, ALONE))

    assert [each.words for each in found] == [
        ("decisions", "delegating", "deputy"),
        ("handover", "shift", "evening", "lost"),
    ]


def test_the_same_texts_give_the_same_themes():
    told = texts(HANDOVER, DELEGATING, ALONE)

    assert themes_in(told) == themes_in(list(told))


def test_what_one_set_alone_tells_of_is_no_theme():
    assert themes_in(texts(HANDOVER, DELEGATING, ALONE, sets=1)) == []


def test_what_one_person_alone_tells_in_two_sets_is_no_theme():
    told = [
        Text(each.id, each.words, each.learning_set, named("the one"))
        for each in texts(HANDOVER, DELEGATING, ALONE)
    ]

    assert themes_in(told) == []


def test_no_word_of_a_single_set_names_a_theme():
    told = texts(HANDOVER, DELEGATING, ALONE)
    alone = [
        word
        for each in themes_in(told)
        for word in each.words
        if len({one.learning_set for one in told if word[:5] in one.words.lower()}) < 2
    ]

    assert alone == []


def test_names_never_name_a_theme():
    told = texts(HANDOVER, DELEGATING, ALONE)

    found = themes_in(told, names=["Evening Shift Ltd", "Deputy"])

    assert [each.words for each in found] == [
        ("decisions", "delegating"),
        ("handover", "lost", "night"),
    ]


def test_addresses_and_numbers_never_name_a_theme():
    told = tuple(f"{each} At rota@mill.example, 20262027." for each in HANDOVER)

    _, found = themes_in(texts(told, DELEGATING, ALONE))

    assert found.words == ("handover", "shift", "evening", "lost")


def test_nothing_and_texts_without_words_have_no_themes():
    assert themes_in([]) == []
    assert themes_in(texts(("1234", "...", ""))) == []


def test_a_found_theme_knows_its_texts_in_their_order():
    told = texts(HANDOVER, DELEGATING, ALONE)

    _, found = themes_in(told)

    assert found == Found(found.words, tuple(each.id for each in told[:3]))
