"""Themes of a programme: frozen once a quarter, shown while two sets tell of them."""

from datetime import timedelta

import pytest

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Sum, Tally
from askwell.web.stories import operations, tasks
from askwell.web.stories.models import Frozen, Offer, Theme, due
from askwell.web.stories.queries.tallies import tallies
from askwell.web.stories.queries.themes import themes_of
from factories import NOON, signed_in
from web.stories.telling import Telling, fresh

QUARTER = Quarter.of(NOON.date())
DUE = due(QUARTER)
NIGHT = (
    "At night we lost half of what the evening shift knew: a handover of three lines."
)
ASKING = "The handover of the evening shift was a race until I asked the night nurses."
Audience = Offer.Audience


@pytest.fixture
def two(told) -> tuple[Telling, Offer, Offer]:
    """Ana and Eve, in two sets, tell of the same."""
    first = tells(told, NIGHT)
    second = tells(told, ASKING, by=told.eve, learning_set=told.other_set)
    tells(
        told, "I held on to every decision.", by=told.fay, learning_set=told.other_set
    )
    return told, first, second


def words_of(told: Telling, audience: Offer.Audience = Audience.STAFF) -> list[str]:
    found = themes_of(told.programme, audience=audience)
    return [" ".join(each.words) for each in found]


def tells(told: Telling, words: str, **how: object) -> Offer:
    return told.published(words, **{"title": "One", **how})


THEME = "evening handover night shift"


def test_they_are_never_live(two):
    told, *_ = two

    assert words_of(told) == []


def test_the_worker_freezes_them_once_after_the_quarter(two):
    told, *_ = two

    early = tasks.freeze_themes(at=DUE - timedelta(minutes=1))
    done = [tasks.freeze_themes(at=DUE) for _ in range(2)]

    assert (early, done) == (0, [1, 0])
    assert words_of(told) == [THEME]


def test_what_is_published_later_waits_for_the_next_quarter(told):
    tells(told, NIGHT)
    tells(told, ASKING, by=told.eve, learning_set=told.other_set, at=QUARTER.until)

    operations.freeze(told.programme, QUARTER, at=DUE)
    assert words_of(told) == []
    operations.freeze(told.programme, QUARTER.following, at=DUE + timedelta(days=91))

    assert words_of(told) == [THEME]


def test_a_theme_of_one_set_is_none(told):
    tells(told, NIGHT)
    tells(told, ASKING, by=told.ben)

    operations.freeze(told.programme, QUARTER, at=DUE)

    assert words_of(told) == []


def test_it_disappears_once_a_set_has_taken_its_text_back(two):
    told, first, _second = two
    operations.freeze(told.programme, QUARTER, at=DUE)

    operations.take_back(first, by=told.ana, at=DUE)

    assert words_of(told) == []
    assert Frozen.objects.count() == 1


def test_its_words_are_nowhere_once_a_text_of_two_is_deleted(two):
    told, first, _second = two
    operations.freeze(told.programme, QUARTER, at=DUE)

    operations.delete(fresh(first), by=told.ana, at=DUE)

    assert list(Theme.objects.all()) == []


def test_of_three_texts_a_word_goes_that_only_one_of_the_others_has(two):
    told, first, _second = two
    tells(told, "Handover at evening: I shift my ear to what is missing.", by=told.ben)
    operations.freeze(told.programme, QUARTER, at=DUE)
    before = words_of(told)

    operations.take_back(fresh(first), by=told.ana, at=DUE)

    assert before == ["night evening handover shift"]
    assert words_of(told) == ["evening handover shift"]


def test_what_is_offered_anew_does_not_bring_it_back(two):
    told, first, _second = two
    operations.freeze(told.programme, QUARTER, at=DUE)
    first.refresh_from_db()
    Offer.objects.filter(pk=first.pk).update(published_at=DUE + timedelta(days=1))

    assert words_of(told) == []


def test_what_is_not_for_everybody_is_in_no_theme_that_everybody_reads(told):
    tells(told, NIGHT, audience=Audience.STAFF)
    tells(told, ASKING, by=told.eve, learning_set=told.other_set)

    operations.freeze(told.programme, QUARTER, at=DUE)

    assert words_of(told) == [THEME]
    assert words_of(told, Audience.EVERYBODY) == []


def test_names_of_people_organisations_and_sets_are_in_no_theme(two):
    told, *_ = two
    told.ben.name, told.learning_set.name = "Bo Evening", "The night herons"
    told.ben.save()
    told.learning_set.save()

    operations.freeze(told.programme, QUARTER, at=DUE)

    assert words_of(told) == ["handover shift"]


def test_the_page_shows_them_and_the_texts_behind_each(two):
    told, *_ = two
    operations.freeze(told.programme, QUARTER, at=DUE)
    [theme] = themes_of(told.programme, audience=Audience.EVERYBODY)
    browser, at = signed_in(told.fay), f"/programmes/{told.programme.pk}/stories/"

    every, behind = (
        browser.get(f"{at}{more}").text for more in ("", f"?theme={theme.id}")
    )

    assert "evening · handover · night · shift" in every
    assert (NIGHT in behind, ASKING in behind, "every decision" in behind) == (
        True,
        True,
        False,
    )


class TestTallies:
    def test_each_set_counts_with_everybody_who_could_have_told(self, two):
        told, *_ = two

        found = list(tallies(told.programme, QUARTER))

        assert sorted(found, key=lambda each: each.sum.total) == [
            Tally(
                "stories_published",
                told.learning_set.pk,
                Sum(1, 1.0),
                frozenset({told.ana.pk, told.ben.pk, told.dee.pk}),
            ),
            Tally(
                "stories_published",
                told.other_set.pk,
                Sum(2, 1.0),
                frozenset({told.eve.pk, told.fay.pk}),
            ),
        ]

    def test_a_set_that_told_nothing_is_counted_with_the_others(self, told):
        told.published()

        found = {
            each.learning_set: each.sum.total
            for each in tallies(told.programme, QUARTER)
        }

        assert found == {told.learning_set.pk: 1, told.other_set.pk: 0}

    def test_nothing_told_is_nothing_to_tell_of(self, told):
        told.published(at=QUARTER.until)

        assert list(tallies(told.programme, QUARTER)) == []

    def test_themes_speak_of_the_members_of_their_sets(self, two):
        told, *_ = two
        operations.freeze(told.programme, QUARTER, at=DUE)

        *_, themes = tallies(told.programme, QUARTER)

        assert themes == Stated(
            "themes_shared",
            1.0,
            frozenset(
                each.pk for each in (told.ana, told.ben, told.dee, told.eve, told.fay)
            ),
            frozenset({told.learning_set.pk, told.other_set.pk}),
        )
