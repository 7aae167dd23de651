"""What somebody says before the sets are made: kept page by page, for the composer."""

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.web.enrolments.models import Enrolment
from askwell.web.intake import operations, weeks
from askwell.web.intake.models import Intake
from askwell.web.intake.queries import said
from askwell.web.intake.refusals import NotDoneError
from factories import a_person, a_set, an_enrolment, is_in, signed_in
from web.intake.programme import a_programme_of_two, asked_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def both():
    return a_programme_of_two()


@pytest.fixture
def noor():
    return a_person("Noor Idris")


@pytest.fixture
def enrolment(both, noor):
    asked = asked_at(both, noor)
    operations.join(asked, person=noor, at=timezone.now())
    return Enrolment.objects.get(pk=asked.pk)


def page(enrolment, step) -> str:
    return reverse("intake:say", args=[enrolment.pk, step])


def say(person, enrolment, step, **words):
    return signed_in(person).post(page(enrolment, step), words)


def kept(enrolment) -> Intake:
    return Intake.objects.get(enrolment=enrolment)


def test_each_page_is_kept_and_leads_to_the_next(noor, enrolment):
    week = weeks.written(weeks.span(0, (9, 12)))
    answers = [
        say(noor, enrolment, "where", level="3", area="Nursing", place="Leeds"),
        say(noor, enrolment, "when", week=week, time_zone="Asia/Kolkata"),
        say(noor, enrolment, "challenge", challenge="Who decides?", may_compare="on"),
        say(noor, enrolment, "apart", apart="Mei Chen"),
        say(noor, enrolment, "facilitating", capacity="2"),
    ]

    enrolment.refresh_from_db()
    intake = kept(enrolment)
    assert [answer.url.split("/")[-2] for answer in answers] == [
        *("when", "challenge", "apart", "facilitating", "mine"),
    ]
    assert (enrolment.level, enrolment.area, enrolment.place) == (3, "Nursing", "Leeds")
    assert enrolment.time_zone == "Asia/Kolkata"
    assert (enrolment.facilitates, enrolment.capacity) == (True, 2)
    assert intake.painted == week
    assert (intake.challenge, intake.may_compare) == ("Who decides?", True)
    assert intake.apart == "Mei Chen"
    assert intake.finished_at


def test_without_a_script_hours_are_ticked(noor, enrolment):
    monday_at_nine, friday_at_ten = weeks.slot(0, 18), weeks.slot(4, 20)

    say(
        noor,
        enrolment,
        "when",
        hours=[monday_at_nine, friday_at_ten],
        time_zone="Europe/London",
    )

    week = weeks.read(kept(enrolment).painted)
    assert week == weeks.span(0, (9, 10)) | weeks.span(4, (10, 11))


def test_a_quick_fill_marks_more_and_stays_on_the_page(noor, enrolment):
    ticked = {"hours": [weeks.slot(5, 20)], "time_zone": "Europe/London"}

    answer = say(noor, enrolment, "when", fill="mornings", **ticked)

    week = weeks.read(kept(enrolment).painted)
    assert answer.url == page(enrolment, "when")
    assert week & weeks.span(5, (10, 11))
    assert weeks.hours_in(week) == 5 * 4 + 1


def test_clearing_leaves_nothing(noor, enrolment):
    operations.say_when(enrolment, by=noor, week=weeks.span(0, (9, 12)))

    say(noor, enrolment, "when", fill="clear", week="", time_zone="Europe/London")

    assert kept(enrolment).painted == ""


def test_a_week_without_an_hour_is_asked_for_once_more(noor, enrolment):
    answer = say(noor, enrolment, "when", week="", time_zone="Europe/London")

    assert answer.status_code == 422
    assert "so that a date can be found" in answer.text


def test_the_page_says_whether_it_is_enough(noor, enrolment):
    when = page(enrolment, "when")
    short = weeks.span(0, (9, 10))
    enough = weeks.span(0, (9, 12)) | weeks.span(1, (9, 12)) | weeks.span(3, (13, 17))
    said_of = []
    for week in (0, short, weeks.span(0, (9, 12)), enough):
        operations.say_when(enrolment, by=noor, week=week)
        said_of.append(signed_in(noor).get(when).context["week"].says)

    assert said_of == [
        "Nothing is marked yet.",
        "Hours marked: 1. Nowhere is there room for a whole meeting yet.",
        "Hours marked: 3. A meeting finds room on 1 day. One more day would help.",
        "Hours marked: 10. A meeting finds room on 3 days. That is enough.",
    ]


def test_one_may_rather_not_say_yet(noor, enrolment):
    say(noor, enrolment, "challenge", challenge="Who decides?", may_compare="on")

    say(noor, enrolment, "challenge", challenge="Who decides?", answer="not_yet")

    assert kept(enrolment).challenge is None
    assert not kept(enrolment).may_compare


def test_levels_have_the_names_the_organisation_gives_them(both, noor, enrolment):
    both.home.level_names = ["Band 5", "Band 6", "", "Band 8", ""]
    both.home.save()

    words = signed_in(noor).get(page(enrolment, "where")).text

    assert ["Band 5" in words, "Band 8" in words] == [True, True]
    assert "Leading a team" not in words


