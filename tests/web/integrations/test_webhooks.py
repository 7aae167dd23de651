"""Notices of a set, said in its chat."""

import json
import socket
from datetime import timedelta

import pytest

from askwell.web.integrations import chat as chats
from askwell.web.integrations import tasks
from askwell.web.integrations.models import Delivery, Webhook
from askwell.web.integrations.operations import outbox, webhooks
from askwell.web.integrations.services import CHATS
from askwell.web.integrations.slack import SLACK
from askwell.web.integrations.teams import TEAMS
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice
from askwell.web.people.operations import post_notice, post_notices
from askwell.web.programmes.models import SetMembership
from askwell.web.vault.operations import shred_set
from factories import NOON, a_person, a_set, signed_in

pytestmark = pytest.mark.django_db

Kind, State = Notice.Kind, Delivery.State
HOOK = "https://hooks.slack.com/services/T0/B0/secret"


@pytest.fixture
def amara():
    return a_person("Amara Okafor")


@pytest.fixture
def learning_set(amara):
    return a_set(amara, a_person("Ben"), a_person("Chiara"), facilitator=amara)


@pytest.fixture
def webhook(learning_set, amara):
    return webhooks.add(learning_set, chat=SLACK, address=HOOK, by=amara, at=NOON)


def tell(learning_set, kind=Kind.HEALTH, path="/somewhere/", people=None):
    members = people or [one.person for one in learning_set.memberships.all()]
    return post_notices(members, kind=kind, path=path, at=NOON, set_id=learning_set.pk)


def page_of(learning_set):
    return f"/sets/{learning_set.pk}/webhooks/"


def deliver(at=NOON):
    tasks.deliver_due_notices(at=at)


class TestWhatIsSaid:
    def test_the_set_is_told_once_however_many_are_in_it(
        self, chat, webhook, learning_set
    ):
        tell(learning_set)

        deliver()

        [(address, body)] = chat.posted
        link = f"http://127.0.0.1:8000/sets/{learning_set.pk}/"
        assert address == HOOK
        assert json.loads(body)["text"] == (
            f"It is time for a look at how your set is doing. {link}"
        )

    def test_it_says_neither_the_sets_name_nor_a_path_meant_for_one(
        self, chat, webhook, learning_set
    ):
        tell(learning_set, Kind.DATES_ASKED, path="/polls/for-amara-alone/")

        deliver()

        [(_, body)] = chat.posted
        assert b"Thursday set" not in body
        assert b"for-amara-alone" not in body

    def test_what_concerns_one_person_is_not_said_there(
        self, chat, webhook, learning_set, amara
    ):
        for kind in (Kind.PRESENTING, Kind.SWAP_ASKED, Kind.REMINDER, Kind.LAPSED):
            tell(learning_set, kind, people=[amara])

        deliver()

        assert chat.posted == []

    def test_nor_what_goes_to_an_address_that_is_only_invited(
        self, chat, webhook, learning_set
    ):
        tell(learning_set, Kind.DATES_ASKED)
        for address in ("dana@people.example", "eli@people.example"):
            post_notice(
                kind=Kind.DATES_ASKED,
                path="/p/a-code/",
                address=address,
                at=NOON,
                set_id=learning_set.pk,
            )

        deliver()

        assert len(chat.posted) == 1

    def test_nor_what_concerns_another_set(self, chat, webhook):
        tell(a_set(a_person()))

        deliver()

        assert chat.posted == []

    def test_each_state_of_a_meeting_is_said_once_also_when_people_join_later(
        self, chat, webhook, learning_set, amara
    ):
        meeting = Meeting.objects.create(
            learning_set=learning_set,
            format="classic_uk",
            booked_minutes=90,
            starts_at=NOON,
        )
        path = f"/meetings/{meeting.pk}/"
        for person in (amara, a_person("Jonas")):
            post_notice(
                kind=Kind.CONVENED,
                path=path,
                person=person,
                set_id=learning_set.pk,
                at=NOON,
            )
            deliver()
        for sequence in (1, 2):
            Meeting.objects.update(sequence=sequence)
            tell(learning_set, Kind.MOVED, path=path)
            deliver()

        said = [json.loads(body)["text"].partition(".")[0] for _, body in chat.posted]
        assert said == [
            "Your set's next meeting has been arranged",
            "Your set's meeting has moved",
            "Your set's meeting has moved",
        ]

    def test_teams_gets_a_card(self, chat, learning_set, amara):
        address = "https://prod-1.westeurope.logic.azure.com/workflows/x/triggers"
        webhooks.add(learning_set, chat=TEAMS, address=address, by=amara, at=NOON)
        tell(learning_set)

        deliver()

        [(_, body)] = chat.posted
        card = json.loads(body)["attachments"][0]["content"]
        assert card["body"][0]["text"].startswith("It is time for a look")


