"""What people choose to be mailed, and how they put an end to it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from askwell.web.integrations import queries, tasks
from askwell.web.integrations.mail import links
from askwell.web.integrations.models import (
    Delivery,
    MailChoices,
    SuppressedAddress,
    Way,
)
from askwell.web.integrations.operations import choices
from askwell.web.people.models import Group, Notice
from askwell.web.people.operations import post_notice, read_notice
from factories import NOON, a_person, signed_in

pytestmark = pytest.mark.django_db

Kind = Notice.Kind
SETTINGS = "/notices/settings/"
DAY = timedelta(days=1)


def all_ways(way, **more):
    return {**dict.fromkeys(Group.values, way), "digest_hour": 8, **more}


def path_of(address):
    return address.removeprefix("http://127.0.0.1:8000")


class TestThePage:
    def test_at_first_everything_is_mailed_at_once(self):
        page = signed_in(a_person()).get(SETTINGS)

        ways = {page.context["form"][group].value() for group in Group.values}
        assert ways == {Way.AT_ONCE}

    def test_what_is_chosen_is_kept(self):
        amara = a_person()

        signed_in(amara).post(SETTINGS, all_ways("digest", turn="not", digest_hour=17))

        kept = queries.choices_of(amara)
        assert (kept.set, kept.turn, kept.digest_hour) == ("digest", "not", 17)

    def test_what_cannot_be_chosen_is_refused(self):
        answer = signed_in(a_person()).post(SETTINGS, all_ways("pigeon"))

        assert answer.status_code == 422

    def test_there_is_a_choice_for_every_group(self):
        names = {field.name for field in MailChoices._meta.get_fields()}

        assert set(Group.values) <= names

    def test_it_says_that_the_last_mail_did_not_arrive(self):
        amara = a_person()
        Delivery.objects.create(
            channel="mail",
            key="1",
            person=amara,
            state=Delivery.State.GIVEN_UP,
            due_at=NOON,
            ended_at=timezone.now(),
        )

        assert "did not arrive" in signed_in(amara).get(SETTINGS).text


class TestTheMailOfTheDay:
    @pytest.fixture
    def amara(self):
        """At noon it is one o'clock in Lagos; she wishes her mail at five."""
        amara = a_person("Amara Okafor")
        amara.time_zone = "Africa/Lagos"
        amara.save()
        choices.choose(amara, **all_ways("digest", digest_hour=17))
        return amara

    def deliver(self, at):
        tasks.deliver_due_notices(at=at)
        tasks.make_digests(at=at)
        return tasks.deliver_due_notices(at=at)

    def five(self, day=NOON):
        local = day.astimezone(ZoneInfo("Africa/Lagos"))
        return local.replace(hour=17, minute=0)

    def test_it_waits_for_its_hour(self, amara):
        post_notice(kind=Kind.SOON, path="/", person=amara, at=NOON)

        assert self.deliver(NOON) == 0
        assert self.deliver(self.five() - timedelta(minutes=1)) == 0
        assert self.deliver(self.five()) == 1

    def test_it_tells_all_in_one(self, amara):
        for kind in (Kind.SOON, Kind.HEALTH):
            post_notice(kind=kind, path="/", person=amara, at=NOON)
        self.deliver(NOON)

        self.deliver(self.five())

        [letter] = mail.outbox
        assert letter.subject == "2 things are new in your sets"
        assert letter.body.index("How is your set") > letter.body.index("is near")

    @pytest.mark.parametrize("number", [1, 3])
    def test_until_its_hour_nobody_costs_a_query_of_their_own(
        self, number, amara, django_assert_num_queries
    ):
        for person in (amara, a_person("Ben"), a_person("Chiara"))[:number]:
            choices.choose(person, **all_ways("digest", digest_hour=17))
            post_notice(kind=Kind.SOON, path="/", person=person, at=NOON)
        tasks.deliver_due_notices(at=NOON)

        with django_assert_num_queries(3):
            tasks.make_digests(at=NOON)

    def test_it_comes_once_a_day(self, amara):
        post_notice(kind=Kind.SOON, path="/", person=amara, at=NOON)
        self.deliver(NOON)
        self.deliver(self.five())
        late = self.five() + timedelta(hours=1)
        post_notice(kind=Kind.SOON, path="/", person=amara, at=late)

        counts = [self.deliver(at) for at in (late, late + DAY, late + 2 * DAY)]

        assert counts == [0, 1, 0]

    def test_what_was_read_meanwhile_is_not_told(self, amara):
        notice = post_notice(kind=Kind.SOON, path="/", person=amara, at=NOON)
        self.deliver(NOON)
        read_notice(notice, at=NOON)

        self.deliver(self.five())

        assert mail.outbox == []
        assert Delivery.objects.get().state == Delivery.State.NOT_WANTED

    def test_what_is_not_wished_any_more_is_not_told(self, amara):
        for kind in (Kind.SOON, Kind.HEALTH):
            post_notice(kind=kind, path="/", person=amara, at=NOON)
        self.deliver(NOON)
        choices.stop_mailing(amara, "set")

        self.deliver(self.five())

        assert [letter.subject for letter in mail.outbox] == [
            "One thing is new in your sets"
        ]