def test_whoever_only_facilitates_says_when_and_how_many(both, noor):
    asked = asked_at(both, noor, takes_part=False, facilitates=True)
    operations.join(asked, person=noor, at=timezone.now())
    begin = signed_in(noor).get(reverse("intake:begin", args=[asked.pk]))

    answers = [
        signed_in(noor).get(page(asked, step)).status_code
        for step in ("where", "when", "challenge", "apart", "facilitating")
    ]
    say(noor, asked, "facilitating", capacity="3")

    asked.refresh_from_db()
    assert begin.url == page(asked, "when")
    assert answers == [404, 200, 404, 404, 200]
    assert (asked.facilitates, asked.capacity) == (True, 3)


def test_it_can_be_changed_until_one_has_a_set(both, noor, enrolment):
    learning_set = a_set(a_person("Mei"))
    learning_set.cohort = both.programme.cohorts.get()
    learning_set.save()
    operations.say_apart(enrolment, by=noor, words="Mei")
    is_in(learning_set, noor)

    with pytest.raises(NotDoneError):
        operations.say_apart(enrolment, by=noor, words="Jonas")
    words = signed_in(noor).get(page(enrolment, "apart")).text

    assert "You have a set by now" in words
    assert kept(enrolment).apart == "Mei"


def test_what_was_forgotten_can_be_said_again(noor, enrolment):
    say(noor, enrolment, "apart", apart="Mei Chen")
    operations.forget(enrolment.programme)

    empty = signed_in(noor).get(page(enrolment, "apart")).text
    say(noor, enrolment, "apart", apart="Jonas Lind")

    assert "Mei Chen" not in empty
    assert kept(enrolment).apart == "Jonas Lind"


def test_nobody_says_anything_in_the_name_of_another(both, noor, enrolment):
    for other in (both.whole, both.speaks, a_person("Jonas Lind")):
        answers = {
            signed_in(other).get(page(enrolment, "challenge")).status_code,
            say(other, enrolment, "challenge", challenge="Mine").status_code,
        }
        assert answers == {404}


class TestSaid:
    """What the composer is told."""

    @pytest.fixture
    def cohort(self, both):
        return both.programme.cohorts.get()

    def others(self, both, *names):
        return {
            name: an_enrolment(both.programme, a_person(name), partner=both.home).pk
            for name in names
        }

    def test_the_week_and_its_clocks(self, cohort, noor, enrolment):
        week = weeks.span(0, (9, 12))
        operations.say_when(enrolment, by=noor, week=week, time_zone="Asia/Kolkata")

        told = said(cohort)[enrolment.pk]

        assert (told.week, told.time_zone) == (week, "Asia/Kolkata")

    @pytest.mark.parametrize("may", [True, False])
    def test_a_challenge_only_where_it_may_be_compared(
        self, cohort, noor, enrolment, may
    ):
        operations.say_challenge(enrolment, by=noor, words="Mine", may_compare=may)

        assert said(cohort)[enrolment.pk].challenge == ("Mine" if may else "")

    def test_people_are_known_by_address_and_by_parts_of_their_name(
        self, both, cohort, noor, enrolment
    ):
        names = ("Mei Chen", "José Álvarez", "Ana Ruiz", "Ann Other")
        others = self.others(both, *names)
        mail = Enrolment.objects.get(pk=others["Ann Other"]).email
        words = f"chen\nAlvarez, Jose; Nobody Here\n{mail.upper()}"
        operations.say_apart(enrolment, by=noor, words=words)

        apart = said(cohort)[enrolment.pk].apart

        assert apart == {
            others["Mei Chen"],
            others["José Álvarez"],
            others["Ann Other"],
        }

    def test_a_name_that_fits_too_many_keeps_nobody_apart(
        self, both, cohort, noor, enrolment
    ):
        self.others(both, *(f"Ana Number{number}" for number in range(4)))
        operations.say_apart(enrolment, by=noor, words="Ana")

        assert said(cohort)[enrolment.pk].apart == frozenset()

    def test_nobody_is_kept_apart_from_themselves(self, cohort, noor, enrolment):
        operations.say_apart(enrolment, by=noor, words="Noor")

        assert said(cohort)[enrolment.pk].apart == frozenset()

    def test_it_shows_no_words_when_it_is_printed(self, cohort, noor, enrolment):
        operations.say_challenge(enrolment, by=noor, words="Mine", may_compare=True)

        assert "Mine" not in repr(said(cohort))

    def test_it_takes_as_many_questions_for_many_as_for_one(
        self, both, cohort, enrolment, django_assert_num_queries
    ):
        said(cohort)
        with django_assert_num_queries(2):
            said(cohort)
        for who in ("Mei", "Jonas"):
            person = a_person(who)
            asked = asked_at(both, person)
            operations.join(asked, person=person, at=timezone.now())
        with django_assert_num_queries(2):
            assert len(said(cohort)) == 3
