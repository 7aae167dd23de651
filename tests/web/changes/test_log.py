"""The log of what changes around a programme: read by many, mended by few."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.web.changes.models import Arrangement, ChangeEvent, LearningLoop
from askwell.web.changes.operations import logging
from askwell.web.changes.refusals import NotDoneError, Reason
from askwell.web.changes.tasks import forget_old_lines
from askwell.web.programmes.models import Office, Programme
from askwell.web.running.models import WindUp
from factories import (
    NOON,
    a_partner,
    a_person,
    a_programme,
    a_topic,
    an_enrolment,
    holds_office,
    signed_in,
)

LINE = {"title": "The ward moves", "impact": 2, "noticed_on": NOON.date()}


@pytest.fixture
def programme(db):
    return a_programme()


@pytest.fixture
def member(programme):
    person = a_person()
    an_enrolment(programme, person)
    return person


def at_log(programme: Programme, more: str = "") -> str:
    return f"/programmes/{programme.pk}/changes/{more}"


def a_line(programme, by, **how) -> ChangeEvent:
    return logging.add(programme, **{**LINE, "by": by, "at": NOON, **how})


def test_whoever_takes_part_puts_a_line_into_the_log(programme, member):
    browser = signed_in(member)

    browser.post(at_log(programme, "new/"), LINE | {"area": "Ward 3"})

    page = browser.get(at_log(programme)).text
    assert "The ward moves" in page
    assert "Ward 3" in page
    assert "changes much" in page


def test_an_empty_log_says_what_belongs_in_it(programme, member):
    page = signed_in(member).get(at_log(programme)).text

    assert "Nothing stands here yet" in page


def test_nobody_notices_what_is_yet_to_come(programme, member):
    ahead = {"noticed_on": timezone.localdate() + timedelta(days=2)}

    answer = signed_in(member).post(at_log(programme, "new/"), LINE | ahead)

    assert answer.status_code == 422
    assert not ChangeEvent.objects.exists()


def test_a_manager_may_keep_the_log_to_managers(programme, member):
    manager = programme.created_by
    speaks = a_person()
    a_partner(programme, speaks)

    signed_in(manager).post(at_log(programme, "settings/"), {"may_add": "managers"})

    browser = signed_in(member)
    assert browser.get(at_log(programme, "new/")).status_code == 404
    assert "Add a change" not in browser.get(at_log(programme)).text
    assert signed_in(speaks).get(at_log(programme, "new/")).status_code == 200


def test_the_manager_says_how_many_people_could_take_part(programme):
    given = {"may_add": "everybody", "headcount": "450"}

    signed_in(programme.created_by).post(at_log(programme, "settings/"), given)

    assert Arrangement.objects.get(programme=programme).headcount == 450


def test_a_sponsor_reads_no_log(programme):
    sponsor = a_person()
    holds_office(programme, sponsor, kind=Office.Kind.SPONSOR)

    assert signed_in(sponsor).get(at_log(programme)).status_code == 404


def test_who_left_reads_it_no_more(programme, member):
    programme.enrolments.update(status="left")

    assert signed_in(member).get(at_log(programme)).status_code == 404


def test_the_log_of_a_programme_that_ended_is_closed(programme, member):
    programme.ended_at = NOON
    programme.save()

    assert signed_in(member).get(at_log(programme)).status_code == 404


def test_a_line_is_reworded_by_who_added_it(programme, member):
    line = a_line(programme, member)

    signed_in(member).post(
        at_log(programme, f"{line.pk}/wording/"), LINE | {"title": "The ward stays"}
    )

    line.refresh_from_db()
    assert line.title == "The ward stays"


def test_a_line_is_reworded_by_the_manager_and_nobody_else(programme, member):
    line = a_line(programme, member)
    other = a_person()
    an_enrolment(programme, other)
    address = at_log(programme, f"{line.pk}/wording/")

    assert signed_in(programme.created_by).get(address).status_code == 200
    assert signed_in(other).get(address).status_code == 404


def test_a_line_of_another_programme_is_not_found(programme, member):
    elsewhere = a_programme()
    line = a_line(elsewhere, elsewhere.created_by)

    answer = signed_in(member).get(at_log(programme, f"{line.pk}/"))

    assert answer.status_code == 404


def test_what_was_taken_out_can_be_brought_back(programme, member):
    line = a_line(programme, member)
    browser = signed_in(member)

    page = browser.post(at_log(programme, f"{line.pk}/removal/"), follow=True).text
    gone = ChangeEvent.objects.standing().exists()
    browser.post(at_log(programme, f"{line.pk}/return/"))

    assert "Taken out: The ward moves" in page
    assert not gone
    assert ChangeEvent.objects.standing().get() == line


def test_what_was_taken_out_is_deleted_after_a_day(programme, member):
    line, other = a_line(programme, member), a_line(programme, member)
    logging.remove(line, by=member, at=NOON)
    logging.remove(other, by=member, at=NOON + timedelta(hours=20))

    assert forget_old_lines(at=NOON + timedelta(hours=30)) == 1

    assert list(ChangeEvent.objects.all()) == [other]


def test_with_a_programmes_lists_goes_who_wrote_and_who_learned(programme, member):
    line = a_line(programme, member)
    closed = {"topic": a_topic(member), "closed_on": NOON.date()}
    LearningLoop.objects.create(change=line, person=member, **closed)
    ending = WindUp.objects.create(programme=programme, clears_at=NOON)
    before = forget_old_lines(at=NOON)
    ending.cleared_at = NOON
    ending.save()

    assert (before, forget_old_lines(at=NOON)) == (0, 2)

    line.refresh_from_db()
    assert (line.added_by, line.loops.count()) == (None, 0)


def test_nobody_fills_the_log_in_one_day(programme, member):
    for _ in range(logging.MOST_A_DAY):
        a_line(programme, member)

    with pytest.raises(NotDoneError) as refused:
        a_line(programme, member)

    assert refused.value.reason is Reason.TOO_MANY


def test_lines_are_found_by_their_words(programme, member):
    a_line(programme, member)
    a_line(programme, member, title="A new payroll", area="Everywhere")

    page = signed_in(member).get(at_log(programme, "?q=payroll+every")).text

    assert "A new payroll" in page
    assert "The ward moves" not in page


def test_looking_for_what_is_not_there_says_so(programme, member):
    a_line(programme, member)

    assert (
        "No line has these words"
        in signed_in(member).get(at_log(programme, "?q=nothing")).text
    )


def test_a_long_log_has_several_pages_and_keeps_the_words_looked_for(programme, member):
    ChangeEvent.objects.bulk_create(
        ChangeEvent(programme=programme, **LINE) for _ in range(31)
    )

    page = signed_in(member).get(at_log(programme, "?q=ward")).text

    assert "1 to 30 of 31" in page
    assert "q=ward&amp;page=2" in page


def test_the_log_is_drawn_with_the_same_queries_for_one_line_and_for_three(
    programme, member, django_assert_num_queries
):
    browser = signed_in(member)
    a_line(programme, member)
    browser.get(at_log(programme))

    with django_assert_num_queries(10):
        browser.get(at_log(programme))
    a_line(programme, member)
    a_line(programme, member)
    with django_assert_num_queries(10):
        browser.get(at_log(programme))


def test_the_log_never_shows_who_added_or_learned_from_a_line(programme, member):
    line = a_line(programme, member)
    reader = a_person("Kofi Mensah")
    an_enrolment(programme, reader)
    browser = signed_in(reader)
    pages = [at_log(programme), at_log(programme, f"{line.pk}/")]
    before = [unsigned(browser.get(each).text) for each in pages]

    LearningLoop.objects.create(
        change=line, person=member, topic=a_topic(member), closed_on=NOON.date()
    )

    assert [unsigned(browser.get(each).text) for each in pages] == before
    assert member.name not in before[0] + before[1]


def unsigned(page: str) -> str:
    """Without the token, which differs on every page."""
    return "".join(
        line for line in page.splitlines() if "csrfmiddlewaretoken" not in line
    )
