"""A round asks everybody in the programme's sets, once, and counts without names."""

from datetime import timedelta

import pytest

from askwell.web.people.models import Notice
from askwell.web.programmes.models import Programme
from askwell.web.running.models import WindUp
from askwell.web.surveys.models import Asked, Count, Round
from askwell.web.surveys.operations.answering import answer
from askwell.web.surveys.operations.rounds import close_early, withdraw
from askwell.web.surveys.queries.rounds import progress_of
from askwell.web.surveys.refusals import NotDoneError, Reason
from askwell.web.surveys.tasks import forget_what_is_over, keep_rounds
from factories import NOON, a_person, an_enrolment
from web.surveys.asked import LATER, a_programme_with_sets

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ALL_SEVEN = {
    "safety_unsure": 6,
    "safety_against": 2,
    "safety_awkward": 5,
    "safety_guarded": 3,
    "safety_help": 6,
    "safety_apart": 1,
    "safety_wanted": 7,
}


@pytest.fixture
def asked():
    return a_programme_with_sets()


def told() -> list[str]:
    notices = Notice.objects.filter(kind=Notice.Kind.SURVEY)
    return sorted(notices.values_list("person__name", flat=True))


def refusal(act) -> Reason:
    with pytest.raises(NotDoneError) as refused:
        act()
    return refused.value.reason


class TestOpening:
    def test_everybody_in_a_set_is_told_once_where_to_answer(self, asked):
        round_ = asked.round("trust")
        keep_rounds(at=NOON + DAY)

        paths = set(
            Notice.objects.filter(kind=Notice.Kind.SURVEY).values_list(
                "path", flat=True
            )
        )
        assert told() == sorted(each.name for each in asked.everybody)
        assert paths == {f"/surveys/{round_.pk}/"}

    def test_who_has_no_set_or_has_not_joined_is_not_asked(self, asked):
        an_enrolment(asked.programme, a_person("Without Set"))
        gone = asked.members[0][0]
        asked.sets[0].memberships.filter(person=gone).update(left_at=NOON)

        round_ = asked.round("trust")

        people = {each.person_id for each in round_.asked.all()}
        assert people == {each.pk for each in asked.everybody} - {gone.pk}

    def test_one_planned_for_later_begins_on_its_day(self, asked):
        round_ = asked.round("trust", opens_at=NOON + 2 * DAY)

        assert (keep_rounds(at=NOON + DAY), told()) == (0, [])
        assert keep_rounds(at=NOON + 2 * DAY) == 1
        assert (round_.asked.count(), len(told())) == (15, 15)

    def test_two_rounds_at_a_time_are_refused(self, asked):
        asked.round("trust")

        assert refusal(lambda: asked.round("law")) is Reason.ONE_IS_OPEN

    def test_more_questions_than_fit_one_sitting_are_refused(self, asked):
        too_many = ("psychological_safety", "learning_culture", "trust", "listening")

        assert refusal(lambda: asked.round(*too_many)) is Reason.TOO_MANY

    def test_a_round_without_a_question_is_refused(self, asked):
        assert refusal(asked.round) is Reason.NOTHING_CHOSEN

    def test_without_a_set_there_is_nobody_to_ask(self):
        empty = a_programme_with_sets(0)

        assert refusal(lambda: empty.round("trust")) is Reason.NOBODY_TO_ASK


