"""The set's page: one next step, the meetings to come, who we are, how we work."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from askwell.web.meetings.models import Meeting
from askwell.web.planning import operations as planning
from askwell.web.planning.models import Booking
from askwell.web.programmes import operations as sets
from askwell.web.programmes.models import Belonging
from factories import a_person, a_set, an_action, is_in, signed_in
from web.transcripts.held import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def jonas():
    return a_person("Jonas Lindqvist")


@pytest.fixture
def herons(amara, jonas):
    others = [a_person(name) for name in ("Mei-Ling Tan", "Rashid Khan")]
    return a_set(amara, jonas, *others, agreed=True, name="Harbour Lane")


def a_meeting(learning_set, *, days=3, **how):
    return Meeting.objects.create(
        learning_set=learning_set,
        format="classic_uk",
        booked_minutes=150,
        starts_at=timezone.now() + timedelta(days=days),
        **how,
    )


def html(person, learning_set) -> str:
    answer = signed_in(person).get(f"/sets/{learning_set.pk}/")
    assert answer.status_code == 200, answer.status_code
    return answer.text


def page(person, learning_set) -> str:
    """Its words, as they are read."""
    words = unescape(re.sub(r"<[^>]+>", " ", html(person, learning_set)))
    return " ".join(words.split())


def part(name, person, learning_set) -> str:
    """The words of one section, from its heading on."""
    sections = html(person, learning_set).split("<section")
    (found,) = (each for each in sections if f'aria-labelledby="{name}"' in each)
    words = unescape(re.sub(r"<[^>]+>", " ", f"<section{found}"))
    return " ".join(words.split())


def day(meeting) -> str:
    return date_format(timezone.localtime(meeting.starts_at), "l j F, H:i")


# The one next step


def test_it_names_its_members_and_one_next_step(amara, herons):
    words = html(amara, herons)

    assert "Jonas Lindqvist" in words
    assert words.count('class="next"') == 1
    assert "Arrange the next meeting" in words
    assert f'href="/sets/{herons.pk}/dates/"' in words


def test_whoever_has_not_agreed_is_led_to_the_agreement(amara):
    learning_set = a_set(amara, name="Herons")

    words = html(amara, learning_set)

    assert "Read what Herons agrees" in words
    assert f'href="/sets/{learning_set.pk}/contract/"' in words


# The next meeting


def test_the_next_meeting_stands_with_its_day_and_length(amara, herons):
    meeting = a_meeting(herons)

    words = part("coming", amara, herons)

    assert day(meeting) in words
    assert "150 minutes" in words
    assert f'href="/meetings/{meeting.pk}/"' in html(amara, herons)


def test_it_says_who_comes_and_who_cannot(amara, jonas, herons):
    meeting, now = a_meeting(herons), timezone.now()
    planning.reply(meeting, by=amara, coming=True, at=now)
    planning.reply(meeting, by=jonas, coming=False, at=now)

    words = part("coming", amara, herons)

    assert "1 of 4 is coming." in words
    assert "Cannot come: Jonas Lindqvist." in words


def test_each_sees_their_own_reply(amara, jonas, herons):
    meeting = a_meeting(herons)
    planning.reply(meeting, by=amara, coming=True, at=timezone.now())

    pressed = re.compile(r'name="reply" value="(\w+)" aria-pressed="true"')
    shown = [pressed.findall(html(one, herons)) for one in (amara, jonas)]

    assert shown == [["yes"], []]


def test_it_names_who_presents(amara, jonas, herons):
    Booking.objects.create(meeting=a_meeting(herons), person=jonas)

    assert "presenting: Jonas Lindqvist" in part("coming", amara, herons)


def test_later_dates_follow_with_who_presents(amara, jonas, herons):
    a_meeting(herons)
    later, last = (a_meeting(herons, days=number) for number in (38, 73))
    Booking.objects.create(meeting=later, person=jonas)

    words = part("coming", amara, herons)

    assert f"{day(later)} Jonas Lindqvist {day(last)}" in words


def test_a_cancelled_meeting_is_not_shown(amara, herons):
    off = a_meeting(herons, cancelled_at=timezone.now())
    on = a_meeting(herons, days=20)

    words = part("coming", amara, herons)

    assert day(off) not in words
    assert day(on) in words


def test_times_are_told_on_the_readers_own_clock(amara, herons):
    amara.time_zone = "Asia/Kolkata"
    amara.save()
    meeting = a_meeting(herons, days=9)
    Meeting.objects.update(starts_at=meeting.starts_at.replace(hour=9, minute=0))

    assert "14:30" in part("coming", amara, herons)


# Who we are


def test_everyone_has_their_part_beside_their_name():
    delroy, amara = a_person("Delroy Campbell"), a_person("Amara Okafor")
    learning_set = a_set(delroy, amara, facilitator=delroy, agreed=True)
    membership = learning_set.memberships.get(person=amara)
    sets.choose_host(learning_set, membership, by=amara, at=timezone.now())
    is_in(learning_set, a_person("Eve Observer"), belonging=Belonging.OBSERVER)

    words = part("people", amara, learning_set)

    assert re.search(r"Delroy Campbell\W+facilitator", words)
    assert re.search(r"Amara Okafor\W.*host: minds the dates", words)
    assert re.search(r"Eve Observer\W+observer", words)


def test_who_takes_turns_has_no_facilitator(amara, jonas, herons):
    herons.memberships.filter(person=jonas).update(is_facilitator=True)
    herons.facilitated_by = "turns"
    herons.save()

    words = part("people", amara, herons)

    assert "You take turns facilitating." in words
    assert not re.search(r"Jonas Lindqvist\W+facilitator", words)


def test_who_has_left_or_waits_is_not_among_us(amara):
    gone, waiting = a_person("Gone Away"), a_person("Not Yet")
    learning_set = a_set(amara, left=[gone], waiting=[waiting])

    words = part("people", amara, learning_set)

    assert "Gone Away" not in words
    assert "Not Yet" not in words


# How we work


def test_an_agreement_that_all_gave_is_said_to_stand(amara, herons):
    assert "Everyone has agreed." in part("agreement", amara, herons)


def test_who_has_still_to_agree_is_named(amara, jonas, herons):
    words = "Nothing leaves this room."
    sets.reword(herons, words=words, read=1, by=amara, at=timezone.now())
    sets.agree(herons, read=2, by=amara, at=timezone.now())

    assert "Still to agree: Jonas Lindqvist, Mei-Ling Tan, Rashid Khan." in part(
        "agreement", amara, herons
    )


# What leads on from here


def test_only_my_own_actions_of_this_set_are_counted(amara, jonas, herons):
    an_action(amara, herons)
    an_action(amara)
    an_action(jonas, herons)

    assert "One open action of yours began here." in part("mine", amara, herons)


def test_a_set_that_has_ended_offers_no_meetings_and_asks_nobody_to_agree(
    amara, herons
):
    herons.ended_at = timezone.now()
    herons.save(update_fields=["ended_at"])

    words = html(amara, herons)

    assert "Next meeting" not in words
    assert "Still to agree" not in words
    assert f"/sets/{herons.pk}/edit/" not in words
    assert "How the set ends" in words


def test_handing_over_is_not_spoken_of_before_a_set_has_met(amara, herons):
    a_meeting(herons)

    assert "handing-over/" not in html(amara, herons)


def test_everything_of_the_set_is_linked_and_answers(amara, herons):
    now = timezone.now()
    a_meeting(herons)
    a_meeting(herons, days=-7, opened_at=now, closed_at=now)
    browser = signed_in(amara)
    own = re.findall(rf'href="(/sets/{herons.pk}/[^"]+)"', html(amara, herons))

    answers = {path: browser.get(path).status_code for path in own}

    assert set(answers.values()) == {200}
    assert {path.removeprefix(f"/sets/{herons.pk}/") for path in own} == {
        "contract/",
        "dates/",
        "doing/",
        "edit/",
        "handing-over/",
        "ending/",
        "health/",
        "leaving/",
        "ledger/",
        "log/",
        "people/",
        # Nobody facilitates this set: its next step is to choose.
        "roles/",
        "transcripts/",
        "turns/",
        "webhooks/",
    }


def test_a_meeting_whose_transcript_is_read_leads_to_what_it_says():
    told = held()
    before = part("held", told.ana, told.learning_set)
    told.read()

    after = html(told.ben, told.learning_set)

    assert "How we asked, and listened" not in before
    assert f'href="/meetings/{told.meeting.pk}/transcript/"' in after


def queries_of_a_page_with(number: int) -> int:
    """How many questions the database is asked for so many meetings and people."""
    person = a_person()
    others = [a_person() for _ in range(number)]
    learning_set = a_set(person, *others, agreed=True)
    for weeks in range(number):
        meeting = a_meeting(learning_set, days=7 * (weeks + 1))
        planning.reply(meeting, by=others[weeks], coming=True, at=timezone.now())
        Booking.objects.create(meeting=meeting, person=others[weeks])
        now = timezone.now()
        a_meeting(learning_set, days=-7 * (weeks + 1), opened_at=now, closed_at=now)
    browser = signed_in(person)
    browser.get(f"/sets/{learning_set.pk}/")
    with CaptureQueriesContext(connection) as asked:
        browser.get(f"/sets/{learning_set.pk}/")
    return len(asked)


def test_it_costs_the_same_with_three_and_with_six_meetings_and_people():
    assert queries_of_a_page_with(3) == queries_of_a_page_with(6)