class TestFaults:
    @pytest.fixture
    def told(self, webhook, learning_set):
        tell(learning_set)

    def state(self):
        said = Delivery.objects.get(channel="chat")
        return said.state, said.fault

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_a_chat_that_is_busy_is_asked_again(self, chat, told, status):
        chat.status = status
        deliver()
        chat.status = 200
        deliver(NOON + timedelta(hours=1))

        assert self.state()[0] == State.DELIVERED

    @pytest.mark.parametrize("status", [302, 400, 404, 410])
    def test_a_chat_that_says_no_is_not(self, chat, told, status):
        chat.status = status

        deliver()

        assert self.state() == (State.GIVEN_UP, f"Status {status}")

    def test_what_may_have_arrived_is_not_said_again(self, chat, told):
        chat.fault = chats.Interrupted()

        deliver()

        assert self.state() == (State.GIVEN_UP, "Interrupted")

    def test_nor_what_a_worker_left_half_done(self, chat, told):
        tasks.handing_on.hand_on(at=NOON)
        while claimed := outbox.claim_next(at=NOON):
            if claimed.channel == "chat":
                break
        later = NOON + timedelta(hours=1)

        tasks.clear_up(at=later)
        deliver(later)

        assert chat.posted == []
        assert self.state() == (State.GIVEN_UP, "Interrupted")

    def test_a_chat_that_cannot_be_reached_is_asked_again(self, chat, told):
        chat.fault = ConnectionRefusedError()

        deliver()

        assert self.state() == (State.WAITING, "ConnectionRefusedError")

    def test_with_its_keys_the_set_loses_its_chats(self, chat, told, learning_set):
        shred_set(learning_set.pk, at=NOON)

        deliver()

        assert (chat.posted, self.state()[0]) == ([], State.NOT_WANTED)


class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            HOOK,
            "https://hooks.slack.com:443/services/T0/B0/x",
            "https://acme.webhook.office.com/webhookb2/x",
            "https://prod-1.westeurope.logic.azure.com/workflows/x?sig=y",
            "https://default1.2.environment.api.powerplatform.com/powerautomate/x",
        ],
    )
    def test_those_of_the_services_are_known(self, address):
        assert any(each.knows(address) for each in CHATS)

    @pytest.mark.parametrize(
        "address",
        [
            "http://hooks.slack.com/services/x",
            "https://hooks.slack.com.evil.example/services/x",
            "https://evil.example/hooks.slack.com",
            "https://hooks.slack.com@evil.example/x",
            "https://user:word@hooks.slack.com/x",
            "https://hooks.slack.com:8443/x",
            "https://webhook.office.com.evil.example/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://[/x",
            "https://hooks.slack.com/services/ü",
            "https://a..webhook.office.com/x",
            f"https://{'a' * 64}.webhook.office.com/x",
            "ftp://hooks.slack.com/x",
            "hooks.slack.com/services/x",
        ],
    )
    def test_any_other_is_refused(self, address, learning_set, amara):
        answer = signed_in(amara).post(page_of(learning_set), {"address": address})

        assert not any(each.knows(address) for each in CHATS)
        assert answer.status_code == 422
        assert not Webhook.objects.exists()

    def test_it_lies_sealed_and_is_never_shown(self, webhook, learning_set, amara):
        page = signed_in(amara).get(page_of(learning_set))

        stored = Webhook.objects.get().__dict__["address"]
        assert "secret" not in page.text
        assert repr(stored) == "<sealed words>"
        assert b"secret" not in stored.sealed

    def test_the_real_way_out_waits_for_a_short_time_only(self, monkeypatch):
        monkeypatch.setattr(chats, "SECONDS", 0.1)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            address = f"https://127.0.0.1:{silent.getsockname()[1]}/"

            with pytest.raises(TimeoutError):
                chats.post(address, b"{}")


class TestThePage:
    def test_whoever_leads_adds_tries_and_removes(self, chat, learning_set, amara):
        browser, page = signed_in(amara), page_of(learning_set)

        browser.post(page, {"address": HOOK})
        webhook = Webhook.objects.get()
        browser.post(f"{page}{webhook.pk}/trial/")
        browser.post(f"{page}{webhook.pk}/removal/")

        assert len(chat.posted) == 1
        assert not Webhook.objects.exists()

    def test_so_does_the_host(self, learning_set):
        ben = SetMembership.objects.get(person__name="Ben")
        ben.is_host = True
        ben.save()

        answer = signed_in(ben.person).post(page_of(learning_set), {"address": HOOK})

        assert answer.status_code == 302

    def test_a_trial_that_fails_says_what_to_do(
        self, chat, webhook, learning_set, amara
    ):
        chat.status = 404

        answer = signed_in(amara).post(
            f"{page_of(learning_set)}{webhook.pk}/trial/", follow=True
        )

        assert "It was not taken." in answer.text

    def test_what_failed_last_is_shown(self, chat, webhook, learning_set, amara):
        chat.status = 404
        tell(learning_set)
        deliver()

        page = signed_in(amara).get(page_of(learning_set))

        assert "was not taken" in page.text

    def test_members_see_where_notices_go(self, webhook, learning_set):
        ben = SetMembership.objects.get(person__name="Ben").person

        page = signed_in(ben).get(page_of(learning_set))

        assert "Added by Amara Okafor" in page.text
        assert "Try it out" not in page.text

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_however_many_there_are(
        self, number, learning_set, amara, django_assert_num_queries
    ):
        for _ in range(number):
            webhooks.add(learning_set, chat=SLACK, address=HOOK, by=amara, at=NOON)
        browser = signed_in(amara)

        # The session, the person, the set, its chats, what came of them, who leads.
        with django_assert_num_queries(6):
            browser.get(page_of(learning_set))