class TestEnding:
    def test_a_planned_round_can_be_withdrawn_a_begun_one_cannot(self, asked):
        withdraw(asked.round("trust", opens_at=NOON + DAY).pk)
        begun = asked.round("trust")

        assert refusal(lambda: withdraw(begun.pk)) is Reason.BEGUN
        assert list(Round.objects.all()) == [begun]

    def test_closed_early_it_takes_in_nothing_more(self, asked):
        round_ = asked.round("trust")
        close_early(round_.pk, at=NOON + DAY)
        round_.refresh_from_db()

        late = refusal(
            lambda: answer(
                round_, {"trust_word": 4}, by=asked.everybody[0], at=NOON + DAY
            )
        )
        assert (round_.closes_at, late) == (NOON + DAY, Reason.CLOSED)

    def test_once_closed_all_its_rows_are_written_anew_and_say_the_same(self, asked):
        round_ = asked.round("trust")
        for person in asked.members[0][:4]:
            answer(round_, {"trust_word": 4}, by=person, at=NOON)
        said = Count.objects.filter(number__gt=0)
        before = list(said.values_list("item", "value", "number"))

        settled = [keep_rounds(at=LATER), keep_rounds(at=LATER)]

        round_.refresh_from_db()
        assert settled == [1, 0]
        assert round_.settled_at == LATER
        assert list(said.values_list("item", "value", "number")) == before

    def test_once_closed_what_fewer_than_four_answered_is_gone(self, asked):
        round_ = asked.round("trust")
        for person in (*asked.members[0][:4], *asked.members[1][:3]):
            answer(round_, {"trust_word": 4}, by=person, at=NOON)

        close_early(round_.pk, at=NOON + DAY)

        kept = Count.objects.values_list("learning_set", "item").distinct()
        assert list(kept) == [(asked.sets[0].pk, "trust_word")]

    def test_a_programme_that_has_ended_asks_nobody_any_more(self, asked):
        asked.round("trust", opens_at=NOON + DAY)
        Programme.objects.update(ended_at=NOON)

        assert (keep_rounds(at=NOON + DAY), told()) == (0, [])

    def test_rounds_go_with_the_lists_of_a_programme_its_figures_stay(self, asked):
        asked.round("trust")
        WindUp.objects.create(
            programme=asked.programme, clears_at=NOON, cleared_at=NOON
        )

        assert forget_what_is_over(at=NOON) == 1
        assert not Round.objects.exists()

    def test_who_has_not_answered_is_reminded_once_towards_the_end(self, asked):
        round_ = asked.round("trust")
        silent, *others = asked.everybody
        for person in others:
            answer(round_, {"trust_word": 4}, by=person, at=NOON)
        Notice.objects.all().delete()

        early = keep_rounds(at=LATER - 4 * DAY)
        due = keep_rounds(at=LATER - 2 * DAY)
        again = keep_rounds(at=LATER - DAY)

        assert (early, due, again, told()) == (0, 1, 0, [silent.name])

    def test_a_short_round_reminds_nobody(self, asked):
        asked.round("trust", closes_at=NOON + 4 * DAY)

        assert keep_rounds(at=NOON + 2 * DAY) == 0


class TestAnswering:
    def test_answers_are_counted_by_set_and_by_nothing_else(self, asked):
        round_ = asked.round("psychological_safety")
        one, two = asked.members[0][:2]

        answer(round_, ALL_SEVEN, by=one, at=NOON)
        answer(round_, {**ALL_SEVEN, "safety_unsure": 1}, by=two, at=NOON)

        counts = Count.objects.filter(number__gt=0).values_list(
            "learning_set", "item", "value", "number"
        )
        own = asked.sets[0].pk
        both = [(own, item, value, 2) for item, value in ALL_SEVEN.items()]
        split = [(own, "safety_unsure", 1, 1), (own, "safety_unsure", 6, 1)]
        assert sorted(counts) == sorted([*both[1:], *split])

    def test_with_the_first_answer_all_counts_of_the_set_are_laid_out(self, asked):
        """So that neither rows nor their order tell what was answered first."""
        round_ = asked.round("trust")
        answer(round_, {"trust_word": 4}, by=asked.everybody[0], at=NOON)

        assert Count.objects.count() == 4 * 7

    def test_no_table_joins_a_person_to_an_answer(self):
        names = {each.name for each in Count._meta.get_fields()}
        kept = {each.name for each in Asked._meta.get_fields()}

        assert names == {"pk", "round", "learning_set", "item", "value", "number"}
        assert kept == {"pk", "round", "person", "learning_set", "has_answered"}

    def test_what_was_sent_is_not_changed_by_sending_again(self, asked):
        round_ = asked.round("trust")
        person = asked.everybody[0]
        answer(round_, {"trust_word": 4}, by=person, at=NOON)

        again = refusal(lambda: answer(round_, {"trust_word": 1}, by=person, at=NOON))

        assert again is Reason.ANSWERED
        assert Count.objects.get(number=1).value == 4

    def test_who_is_not_asked_cannot_answer(self, asked):
        round_ = asked.round("trust")
        stranger = a_person("Graham Bell")

        said = refusal(lambda: answer(round_, {"trust_word": 4}, by=stranger, at=NOON))

        assert (said, Count.objects.count()) == (Reason.ANSWERED, 0)

    def test_what_stands_on_no_scale_and_in_no_item_is_nothing(self, asked):
        round_ = asked.round("trust")
        made_up = {"trust_word": 8, "safety_help": 3, "more": 1}

        said = refusal(lambda: answer(round_, made_up, by=asked.everybody[0], at=NOON))

        assert (said, Count.objects.count()) == (Reason.NOTHING_SAID, 0)

    def test_progress_is_told_in_fives_from_ten_on(self, asked):
        round_ = asked.round("trust")
        seen = []
        for person in asked.everybody[:12]:
            answer(round_, {"trust_word": 4}, by=person, at=NOON)
            seen.append(progress_of([round_])[round_.pk].answered)

        assert seen == [None] * 9 + [10, 10, 10]
        assert progress_of([round_])[round_.pk].asked == 15