class TestUnsubscribing:
    """As RFC 8058 has it: by one press in the mail program, without signing in."""

    @pytest.fixture
    def amara(self):
        return a_person("Amara Okafor")

    def letter_to(self, **reader):
        mail.outbox.clear()
        post_notice(kind=Kind.INVITED, path="/join/x/", at=NOON, **reader)
        tasks.deliver_due_notices(at=NOON)
        return mail.outbox

    def test_one_press_is_enough(self, amara):
        [letter] = self.letter_to(person=amara)
        headers = letter.extra_headers
        browser = Client(enforce_csrf_checks=True)

        answer = browser.post(
            path_of(headers["List-Unsubscribe"].strip("<>")),
            {"List-Unsubscribe": "One-Click"},
        )

        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert answer.status_code == 200
        assert self.letter_to(person=amara) == []

    def test_looking_changes_nothing(self, amara):
        address = path_of(links.unsubscribe(amara, Group.PEOPLE))

        page = Client().get(address)

        assert "No more mails like this one?" in page.text
        assert queries.choices_of(amara).people == Way.AT_ONCE

    def test_only_the_one_group_ends(self, amara):
        Client().post(path_of(links.unsubscribe(amara, Group.PEOPLE)))

        kept = queries.choices_of(amara)
        assert (kept.people, kept.meetings) == (Way.NOT, Way.AT_ONCE)

    def test_it_can_be_taken_back(self, amara):
        address = path_of(links.unsubscribe(amara, Group.PEOPLE))
        Client().post(address)

        Client().post(address, {"again": "yes"})

        assert queries.choices_of(amara).people == Way.AT_ONCE

    def test_the_mail_of_the_day_ends_with_all_that_is_in_it(self, amara):
        choices.choose(amara, **all_ways("digest", turn="at_once"))

        Client().post(path_of(links.unsubscribe_from_digest(amara)))

        kept = queries.choices_of(amara)
        assert (kept.set, kept.turn) == (Way.NOT, Way.AT_ONCE)

    def test_an_address_is_invited_no_more(self):
        address = "new@people.example"
        Client().post(path_of(links.unsubscribe_address(address)))

        assert self.letter_to(address="New@people.example") == []
        assert address not in str(SuppressedAddress.objects.values())

    def test_an_address_may_change_its_mind(self):
        link = path_of(links.unsubscribe_address("new@people.example"))
        Client().post(link)

        Client().post(link, {"again": "yes"})

        assert len(self.letter_to(address="new@people.example")) == 1

    def test_an_address_that_was_made_up_opens_nothing(self, amara):
        token = path_of(links.unsubscribe(amara, Group.PEOPLE)).split("/")[-2]

        answer = Client().post(f"/notices/unsubscribe/x{token}/")

        assert answer.status_code == 404
        assert queries.choices_of(amara).people == Way.AT_ONCE

    def test_somebody_with_an_account_is_asked_about_invitations_like_about_all(
        self, amara
    ):
        choices.stop_mailing(amara, Group.PEOPLE)

        assert self.letter_to(address=amara.email) == []
